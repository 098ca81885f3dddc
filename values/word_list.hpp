// Lists of words and phrases that texts are searched for. No regular expression: the classes of all letters and digits
// take milliseconds to compile for each list, and a run has dozens of lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace roadlint {

/// Where a match starts and how long it is, in bytes.
struct TextMatch {
  std::size_t offset = 0;
  std::size_t length = 0;
};

class WordList {
 public:
  /// Adds a word or phrase, which is not blank and valid UTF-8. `is_stem`: any ending may follow.
  void add(std::string_view word, bool is_stem);

  /// The first place at which an entry stands, in any case, as whole words (letters, digits and combining marks are
  /// what words are made of); of several entries at one place the longest. A blank of a phrase stands for any run of
  /// blanks.
  [[nodiscard]] std::optional<TextMatch> find(std::string_view text) const;

 private:
  struct Entry {
    std::u32string letters;  // small; one blank for each run of blanks
    bool is_stem = false;
  };

  /// Entries by their first letter.
  std::unordered_map<char32_t, std::vector<Entry>> entries_;
};

}  // namespace roadlint
