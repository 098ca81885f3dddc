// See html_writer.hpp.
#include "report/html_writer.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "values/amounts.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What stands for an ASCII character that cannot stand for itself; empty for all others.
std::string_view escape_of(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F ? replacement : std::string_view();
  }
}

/// Control characters above ASCII, and the two code points that XML leaves out.
bool is_unprintable(char32_t code_point) {
  return (code_point >= 0x80 && code_point < 0xA0) || code_point == 0xFFFE || code_point == 0xFFFF;
}

/// Appends the code point at `offset` and moves past it.
void append_code_point(std::string& page, std::string_view text, std::size_t& offset) {
  const std::size_t start = offset;
  const char32_t code_point = utf8::next_code_point(text, offset);
  const bool is_replaced = code_point == 0xFFFD || is_unprintable(code_point);
  page += is_replaced ? replacement : text.substr(start, offset - start);
}

}  // namespace

void append_escaped(std::string& page, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char byte = text[offset];
    if (static_cast<unsigned char>(byte) >= 0x80U) {
      append_code_point(page, text, offset);
      continue;
    }
    const std::string_view escape = escape_of(byte);
    const bool is_line_break = byte == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
    if (escape.empty()) page += byte;
    if (!is_line_break) page += escape;
    ++offset;
  }
}

std::string count_text(std::size_t count, std::string_view language) {
  return number_text(Number(static_cast<std::int64_t>(count)), language);
}

HtmlWriter& HtmlWriter::attribute(std::string_view name, double value) {
  return attribute(name, fmt::format("{:.1f}", value));
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view language, std::string_view text) {
  markup("<").markup(tag);
  if (!language.empty()) attribute("class", "l").attribute("lang", language);
  markup(">");
  if (is_prose_) {
    append_prose(text);
  } else {
    append_escaped(page_, text);
  }
  return markup("</").markup(tag).markup(">");
}

void HtmlWriter::append_prose(std::string_view text) {
  while (true) {
    const std::size_t begin = text.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    append_escaped(page_, text.substr(0, begin));
    page_ += "<code>";
    append_escaped(page_, text.substr(begin + 1, end - begin - 1));
    page_ += "</code>";
    text.remove_prefix(end + 1);
  }
  append_escaped(page_, text);
}

}  // namespace roadlint::report
