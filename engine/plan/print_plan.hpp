// A plan as text: the dump for those who build or test roadlint, and sentences for those who write rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.hpp"

namespace roadlint::engine {

/// Every rule with its operations, one a line.
[[nodiscard]] std::string print_plan(const Plan& plan);

/// What is done for one rule, a sentence an operation, indented by what it belongs to; in "en" or "de".
[[nodiscard]] std::vector<std::string> plan_words(const Plan& plan, const RulePlan& rule, std::string_view language);

}  // namespace roadlint::engine
