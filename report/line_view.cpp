// Cutting a line and counting its columns: see line_view.hpp.
#include "report/line_view.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t tab_width = 4;
/// Bytes of a code point, and some room for combining marks, which take bytes but no columns.
constexpr std::size_t bytes_per_column = 16;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The nearest start of a code point at or before an offset. Looks back 3 bytes at most: there is no longer code point.
std::size_t code_point_start(std::string_view line, std::size_t offset) {
  for (std::size_t back = 0; back <= 3 && back <= offset; ++back) {
    if (offset - back == line.size() || !is_continuation(line[offset - back])) return offset - back;
  }
  return offset;
}

/// The raw column with which a cut line begins: the focus in the middle, the beginning of one that is too wide for that
/// with some text before it, and never more cut away than is needed.
std::size_t first_shown_column(std::size_t focus_begin, std::size_t focus_end, std::size_t total, std::size_t width) {
  if (focus_end < width) return 0;
  const std::size_t focus_width = focus_end - focus_begin;
  const std::size_t context = focus_width > width / 2 ? width / 4 : (width - focus_width) / 2;
  const std::size_t last_useful = total > width - 1 ? total - (width - 1) : 0;
  return std::min(focus_begin - std::min(focus_begin, context), last_useful);
}

}  // namespace

LineView::LineView(std::string_view line, ByteRange focus, std::size_t width) {
  const std::size_t reach = width * bytes_per_column;
  const std::size_t focus_begin = std::min<std::size_t>(focus.begin, line.size());
  const std::size_t begin = code_point_start(line, focus_begin - std::min(focus_begin, reach));
  const std::size_t end = code_point_start(line, std::min(line.size(), focus_begin + reach));
  read_cells(line, begin, end);
  const bool is_cut_before = begin > 0;
  const bool is_cut_after = end < line.size();
  if (total_width() <= width && !is_cut_before && !is_cut_after) {
    show(0, width, false, false);
  } else {
    const std::size_t focus_end = std::max<std::size_t>(focus.end, focus_begin);
    show(first_shown_column(raw_column(focus_begin), raw_column(focus_end), total_width(), width), width, is_cut_before,
         is_cut_after);
  }
  text_.erase(text_.find_last_not_of(' ') + 1);
}

void LineView::read_cells(std::string_view line, std::size_t begin, std::size_t end) {
  std::size_t column = 0;
  for (std::size_t offset = begin; offset < end;) {
    const std::size_t start = offset;
    static_cast<void>(utf8::next_code_point(line, offset));
    const std::string_view bytes = line.substr(start, offset - start);
    std::string shown = bytes == "\t" ? std::string(tab_width - column % tab_width, ' ') : utf8::printable(bytes);
    const std::size_t width = utf8::display_width(shown);
    cells_.push_back({start, std::move(shown), width, column});
    column += width;
  }
}

void LineView::show(std::size_t first_column, std::size_t width, bool is_cut_before, bool is_cut_after) {
  auto first = cells_.begin();
  if (first_column > 0) {
    // A combining mark must not be the first thing after the ellipsis: it would join it.
    first = std::find_if(cells_.begin(), cells_.end(),
                         [first_column](const Cell& cell) { return cell.column >= first_column && cell.width > 0; });
    is_cut_before = true;
  }
  shown_begin_ = first == cells_.end() ? total_width() : first->column;
  shift_ = is_cut_before ? 1 : 0;
  if (is_cut_before) text_ += ellipsis;
  const std::size_t room = width - shift_;
  const bool all_fit = !is_cut_after && total_width() - shown_begin_ <= room;
  shown_end_ = shown_begin_;
  for (auto cell = first; cell != cells_.end(); ++cell) {
    if (!all_fit && cell->column + cell->width - shown_begin_ > room - 1) {
      text_ += ellipsis;
      return;
    }
    text_ += cell->text;
    shown_end_ = cell->column + cell->width;
  }
  if (is_cut_after) text_ += ellipsis;
}

std::size_t LineView::raw_column(std::size_t offset) const {
  const auto cell = std::lower_bound(cells_.begin(), cells_.end(), offset,
                                     [](const Cell& left, std::size_t right) { return left.offset < right; });
  return cell == cells_.end() ? total_width() : cell->column;
}

std::size_t LineView::column(std::size_t offset) const {
  const std::size_t raw = raw_column(offset);
  if (raw < shown_begin_) return 0;
  return std::min(raw, shown_end_) - shown_begin_ + shift_;
}

}  // namespace roadlint::report
