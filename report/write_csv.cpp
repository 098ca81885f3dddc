// CSV after RFC 4180: the table of findings, with empty columns for the answer,
// so that the file can come back. See report.hpp.
#include <algorithm>

#include "report/report.hpp"
#include "report/xlsx_rows.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";
/// Both separators, because the program that reads the file may expect the
/// other one.
constexpr std::string_view quoted_characters = ",;\"\r\n";

/// RFC 4180 wants a comma. But a file with a byte order mark is meant for
/// Excel, and a German Excel takes only `;` for a separator when it opens a
/// file by a double click: everything would stand in the first column.
char separator_of(const ReportOptions& options) {
  return options.byte_order_mark && options.language == "de" ? ';' : ',';
}

/// A spreadsheet would run the cell as a formula.
bool begins_like_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").contains(cell.front());
}

/// A spreadsheet would take the fingerprint for a number ("1234567890123456",
/// "12345678e1234567") and round it, so that nothing would be known again by
/// it.
bool is_like_number(std::string_view fingerprint) {
  return !fingerprint.empty() && std::ranges::all_of(fingerprint, [](char character) {
    return (character >= '0' && character <= '9') || character == 'e';
  });
}

/// With an apostrophe in front, by which spreadsheets know text.
std::string as_text(std::string cell) { return "'" + std::move(cell); }

std::string quoted(std::string_view cell) {
  std::string result = "\"";
  for (const char character : cell) {
    if (character == '"') result += '"';
    result += character;
  }
  return result + '"';
}

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(quoted_characters) != std::string_view::npos || cell.starts_with(' ') ||
         cell.ends_with(' ');
}

/// Builds the text line by line.
class CsvText {
 public:
  explicit CsvText(const ReportOptions& options) : separator_(separator_of(options)) {
    if (options.byte_order_mark) text_ += byte_order_mark;
  }

  void add_cell(std::string cell) {
    if (begins_like_formula(cell)) cell = as_text(std::move(cell));
    if (!is_first_cell_) text_ += separator_;
    is_first_cell_ = false;
    text_ += needs_quotes(cell) ? quoted(cell) : cell;
  }
  void end_line() {
    text_ += line_end;
    is_first_cell_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  char separator_;
  bool is_first_cell_ = true;
  std::string text_;
};

void add_entry(CsvText& text, TableCells cells, AnswerCells answer) {
  std::string& fingerprint = cells[static_cast<std::size_t>(TableColumn::fingerprint)];
  if (is_like_number(fingerprint)) fingerprint = as_text(std::move(fingerprint));
  for (std::string& cell : cells) text.add_cell(std::move(cell));
  for (std::string* const cell : {&answer.answer, &answer.person, &answer.due, &answer.remark}) {
    text.add_cell(std::move(*cell));
  }
  text.end_line();
}

}  // namespace

std::string write_csv(const Report& report, const ReportOptions& options) {
  CsvText text(options);
  const ListWords& words = list_words_in(options.language);
  for (const ColumnWords* column : table_header(words)) {
    text.add_cell(std::string(column->header));
  }
  text.end_line();
  for (const ListEntry& entry : table_entries(report, options.language)) {
    add_entry(text, table_cells(report, entry, options.language), answer_cells(report, entry, words));
  }
  return text.take();
}

}  // namespace roadlint::report
