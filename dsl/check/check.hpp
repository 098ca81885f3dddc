// The door of the checking stage: syntax trees in, typed program and diagnostics out.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/syntax/ast.hpp"
#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// Checks all files of a run together: names, types, languages, and the rule set as a whole. Every independent mistake
/// is reported; the program must be evaluated only when there was no error.
[[nodiscard]] Program check(const std::vector<ast::File>& files, Diagnostics& diagnostics);

/// Sets a parameter from text ("2032", "50 %"), as `--set` does. On failure returns why, in words; empty when it
/// worked.
[[nodiscard]] std::string set_parameter(Program& program, std::string_view name, std::string_view value);

}  // namespace roadlint::dsl
