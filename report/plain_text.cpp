// One-line and shortened text: see plain_text.hpp.
#include "report/plain_text.hpp"

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view line_breaks = "\r\n";
/// Of Unicode; some programs begin a new line at them.
constexpr std::string_view line_separator = "\u2028";
constexpr std::string_view paragraph_separator = "\u2029";
/// What a break can begin with.
constexpr std::string_view breaking_bytes = "\n\xE2";

/// Where the first line ends, and how many bytes end it; at the end of the text none.
struct LineEnd {
  std::size_t at;
  std::size_t length;
};

LineEnd end_of_line(std::string_view text) {
  for (std::size_t at = 0; (at = text.find_first_of(breaking_bytes, at)) != std::string_view::npos; ++at) {
    if (text[at] == '\n') return {at, 1};
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(line_separator) || rest.starts_with(paragraph_separator)) return {at, line_separator.size()};
  }
  return {text.size(), 0};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  text = text.substr(0, text.find_last_not_of(line_breaks) + 1);
  while (!text.empty()) {
    const LineEnd end = end_of_line(text);
    std::string_view line = text.substr(0, end.at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end.at + end.length);
  }
  return lines;
}

}  // namespace

std::string one_line(std::string_view text) {
  const bool is_one_line = text.find('\r') == std::string_view::npos && end_of_line(text).length == 0;
  if (is_one_line) return utf8::printable(text);
  std::string result;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view words = utf8::trimmed(line);
    if (words.empty()) continue;
    if (!result.empty()) result += ' ';
    result += utf8::printable(words);
  }
  return result;
}

std::string shortened(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t kept = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    static_cast<void>(utf8::next_code_point(text, offset));
    used += utf8::display_width(text.substr(start, offset - start));
    if (used > width) return std::string(text.substr(0, kept)) + "…";
    if (used < width) kept = offset;
  }
  return std::string(text);
}

std::vector<std::string> printable_lines(std::string_view text) {
  std::vector<std::string> result;
  for (const std::string_view line : lines_of(text)) result.push_back(utf8::printable(line));
  return result;
}

}  // namespace roadlint::report
