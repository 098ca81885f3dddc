// Calls (aggregates, functions, definitions), quantifiers and comprehensions.
#include <array>

#include "dsl/check/expression_checker.hpp"

namespace roadlint::dsl::checking {
namespace {

constexpr std::array aggregates = {Aggregate::count, Aggregate::sum, Aggregate::min,
                                   Aggregate::max,   Aggregate::avg, Aggregate::list};
constexpr std::array functions = {Function::length, Function::lower,  Function::year, Function::start, Function::end,
                                  Function::days,   Function::amount, Function::unit, Function::text,  Function::id};

/// What a function takes and gives.
struct Signature {
  std::vector<TypeKind> parameter;  // empty: anything but a list
  TypeKind result;
};

Signature signature_of(Function function) {
  switch (function) {
    case Function::length:
      return {{TypeKind::text}, TypeKind::number};
    case Function::lower:
      return {{TypeKind::text}, TypeKind::text};
    case Function::year:
      return {{TypeKind::date, TypeKind::deadline}, TypeKind::number};
    case Function::start:
    case Function::end:
      return {{TypeKind::date, TypeKind::deadline}, TypeKind::date};
    case Function::days:
      return {{TypeKind::duration}, TypeKind::number};
    case Function::amount:
      return {{TypeKind::quantity, TypeKind::money}, TypeKind::number};
    case Function::unit:
      return {{TypeKind::quantity}, TypeKind::text};
    case Function::text:
      return {{}, TypeKind::text};
    case Function::id:
      return {{TypeKind::record}, TypeKind::text};
  }
  return {{}, TypeKind::error};
}

bool can_be_summed(const Type& type) {
  switch (type.kind) {
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
    case TypeKind::money:
    case TypeKind::quantity:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool ExpressionChecker::expect_arguments(const ast::Expression& node, std::size_t count) {
  if (node.operands.size() == count) return true;
  report(DiagnosticCode::rule_bad_call, node.span,
         "`" + node.text + "` takes " + std::to_string(count) + (count == 1 ? " argument" : " arguments") + ", found " +
             std::to_string(node.operands.size()));
  return false;
}

ExpressionId ExpressionChecker::check_call(const ast::Expression& node) {
  for (const Aggregate aggregate : aggregates) {
    if (aggregate_name(aggregate) == node.text) return check_aggregate(node, aggregate);
  }
  if (node.distinct) {
    report(DiagnosticCode::rule_bad_call, node.span, "`distinct` stands only in an aggregate such as `count`");
    return context_.add_error(node.span);
  }
  for (const Function function : functions) {
    if (function_name(function) == node.text) return check_function(node, function);
  }
  if (node.text == "dangling") return check_dangling(node);
  if (node.text == "first_match") return check_first_match(node);
  Global* global = context_.find(node.text);
  if (global != nullptr && global->kind == GlobalKind::definition) return check_definition_call(node, *global);
  for (const ast::ExpressionId operand : node.operands) {
    // A word list is no value, but may be an argument of the function that was meant.
    const Global* named =
        syntax(operand).kind == ast::ExpressionKind::name ? context_.find(syntax(operand).text) : nullptr;
    if (named == nullptr || named->kind != GlobalKind::pattern) static_cast<void>(check(operand));
  }
  if (context_.may_be_lost(node.text)) return context_.add_error(node.span);
  std::vector<std::string> candidates = {"dangling", "first_match"};
  for (const Aggregate aggregate : aggregates) candidates.emplace_back(aggregate_name(aggregate));
  for (const Function function : functions) candidates.emplace_back(function_name(function));
  for (const auto& [name, entry] : context_.globals) {
    if (entry.kind == GlobalKind::definition) candidates.push_back(name);
  }
  Diagnostic& diagnostic =
      report(DiagnosticCode::rule_unknown_name, node.text_span, "`" + node.text + "` is no function or definition");
  suggest(diagnostic, node.text, std::move(candidates));
  return context_.add_error(node.span);
}

ExpressionId ExpressionChecker::check_aggregate(const ast::Expression& node, Aggregate aggregate) {
  if (!expect_arguments(node, 1)) return context_.add_error(node.span);
  const ExpressionId list = check(node.operands[0]);
  const Type type = context_.type_of(list);
  if (type.kind == TypeKind::error) return list;
  if (!type.is_list) {
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "`" + node.text + "` needs a list, found " + context_.text_of(type))
        .help = "write `" + node.text + "(EXPRESSION for x in ...)`";
    return context_.add_error(node.span);
  }
  const bool is_total = aggregate == Aggregate::sum || aggregate == Aggregate::avg;
  const bool is_extreme = aggregate == Aggregate::min || aggregate == Aggregate::max;
  if ((is_total && !can_be_summed(type)) || (is_extreme && !has_order(type))) {
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "`" + node.text + "` cannot be taken of a " + context_.text_of(type))
        .help = "name the amounts: `" + node.text + "(x.field for x in ...)`";
    return context_.add_error(node.span);
  }
  Type result = type.element();
  if (aggregate == Aggregate::count) result = Type::of(TypeKind::number);
  if (aggregate == Aggregate::list) result = Type::of(TypeKind::text);
  Expression expression = node_of(ExpressionKind::aggregate, node, result, {list});
  expression.aggregate = aggregate;
  expression.distinct = node.distinct;
  return context_.add(std::move(expression));
}

ExpressionId ExpressionChecker::check_function(const ast::Expression& node, Function function) {
  if (!expect_arguments(node, 1)) return context_.add_error(node.span);
  const ExpressionId operand = check(node.operands[0]);
  const Type type = context_.type_of(operand);
  if (type.kind == TypeKind::error) return operand;
  const Signature signature = signature_of(function);
  bool fits = signature.parameter.empty();
  for (const TypeKind kind : signature.parameter) fits = fits || kind == type.kind;
  if (!fits || type.is_list) {
    std::string wanted;
    for (const TypeKind kind : signature.parameter) {
      wanted +=
          (wanted.empty() ? "" : " or ") + (kind == TypeKind::record ? "a record" : context_.text_of(Type::of(kind)));
    }
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "`" + node.text + "` needs " + (wanted.empty() ? "a single value" : wanted) + ", found " +
               context_.text_of(type));
    return context_.add_error(node.span);
  }
  Expression expression = node_of(ExpressionKind::function, node, Type::of(signature.result), {operand});
  expression.function = function;
  return context_.add(std::move(expression));
}

ExpressionId ExpressionChecker::check_definition_call(const ast::Expression& node, Global& global) {
  global.is_used = true;
  const Definition& definition = context_.program.definitions[global.index];
  if (!expect_arguments(node, definition.parameters.size())) return context_.add_error(node.span);
  std::vector<ExpressionId> operands;
  for (std::size_t index = 0; index < node.operands.size(); ++index) {
    const VariableId variable = definition.parameters[index];
    const Type wanted = context_.program.variables[variable].type;
    const ExpressionId operand = converted(check(node.operands[index], &wanted), wanted);
    const Type type = context_.type_of(operand);
    if (!are_comparable(wanted, type)) {
      Diagnostic& diagnostic =
          report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[index]).span,
                 "`" + node.text + "` needs " + context_.text_of(wanted) + " here, found " + context_.text_of(type));
      diagnostic.labels.push_back({context_.program.variables[variable].span, "declared here"});
      return context_.add_error(node.span);
    }
    operands.push_back(operand);
  }
  if (definition.body == no_expression) return context_.add_error(node.span);
  Expression call = node_of(ExpressionKind::call, node, context_.type_of(definition.body), std::move(operands));
  call.index = global.index;
  return context_.add(std::move(call));
}

ExpressionId ExpressionChecker::check_source(ast::ExpressionId id) {
  const ExpressionId source = check(id);
  const Type type = context_.type_of(source);
  if (type.kind == TypeKind::error || type.is_list) return source;
  Diagnostic& diagnostic = report(DiagnosticCode::rule_type_mismatch, syntax(id).span,
                                  "expected an entity or a list behind `in`, found " + context_.text_of(type));
  if (type.kind == TypeKind::record) diagnostic.help = "a single record needs no `for`; name it with `let`";
  return context_.add_error(syntax(id).span);
}

Binding ExpressionChecker::check_binding(const ast::Binding& binding) {
  const ExpressionId source = check_source(binding.source);
  return {declare(binding.variable, context_.type_of(source).element()), source};
}

ExpressionId ExpressionChecker::check_quantifier(const ast::Expression& node) {
  const std::size_t outer_names = scope_.names.size();
  Expression quantifier = node_of(ExpressionKind::quantifier, node, Type::of(TypeKind::boolean));
  quantifier.bindings.push_back(check_binding(node.bindings[0]));
  if (node.condition != ast::no_expression) quantifier.condition = check_condition(node.condition);
  quantifier.operands.push_back(check_condition(node.operands[0]));
  quantifier.count = node.number;
  if (node.text == "all") quantifier.quantifier = Quantifier::all;
  if (node.text == "none") quantifier.quantifier = Quantifier::none;
  if (node.text == "exactly") quantifier.quantifier = Quantifier::exactly;
  if (node.text == "least") quantifier.quantifier = Quantifier::at_least;
  if (node.text == "most") quantifier.quantifier = Quantifier::at_most;
  scope_.names.resize(outer_names);
  return context_.add(std::move(quantifier));
}

ExpressionId ExpressionChecker::check_comprehension(const ast::Expression& node) {
  const std::size_t outer_names = scope_.names.size();
  Expression comprehension = node_of(ExpressionKind::comprehension, node, Type{});
  for (const ast::Binding& binding : node.bindings) comprehension.bindings.push_back(check_binding(binding));
  if (node.condition != ast::no_expression) comprehension.condition = check_condition(node.condition);
  const ExpressionId element = check(node.operands[0]);
  comprehension.operands.push_back(element);
  comprehension.type = context_.type_of(element);
  if (comprehension.type.kind != TypeKind::error) comprehension.type.is_list = true;
  scope_.names.resize(outer_names);
  return context_.add(std::move(comprehension));
}

}  // namespace roadlint::dsl::checking
