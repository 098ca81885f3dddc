// One-line and shortened text: see plain_text.hpp.
#include "report/plain_text.hpp"

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view line_breaks = "\r\n";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  text = text.substr(0, text.find_last_not_of(line_breaks) + 1);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

}  // namespace

std::string one_line(std::string_view text) {
  if (text.find_first_of(line_breaks) == std::string_view::npos) return utf8::printable(text);
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
