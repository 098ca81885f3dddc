// See xlsx_text.hpp.
#include "report/xlsx_text.hpp"

#include <algorithm>
#include <cctype>

#include "base/letters.hpp"
#include "base/utf8.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view cut_mark = "…";
constexpr std::string_view replacement = "\xEF\xBF\xBD";
/// Of the form `_x000D_`, which Excel takes for a character.
constexpr std::size_t escape_length = 7;

bool is_hexadecimal(char character) { return std::string_view("0123456789abcdefABCDEF").contains(character); }

bool looks_like_escape(std::string_view text) {
  return text.size() >= escape_length && text.starts_with("_x") && text[escape_length - 1] == '_' &&
         std::ranges::all_of(text.substr(2, 4), is_hexadecimal);
}

/// XML 1.0 has no place for these two.
bool is_no_character(char32_t code_point) { return code_point == 0xFFFE || code_point == 0xFFFF; }

std::size_t utf16_units(char32_t code_point) { return code_point > 0xFFFF ? 2 : 1; }

/// The beginning of the text that takes no more than so many units.
std::string_view beginning(std::string_view text, std::size_t units) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const std::size_t width = utf16_units(utf8::next_code_point(text, offset));
    if (width > units) return text.substr(0, start);
    units -= width;
  }
  return text;
}

std::string cut_to(std::string_view text, std::size_t units) {
  if (beginning(text, units).size() == text.size()) return std::string(text);
  return std::string(beginning(text, units - 1)) + std::string(cut_mark);
}

std::string with_escapes(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    if (looks_like_escape(text.substr(offset))) result += "_x005F";
    const std::size_t start = offset;
    const char32_t code_point = utf8::next_code_point(text, offset);
    result += is_no_character(code_point) ? replacement : text.substr(start, offset - start);
  }
  return result;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// libxlsxwriter writes names of plain letters and digits without quotes, and Excel refuses the workbook when such a
/// name is that of a cell ("KI4", "R1C1") or begins like a number.
bool is_like_reference(std::string_view name) {
  const bool has_no_quotes = std::ranges::all_of(name, [](char character) {
    return utf8::is_visible_ascii(character) &&
           (std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_' || character == '.');
  });
  const std::string small = lower_case(name);
  const bool is_row_or_column = small == "r" || small == "c" || small == "rc";
  return has_no_quotes && (is_row_or_column || small.starts_with('.') || std::ranges::any_of(small, is_digit));
}

/// Without what Excel refuses in the name of a sheet.
std::string allowed_name(std::string_view wanted) {
  std::string name = with_escapes(one_line(wanted));
  std::ranges::replace_if(
      name, [](char character) { return std::string_view("[]:*?/\\").contains(character); }, '-');
  // An apostrophe may stand inside of a name, but neither at its beginning nor
  // at its end.
  std::ranges::replace(name, '\'', '`');
  name = utf8::trimmed(name);
  if (name.empty()) return "-";
  return is_like_reference(name) ? "(" + name + ")" : name;
}

}  // namespace

std::string xlsx_cell_text(std::string_view text) {
  const bool is_plain = text.size() <= most_units_in_cell && text.find('_') == std::string_view::npos &&
                        text.find('\xEF') == std::string_view::npos;
  if (is_plain) return std::string(text);
  // Cut after the escapes: libxlsxwriter counts them too, and refuses what is
  // longer.
  return cut_to(with_escapes(text), most_units_in_cell);
}

// Excel keeps this name for itself.
SheetNames::SheetNames() : taken_{"history"} {}

std::string SheetNames::add(std::string_view wanted) {
  const std::string allowed = allowed_name(wanted);
  std::string name = cut_to(allowed, most_units_in_sheet_name);
  for (std::size_t number = 2; !taken_.insert(lower_case(name)).second; ++number) {
    const std::string suffix = " (" + std::to_string(number) + ")";
    name = cut_to(allowed, most_units_in_sheet_name - suffix.size()) + suffix;
  }
  return name;
}

}  // namespace roadlint::report
