// Lists: written out, by comprehension, set operations; aggregates; calls of definitions; the dispatch over all kinds.
#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "engine/same_values.hpp"
#include "engine/value_arithmetic.hpp"
#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {

void ExpressionEvaluator::count_step() {
  if (++steps_ > limits::evaluation_steps) throw TooManySteps{};
}

void ExpressionEvaluator::count_evidence(std::size_t cells) {
  steps_ += cells * limits::steps_per_evidence;
  count_step();
}

namespace {

Value constant_value(const dsl::Constant& constant) {
  return std::visit([](const auto& value) -> Value { return value; }, constant);
}

}  // namespace

Result ExpressionEvaluator::evaluate(dsl::ExpressionId id) {
  using Kind = dsl::ExpressionKind;
  count_step();
  const Expression& node = at(id);
  switch (node.kind) {
    case Kind::constant:
      return {constant_value(node.constant), {}};
    case Kind::variable:
      return environment_[node.index];
    case Kind::as_of:
      return {as_of_, {}};
    case Kind::rows:
      return evaluate_rows(node);
    case Kind::field:
      return evaluate_field(node);
    case Kind::container:
      return evaluate_container(node);
    case Kind::closure:
      return evaluate_closure(node);
    case Kind::reverse:
      return evaluate_reverse(node);
    case Kind::dangling:
      return evaluate_dangling(node);
    case Kind::negation: {
      Result operand = evaluate(node.operands[0]);
      if (auto* value = std::get_if<bool>(&operand.value)) *value = !*value;
      return operand;
    }
    case Kind::conjunction:
    case Kind::disjunction:
      return evaluate_junction(node);
    case Kind::comparison:
      return evaluate_comparison(node);
    case Kind::membership:
      return evaluate_membership(node);
    case Kind::presence:
      return evaluate_presence(node);
    case Kind::matching:
      return evaluate_matching(node);
    case Kind::negative:
      return evaluate_negative(node);
    case Kind::arithmetic:
      return evaluate_arithmetic(node);
    case Kind::to_quantity:
      return evaluate_to_quantity(node);
    case Kind::difference:
    case Kind::intersection:
      return evaluate_set(node);
    case Kind::conditional:
      return evaluate_conditional(node);
    case Kind::list:
      return evaluate_list(node);
    case Kind::quantifier:
      return evaluate_quantifier(node);
    case Kind::comprehension:
      return evaluate_comprehension(node);
    case Kind::aggregate:
      return evaluate_aggregate(node);
    case Kind::call:
      return evaluate_call(node);
    case Kind::function:
      return evaluate_function(node);
    case Kind::first_match:
      return evaluate_first_match(node);
  }
  return {};
}

List distinct(const List& list, const dsl::Type& type) {
  List result;
  SameValues known;
  for (const Result& element : list) {
    if (element.missing() == nullptr) {
      SameValues::Values value = {counted_value(element.value, type)};
      if (known.find(value)) continue;
      known.add(std::move(value));
    }
    result.push_back(element);
  }
  return result;
}

Causes missing_elements(const List& list) {
  Causes causes;
  for (const Result& element : list) {
    if (element.missing() != nullptr) append(causes, element.missing()->causes);
  }
  return causes;
}

Result ExpressionEvaluator::evaluate_list(const Expression& node) {
  List list;
  for (const dsl::ExpressionId operand : node.operands) list.push_back(evaluate(operand));
  return {std::move(list), {}};
}

Result ExpressionEvaluator::evaluate_set(const Expression& node) {
  const Result left = evaluate(node.operands[0]);
  const Result right = evaluate(node.operands[1]);
  Cells evidence = left.evidence;
  append(evidence, right.evidence);
  for (const Result* side : {&left, &right}) {
    if (side->missing() != nullptr) return {side->value, std::move(evidence)};
  }
  const bool keeps_found = node.kind == dsl::ExpressionKind::intersection;
  const List& others = right.as<List>();
  const Causes unsure = missing_elements(others);
  SameValues known;
  for (const Result& other : others) {
    count_step();
    if (other.missing() == nullptr) known.add({counted_value(other.value, at(node.operands[1]).type)});
  }
  List result;
  for (const Result& element : distinct(left.as<List>(), node.type)) {
    count_step();
    const bool is_found = element.missing() == nullptr && known.find({counted_value(element.value, node.type)});
    if (element.missing() != nullptr || is_found == keeps_found) {
      // Whether an element is missing in a list that is not fully known cannot be said.
      const bool is_unsure = !keeps_found && !unsure.empty();
      result.push_back(is_unsure ? Result{Missing{unsure}, element.evidence} : element);
    } else if (keeps_found && !unsure.empty()) {
      result.push_back({Missing{unsure}, element.evidence});
    }
  }
  return {std::move(result), std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_comprehension(const Expression& node) {
  List list;
  std::vector<Cells> evidence(node.bindings.size());
  collect(node, 0, list, evidence);
  Cells joined;
  for (const Cells& level : evidence) append(joined, level);
  return {std::move(list), std::move(joined)};
}

/// One loop for each binding; the innermost adds the element when the condition is true, a missing one when it is
/// unknown.
void ExpressionEvaluator::collect(const Expression& node, std::size_t binding, List& list,
                                  std::vector<Cells>& evidence) {
  if (binding < node.bindings.size()) {
    const Result source = evaluate(node.bindings[binding].source);
    append(evidence[binding], source.evidence);
    for_each(
        node.bindings[binding].variable, source, [&] { collect(node, binding + 1, list, evidence); },
        [&](const Result& element) { list.push_back(element); });
    return;
  }
  if (node.condition != dsl::no_expression) {
    Truth condition = truth(node.condition);
    if (!condition.value) {
      list.push_back({Missing{std::move(condition.causes)}, std::move(condition.evidence)});
      return;
    }
    if (!*condition.value) return;
  }
  Result element = evaluate(node.operands[0]);
  if (const auto* inner = std::get_if<List>(&element.value)) {
    list.insert(list.end(), inner->begin(), inner->end());
  } else {
    list.push_back(std::move(element));
  }
}

namespace {

/// The cells of an addend; a record that is counted is evidence itself.
Cells evidence_of(const Result& element) {
  const auto* records = std::get_if<Records>(&element.value);
  if (records == nullptr || !element.evidence.empty()) return element.evidence;
  Cells cells;
  for (const Row row : records->rows) cells.push_back({{records->table, row}, dsl::no_id});
  return cells;
}

}  // namespace

Result ExpressionEvaluator::evaluate_aggregate(const Expression& node) {
  const Result source = evaluate(node.operands[0]);
  if (source.missing() != nullptr) return source;
  const List elements = node.distinct ? distinct(source.as<List>(), at(node.operands[0]).type) : source.as<List>();
  Cells evidence;
  // The records of a group are shown by the values that put them there: see evaluate.cpp.
  const bool is_group = at(node.operands[0]).kind == dsl::ExpressionKind::variable;
  for (const Result& element : source.as<List>()) append(evidence, is_group ? element.evidence : evidence_of(element));
  if (evidence.empty()) evidence = source.evidence;
  Causes causes = missing_elements(elements);
  if (!causes.empty()) return {Missing{std::move(causes)}, std::move(evidence)};
  Value value = aggregated(node, elements);
  if (auto* failed = std::get_if<Missing>(&value); failed != nullptr && !evidence.empty()) {
    CellId& cell = failed->causes.front().cell;
    if (cell.record.table == dsl::no_id) cell = evidence.front();
  }
  return {std::move(value), std::move(evidence)};
}

Value ExpressionEvaluator::aggregated(const Expression& node, const List& elements) {
  switch (node.aggregate) {
    case dsl::Aggregate::count:
      return Number(static_cast<std::int64_t>(elements.size()));
    case dsl::Aggregate::sum:
    case dsl::Aggregate::avg:
      return summed(node, elements);
    case dsl::Aggregate::min:
    case dsl::Aggregate::max:
      return extreme(node, elements);
    case dsl::Aggregate::list:
      return joined(node, elements);
  }
  return Missing{};
}

Value ExpressionEvaluator::summed(const Expression& node, const List& elements) {
  const bool is_average = node.aggregate == dsl::Aggregate::avg;
  if (elements.empty()) {
    if (is_average) return Missing{{{MissingReason::nothing_to_choose, {}}}};
    return zero_of(node.type);
  }
  Value total_value = elements.front().value;
  for (std::size_t index = 1; index < elements.size(); ++index) {
    count_step();
    total_value = sum_of_amounts(total_value, elements[index].value);
    if (auto* failed = std::get_if<Missing>(&total_value)) {
      // The addend that does not fit is named.
      if (!elements[index].evidence.empty()) failed->causes.front().cell = elements[index].evidence.front();
      return total_value;
    }
  }
  return is_average ? divided(std::move(total_value), static_cast<std::int64_t>(elements.size())) : total_value;
}

/// The first element that is certainly not beyond any other.
Value ExpressionEvaluator::extreme(const Expression& node, const List& elements) {
  if (elements.empty()) return Missing{{{MissingReason::nothing_to_choose, {}}}};
  const auto key = [&](const Result& element) { return counted_value(element.value, node.type); };
  const dsl::Operation operation =
      node.aggregate == dsl::Aggregate::min ? dsl::Operation::less_equal : dsl::Operation::greater_equal;
  MissingReason reason = MissingReason::overlapping_dates;
  for (const Result& candidate : elements) {
    const bool is_extreme = std::all_of(elements.begin(), elements.end(), [&](const Result& other) {
      count_step();
      if (&candidate == &other || are_same(key(candidate), key(other))) return true;
      const Comparison comparison = compare(key(candidate), operation, key(other));
      if (!comparison.answer) reason = comparison.reason;
      return comparison.answer.value_or(false);
    });
    if (is_extreme) return candidate.value;
  }
  return Missing{{{reason, {}}}};
}

Value ExpressionEvaluator::joined(const Expression& node, const List& elements) {
  const dsl::Type type = at(node.operands[0]).type.element();
  std::string text;
  for (const Result& element : elements) {
    text += (text.empty() ? "" : ", ") + element_text(naming(), element.value, type, node.language);
  }
  return text;
}

Result ExpressionEvaluator::evaluate_call(const Expression& node) {
  const dsl::Definition& definition = program_.definitions[node.index];
  std::vector<Result> arguments;
  for (const dsl::ExpressionId operand : node.operands) arguments.push_back(evaluate(operand));
  // A definition may be called in its own argument; the variables get their values only when all are known.
  std::vector<Result> outer;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    outer.push_back(std::exchange(environment_[definition.parameters[index]], std::move(arguments[index])));
  }
  Result result = evaluate(definition.body);
  for (std::size_t index = 0; index < outer.size(); ++index) {
    environment_[definition.parameters[index]] = std::move(outer[index]);
  }
  return result;
}

}  // namespace roadlint::twin
