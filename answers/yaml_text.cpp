// See yaml_text.hpp.
#include "answers/yaml_text.hpp"

#include "base/quoted_text.hpp"
#include "base/utf8.hpp"

namespace roadlint::answers {
namespace {

/// Marks of direction (U+200E, U+202A to U+202E, U+2066 to U+2069), further line breaks, the soft hyphen, spaces
/// without width, the byte order mark, and tags.
bool is_unseen(char32_t character) {
  return character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202E) || (character >= 0x2060 && character <= 0x206F) ||
         character == 0x061C || character == 0xFEFF || (character >= 0xE0000 && character <= 0xE007F);
}

void append_escape(char32_t character, std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  const bool is_short = character <= 0xFFFF;
  text += is_short ? "\\u" : "\\U";
  for (int shift = is_short ? 12 : 28; shift >= 0; shift -= 4) {
    text += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (text.empty()) return "";
  const std::string quoted = quoted_text(text);  // its escapes are those of YAML too; a test reads them back
  std::string result;
  for (std::size_t offset = 0; offset < quoted.size();) {
    const std::size_t begin = offset;
    const char32_t character = utf8::next_code_point(quoted, offset);
    if (is_unseen(character)) {
      append_escape(character, result);
    } else {
      result.append(quoted, begin, offset - begin);
    }
  }
  return result;
}

}  // namespace roadlint::answers
