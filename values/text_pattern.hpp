// Regular expressions and word lists over text, in linear time and bounded memory (RE2 inside).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/word_list.hpp"

namespace roadlint {

/// A pattern that has been found right. Copies share the program; several threads may search at once.
class TextPattern {
 public:
  struct Failure {
    std::string reason;     // in plain words: "missing closing )", "too large"
    std::string offending;  // the part of the pattern concerned, may be empty
  };
  /// Compiles a regular expression (RE2 syntax, UTF-8, case-insensitive). On failure `pattern` is empty.
  struct Result;
  [[nodiscard]] static Result compile(std::string_view expression);
  /// A pattern that finds any of the words: case-insensitive, whole words (Unicode letters and digits are word
  /// characters); a `*` at the end of a word stands for any ending ("substanziell*").
  [[nodiscard]] static Result compile_words(const std::vector<std::string>& words);

  /// The first match in the text, if any.
  [[nodiscard]] std::optional<TextMatch> find(std::string_view text) const;

 private:
  class Search;
  class RegularExpression;
  class Words;
  std::shared_ptr<const Search> search_;
};

struct TextPattern::Result {
  std::optional<TextPattern> pattern;
  Failure failure;
};

}  // namespace roadlint
