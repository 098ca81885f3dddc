// The one place that makes and closes a workbook of libxlsxwriter: in memory,
// with the same bytes for the same content.
#pragma once

#include <xlsxwriter.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace roadlint::report {

/// The bytes of the workbook that `fill` makes; none when there is no room for its temporary parts.
[[nodiscard]] std::string xlsx_bytes(const std::function<void(lxw_workbook*)>& fill);

/// Throws when libxlsxwriter refuses something, rather than leave it out.
inline void check_xlsx(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("the workbook: ") + lxw_strerror(error));
}

}  // namespace roadlint::report
