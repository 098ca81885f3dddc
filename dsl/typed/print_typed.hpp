// The typed program in a stable text form: what `roadlint dump --stage=typed` shows.
#pragma once

#include <string>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// One rule: its statements with the type of every variable and condition.
[[nodiscard]] std::string print_typed_rule(const Program& program, const Rule& rule);
/// The whole program: model, parameters, patterns, definitions, rules.
[[nodiscard]] std::string print_typed(const Program& program);

}  // namespace roadlint::dsl
