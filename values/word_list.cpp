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

/// A text, cut into letters once for all entries.
class SearchedText {
 public:
  explicit SearchedText(std::string_view text) : text_(text), letters_(letters_of(text)) {}

  [[nodiscard]] std::size_t size() const { return letters_.size(); }
  [[nodiscard]] char32_t at(std::size_t index) const { return letters_[index].small; }
  [[nodiscard]] std::uint32_t offset(std::size_t index) const {
    return index < letters_.size() ? letters_[index].begin : static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] bool is_in_word(std::size_t index) const {
    return index < letters_.size() &&
           is_word_letter(text_.substr(letters_[index].begin, letters_[index].end - letters_[index].begin));
  }
  /// Where the letters end that stand at `start`; nothing when others stand there.
  [[nodiscard]] std::optional<std::size_t> end_of(const std::u32string& wanted, std::size_t start) const {
    std::size_t at = start;
    for (const char32_t letter : wanted) {
      if (at == letters_.size()) return std::nullopt;
      if (letter == U' ') {
        if (!letters_[at].is_blank) return std::nullopt;
        while (at < letters_.size() && letters_[at].is_blank) ++at;
      } else if (letters_[at++].small != letter) {
        return std::nullopt;
      }
    }
    return at;
  }
  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    while (is_in_word(at)) ++at;
    return at;
  }

 private:
  std::string_view text_;
  std::vector<Letter> letters_;
};

}  // namespace

void WordList::add(std::string_view word, bool is_stem) {
  Entry entry;
  entry.is_stem = is_stem;
  for (const Letter& letter : letters_of(word)) {
    const bool is_further_blank = letter.is_blank && !entry.letters.empty() && entry.letters.back() == U' ';
    if (!is_further_blank) entry.letters += letter.is_blank ? U' ' : letter.small;
  }
  entries_[entry.letters.front()].push_back(std::move(entry));
}

std::optional<TextMatch> WordList::find(std::string_view text) const {
  if (entries_.empty()) return std::nullopt;
  const SearchedText searched(text);
  for (std::size_t start = 0; start < searched.size(); ++start) {
    const auto candidates = entries_.find(searched.at(start));
    if (candidates == entries_.end() || (start > 0 && searched.is_in_word(start - 1))) continue;
    std::size_t longest = start;
    for (const Entry& entry : candidates->second) {
      auto end = searched.end_of(entry.letters, start);
      if (end && entry.is_stem) end = searched.end_of_word(*end);
      if (end && !searched.is_in_word(*end)) longest = std::max(longest, *end);
    }
    if (longest > start) {
      return TextMatch{searched.offset(start), searched.offset(longest) - searched.offset(start)};
    }
  }
  return std::nullopt;
}

}  // namespace roadlint
