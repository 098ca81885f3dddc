// Source lines with carets under them: the marks of one file drawn into its lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {

/// A span to underline. The primary ones get carets in the colour of the severity, the others get dashes.
struct Mark {
  Span span;
  bool is_primary = true;
  /// May be empty.
  std::string text;
};

/// How excerpts of one diagnostic are drawn.
struct ExcerptStyle {
  const Words& words;
  Severity severity;
  bool color;
  /// Digits of the largest line number.
  std::size_t number_width;
};

/// Columns of a terminal that an excerpt stays within, gutter included; only texts of marks may go beyond.
inline constexpr std::size_t excerpt_columns = 120;

/// The left margin of a line that has no number, up to and including the bar: "   |".
[[nodiscard]] std::string empty_gutter(const ExcerptStyle& style);

/// Draws the lines that hold marks, in the order of the file, with "..." where lines are left out. A mark over several
/// lines underlines its first one and says how many more there are. `marks` must not be empty, and all in `source`.
[[nodiscard]] std::string draw_excerpt(const SourceText& source, const std::vector<Mark>& marks,
                                       const ExcerptStyle& style);

}  // namespace roadlint::report
