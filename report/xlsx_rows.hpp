// The table of findings that the workbook and CSV share: its columns and the
// cells of a row.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/list_entries.hpp"
#include "report/list_words.hpp"
#include "report/report.hpp"

namespace roadlint::report {

/// In the order of the table. The last four are for the answer.
enum class TableColumn : std::size_t {
  severity,
  file,
  subject,
  rule,
  message,
  help,
  basis,
  responsible,
  derived_from,
  place,
  fingerprint,
  answer,
  person,
  due,
  remark,
};
inline constexpr std::size_t table_columns = 15;
inline constexpr std::size_t filled_columns = 11;

using TableHeader = std::array<const ColumnWords*, table_columns>;
/// A line of text each, without control characters.
using TableCells = std::array<std::string, filled_columns>;

/// What is in the columns for the answer: nothing, or what the body has answered before.
struct AnswerCells {
  std::string answer;
  std::string person;
  /// "2026-12-31"
  std::string due;
  std::string remark;
};

[[nodiscard]] TableHeader table_header(const ListWords& words);

/// The active findings and the errors of data that cannot be read, which would
/// otherwise be missed; the most severe first.
[[nodiscard]] std::vector<ListEntry> table_entries(const Report& report, std::string_view language);

[[nodiscard]] TableCells table_cells(const Report& report, const ListEntry& entry, std::string_view language);
[[nodiscard]] AnswerCells answer_cells(const Report& report, const ListEntry& entry, const ListWords& words);

}  // namespace roadlint::report
