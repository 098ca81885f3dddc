// See letters.hpp.
#include "base/letters.hpp"

#include "base/utf8.hpp"

namespace roadlint {

/// The small letter of a capital one: ASCII, Latin-1 and the pairs of Latin Extended-A.
char32_t small_letter(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter + 32;
  if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) return letter + 32;
  const bool even_is_capital = (letter >= 0x100 && letter <= 0x137) || (letter >= 0x14A && letter <= 0x177);
  const bool odd_is_capital = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
  if (even_is_capital && letter % 2 == 0 && letter != 0x130) return letter + 1;
  if (odd_is_capital && letter % 2 == 1) return letter + 1;
  if (letter == 0x178) return 0xFF;
  if (letter == 0x1E9E) return 0xDF;
  return letter;
}

namespace {

void append_utf8(std::string& text, char32_t letter) {
  if (letter < 0x80) {
    text += static_cast<char>(letter);
  } else {
    text += static_cast<char>(0xC0U | (letter >> 6U));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  }
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t letter = utf8::next_code_point(text, offset);
    const char32_t small = small_letter(letter);
    if (small == letter) {
      result += text.substr(start, offset - start);
    } else {
      append_utf8(result, small);  // all small letters above are below U+0800
    }
  }
  return result;
}

}  // namespace roadlint
