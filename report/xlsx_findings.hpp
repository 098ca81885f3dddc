// A sheet of findings with columns for the answer.
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "report/xlsx_formats.hpp"
#include "report/xlsx_rows.hpp"

namespace roadlint::report {

/// The most rows of a sheet that Excel takes.
inline constexpr std::size_t most_rows_in_sheet = 1'048'576;

class FindingsSheet {
 public:
  FindingsSheet(lxw_workbook* workbook, const std::string& name, const XlsxFormats& formats, std::string_view language,
                std::size_t most_rows = most_rows_in_sheet);

  void add(Severity severity, const TableCells& cells, const AnswerCells& answer);
  /// To be called once, after the last finding: filter, list of answers, how
  /// many findings were left out.
  void finish();

 private:
  void set_up_columns();
  void write_header();
  void write_filled_cells(Severity severity, const TableCells& cells);
  void write_answer_cells(const AnswerCells& answer);
  void make_room_for(const TableCells& cells);
  void write_notice(const std::string& text);
  void offer_answers(lxw_row_t last_row);
  /// The meaning of a column, shown when its header is selected.
  void explain_header(lxw_col_t column, const ColumnWords& words);
  [[nodiscard]] lxw_format* format_of(std::size_t column, Severity severity) const;

  lxw_worksheet* sheet_;
  const XlsxFormats& formats_;
  std::string_view language_;
  const ListWords& words_;
  std::size_t most_findings_;
  std::size_t left_out_ = 0;
  lxw_row_t next_row_ = 1;
};

/// Writes a text as text, never as a formula, however it begins.
void write_xlsx_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format);

/// How many lines the text takes in a column of so many characters, estimated.
[[nodiscard]] double xlsx_lines_in(std::string_view text, double column_width);
/// Gives a row the height for so many lines. Excel finds it itself, but LibreOffice would show only the first line.
/// Rows of one line stay as they are, so that they grow with what people fill in.
void set_xlsx_row_lines(lxw_worksheet* sheet, lxw_row_t row, double lines);

/// Of a sheet: paper, a page as wide as the sheet, the first row on each page,
/// the number of the page.
struct XlsxPage {
  std::uint8_t paper = 0;
  bool is_landscape = false;
  bool repeats_first_row = false;
};
void set_xlsx_page(lxw_worksheet* sheet, const XlsxPage& page, const ListWords& words);
inline constexpr std::uint8_t paper_a3 = 8;
inline constexpr std::uint8_t paper_a4 = 9;

}  // namespace roadlint::report
