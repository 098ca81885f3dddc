// How the cells of the workbook look.
#pragma once

#include <xlsxwriter.h>

#include <string_view>

#include "base/diagnostic.hpp"

namespace roadlint::report {

/// They belong to the workbook.
struct XlsxFormats {
  lxw_format* title = nullptr;
  lxw_format* section = nullptr;
  lxw_format* header = nullptr;
  /// Above the columns for the answer.
  lxw_format* answer_header = nullptr;
  lxw_format* text = nullptr;
  /// Small and grey, for what only programs read.
  lxw_format* faint = nullptr;
  lxw_format* answer = nullptr;
  lxw_format* answer_date = nullptr;
  lxw_format* label = nullptr;
  /// Without wrapping, so that a text runs on into the empty cells beside it.
  lxw_format* plain = nullptr;
  lxw_format* number = nullptr;
  lxw_format* total = nullptr;
  lxw_format* total_label = nullptr;
  lxw_format* link = nullptr;
  lxw_format* error = nullptr;
  lxw_format* warning = nullptr;
  lxw_format* note = nullptr;

  [[nodiscard]] lxw_format* of(Severity severity) const;
};

[[nodiscard]] XlsxFormats make_xlsx_formats(lxw_workbook* workbook, std::string_view language);

}  // namespace roadlint::report
