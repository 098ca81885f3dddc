// From spans to numbered lines: see excerpt.hpp. The rows under a line are drawn by underline.cpp.
#include "report/excerpt.hpp"

#include <algorithm>
#include <map>

#include "report/color.hpp"
#include "report/line_view.hpp"
#include "report/underline.hpp"

namespace roadlint::report {
namespace {

/// A mark in bytes relative to its line.
struct LineMark {
  ByteRange bytes;
  bool is_primary;
  std::string text;
};

/// The end of a span without the line breaks and the indentation that end a block of YAML.
std::uint32_t end_of_content(const SourceText& source, const Span& span) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const std::uint32_t begin = std::min(span.begin, size);
  const std::uint32_t end = std::clamp(span.end, begin, size);
  const std::string_view text = source.bytes().substr(begin, end - begin);
  if (text.find('\n') == std::string_view::npos) return end;
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return begin + static_cast<std::uint32_t>(last == std::string_view::npos ? 0 : last + 1);
}

std::string text_with_more_lines(const std::string& text, std::uint32_t more_lines, const Words& words) {
  if (more_lines == 0) return text;
  const std::string more = words.more_lines.with(more_lines, words.language);
  return text.empty() ? more : text + " (" + more + ")";
}

std::map<std::uint32_t, std::vector<LineMark>> marks_by_line(const SourceText& source, const std::vector<Mark>& marks,
                                                             const Words& words) {
  std::map<std::uint32_t, std::vector<LineMark>> result;
  for (const Mark& mark : marks) {
    const std::uint32_t first = source.position(mark.span.begin).line;
    const std::uint32_t end = end_of_content(source, mark.span);
    const std::uint32_t last = std::max(first, source.position(end).line);
    const std::uint32_t start = source.line_start(first);
    const auto length = static_cast<std::uint32_t>(source.line(first).size());
    const ByteRange bytes = {std::min(mark.span.begin - start, length),
                             last > first ? length : std::min(std::max(end, mark.span.begin) - start, length)};
    result[first].push_back({bytes, mark.is_primary, text_with_more_lines(mark.text, last - first, words)});
  }
  return result;
}

/// What must be seen of a long line: all marks if they fit, else the primary one.
ByteRange focus_of(const std::vector<LineMark>& marks, std::size_t width) {
  ByteRange all = marks.front().bytes;
  ByteRange first = marks.front().bytes;
  bool is_primary_found = false;
  for (const LineMark& mark : marks) {
    all = {std::min(all.begin, mark.bytes.begin), std::max(all.end, mark.bytes.end)};
    if (mark.is_primary && !is_primary_found) {
      first = mark.bytes;
      is_primary_found = true;
    }
  }
  return all.end - all.begin <= width / 2 ? all : first;
}

std::string numbered_gutter(std::uint32_t number, const ExcerptStyle& style) {
  const std::string digits = std::to_string(number);
  return painted(std::string(style.number_width - digits.size(), ' ') + digits + " |", Paint::gutter, style.color);
}

std::string draw_line(const SourceText& source, std::uint32_t number, const std::vector<LineMark>& marks,
                      const ExcerptStyle& style) {
  const std::size_t width = excerpt_columns - style.number_width - 3;
  const LineView view(source.line(number), marks.empty() ? ByteRange{} : focus_of(marks, width), width);
  std::string result = numbered_gutter(number, style) + (view.text().empty() ? "" : " ") + view.text() + "\n";
  std::vector<Underline> underlines;
  for (const LineMark& mark : marks) {
    const std::size_t begin = view.column(mark.bytes.begin);
    underlines.push_back({begin, std::max(view.column(mark.bytes.end), begin + 1), mark.is_primary, mark.text});
  }
  for (const std::string& row : draw_underlines(std::move(underlines), style.severity, style.color)) {
    result += empty_gutter(style) + " " + row + "\n";
  }
  return result;
}

}  // namespace

std::string empty_gutter(const ExcerptStyle& style) {
  return painted(std::string(style.number_width + 1, ' ') + "|", Paint::gutter, style.color);
}

std::string draw_excerpt(const SourceText& source, const std::vector<Mark>& marks, const ExcerptStyle& style) {
  std::string result = empty_gutter(style) + "\n";
  std::uint32_t previous = 0;
  for (const auto& [number, line_marks] : marks_by_line(source, marks, style.words)) {
    if (previous != 0 && number == previous + 2) {
      result += draw_line(source, previous + 1, {}, style);
    } else if (previous != 0 && number > previous + 2) {
      result += painted("...", Paint::gutter, style.color) + "\n";
    }
    result += draw_line(source, number, line_marks, style);
    previous = number;
  }
  return result;
}

}  // namespace roadlint::report
