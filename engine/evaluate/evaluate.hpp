// From plan and tables to raw outcomes: batches of cases, on several threads, with the same result for any number.
#pragma once

#include <functional>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/limits.hpp"
#include "engine/evaluate/steps.hpp"
#include "engine/plan/plan.hpp"
#include "engine/rule_outcomes.hpp"

namespace roadlint::engine {

struct EvaluationOptions {
  /// What "today" is.
  CalendarPeriod as_of;
  unsigned threads = 1;
  /// Told now and then which share of the work is done, from 0 to 1; from any thread, one at a time.
  std::function<void(double)> progress = {};
  /// Steps that one rule may take.
  std::uint64_t most_steps = limits::evaluation_steps;
  /// The result does not depend on them; tests choose small ones.
  BatchSizes sizes = {};
};

/// Evaluates the rules of the plan, in their order. A rule that takes too many steps is reported and left out.
[[nodiscard]] std::vector<RuleOutcomes> evaluate(const Plan& plan, const DataSet& data,
                                                 const EvaluationOptions& options, Diagnostics& diagnostics);

}  // namespace roadlint::engine
