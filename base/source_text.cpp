// Line tables and positions: see source_text.hpp.
#include "base/source_text.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace roadlint {
namespace {

/// Bytes between known columns; shorter lines are counted each time.
constexpr std::uint32_t column_distance = 4096;

}  // namespace

SourceText::SourceText(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
  line_starts_.push_back(0);
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1)) {
    note_columns(line_starts_.back(), static_cast<std::uint32_t>(at));
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  note_columns(line_starts_.back(), static_cast<std::uint32_t>(bytes_.size()));
}

void SourceText::note_columns(std::uint32_t line_start, std::uint32_t line_end) {
  if (line_end - line_start <= column_distance) return;
  std::uint32_t column = 1;
  std::uint32_t next = line_start + column_distance;
  for (std::size_t offset = line_start; offset < line_end; ++column) {
    if (offset >= next) {
      known_columns_.push_back({static_cast<std::uint32_t>(offset), column});
      next += column_distance;
    }
    static_cast<void>(utf8::next_code_point(bytes_, offset));
  }
}

Position SourceText::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  KnownColumn known = {line_starts_[line - 1], 1};
  const auto next_known =
      std::upper_bound(known_columns_.begin(), known_columns_.end(), offset,
                       [](std::uint32_t left, const KnownColumn& right) { return left < right.offset; });
  if (next_known != known_columns_.begin() && std::prev(next_known)->offset > known.offset)
    known = *std::prev(next_known);
  const auto between = std::string_view(bytes_).substr(known.offset, offset - known.offset);
  return {line, static_cast<std::uint32_t>(utf8::count_code_points(between)) + known.column};
}

std::uint32_t SourceText::line_start(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return static_cast<std::uint32_t>(bytes_.size());
  return line_starts_[number - 1];
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t start = line_starts_[number - 1];
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : bytes_.size();
  std::string_view text = std::string_view(bytes_).substr(start, end - start);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

FileId SourceFiles::add(std::string name, std::string bytes) {
  files_.emplace_back(std::move(name), std::move(bytes));
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceFiles::text(const Span& span) const {
  if (!span.is_known()) return {};
  const std::string_view bytes = file(span.file).bytes();
  const std::size_t begin = std::min<std::size_t>(span.begin, bytes.size());
  const std::size_t end = std::min<std::size_t>(std::max(span.begin, span.end), bytes.size());
  return bytes.substr(begin, end - begin);
}

Location SourceFiles::locate(const Span& span) const {
  if (!span.is_known()) return {};
  const SourceText& source = file(span.file);
  const Position begin = source.position(span.begin);
  const Position end = source.position(std::max(span.begin, span.end));
  return {source.name(), begin.line, begin.column, end.line, end.column};
}

}  // namespace roadlint
