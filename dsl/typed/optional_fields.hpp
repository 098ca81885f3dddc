// Which optional fields decide a rule: their absence leaves a case undecidable or unscoped. What `roadlint explain`
// says about a rule's limits, known before any data.
#pragma once

#include <set>
#include <string>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// Fields as "milestone.due". A field that is asked for by `is present`, or that is read only where it is known to be
/// present, is not among them.
struct OptionalFields {
  /// Read by `require` and by the keys of groups: absence makes a case undecidable.
  std::set<std::string> of_requirements;
  /// Read by `where` and the sources of `for`: absence leaves a record unscoped.
  std::set<std::string> of_conditions;
};

[[nodiscard]] OptionalFields optional_fields(const Program& program, const Rule& rule);

}  // namespace roadlint::dsl
