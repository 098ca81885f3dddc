// The rows under a source line: carets and dashes, and the texts that belong to them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace roadlint::report {

/// Screen columns [begin, end) of a line, with an explanation that may be empty.
struct Underline {
  std::size_t begin;
  std::size_t end;
  bool is_primary;
  std::string text;
};

/// The text of the last underline stands beside it; the others hang under theirs, one row each:
///     --- -----   ^^^^ beside
///     |   |
///     |   text
///     text
[[nodiscard]] std::vector<std::string> draw_underlines(std::vector<Underline> underlines, Severity severity,
                                                       bool color);

}  // namespace roadlint::report
