// What all parts of the checker share: the program being built, the diagnostics, and who defined which name.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/syntax/ast.hpp"
#include "dsl/typed/program.hpp"

namespace roadlint::dsl::checking {

enum class GlobalKind : std::uint8_t { parameter, pattern, definition, family, table, enumeration };

/// A name that holds in all files of a run.
struct Global {
  GlobalKind kind = GlobalKind::parameter;
  std::uint32_t index = 0;
  Span span;
  bool is_used = false;
};

/// A `let` in the body of a family.
struct FamilyLet {
  std::string name;
  Span span;
  bool is_used = false;
};

/// State of one run of the checker. One per run; passed by reference to each part.
struct Context {
  Program program;
  Diagnostics& diagnostics;
  const std::vector<ast::File>& files;
  std::map<std::string, Global, std::less<>> globals;
  /// Expression of each parameter's value, by parameter.
  std::vector<ExpressionId> parameter_values;
  /// For each table: the entities in which its records stand, directly or further out.
  std::vector<std::set<TableId>> containers;
  /// Words of what could not be read: they may be names.
  std::set<std::string, std::less<>> lost_words;
  /// Tables of which some field could not be read.
  std::set<TableId> damaged_tables;
  /// Documents of which some line could not be read.
  std::set<std::string, std::less<>> damaged_documents;
  /// Names that the bodies of families give to values, by their place, and whether some row uses them.
  std::map<std::pair<FileId, std::uint32_t>, FamilyLet> family_lets;
  /// A used file is missing: nothing is then reported as unknown.
  bool lacks_used_file = false;

  explicit Context(const std::vector<ast::File>& all_files, Diagnostics& sink) : diagnostics(sink), files(all_files) {}

  /// Adds a global name; reports when it is taken. Returns whether it was free.
  bool define(const ast::Name& name, GlobalKind kind, std::uint32_t index);
  [[nodiscard]] Global* find(std::string_view name);
  /// Whether the name may have been defined by something that could not be read.
  [[nodiscard]] bool may_be_lost(std::string_view name) const { return lacks_used_file || lost_words.contains(name); }
  ExpressionId add(Expression&& expression);
  VariableId add_variable(std::string name, Type type, Span span);
  /// A value to go on with after a mistake.
  ExpressionId add_error(Span span);
  [[nodiscard]] const Type& type_of(ExpressionId id) const { return program.expressions[id].type; }
  [[nodiscard]] std::string text_of(const Type& type) const { return type_text(program.model, type); }
};

/// "entity", "parameter", ...
[[nodiscard]] std::string_view global_kind_name(GlobalKind kind);

/// A text that must not hold expressions; where it does, `refusal` is reported.
[[nodiscard]] std::string plain_text(Context& context, const ast::LanguageText& text, std::string_view refusal);

/// Adds a "did you mean" help when a candidate is near.
void suggest(Diagnostic& diagnostic, std::string_view name, std::vector<std::string> candidates);

// The parts, in the order in which they run.
void check_model(Context& context);
void check_globals(Context& context);
void check_documents(Context& context);
void check_rules(Context& context);
void check_rule_set(Context& context);

/// The declared type as a Type; reports unknown names. `is_reference` is set when it is a reference.
[[nodiscard]] Type resolve_type(Context& context, const ast::TypeExpression& type);

/// Whether the text of a constant of this type can be read; used for parameters.
[[nodiscard]] bool read_constant(const Model& model, const Type& type, std::string_view text, Constant& value);

}  // namespace roadlint::dsl::checking
