// An answered list as rows of cells, whatever kind of file it was.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "values/calendar.hpp"

namespace roadlint::answers {

struct Cell {
  std::string text;
  /// The text is a number: in a column of dates the days since Table::day_zero.
  bool is_number = false;
  Span span;
};

struct Row {
  /// Cells beyond the last one are empty.
  std::vector<Cell> cells;
};

struct Table {
  std::vector<Row> rows;
  /// The day that spreadsheets count from.
  DayNumber day_zero = 0;
};

/// Whether a row is the header of a list.
using IsHeader = std::function<bool(const Row&)>;

/// The tables of a workbook (.xlsx), one for each sheet, or of a CSV file (RFC 4180, or with `;` or tabs; UTF-8, or
/// Windows-1252, which is said). The separator of a CSV file is the one with which a header is found. A CSV file
/// becomes one of `files`. A sheet has no text of its own: one is made, with a line for each row, and becomes one of
/// `files` under the name "answers.xlsx[Findings]". What cannot be read is reported.
[[nodiscard]] std::vector<Table> read_tables(const std::string& name, std::string bytes, const IsHeader& is_header,
                                             SourceFiles& files, Diagnostics& diagnostics);

}  // namespace roadlint::answers
