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
  /// A letter on the way through the entries, which share their beginnings: a place in a text is compared with all of
  /// them in one walk, however many there are.
  struct Node {
    bool ends_word = false;
    bool ends_stem = false;
  };
  class SearchedText;

  [[nodiscard]] std::size_t longest_at(const SearchedText& text, std::size_t start) const;
  /// The node behind another one; 0 when there is none.
  [[nodiscard]] std::uint32_t behind(std::uint32_t node, char32_t letter) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  /// By number of the node, and small letter (a blank for each run of blanks): the next node.
  std::unordered_map<std::uint64_t, std::uint32_t> ways_;
};

}  // namespace roadlint
