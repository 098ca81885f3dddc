// The formats that a report can be written in, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace roadlint::report {

struct Format {
  std::string_view name;
  std::string (*write)(const Report& report, const ReportOptions& options);
};

/// In the order in which people are told of them.
[[nodiscard]] const std::vector<Format>& formats();
/// Null when there is none of this name.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace roadlint::report
