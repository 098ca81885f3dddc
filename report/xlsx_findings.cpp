// See xlsx_findings.hpp.
#include "report/xlsx_findings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "base/utf8.hpp"
#include "report/words.hpp"
#include "report/xlsx_file.hpp"
#include "report/xlsx_text.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {
namespace {

/// In characters: narrow where words are short, wide where sentences stand.
constexpr std::array<double, table_columns> column_widths = {12, 20, 15, 21, 44, 36, 16, 14,
                                                             22, 20, 14, 24, 18, 12, 30};
constexpr double header_height = 32;
constexpr double line_height = 15;
/// The most that Excel takes.
constexpr double greatest_height = 409;
/// Lines break between words, so that a part of each stays empty.
constexpr double share_of_line_used = 0.85;
/// Header and a row for the number of findings left out.
constexpr std::size_t other_rows = 2;

constexpr lxw_col_t column_of(TableColumn column) { return static_cast<lxw_col_t>(column); }
constexpr lxw_col_t last_column = column_of(TableColumn::remark);

/// A day as spreadsheets keep it: counted from the end of 1899.
double xlsx_day(const CalendarPeriod& day) { return day.first - day_number(1899, 12, 30).value(); }

/// libxlsxwriter takes texts that it does not change as `char*`. Those of the table of words end in a zero.
char* unchanged(std::string_view text) { return const_cast<char*>(text.data()); }

}  // namespace

void write_xlsx_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
  check_xlsx(worksheet_write_string(sheet, row, column, xlsx_cell_text(text).c_str(), format));
}

double xlsx_lines_in(std::string_view text, double column_width) {
  // No character is wider than it has bytes, which spares most texts the look at each of them.
  if (static_cast<double>(text.size()) <= column_width) return 1;
  const auto width = static_cast<double>(utf8::display_width(text));
  return width <= column_width ? 1 : std::ceil(width / (column_width * share_of_line_used));
}

void set_xlsx_row_lines(lxw_worksheet* sheet, lxw_row_t row, double lines) {
  if (lines <= 1) return;
  check_xlsx(worksheet_set_row(sheet, row, std::min(lines * line_height, greatest_height), nullptr));
}

void set_xlsx_page(lxw_worksheet* sheet, const XlsxPage& page, const ListWords& words) {
  worksheet_set_paper(sheet, page.paper);
  if (page.is_landscape) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
  if (page.repeats_first_row) check_xlsx(worksheet_repeat_rows(sheet, 0, 0));
  check_xlsx(worksheet_set_footer(sheet, ("&L&A&R" + std::string(words.page)).c_str()));
}

FindingsSheet::FindingsSheet(lxw_workbook* workbook, const std::string& name, const XlsxFormats& formats,
                             std::string_view language, std::size_t most_rows)
    : sheet_(workbook_add_worksheet(workbook, name.c_str())),
      formats_(formats),
      language_(language),
      words_(list_words_in(language)),
      most_findings_(most_rows - other_rows) {
  if (sheet_ == nullptr) throw std::runtime_error("the workbook: no sheet can be named " + name);
  set_up_columns();
  set_xlsx_page(sheet_, {.paper = paper_a3, .is_landscape = true, .repeats_first_row = true}, words_);
  write_header();
}

void FindingsSheet::set_up_columns() {
  for (lxw_col_t column = 0; column <= last_column; ++column) {
    check_xlsx(worksheet_set_column(sheet_, column, column, column_widths[column], nullptr));
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  // Subjects and fingerprints may consist of digits; they are texts all the
  // same.
  check_xlsx(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:O1048576"));
}

void FindingsSheet::write_header() {
  check_xlsx(worksheet_set_row(sheet_, 0, header_height, nullptr));
  lxw_col_t column = 0;
  for (const ColumnWords* words : table_header(words_)) {
    write_xlsx_text(sheet_, 0, column, words->header,
                    column < filled_columns ? formats_.header : formats_.answer_header);
    explain_header(column, *words);
    ++column;
  }
}

void FindingsSheet::add(Severity severity, const TableCells& cells, const AnswerCells& answer) {
  if (next_row_ > most_findings_) {
    ++left_out_;
    return;
  }
  write_filled_cells(severity, cells);
  write_answer_cells(answer);
  make_room_for(cells);
  ++next_row_;
}

lxw_format* FindingsSheet::format_of(std::size_t column, Severity severity) const {
  if (column == column_of(TableColumn::severity)) return formats_.of(severity);
  return column == column_of(TableColumn::fingerprint) ? formats_.faint : formats_.text;
}

void FindingsSheet::write_filled_cells(Severity severity, const TableCells& cells) {
  lxw_col_t column = 0;
  for (const std::string& cell : cells) {
    write_xlsx_text(sheet_, next_row_, column, cell, format_of(column, severity));
    ++column;
  }
}

void FindingsSheet::write_answer_cells(const AnswerCells& answer) {
  const auto write = [&](TableColumn column, std::string_view text, lxw_format* format) {
    if (!text.empty()) return write_xlsx_text(sheet_, next_row_, column_of(column), text, format);
    check_xlsx(worksheet_write_blank(sheet_, next_row_, column_of(column), format));
  };
  write(TableColumn::answer, answer.answer, formats_.answer);
  write(TableColumn::person, answer.person, formats_.answer);
  write(TableColumn::remark, answer.remark, formats_.answer);
  const auto due = read_calendar_period(answer.due);
  if (!due) return write(TableColumn::due, answer.due, formats_.answer_date);
  check_xlsx(
      worksheet_write_number(sheet_, next_row_, column_of(TableColumn::due), xlsx_day(*due), formats_.answer_date));
}

void FindingsSheet::make_room_for(const TableCells& cells) {
  double lines = 1;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    lines = std::max(lines, xlsx_lines_in(cells[column], column_widths[column]));
  }
  set_xlsx_row_lines(sheet_, next_row_, lines);
}

void FindingsSheet::write_notice(const std::string& text) {
  write_xlsx_text(sheet_, next_row_, 0, text, formats_.plain);
}

void FindingsSheet::offer_answers(lxw_row_t last_row) {
  std::array<char*, 5> answers = {unchanged(words_.answer_accepted), unchanged(words_.answer_waived),
                                  unchanged(words_.answer_rejected), unchanged(words_.answer_question), nullptr};
  lxw_data_validation validation = {};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = answers.data();
  validation.error_title = unchanged(words_.answer_refused_title);
  validation.error_message = unchanged(words_.answer_refused);
  const lxw_col_t column = column_of(TableColumn::answer);
  check_xlsx(worksheet_data_validation_range(sheet_, 1, column, last_row, column, &validation));
}

void FindingsSheet::explain_header(lxw_col_t column, const ColumnWords& words) {
  lxw_data_validation explanation = {};
  explanation.validate = LXW_VALIDATION_TYPE_ANY;
  explanation.input_title = unchanged(words.header);
  explanation.input_message = unchanged(words.meaning);
  check_xlsx(worksheet_data_validation_cell(sheet_, 0, column, &explanation));
}

void FindingsSheet::finish() {
  const lxw_row_t last_row = next_row_ - 1;
  check_xlsx(worksheet_autofilter(sheet_, 0, 0, last_row, last_column));
  if (last_row == 0) return write_notice(std::string(words_in(language_).no_findings));
  offer_answers(last_row);
  if (left_out_ > 0) write_notice(words_.rows_left_out.with(left_out_, language_));
}

}  // namespace roadlint::report
