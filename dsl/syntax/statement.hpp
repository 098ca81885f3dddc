// The grammar of statements, fields and table rows: declaration. One rule for each thing after which parsing can
// take up again; the loops between them are plain C++ in parse.cpp.
#pragma once

#include "dsl/syntax/config.hpp"

namespace roadlint::dsl::syntax {

#define ROADLINT_GRAMMAR_RULE(identifier, attribute, description)    \
  struct identifier##_class;                                         \
  using identifier##_type = x3::rule<identifier##_class, attribute>; \
  BOOST_SPIRIT_DECLARE(identifier##_type)                            \
  const identifier##_type identifier = description;

ROADLINT_GRAMMAR_RULE(statement, ast::Statement, "a statement")
ROADLINT_GRAMMAR_RULE(field, ast::FieldDeclaration, "a field `name: type`")
ROADLINT_GRAMMAR_RULE(member_row, ast::Member, "a row `| id | ... |`")
ROADLINT_GRAMMAR_RULE(table_head, ast::Table, "a name and places")
ROADLINT_GRAMMAR_RULE(policy_head, ast::Table, "a name")
ROADLINT_GRAMMAR_RULE(record_head, ast::Table, "a name")
ROADLINT_GRAMMAR_RULE(enumeration, ast::Enumeration, "an enumeration")
ROADLINT_GRAMMAR_RULE(parameter, ast::Parameter, "a parameter")
ROADLINT_GRAMMAR_RULE(word_list, ast::WordList, "a word list")
ROADLINT_GRAMMAR_RULE(pattern, ast::Pattern, "a pattern")
ROADLINT_GRAMMAR_RULE(definition, ast::Definition, "a definition")
ROADLINT_GRAMMAR_RULE(rule_head, ast::Name, "a rule name")
ROADLINT_GRAMMAR_RULE(family_head, ast::Family, "a family name")
ROADLINT_GRAMMAR_RULE(document_head, ast::Name, "a document name")
ROADLINT_GRAMMAR_RULE(document_line, ast::DocumentLine, "`title`, `paragraph` or `unread`")
ROADLINT_GRAMMAR_RULE(single_name, ast::Name, "a name")
ROADLINT_GRAMMAR_RULE(language_names, std::vector<ast::Name>, "languages")
ROADLINT_GRAMMAR_RULE(use, ast::Use, "`model` or `pack` and a file name in quotes")

#undef ROADLINT_GRAMMAR_RULE

/// Splits the inside of a quoted message into text and embedded expressions. Throws like the grammar does.
[[nodiscard]] std::vector<ast::TextPart> parse_message(Session& session, Iterator first, Iterator last);

}  // namespace roadlint::dsl::syntax
