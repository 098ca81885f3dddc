// Operators: comparison, membership, arithmetic, sets, logic.
#include "dsl/check/expression_checker.hpp"

namespace roadlint::dsl::checking {
namespace {

bool is_plain(const Type& type) { return type.kind == TypeKind::number || type.kind == TypeKind::factor; }
bool is_scale(const Type& type) { return is_plain(type) || type.kind == TypeKind::percent; }
bool is_calendar(const Type& type) { return type.kind == TypeKind::date || type.kind == TypeKind::deadline; }

bool have_unlike_currencies(const Type& left, const Type& right) {
  return left.kind == TypeKind::money && right.kind == TypeKind::money && left.currency && right.currency &&
         *left.currency != *right.currency;
}

Type money_of_both(const Type& left, const Type& right) { return left.currency ? left : right; }

std::optional<Operation> operation_of(std::string_view text) {
  for (const Operation operation :
       {Operation::equal, Operation::unequal, Operation::less, Operation::less_equal, Operation::greater,
        Operation::greater_equal, Operation::add, Operation::subtract, Operation::multiply, Operation::divide}) {
    if (operation_name(operation) == text) return operation;
  }
  return std::nullopt;
}

/// The type of left + right or left - right.
std::optional<Type> sum_type(const Type& left, const Type& right, bool is_subtraction) {
  if (is_plain(left) && is_plain(right)) return Type::of(TypeKind::number);
  if (left.kind == TypeKind::percent && right.kind == TypeKind::percent) return left;
  if (left.kind == TypeKind::money && right.kind == TypeKind::money) return money_of_both(left, right);
  if (left.kind == TypeKind::quantity && right.kind == TypeKind::quantity) return left;
  if (left.kind == TypeKind::duration && right.kind == TypeKind::duration) return left;
  if (is_calendar(left) && right.kind == TypeKind::duration) return left;
  if (is_calendar(left) && is_calendar(right) && is_subtraction) return Type::of(TypeKind::duration);
  return std::nullopt;
}

std::optional<Type> product_type(const Type& left, const Type& right) {
  const auto scaled = [](const Type& scale, const Type& value) -> std::optional<Type> {
    if (!is_scale(scale)) return std::nullopt;
    if (value.kind == TypeKind::money || value.kind == TypeKind::quantity) return value;
    if (value.kind == TypeKind::duration && is_plain(scale)) return value;
    return std::nullopt;
  };
  if (is_scale(left) && is_scale(right)) {
    const bool are_shares = left.kind == TypeKind::percent && right.kind == TypeKind::percent;
    return Type::of(are_shares ? TypeKind::percent : TypeKind::number);
  }
  if (const auto type = scaled(left, right)) return type;
  return scaled(right, left);
}

std::optional<Type> quotient_type(const Type& left, const Type& right) {
  const bool is_amount = left.kind == TypeKind::money || left.kind == TypeKind::quantity;
  if (is_amount && left.kind == right.kind) return Type::of(TypeKind::number);
  if (is_amount && is_scale(right)) return left;
  if (left.kind == TypeKind::percent && is_plain(right)) return left;
  if (is_scale(left) && is_scale(right)) return Type::of(TypeKind::number);
  return std::nullopt;
}

}  // namespace

bool are_comparable(const Type& left, const Type& right) {
  if (left.kind == TypeKind::error || right.kind == TypeKind::error) return true;
  if (left.is_list != right.is_list) return false;
  if (is_plain(left) && is_plain(right)) return true;
  if (is_calendar(left) && is_calendar(right)) return true;
  if (left.kind != right.kind || have_unlike_currencies(left, right)) return false;
  return (left.kind != TypeKind::record && left.kind != TypeKind::enumeration) || left.index == right.index;
}

bool has_order(const Type& type) {
  switch (type.kind) {
    case TypeKind::error:
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
    case TypeKind::money:
    case TypeKind::quantity:
    case TypeKind::date:
    case TypeKind::deadline:
    case TypeKind::duration:
      return true;
    default:
      return false;
  }
}

/// Reports that two types do not go together; false when an error was reported for one of them before.
bool ExpressionChecker::report_unlike(const ast::Expression& node, const Type& left, const Type& right,
                                      std::string_view verb) {
  if (left.kind == TypeKind::error || right.kind == TypeKind::error) return false;
  const bool is_currency = have_unlike_currencies(left, right);
  const DiagnosticCode code = is_currency ? DiagnosticCode::rule_currency_mismatch : DiagnosticCode::rule_type_mismatch;
  Diagnostic& diagnostic = report(code, node.span,
                                  "cannot " + std::string(verb) + " " + context_.text_of(left) +
                                      (verb == "look up" ? " in " : " and ") + context_.text_of(right));
  diagnostic.labels.push_back({syntax(node.operands[0]).span, "this is " + context_.text_of(left)});
  diagnostic.labels.push_back({syntax(node.operands[1]).span, "this is " + context_.text_of(right)});
  const auto one_is = [&](TypeKind kind) { return left.kind == kind || right.kind == kind; };
  if (is_currency) diagnostic.help = "amounts are never converted; compare amounts in one currency";
  if (left.is_list != right.is_list && verb != "look up")
    diagnostic.help = "write `in`, `any x in ... satisfies ...` or an aggregate such as `count(...)`";
  if (left.is_list && right.is_list && verb == "compare")
    diagnostic.help = "compare what differs: `count(... except ...) = 0`";
  if (one_is(TypeKind::percent) && (is_plain(left) || is_plain(right)))
    diagnostic.help = "write the number as a percentage, such as `50 %`";
  if (one_is(TypeKind::record) && one_is(TypeKind::text))
    diagnostic.help = "compare with `id(...)`, the id of the record as text";
  if (one_is(TypeKind::enumeration) && one_is(TypeKind::text)) diagnostic.help = "write the member without quotes";
  return true;
}

ExpressionId ExpressionChecker::check_comparison(const ast::Expression& node) {
  // The side that may be a bare member of an enumeration is read last, when the other side's type is known.
  const bool right_first = is_bare_member(node.operands[0]) && !is_bare_member(node.operands[1]);
  ExpressionId left = 0;
  ExpressionId right = 0;
  if (right_first) {
    right = check(node.operands[1]);
    const Type type = context_.type_of(right);
    left = check(node.operands[0], &type);
  } else {
    left = check(node.operands[0]);
    const Type type = context_.type_of(left);
    right = check(node.operands[1], &type);
  }
  left = converted(left, context_.type_of(right));
  right = converted(right, context_.type_of(left));
  const Type left_type = context_.type_of(left);
  const Type right_type = context_.type_of(right);
  const Operation operation = operation_of(node.text).value_or(Operation::equal);
  const bool is_order = operation != Operation::equal && operation != Operation::unequal;
  Expression comparison = node_of(ExpressionKind::comparison, node, Type::of(TypeKind::boolean), {left, right});
  comparison.operation = operation;
  const bool lists = left_type.is_list || right_type.is_list;
  if (!are_comparable(left_type, right_type) || (lists && left_type.kind != TypeKind::error)) {
    static_cast<void>(report_unlike(node, left_type, right_type, "compare"));
    return context_.add_error(node.span);
  }
  if (is_order && !(has_order(left_type) && has_order(right_type))) {
    report(DiagnosticCode::rule_type_mismatch, node.span,
           "values of " + context_.text_of(left_type) + " have no order, so `" + node.text + "` has no meaning")
        .help = "use `=`, `!=` or `in`";
    return context_.add_error(node.span);
  }
  return context_.add(std::move(comparison));
}

ExpressionId ExpressionChecker::check_membership(const ast::Expression& node) {
  const bool right_first = is_bare_member(node.operands[0]) && !is_bare_member(node.operands[1]);
  ExpressionId element = 0;
  ExpressionId list = 0;
  if (right_first) {
    list = check(node.operands[1]);
    const Type type = context_.type_of(list).element();
    element = check(node.operands[0], &type);
  } else {
    element = check(node.operands[0]);
    const Type type = context_.type_of(element).list();
    list = check(node.operands[1], &type);
  }
  element = converted(element, context_.type_of(list).element());
  const Type element_type = context_.type_of(element);
  const Type list_type = context_.type_of(list);
  if (element_type.kind != TypeKind::error && list_type.kind != TypeKind::error) {
    if (!list_type.is_list) {
      report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[1]).span,
             "expected a list behind `in`, found " + context_.text_of(list_type));
      return context_.add_error(node.span);
    }
    if (element_type.is_list || !are_comparable(element_type, list_type.element())) {
      static_cast<void>(report_unlike(node, element_type, list_type, "look up"));
      return context_.add_error(node.span);
    }
  }
  Expression membership = node_of(ExpressionKind::membership, node, Type::of(TypeKind::boolean), {element, list});
  membership.negated = node.negated;
  return context_.add(std::move(membership));
}

ExpressionId ExpressionChecker::check_matching(const ast::Expression& node) {
  const ExpressionId text = check(node.operands[0]);
  const Type& type = context_.type_of(text);
  if (type.kind != TypeKind::error && (type.kind != TypeKind::text || type.is_list)) {
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "expected a text before `matches`, found " + context_.text_of(type));
    return context_.add_error(node.span);
  }
  const PatternId pattern = find_pattern(node.text, node.text_span);
  if (pattern == no_id) return context_.add_error(node.span);
  Expression matching = node_of(ExpressionKind::matching, node, Type::of(TypeKind::boolean), {text});
  matching.index = pattern;
  matching.negated = node.negated;
  return context_.add(std::move(matching));
}

/// The word list or pattern of a name; no_id, and reported, when there is none.
PatternId ExpressionChecker::find_pattern(const std::string& pattern_name, Span place) {
  Global* global = context_.find(pattern_name);
  if (global != nullptr && global->kind == GlobalKind::pattern) {
    global->is_used = true;
    return global->index;
  }
  if (context_.may_be_lost(pattern_name)) return no_id;
  std::vector<std::string> candidates;
  for (const auto& [name, entry] : context_.globals) {
    if (entry.kind == GlobalKind::pattern) candidates.push_back(name);
  }
  Diagnostic& diagnostic =
      report(DiagnosticCode::rule_unknown_name, place, "`" + pattern_name + "` is no word list or pattern");
  suggest(diagnostic, pattern_name, std::move(candidates));
  return no_id;
}

/// `first_match(TEXT, LIST)`: the words that the list finds in the text.
ExpressionId ExpressionChecker::check_first_match(const ast::Expression& node) {
  if (!expect_arguments(node, 2)) return context_.add_error(node.span);
  const ExpressionId text = check(node.operands[0]);
  const Type& type = context_.type_of(text);
  if (type.kind != TypeKind::error && (type.kind != TypeKind::text || type.is_list)) {
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "`first_match` needs a text, found " + context_.text_of(type));
    return context_.add_error(node.span);
  }
  const ast::Expression& list = syntax(node.operands[1]);
  if (list.kind != ast::ExpressionKind::name) {
    report(DiagnosticCode::rule_type_mismatch, list.span,
           "the second argument of `first_match` is the name of a word list or pattern");
    return context_.add_error(node.span);
  }
  const PatternId pattern = find_pattern(list.text, list.span);
  if (pattern == no_id) return context_.add_error(node.span);
  Expression match = node_of(ExpressionKind::first_match, node, Type::of(TypeKind::text), {text});
  match.index = pattern;
  return context_.add(std::move(match));
}

ExpressionId ExpressionChecker::check_arithmetic(const ast::Expression& node) {
  ExpressionId left = check(node.operands[0]);
  ExpressionId right = check(node.operands[1]);
  const Operation operation = operation_of(node.text).value_or(Operation::add);
  const bool is_sum = operation == Operation::add || operation == Operation::subtract;
  if (is_sum) {
    left = converted(left, context_.type_of(right));
    right = converted(right, context_.type_of(left));
  }
  const Type left_type = context_.type_of(left);
  const Type right_type = context_.type_of(right);
  if (left_type.kind == TypeKind::error || right_type.kind == TypeKind::error) return context_.add_error(node.span);
  std::optional<Type> type;
  const bool is_possible = !left_type.is_list && !right_type.is_list && !have_unlike_currencies(left_type, right_type);
  if (is_possible && is_sum) type = sum_type(left_type, right_type, operation == Operation::subtract);
  if (is_possible && operation == Operation::multiply) type = product_type(left_type, right_type);
  if (is_possible && operation == Operation::divide) type = quotient_type(left_type, right_type);
  if (!type) {
    const std::string_view verb = operation == Operation::add        ? "add"
                                  : operation == Operation::subtract ? "subtract"
                                  : operation == Operation::multiply ? "multiply"
                                                                     : "divide";
    static_cast<void>(report_unlike(node, left_type, right_type, verb));
    return context_.add_error(node.span);
  }
  Expression arithmetic = node_of(ExpressionKind::arithmetic, node, *type, {left, right});
  arithmetic.operation = operation;
  return context_.add(std::move(arithmetic));
}

ExpressionId ExpressionChecker::check_set(const ast::Expression& node) {
  const ExpressionId left = check(node.operands[0]);
  const Type left_type = context_.type_of(left);
  const ExpressionId right = check(node.operands[1], &left_type);
  const Type right_type = context_.type_of(right);
  const bool are_lists = left_type.is_list && right_type.is_list;
  const bool has_error = left_type.kind == TypeKind::error || right_type.kind == TypeKind::error;
  if (has_error) return context_.add_error(node.span);
  if (!are_lists || !are_comparable(left_type, right_type)) {
    static_cast<void>(report_unlike(node, left_type, right_type, "combine as sets"));
    return context_.add_error(node.span);
  }
  const bool is_difference = node.kind == ast::ExpressionKind::difference;
  const ExpressionKind kind = is_difference ? ExpressionKind::difference : ExpressionKind::intersection;
  return context_.add(node_of(kind, node, left_type, {left, right}));
}

ExpressionId ExpressionChecker::check_conditional(const ast::Expression& node, const Type* expected) {
  const ExpressionId condition = check_condition(node.operands[0]);
  ExpressionId then_value = check(node.operands[1], expected);
  const Type then_type = context_.type_of(then_value);
  ExpressionId else_value = check(node.operands[2], expected != nullptr ? expected : &then_type);
  then_value = converted(then_value, context_.type_of(else_value));
  else_value = converted(else_value, context_.type_of(then_value));
  const Type type = context_.type_of(then_value);
  const Type else_type = context_.type_of(else_value);
  if (!are_comparable(type, else_type)) {
    report(DiagnosticCode::rule_type_mismatch, node.span,
           "both choices must be of one type, found " + context_.text_of(type) + " and " + context_.text_of(else_type));
    return context_.add_error(node.span);
  }
  return context_.add(node_of(ExpressionKind::conditional, node, type, {condition, then_value, else_value}));
}

ExpressionId ExpressionChecker::check_junction(const ast::Expression& node) {
  std::vector<ExpressionId> operands;
  for (const ast::ExpressionId operand : node.operands) operands.push_back(check_condition(operand));
  const bool is_and = node.kind == ast::ExpressionKind::conjunction;
  return context_.add(node_of(is_and ? ExpressionKind::conjunction : ExpressionKind::disjunction, node,
                              Type::of(TypeKind::boolean), std::move(operands)));
}

ExpressionId ExpressionChecker::check_negative(const ast::Expression& node, const Type* expected) {
  const ExpressionId operand = check(node.operands[0], expected);
  const Type type = context_.type_of(operand);
  const bool is_amount = is_scale(type) || type.kind == TypeKind::money || type.kind == TypeKind::quantity;
  if (type.kind == TypeKind::error) return operand;
  if (!is_amount || type.is_list) {
    report(DiagnosticCode::rule_type_mismatch, node.span, "cannot negate " + context_.text_of(type));
    return context_.add_error(node.span);
  }
  return context_.add(node_of(ExpressionKind::negative, node, type, {operand}));
}

}  // namespace roadlint::dsl::checking
