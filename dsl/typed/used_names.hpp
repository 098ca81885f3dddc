// Which names that hold in all files a rule uses, directly or through definitions.
#pragma once

#include <set>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// Indices into Program::parameters, patterns and definitions.
struct UsedNames {
  std::set<std::uint32_t> parameters;
  std::set<PatternId> patterns;
  std::set<DefinitionId> definitions;
};

/// Names in statements, messages and helps.
[[nodiscard]] UsedNames used_names(const Program& program, const Rule& rule);

}  // namespace roadlint::dsl
