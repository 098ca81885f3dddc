// One source line as it is shown: tabs expanded, control characters replaced, cut around what matters when it is too
// long, and the way from its bytes to columns on the screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace roadlint::report {

class LineView {
 public:
  /// Shows at most `width` columns of the line, with the bytes of `focus` (relative to the line) among them. Takes time
  /// that depends on the width, not on the length of the line.
  LineView(std::string_view line, ByteRange focus, std::size_t width);

  /// What is shown, without trailing blanks; … stands where the line was cut.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Screen column (from 0) of a byte of the line; bytes that are not shown are at the … that stands for them.
  [[nodiscard]] std::size_t column(std::size_t offset) const;

 private:
  /// A code point of the line.
  struct Cell {
    std::size_t offset;
    std::string text;
    std::size_t width;
    std::size_t column;
  };

  void read_cells(std::string_view line, std::size_t begin, std::size_t end);
  void show(std::size_t first_column, std::size_t width, bool is_cut_before, bool is_cut_after);
  [[nodiscard]] std::size_t total_width() const {
    return cells_.empty() ? 0 : cells_.back().column + cells_.back().width;
  }
  [[nodiscard]] std::size_t raw_column(std::size_t offset) const;

  std::vector<Cell> cells_;
  std::string text_;
  /// Raw columns [shown_begin_, shown_end_) are shown, from screen column `shift_` on.
  std::size_t shown_begin_ = 0;
  std::size_t shown_end_ = 0;
  std::size_t shift_ = 0;
};

}  // namespace roadlint::report
