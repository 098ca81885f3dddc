// Names, literals and lists written out.
#include <charconv>

#include "dsl/check/expression_checker.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl::checking {

Expression ExpressionChecker::node_of(ExpressionKind kind, const ast::Expression& node, Type type,
                                      std::vector<ExpressionId> operands) {
  Expression expression;
  expression.kind = kind;
  expression.type = std::move(type);
  expression.span = node.span;
  expression.operands = std::move(operands);
  return expression;
}

ExpressionId ExpressionChecker::check(ast::ExpressionId id, const Type* expected) {
  using Kind = ast::ExpressionKind;
  const ast::Expression& node = syntax(id);
  switch (node.kind) {
    case Kind::name:
      return check_name(node, expected);
    case Kind::number:
    case Kind::percent:
    case Kind::money:
    case Kind::date:
    case Kind::duration:
    case Kind::text:
    case Kind::boolean:
      return check_literal(node, expected);
    case Kind::list:
      return check_list(node, expected);
    case Kind::field:
      return check_field(node);
    case Kind::closure:
      return check_closure(node);
    case Kind::reverse:
      return check_reverse(node);
    case Kind::call:
      return check_call(node);
    case Kind::negative:
      return check_negative(node, expected);
    case Kind::negation: {
      const ExpressionId operand = check_condition(node.operands[0]);
      return context_.add(node_of(ExpressionKind::negation, node, Type::of(TypeKind::boolean), {operand}));
    }
    case Kind::conjunction:
    case Kind::disjunction:
      return check_junction(node);
    case Kind::arithmetic:
      return check_arithmetic(node);
    case Kind::comparison:
      return check_comparison(node);
    case Kind::membership:
      return check_membership(node);
    case Kind::presence: {
      Expression presence =
          node_of(ExpressionKind::presence, node, Type::of(TypeKind::boolean), {check(node.operands[0])});
      presence.negated = node.negated;
      return context_.add(std::move(presence));
    }
    case Kind::matching:
      return check_matching(node);
    case Kind::difference:
    case Kind::intersection:
      return check_set(node);
    case Kind::conditional:
      return check_conditional(node, expected);
    case Kind::quantifier:
      return check_quantifier(node);
    case Kind::comprehension:
      return check_comprehension(node);
  }
  return context_.add_error(node.span);
}

ExpressionId ExpressionChecker::check_condition(ast::ExpressionId id) {
  const ExpressionId expression = check(id);
  const Type& type = context_.type_of(expression);
  if (type.kind == TypeKind::error || (type.kind == TypeKind::boolean && !type.is_list)) return expression;
  Diagnostic& diagnostic = report(DiagnosticCode::rule_type_mismatch, syntax(id).span,
                                  "expected a condition, found " + context_.text_of(type));
  diagnostic.help = type.is_list ? "write `any x in ... satisfies ...` or compare `count(...)`"
                                 : "compare it with something, or write `is present`";
  return context_.add_error(syntax(id).span);
}

VariableId ExpressionChecker::declare(const ast::Name& name, Type type, bool is_let) {
  const LocalName* local = scope_.find(name.text);
  const Global* global = context_.find(name.text);
  if (local != nullptr || global != nullptr) {
    const bool is_local = local != nullptr;
    Diagnostic& diagnostic = report(DiagnosticCode::rule_shadowed_name, name.span,
                                    "`" + name.text + "` hides a " +
                                        (is_local ? "name of this rule" : std::string(global_kind_name(global->kind))));
    const Span first = is_local ? context_.program.variables[local->variable].span : global->span;
    if (first.is_known()) diagnostic.labels.push_back({first, "first defined here"});
    diagnostic.help = "choose another name";
  }
  const VariableId variable = context_.add_variable(name.text, std::move(type), name.span);
  scope_.names.push_back({name.text, variable, false, is_let, false});
  return variable;
}

ExpressionId ExpressionChecker::check_name(const ast::Expression& node, const Type* expected) {
  if (const auto key = group_key(node, node.text)) return *key;
  if (LocalName* local = scope_.find(node.text)) {
    local->is_used = true;
    if (local->is_hidden) {
      report(DiagnosticCode::rule_unknown_name, node.span,
             "`" + node.text + "` is a single record; after `group by` only keys and lists are known")
          .help = "use a key as it is written behind `group by`, or a list behind `into`";
      return context_.add_error(node.span);
    }
    Expression variable = node_of(ExpressionKind::variable, node, context_.program.variables[local->variable].type);
    variable.index = local->variable;
    return context_.add(std::move(variable));
  }
  if (const auto member = enumeration_member(node, expected)) return *member;
  if (node.text == "as_of") {
    return context_.add(node_of(ExpressionKind::as_of, node, Type::of(TypeKind::date)));
  }
  if (Global* global = context_.find(node.text)) return use_global(node, *global);
  return unknown_name(node, expected);
}

/// The value of a group key written like this, after `group by`.
std::optional<ExpressionId> ExpressionChecker::group_key(const ast::Expression& node, std::string_view path) {
  for (const KeyPath& key : scope_.keys) {
    if (path.empty() || key.path != path) continue;
    Expression variable = node_of(ExpressionKind::variable, node, context_.program.variables[key.variable].type);
    variable.index = key.variable;
    return context_.add(std::move(variable));
  }
  return std::nullopt;
}

ExpressionId ExpressionChecker::use_global(const ast::Expression& node, Global& global) {
  global.is_used = true;
  if (global.kind == GlobalKind::parameter) {
    const Parameter& parameter = context_.program.parameters[global.index];
    Expression value = node_of(ExpressionKind::constant, node, parameter.type);
    value.constant = parameter.value;
    value.index = global.index;  // so that --set reaches every use
    return context_.add(std::move(value));
  }
  if (global.kind == GlobalKind::table && context_.program.model.tables[global.index].kind == TableKind::entity) {
    Expression rows = node_of(ExpressionKind::rows, node, Type::record_of(global.index).list());
    rows.index = global.index;
    return context_.add(std::move(rows));
  }
  Diagnostic& diagnostic =
      report(DiagnosticCode::rule_type_mismatch, node.span,
             "`" + node.text + "` is a " + std::string(global_kind_name(global.kind)) + ", which is no value");
  if (global.kind == GlobalKind::pattern) diagnostic.help = "write `TEXT matches " + node.text + "`";
  if (global.kind == GlobalKind::definition) diagnostic.help = "call it: `" + node.text + "(...)`";
  return context_.add_error(node.span);
}

std::optional<ExpressionId> ExpressionChecker::enumeration_member(const ast::Expression& node, const Type* expected) {
  if (expected == nullptr || expected->kind != TypeKind::enumeration) return std::nullopt;
  const std::uint32_t member = context_.program.model.enumerations[expected->index].find_member(node.text);
  if (member == no_id) return std::nullopt;
  Expression constant = node_of(ExpressionKind::constant, node, expected->element());
  constant.constant = EnumerationMember{expected->index, member};
  return context_.add(std::move(constant));
}

std::vector<std::string> ExpressionChecker::visible_names() const {
  std::vector<std::string> names;
  for (const LocalName& local : scope_.names) names.push_back(local.name);
  for (const auto& [name, global] : context_.globals) {
    if (global.kind == GlobalKind::parameter || global.kind == GlobalKind::table) names.push_back(name);
  }
  return names;
}

ExpressionId ExpressionChecker::unknown_name(const ast::Expression& node, const Type* expected) {
  const bool is_lost = scope_.lost_words != nullptr && scope_.lost_words->contains(node.text);
  // Beside something that was refused the name may well be a member of an enumeration.
  const bool is_beside_mistake = expected != nullptr && expected->kind == TypeKind::error;
  if (is_lost || is_beside_mistake || context_.may_be_lost(node.text)) return context_.add_error(node.span);
  std::vector<std::string> candidates = visible_names();
  const Model& model = context_.program.model;
  std::string message = "unknown name `" + node.text + "`";
  if (expected != nullptr && expected->kind == TypeKind::enumeration) {
    const Enumeration& enumeration = model.enumerations[expected->index];
    candidates.insert(candidates.end(), enumeration.members.begin(), enumeration.members.end());
    message = "`" + node.text + "` is no member of `" + enumeration.name + "`";
  }
  Diagnostic& diagnostic = report(DiagnosticCode::rule_unknown_name, node.span, message);
  suggest(diagnostic, node.text, std::move(candidates));
  if (model.tables.empty()) diagnostic.help = "name the model: `use model \"roadmap.model\"`";
  for (const Enumeration& enumeration : model.enumerations) {
    if (diagnostic.help.empty() && enumeration.find_member(node.text) != no_id) {
      diagnostic.notes.push_back("`" + node.text + "` is a member of `" + enumeration.name +
                                 "`; it can stand only where that is expected");
    }
  }
  return context_.add_error(node.span);
}

namespace {

TypeKind literal_kind(ast::ExpressionKind kind) {
  switch (kind) {
    case ast::ExpressionKind::number:
      return TypeKind::number;
    case ast::ExpressionKind::percent:
      return TypeKind::percent;
    case ast::ExpressionKind::money:
      return TypeKind::money;
    case ast::ExpressionKind::date:
      return TypeKind::date;
    case ast::ExpressionKind::duration:
      return TypeKind::duration;
    case ast::ExpressionKind::boolean:
      return TypeKind::boolean;
    default:
      return TypeKind::text;
  }
}

}  // namespace

ExpressionId ExpressionChecker::check_literal(const ast::Expression& node, const Type* expected) {
  // A member whose name is a reserved word cannot be written as a name.
  if (node.kind == ast::ExpressionKind::text && is_reserved_word(node.text)) {
    if (const auto member = enumeration_member(node, expected)) return *member;
  }
  Type type = Type::of(literal_kind(node.kind));
  if (node.kind == ast::ExpressionKind::date && expected != nullptr && expected->kind == TypeKind::deadline) {
    type.kind = TypeKind::deadline;
  }
  Constant value;
  if (!read_constant(context_.program.model, type, node.text, value)) {
    report(DiagnosticCode::rule_type_mismatch, node.span, "`" + node.text + "` is no valid " + context_.text_of(type));
    return context_.add_error(node.span);
  }
  if (const auto* money = std::get_if<Money>(&value)) type.currency = money->currency;
  Expression constant = node_of(ExpressionKind::constant, node, type);
  constant.constant = std::move(value);
  const ExpressionId id = context_.add(std::move(constant));
  return expected != nullptr ? converted(id, *expected) : id;
}

ExpressionId ExpressionChecker::check_list(const ast::Expression& node, const Type* expected) {
  std::optional<Type> element;
  if (expected != nullptr && expected->kind != TypeKind::error) element = expected->element();
  std::vector<ExpressionId> operands;
  for (const ast::ExpressionId operand : node.operands) {
    ExpressionId id = check(operand, element ? &*element : nullptr);
    const Type type = context_.type_of(id);
    if (type.kind == TypeKind::error) return context_.add_error(node.span);
    if (!element) element = type.element();
    id = converted(id, *element);
    if (!are_comparable(*element, context_.type_of(id))) {
      const bool is_currency = element->kind == TypeKind::money && type.kind == TypeKind::money;
      report(is_currency ? DiagnosticCode::rule_currency_mismatch : DiagnosticCode::rule_type_mismatch,
             syntax(operand).span,
             "a list holds values of one type: expected " + context_.text_of(*element) + ", found " +
                 context_.text_of(type));
      return context_.add_error(node.span);
    }
    operands.push_back(id);
  }
  const Type type = (element ? *element : Type::of(TypeKind::error)).list();
  return context_.add(node_of(ExpressionKind::list, node, type, std::move(operands)));
}

/// `"5 GW"` where a quantity is expected.
ExpressionId ExpressionChecker::quantity_of_text(ExpressionId id) {
  Expression quantity = context_.program.expressions[id];
  const auto* text = std::get_if<std::string>(&quantity.constant);
  Constant value;
  const Type type = Type::of(TypeKind::quantity);
  const bool is_literal = quantity.kind == ExpressionKind::constant && quantity.index == no_id && text != nullptr;
  if (!is_literal || !read_constant(context_.program.model, type, *text, value)) return id;
  quantity.type = type;
  quantity.constant = std::move(value);
  return context_.add(std::move(quantity));
}

ExpressionId ExpressionChecker::converted(ExpressionId id, const Type& target) {
  const Expression& source = context_.program.expressions[id];  // copied before anything is added
  const bool is_plain = source.type.kind == TypeKind::number || source.type.kind == TypeKind::percent ||
                        source.type.kind == TypeKind::factor;
  if (source.type.is_list) return id;
  if (target.kind == TypeKind::quantity && source.type.kind == TypeKind::text) return quantity_of_text(id);
  if (target.kind == TypeKind::quantity && is_plain) {
    Expression quantity = source;
    quantity.kind = ExpressionKind::to_quantity;
    quantity.type = Type::of(TypeKind::quantity);
    quantity.operands = {id};
    return context_.add(std::move(quantity));
  }
  const auto* number = std::get_if<Number>(&source.constant);
  if (source.kind != ExpressionKind::constant || source.index != no_id) return id;
  if ((target.kind == TypeKind::date || target.kind == TypeKind::deadline) && number != nullptr &&
      source.type.kind == TypeKind::number) {
    const auto period = read_calendar_period(number->exact_text());
    if (!period) return id;
    Expression year = source;
    year.type = Type::of(target.kind);
    year.constant = *period;
    return context_.add(std::move(year));
  }
  if (target.kind == TypeKind::deadline && source.type.kind == TypeKind::date) {
    Expression deadline = source;
    deadline.type = Type::of(TypeKind::deadline);
    return context_.add(std::move(deadline));
  }
  if (target.kind == TypeKind::factor && source.type.kind == TypeKind::number) {
    Expression factor = source;
    factor.type = Type::of(TypeKind::factor);
    return context_.add(std::move(factor));
  }
  return id;
}

}  // namespace roadlint::dsl::checking
