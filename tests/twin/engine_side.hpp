// The one place where the twin test calls the engine.
#pragma once

#include <functional>
#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/typed/program.hpp"
#include "engine/rule_outcomes.hpp"
#include "engine/tables.hpp"

namespace roadlint::twin {

/// Something that evaluates rules: the signature of engine::evaluate.
using Evaluator = std::function<std::vector<engine::RuleOutcomes>(
    const dsl::Program& program, const engine::DataSet& data, const std::vector<std::size_t>& rules,
    const CalendarPeriod& as_of, Diagnostics& diagnostics)>;

/// The engine as users run it, once for every way of running it; all must give the same.
[[nodiscard]] std::vector<Evaluator> engine_sides();

}  // namespace roadlint::twin
