// What the first sheet of the workbook says: who asks, how much was found, and
// how the columns are meant.
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <string>
#include <vector>

#include "report/xlsx_formats.hpp"
#include "report/xlsx_rows.hpp"

namespace roadlint::report {

/// A responsible body as the summary shows it.
struct SummaryBody {
  std::string name;
  std::size_t count = 0;
  /// The name of its sheet.
  std::string sheet;
};

struct SummaryBodies {
  std::vector<SummaryBody> bodies;
  /// How many share the last sheet, as there are too many for a sheet each.
  std::size_t together = 0;
};

/// Into an empty sheet.
void write_xlsx_summary(lxw_worksheet* sheet, const XlsxFormats& formats, const Report& report,
                        const ReportOptions& options, const std::vector<ListEntry>& entries,
                        const SummaryBodies& bodies);

}  // namespace roadlint::report
