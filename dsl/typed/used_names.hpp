// Which names that hold in all files a rule uses, directly or through definitions.
#pragma once

#include <set>
#include <string>

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

/// The fields of the data that decide a rule, as "milestone.owner", "indicator.target.value", "policy.topics.goal":
/// those that its sources, conditions, keys and requirements read. What only its texts print is not among them.
[[nodiscard]] std::set<std::string> deciding_fields(const Program& program, const Rule& rule);

/// Whether the rule compares with an earlier version of the data.
[[nodiscard]] bool uses_earlier_version(const Program& program, const Rule& rule);

}  // namespace roadlint::dsl
