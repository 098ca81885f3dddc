// Quoting: see quoted_text.hpp.
#include "base/quoted_text.hpp"

#include "base/utf8.hpp"

namespace roadlint {
namespace {

constexpr char32_t delete_character = 0x7F;
constexpr char32_t first_printable_behind_delete = 0xA0;

bool is_control(char32_t code_point) {
  return code_point < U' ' || (code_point >= delete_character && code_point < first_printable_behind_delete);
}

std::string hexadecimal_escape(char32_t code_point) {
  constexpr std::string_view digits = "0123456789abcdef";
  return std::string("\\x") + digits[code_point >> 4U] + digits[code_point & 0xFU];
}

}  // namespace

std::string quoted_text(std::string_view text) {
  std::string result = "\"";
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code_point = utf8::next_code_point(text, offset);
    if (code_point == U'\n') {
      result += "\\n";
    } else if (code_point == U'\t') {
      result += "\\t";
    } else if (code_point == U'"' || code_point == U'\\') {
      result += '\\';
      result += text[start];
    } else if (is_control(code_point)) {
      result += hexadecimal_escape(code_point);
    } else if (code_point == 0xFFFD) {
      result += "\xEF\xBF\xBD";
    } else {
      result += text.substr(start, offset - start);
    }
  }
  return result + '"';
}

}  // namespace roadlint
