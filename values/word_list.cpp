// See word_list.hpp.
#include "values/word_list.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace roadlint {
namespace {

/// A letter of a text, small, and where it stands.
struct Letter {
  char32_t small = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_blank = false;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  letters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t letter = utf8::next_code_point(text, offset);
    const bool is_blank = utf8::is_blank(text.substr(begin, offset - begin));
    letters.push_back(
        {small_letter(letter), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset), is_blank});
  }
  return letters;
}

/// Whether words are made of it: letters, digits, and the marks that compose letters ("u" and a diaeresis).
bool is_word_letter(std::string_view letter) {
  if (letter.size() == 1) {
    const char byte = letter.front();
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
  }
  static const re2::RE2 word_letter("[\\pL\\pN\\pM]");
  return re2::RE2::FullMatch(re2::StringPiece(letter.data(), letter.size()), word_letter);
}

std::uint64_t way_of(std::uint32_t node, char32_t letter) { return std::uint64_t{node} << 32U | letter; }

}  // namespace

/// A text, cut into letters once for all entries.
class WordList::SearchedText {
 public:
  explicit SearchedText(std::string_view text) : text_(text), letters_(letters_of(text)) {}

  [[nodiscard]] std::size_t size() const { return letters_.size(); }
  /// The small letter; any blank is the same one.
  [[nodiscard]] char32_t at(std::size_t index) const { return letters_[index].is_blank ? U' ' : letters_[index].small; }
  /// The place behind a letter, or behind a run of blanks.
  [[nodiscard]] std::size_t behind(std::size_t index) const {
    if (!letters_[index].is_blank) return index + 1;
    while (index < letters_.size() && letters_[index].is_blank) ++index;
    return index;
  }
  [[nodiscard]] std::uint32_t offset(std::size_t index) const {
    return index < letters_.size() ? letters_[index].begin : static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] bool is_in_word(std::size_t index) const {
    if (index >= letters_.size()) return false;
    return is_word_letter(text_.substr(letters_[index].begin, letters_[index].end - letters_[index].begin));
  }
  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    while (is_in_word(at)) ++at;
    return at;
  }

 private:
  std::string_view text_;
  std::vector<Letter> letters_;
};

void WordList::add(std::string_view word, bool is_stem) {
  std::uint32_t node = 0;
  bool is_after_blank = false;
  for (const Letter& letter : letters_of(word)) {
    const bool is_further_blank = letter.is_blank && is_after_blank;
    is_after_blank = letter.is_blank;
    if (is_further_blank) continue;
    const auto [way, is_new] = ways_.try_emplace(way_of(node, letter.is_blank ? U' ' : letter.small),
                                                 static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.emplace_back();
    node = way->second;
  }
  (is_stem ? nodes_[node].ends_stem : nodes_[node].ends_word) = true;
}

std::uint32_t WordList::behind(std::uint32_t node, char32_t letter) const {
  const auto way = ways_.find(way_of(node, letter));
  return way == ways_.end() ? 0 : way->second;
}

/// Where the longest entry that begins at `start` ends; `start` when none does.
std::size_t WordList::longest_at(const SearchedText& text, std::size_t start) const {
  std::size_t longest = start;
  std::size_t at = start;
  std::uint32_t node = 0;
  while (at < text.size()) {
    node = behind(node, text.at(at));
    if (node == 0) break;
    at = text.behind(at);
    const bool ends_here = nodes_[node].ends_word && !text.is_in_word(at);
    if (ends_here) longest = std::max(longest, at);
    if (nodes_[node].ends_stem) longest = std::max(longest, text.end_of_word(at));
  }
  return longest;
}

std::optional<TextMatch> WordList::find(std::string_view text) const {
  if (ways_.empty()) return std::nullopt;
  const SearchedText searched(text);
  for (std::size_t start = 0; start < searched.size(); ++start) {
    const bool begins_word = start == 0 || !searched.is_in_word(start - 1);
    if (!begins_word || behind(0, searched.at(start)) == 0) continue;
    const std::size_t end = longest_at(searched, start);
    if (end > start) return TextMatch{searched.offset(start), searched.offset(end) - searched.offset(start)};
  }
  return std::nullopt;
}

}  // namespace roadlint
