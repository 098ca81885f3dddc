// Runs both sides over one world and says where they differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/twin/engine_side.hpp"
#include "tests/twin/world.hpp"

namespace roadlint::twin {

struct Difference {
  /// The id of the rule; empty when only the findings made of the outcomes differ.
  std::string rule;
  /// What the plain evaluator and what the engine says.
  std::string expected;
  std::string found;
};

/// The day on which all cases are checked.
[[nodiscard]] CalendarPeriod twin_day();
/// What the plain evaluator says about every rule, in order.
[[nodiscard]] std::vector<engine::RuleOutcomes> plain_outcomes(const BuiltWorld& built);
/// Compares these outcomes with those of each engine side; the first difference of each rule.
[[nodiscard]] std::vector<Difference> differences(const BuiltWorld& built,
                                                  const std::vector<engine::RuleOutcomes>& expected,
                                                  const std::vector<Evaluator>& sides);
/// Reads the world and compares; nothing when it cannot be read, or when all agree.
[[nodiscard]] std::optional<Difference> difference_in(const World& world, const std::vector<Evaluator>& sides);

}  // namespace roadlint::twin
