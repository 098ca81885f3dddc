// The door of the plain evaluator, the twin of the engine: typed program and tables in, raw outcomes out. It walks the
// program in the most obvious way and is written to be obviously right, however slow.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/typed/program.hpp"
#include "engine/rule_outcomes.hpp"
#include "engine/tables.hpp"

namespace roadlint::twin {

/// Evaluates the rules with these numbers, in this order. `as_of` is what "today" is. A rule that takes too many steps
/// is reported and has no outcomes.
[[nodiscard]] std::vector<engine::RuleOutcomes> evaluate(const dsl::Program& program, const engine::DataSet& data,
                                                         const std::vector<std::size_t>& rules,
                                                         const CalendarPeriod& as_of, Diagnostics& diagnostics);

}  // namespace roadlint::twin
