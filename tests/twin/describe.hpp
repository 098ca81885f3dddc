// Outcomes as text with nothing left out, so that equal texts mean equal outcomes and a difference can be read.
#pragma once

#include <string>

#include "engine/outcome.hpp"
#include "engine/rule_outcomes.hpp"

namespace roadlint::twin {

/// One line a value; cells as "table/row/field".
[[nodiscard]] std::string describe(const engine::RuleOutcomes& outcomes);
[[nodiscard]] std::string describe(const engine::Outcomes& outcomes);
/// The lines from the first one that differs on, of both texts, at most `limit` of each.
[[nodiscard]] std::string first_difference(const std::string& expected, const std::string& found, std::size_t limit);

}  // namespace roadlint::twin
