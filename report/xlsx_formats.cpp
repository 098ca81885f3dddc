// See xlsx_formats.hpp.
#include "report/xlsx_formats.hpp"

namespace roadlint::report {
namespace {

// Dark text on pale grounds, so that the colours can be told apart in a print
// without colour, and read.
constexpr lxw_color_t line_color = 0xBFBFBF;
constexpr lxw_color_t header_ground = 0x1F3864;
constexpr lxw_color_t answer_header_ground = 0x7F6000;
constexpr lxw_color_t answer_ground = 0xFFF9E5;
constexpr lxw_color_t faint_text = 0x7F7F7F;
constexpr lxw_color_t link_text = 0x0563C1;
constexpr double title_size = 16;
constexpr double section_size = 12;
constexpr double small_size = 8;

/// A format of cells that stand at the top of their row.
lxw_format* base_format(lxw_workbook* workbook) {
  lxw_format* format = workbook_add_format(workbook);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

/// For the tables: with thin lines, wrapped.
lxw_format* table_format(lxw_workbook* workbook) {
  lxw_format* format = base_format(workbook);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, line_color);
  return format;
}

lxw_format* on_ground(lxw_format* format, lxw_color_t ground) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, ground);
  return format;
}

lxw_format* bold(lxw_format* format) {
  format_set_bold(format);
  return format;
}

lxw_format* colored(lxw_format* format, lxw_color_t color) {
  format_set_font_color(format, color);
  return format;
}

lxw_format* sized(lxw_format* format, double size) {
  format_set_font_size(format, size);
  return format;
}

lxw_format* with_numbers(lxw_format* format, const char* pattern) {
  format_set_num_format(format, pattern);
  return format;
}

/// With a blank between the number and the line at its right.
lxw_format* number_format(lxw_workbook* workbook) {
  lxw_format* format = with_numbers(table_format(workbook), "#,##0");
  format_set_align(format, LXW_ALIGN_RIGHT);
  format_set_indent(format, 1);
  return format;
}

lxw_format* header_format(lxw_workbook* workbook, lxw_color_t ground) {
  return bold(colored(on_ground(table_format(workbook), ground), LXW_COLOR_WHITE));
}

lxw_format* severity_format(lxw_workbook* workbook, lxw_color_t ground, lxw_color_t text) {
  return bold(colored(on_ground(table_format(workbook), ground), text));
}

lxw_format* link_format(lxw_workbook* workbook) {
  lxw_format* format = colored(table_format(workbook), link_text);
  format_set_underline(format, LXW_UNDERLINE_SINGLE);
  return format;
}

}  // namespace

lxw_format* XlsxFormats::of(Severity severity) const {
  switch (severity) {
    case Severity::note:
      return note;
    case Severity::warning:
      return warning;
    case Severity::error:
      return error;
  }
  return error;
}

XlsxFormats make_xlsx_formats(lxw_workbook* workbook, std::string_view language) {
  const char* date = language == "de" ? "dd.mm.yyyy" : "yyyy-mm-dd";
  return {
      .title = bold(sized(base_format(workbook), title_size)),
      .section = bold(sized(base_format(workbook), section_size)),
      .header = header_format(workbook, header_ground),
      .answer_header = header_format(workbook, answer_header_ground),
      .text = table_format(workbook),
      .faint = colored(sized(table_format(workbook), small_size), faint_text),
      .answer = on_ground(table_format(workbook), answer_ground),
      .answer_date = with_numbers(on_ground(table_format(workbook), answer_ground), date),
      .label = bold(base_format(workbook)),
      .plain = base_format(workbook),
      .number = number_format(workbook),
      .total = bold(number_format(workbook)),
      .total_label = bold(table_format(workbook)),
      .link = link_format(workbook),
      .error = severity_format(workbook, 0xF8CBAD, 0x7B1E00),
      .warning = severity_format(workbook, 0xFFE699, 0x5F4B00),
      .note = severity_format(workbook, 0xDDEBF7, 0x1F3864),
  };
}

}  // namespace roadlint::report
