// Line tables and positions: see source_text.hpp.
#include "base/source_text.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace roadlint {
namespace {

/// Bytes between known columns; shorter lines are counted each time.
constexpr std::uint32_t column_distance = 4096;
/// Bytes of a mapped file that are in memory at once while its lines are looked for.
constexpr std::size_t bytes_kept = 4 * 1024 * 1024;
/// Looks at single places of a mapped file before all its memory is given back.
constexpr std::uint32_t most_looks = 512;

}  // namespace

const SourceText::Lines& SourceText::lines() const {
  std::call_once(are_lines_found_, [this] { find_lines(); });
  return lines_;
}

/// Each look brings some pages of a mapped file back into memory.
void SourceText::note_look() const {
  if (!mapped_ || ++looks_ < most_looks) return;
  looks_ = 0;
  give_back(0, bytes().size());
}

void SourceText::find_lines() const {
  const std::string_view text = bytes();
  std::size_t kept = 0;
  lines_.starts.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    note_columns(lines_.starts.back(), static_cast<std::uint32_t>(at));
    lines_.starts.push_back(static_cast<std::uint32_t>(at + 1));
    if (at - kept < bytes_kept) continue;
    give_back(kept, at);
    kept = at;
  }
  note_columns(lines_.starts.back(), static_cast<std::uint32_t>(text.size()));
  give_back(kept, text.size());
}

void SourceText::note_columns(std::uint32_t line_start, std::uint32_t line_end) const {
  if (line_end - line_start <= column_distance) return;
  const std::string_view text = bytes();
  std::uint32_t column = 1;
  std::size_t offset = line_start;
  while (line_end - offset > column_distance) {
    std::size_t next = offset + column_distance;
    // Not inside a code point, which has at most three bytes more.
    for (int step = 0; step < 3 && utf8::is_continuation(text[next]); ++step) --next;
    column += static_cast<std::uint32_t>(utf8::count_code_points(text.substr(offset, next - offset)));
    lines_.known_columns.push_back({static_cast<std::uint32_t>(next), column});
    offset = next;
  }
}

Position SourceText::position(std::uint32_t offset) const {
  const auto& [line_starts, known_columns] = lines();
  note_look();
  offset = std::min(offset, static_cast<std::uint32_t>(bytes().size()));
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts.begin());
  KnownColumn known = {line_starts[line - 1], 1};
  const auto next_known =
      std::upper_bound(known_columns.begin(), known_columns.end(), offset,
                       [](std::uint32_t left, const KnownColumn& right) { return left < right.offset; });
  if (next_known != known_columns.begin() && std::prev(next_known)->offset > known.offset)
    known = *std::prev(next_known);
  const auto between = bytes().substr(known.offset, offset - known.offset);
  return {line, static_cast<std::uint32_t>(utf8::count_code_points(between)) + known.column};
}

std::uint32_t SourceText::line_start(std::uint32_t number) const {
  const std::vector<std::uint32_t>& line_starts = lines().starts;
  if (number == 0 || number > line_starts.size()) return static_cast<std::uint32_t>(bytes().size());
  return line_starts[number - 1];
}

std::string_view SourceText::line(std::uint32_t number) const {
  const std::vector<std::uint32_t>& line_starts = lines().starts;
  if (number == 0 || number > line_starts.size()) return {};
  const std::uint32_t start = line_starts[number - 1];
  const std::size_t end = number < line_starts.size() ? line_starts[number] - 1 : bytes().size();
  std::string_view text = bytes().substr(start, end - start);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

FileId SourceFiles::add(std::string name, std::unique_ptr<const MappedBytes> bytes) {
  files_.emplace_back(std::move(name), std::move(bytes));
  return static_cast<FileId>(files_.size() - 1);
}

FileId SourceFiles::add(std::string name, std::string bytes) {
  files_.emplace_back(std::move(name), std::move(bytes));
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceFiles::text(const Span& span) const {
  if (!span.is_known()) return {};
  const SourceText& source = file(span.file);
  source.note_look();
  const std::string_view bytes = source.bytes();
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
