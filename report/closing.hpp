// The closing lines of the human report: how much was checked and what came out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace roadlint::report {

/// The code of warnings that the closing lines count instead of drawing each.
inline constexpr std::string_view matched_nothing_code = "rule-matched-nothing";

/// One to four lines; `folded` is how many findings were not drawn because another one names their cause.
[[nodiscard]] std::string draw_closing(const Report& report, const ReportOptions& options, std::size_t folded);

}  // namespace roadlint::report
