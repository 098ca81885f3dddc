// See windows_1252.hpp. Source of the table: the mapping that the Unicode Consortium publishes (CP1252.TXT).
#include "answers/windows_1252.hpp"

#include <array>
#include <cstdint>

namespace roadlint::answers {
namespace {

/// What the bytes 0x80 to 0x9F stand for; all others stand for the code point of the same number.
constexpr std::array<std::string_view, 32> special = {
    "€",      "\uFFFD", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\uFFFD", "Ž", "\uFFFD",
    "\uFFFD", "‘",      "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\uFFFD", "ž", "Ÿ"};
constexpr std::uint8_t first_special = 0x80;
constexpr std::uint8_t first_latin = 0xA0;

/// Two bytes of UTF-8.
void append_latin(std::uint8_t byte, std::string& text) {
  text += static_cast<char>(0xC0U | (byte >> 6U));
  text += static_cast<char>(0x80U | (byte & 0x3FU));
}

}  // namespace

std::string text_of_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char character : bytes) {
    const auto byte = static_cast<std::uint8_t>(character);
    if (byte < first_special) {
      text += character;
    } else if (byte < first_latin) {
      text += special[byte - first_special];
    } else {
      append_latin(byte, text);
    }
  }
  return text;
}

}  // namespace roadlint::answers
