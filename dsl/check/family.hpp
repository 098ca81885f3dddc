// Families: each row of a members table becomes a rule of its own, by putting its cells in the place of the parameters.
#pragma once

#include <deque>

#include "dsl/check/names.hpp"

namespace roadlint::dsl::checking {

/// A rule to check: its syntax and the file (arena, languages) it belongs to.
struct RuleSource {
  const ast::File* file = nullptr;
  const ast::Rule* rule = nullptr;
  /// The row that made it, unknown for a rule written out.
  Span member;
};

/// The instances of all members tables. `instances` keeps their syntax; it must outlive the sources. Reports unknown
/// families and rows that do not fit.
void expand_families(Context& context, std::deque<ast::File>& instances, std::vector<RuleSource>& sources);

}  // namespace roadlint::dsl::checking
