// Findings as SARIF writes them.
#pragma once

#include <cstddef>
#include <optional>

#include "report/json_values.hpp"

namespace roadlint::report {

/// A `result`; `rule_index` is the place of its rule among those described.
[[nodiscard]] Json sarif_result(const Report& report, const ReportOptions& options, const engine::Finding& finding,
                                std::optional<std::size_t> rule_index);

}  // namespace roadlint::report
