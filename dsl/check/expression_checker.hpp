// Types one expression of a syntax tree. Split over several files by construct: names and literals (check_name.cpp),
// navigation (check_path.cpp), operators (check_operator.cpp), calls and quantifiers (check_call.cpp).
#pragma once

#include <optional>

#include "dsl/check/names.hpp"
#include "dsl/check/scope.hpp"

namespace roadlint::dsl::checking {

class ExpressionChecker {
 public:
  ExpressionChecker(Context& context, const ast::File& file, Scope& scope)
      : context_(context), file_(file), scope_(scope) {}

  /// Types an expression. `expected` helps to read members of enumerations and years. After a mistake the result has
  /// the type error, which fits everywhere, so that nothing is reported twice.
  ExpressionId check(ast::ExpressionId id, const Type* expected = nullptr);
  /// The same, and reports when the result is no condition.
  ExpressionId check_condition(ast::ExpressionId id);
  /// The source of a `for`: a list. Reports when it is none.
  ExpressionId check_source(ast::ExpressionId id);
  /// Makes a variable known; reports when it hides another name.
  VariableId declare(const ast::Name& name, Type type, bool is_let = false);
  /// "f.programme" for a name followed by fields, else empty.
  [[nodiscard]] std::string path_text(ast::ExpressionId id) const;
  /// The expression as a value of `target` (a year as a date, a number as a quantity); unchanged where that is not
  /// possible.
  ExpressionId converted(ExpressionId id, const Type& target);

 private:
  // check_name.cpp
  ExpressionId check_name(const ast::Expression& node, const Type* expected);
  ExpressionId check_literal(const ast::Expression& node, const Type* expected);
  ExpressionId check_list(const ast::Expression& node, const Type* expected);
  ExpressionId unknown_name(const ast::Expression& node, const Type* expected);
  std::optional<ExpressionId> enumeration_member(const ast::Expression& node, const Type* expected);
  std::optional<ExpressionId> group_key(const ast::Expression& node, std::string_view path);
  ExpressionId quantity_of_text(ExpressionId id);
  ExpressionId use_global(const ast::Expression& node, Global& global);
  [[nodiscard]] std::vector<std::string> visible_names() const;

  // check_path.cpp
  ExpressionId check_field(const ast::Expression& node);
  ExpressionId navigate(ExpressionId base, const ast::Expression& node);
  ExpressionId unknown_field(const Type& base, const ast::Expression& node);
  ExpressionId check_policy(const ast::Expression& node);
  ExpressionId check_earlier(const ast::Expression& node);
  [[nodiscard]] bool is_earlier_version(const ast::Expression& node) const;
  [[nodiscard]] TableId named_table(ast::ExpressionId id) const;
  ExpressionId check_closure(const ast::Expression& node);
  ExpressionId check_reverse(const ast::Expression& node);
  ExpressionId check_dangling(const ast::Expression& node);

  [[nodiscard]] bool is_bare_member(ast::ExpressionId id);

  // check_operator.cpp
  ExpressionId check_comparison(const ast::Expression& node);
  ExpressionId check_membership(const ast::Expression& node);
  ExpressionId check_matching(const ast::Expression& node);
  ExpressionId check_first_match(const ast::Expression& node);
  PatternId find_pattern(const std::string& pattern_name, Span place);
  ExpressionId check_arithmetic(const ast::Expression& node);
  ExpressionId check_set(const ast::Expression& node);
  ExpressionId check_conditional(const ast::Expression& node, const Type* expected);
  ExpressionId check_junction(const ast::Expression& node);
  ExpressionId check_negative(const ast::Expression& node, const Type* expected);
  [[nodiscard]] bool report_unlike(const ast::Expression& node, const Type& left, const Type& right,
                                   std::string_view verb);

  // check_call.cpp
  ExpressionId check_call(const ast::Expression& node);
  ExpressionId check_aggregate(const ast::Expression& node, Aggregate aggregate);
  ExpressionId check_function(const ast::Expression& node, Function function);
  ExpressionId check_definition_call(const ast::Expression& node, Global& global);
  ExpressionId check_quantifier(const ast::Expression& node);
  ExpressionId check_comprehension(const ast::Expression& node);
  Binding check_binding(const ast::Binding& binding);
  bool expect_arguments(const ast::Expression& node, std::size_t count);

  [[nodiscard]] const ast::Expression& syntax(ast::ExpressionId id) const {
    return file_.expressions[static_cast<std::size_t>(id)];
  }
  Diagnostic& report(DiagnosticCode code, Span span, std::string message) {
    return context_.diagnostics.add(code, span, std::move(message));
  }
  Expression node_of(ExpressionKind kind, const ast::Expression& node, Type type,
                     std::vector<ExpressionId> operands = {});

  Context& context_;
  const ast::File& file_;
  Scope& scope_;
};

/// Whether values of the two types can be compared for equality (after conversion).
[[nodiscard]] bool are_comparable(const Type& left, const Type& right);
/// Whether values of the type have an order.
[[nodiscard]] bool has_order(const Type& type);

}  // namespace roadlint::dsl::checking
