// Patterns on RE2, which has no backtracking: the time of a search is linear in the text, the memory bounded. Word
// lists are searched for without it (word_list.hpp).
#include "values/text_pattern.hpp"

#include <re2/re2.h>

#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint {
namespace {

std::string reason_of(re2::RE2::ErrorCode code) {
  switch (code) {
    case re2::RE2::ErrorBadEscape:
      return "unknown escape";
    case re2::RE2::ErrorBadCharClass:
      return "unknown character class";
    case re2::RE2::ErrorBadCharRange:
      return "unknown or reversed range of characters";
    case re2::RE2::ErrorMissingBracket:
      return "missing closing ]";
    case re2::RE2::ErrorMissingParen:
      return "missing closing )";
    case re2::RE2::ErrorUnexpectedParen:
      return "closing ) without an opening (";
    case re2::RE2::ErrorTrailingBackslash:
      return "backslash at the end";
    case re2::RE2::ErrorRepeatArgument:
      return "nothing to repeat";
    case re2::RE2::ErrorRepeatSize:
      return "too large: more than 1000 repetitions";
    case re2::RE2::ErrorRepeatOp:
      return "two repetitions in a row";
    case re2::RE2::ErrorBadPerlOp:
      return "unknown kind of group";
    case re2::RE2::ErrorBadUTF8:
      return "not valid UTF-8";
    case re2::RE2::ErrorBadNamedCapture:
      return "bad group name";
    case re2::RE2::ErrorPatternTooLarge:
      return "too large";
    case re2::RE2::NoError:
    case re2::RE2::ErrorInternal:
      break;
  }
  return "not a pattern";
}

re2::RE2::Options pattern_options() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingUTF8);
  options.set_case_sensitive(false);
  options.set_max_mem(static_cast<std::int64_t>(limits::pattern_bytes));
  options.set_log_errors(false);
  return options;
}

}  // namespace

class TextPattern::Search {
 public:
  virtual ~Search() = default;
  [[nodiscard]] virtual std::optional<TextMatch> find(std::string_view text) const = 0;
};

class TextPattern::RegularExpression : public Search {
 public:
  explicit RegularExpression(std::string_view text)
      : expression_(re2::StringPiece(text.data(), text.size()), pattern_options()) {}

  [[nodiscard]] const re2::RE2& compiled() const { return expression_; }
  [[nodiscard]] std::optional<TextMatch> find(std::string_view text) const override {
    const re2::StringPiece searched(text.data(), text.size());
    re2::StringPiece found;
    if (!expression_.Match(searched, 0, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
    return TextMatch{static_cast<std::size_t>(found.data() - searched.data()), found.size()};
  }

 private:
  re2::RE2 expression_;
};

class TextPattern::Words : public Search {
 public:
  explicit Words(WordList list) : list_(std::move(list)) {}
  [[nodiscard]] std::optional<TextMatch> find(std::string_view text) const override { return list_.find(text); }

 private:
  WordList list_;
};

TextPattern::Result TextPattern::compile(std::string_view expression) {
  if (expression.size() > limits::pattern_bytes) return {std::nullopt, {"too large", ""}};
  auto search = std::make_shared<const RegularExpression>(expression);
  const re2::RE2& compiled = search->compiled();
  if (!compiled.ok()) return {std::nullopt, {reason_of(compiled.error_code()), compiled.error_arg()}};
  TextPattern pattern;
  pattern.search_ = std::move(search);
  return {std::move(pattern), {}};
}

TextPattern::Result TextPattern::compile_words(const std::vector<std::string>& words) {
  WordList list;
  std::size_t bytes = 0;
  for (const std::string& entry : words) {
    bytes += entry.size();
    if (bytes > limits::pattern_bytes) return {std::nullopt, {"too many words", entry}};
    std::string_view word = utf8::trimmed(entry);
    const bool is_stem = word.ends_with('*');
    if (is_stem) word.remove_suffix(1);
    if (word.empty()) return {std::nullopt, {"a word is empty", entry}};
    if (utf8::first_invalid_byte(word)) return {std::nullopt, {"not valid UTF-8", entry}};
    list.add(word, is_stem);
  }
  TextPattern pattern;
  pattern.search_ = std::make_shared<const Words>(std::move(list));
  return {std::move(pattern), {}};
}

std::optional<TextMatch> TextPattern::find(std::string_view text) const {
  if (!search_) return std::nullopt;
  return search_->find(text);
}

}  // namespace roadlint
