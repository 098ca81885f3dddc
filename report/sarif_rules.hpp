// The rules of a run as SARIF describes them.
#pragma once

#include <string_view>

#include "report/json_values.hpp"

namespace roadlint::report {

/// A `reportingDescriptor`: texts, usual level, and what GitHub filters by.
[[nodiscard]] Json sarif_rule(const engine::RuleAccount& rule, std::string_view language);

/// "error", "warning" or "note".
[[nodiscard]] std::string_view sarif_level(Severity severity);

}  // namespace roadlint::report
