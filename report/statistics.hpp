// The account of every rule as an aligned table, and under it why records were left unscoped.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "report/report.hpp"

namespace roadlint::report {

/// Ends with a line break; empty when there are no rules.
[[nodiscard]] std::string draw_statistics(const SourceFiles& files, const std::vector<engine::RuleAccount>& rules,
                                          const ReportOptions& options);

}  // namespace roadlint::report
