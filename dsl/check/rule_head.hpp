// What stands before the first `for` of a rule and holds for all of it: title, bases, severity, certainty.
#pragma once

#include "dsl/check/names.hpp"

namespace roadlint::dsl::checking {

/// Whether a statement of this kind belongs to the head.
[[nodiscard]] bool is_head(ast::StatementKind kind);

/// Reads the head into `rule`, whose id, pack and languages are known.
void read_head(Context& context, const ast::Rule& syntax, Rule& rule);

/// Reports texts in languages that the pack does not declare, and languages in which a text is missing.
void check_languages(Context& context, const ast::Statement& statement, const Rule& rule);

}  // namespace roadlint::dsl::checking
