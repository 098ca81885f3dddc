// Three-valued logic: conditions, membership, presence, quantifiers.
#include <algorithm>

#include "engine/value_arithmetic.hpp"

#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {
namespace {

using dsl::Quantifier;

bool has_present_element(const Column& column, const Slice& slice) {
  const auto first = column.elements->states.begin() + slice.first;
  return std::find(first, first + slice.count, CellState::present) != first + slice.count;
}

Result unknown(Causes causes, Cells evidence) { return {Missing{std::move(causes)}, std::move(evidence)}; }

}  // namespace

ExpressionEvaluator::Truth ExpressionEvaluator::truth(dsl::ExpressionId id) {
  Result result = evaluate(id);
  if (const Missing* missing = result.missing()) return {std::nullopt, missing->causes, std::move(result.evidence)};
  return {result.as<bool>(), {}, std::move(result.evidence)};
}

/// `and` is false when some operand is; `or` is true when some operand is. The evidence is that of the operands that
/// decide.
Result ExpressionEvaluator::evaluate_junction(const Expression& node) {
  const bool deciding = node.kind == dsl::ExpressionKind::disjunction;
  Cells deciding_evidence;
  Cells unknown_evidence;
  Cells all_evidence;
  Causes causes;
  bool is_decided = false;
  for (const dsl::ExpressionId operand : node.operands) {
    const Truth truth_value = truth(operand);
    append(all_evidence, truth_value.evidence);
    if (!truth_value.value) {
      append(causes, truth_value.causes);
      append(unknown_evidence, truth_value.evidence);
    } else if (*truth_value.value == deciding) {
      is_decided = true;
      append(deciding_evidence, truth_value.evidence);
    }
  }
  if (is_decided) return {deciding, std::move(deciding_evidence)};
  if (!causes.empty()) return unknown(std::move(causes), std::move(unknown_evidence));
  return {!deciding, std::move(all_evidence)};
}

OperandsJoined joined_operands(const Result& left, const Result& right) {
  OperandsJoined joined;
  for (const Result* operand : {&left, &right}) {
    append(joined.evidence, operand->evidence);
    if (operand->missing() == nullptr) continue;
    append(joined.causes, operand->missing()->causes);
    joined.is_missing = true;
  }
  return joined;
}

Result ExpressionEvaluator::evaluate_comparison(const Expression& node) {
  const Result left = evaluate(node.operands[0]);
  const Result right = evaluate(node.operands[1]);
  auto [evidence, causes, is_missing] = joined_operands(left, right);
  if (is_missing) return unknown(std::move(causes), std::move(evidence));
  const auto value_of = [&](const Result& result, dsl::ExpressionId operand) {
    return counted_value(result.value, at(operand).type);
  };
  const Comparison comparison =
      compare(value_of(left, node.operands[0]), node.operation, value_of(right, node.operands[1]));
  if (comparison.answer) return {*comparison.answer, std::move(evidence)};
  const CellId cell = evidence.empty() ? CellId{} : evidence.front();
  return unknown({{comparison.reason, cell}}, std::move(evidence));
}

Result ExpressionEvaluator::evaluate_membership(const Expression& node) {
  const Result element = evaluate(node.operands[0]);
  const Expression& list_node = at(node.operands[1]);
  const bool is_closure = list_node.kind == dsl::ExpressionKind::closure && element.missing() == nullptr;
  const Result list = is_closure ? evaluate_closure(list_node, &element.value) : evaluate(node.operands[1]);
  const Value wanted = counted_value(element.value, at(node.operands[0]).type);
  Cells evidence = element.evidence;
  if (element.missing() != nullptr) return unknown(element.missing()->causes, std::move(evidence));
  if (list.missing() != nullptr) {
    append(evidence, list.evidence);
    return unknown(list.missing()->causes, std::move(evidence));
  }
  Causes causes;
  for (const Result& candidate : list.as<List>()) {
    count_step();
    if (candidate.missing() != nullptr) {
      append(causes, candidate.missing()->causes);
    } else if (are_same(wanted, counted_value(candidate.value, list_node.type))) {
      append(evidence, candidate.evidence);
      return {!node.negated, std::move(evidence)};
    }
  }
  append(evidence, list.evidence);
  if (!causes.empty()) return unknown(std::move(causes), std::move(evidence));
  return {node.negated, std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_presence(const Expression& node) {
  const Result operand = evaluate(node.operands[0]);
  bool is_present = operand.missing() == nullptr;
  if (const auto* list = std::get_if<List>(&operand.value)) {
    is_present =
        std::any_of(list->begin(), list->end(), [](const Result& element) { return element.missing() == nullptr; });
  }
  Cells evidence = operand.evidence;
  if (const auto* list = std::get_if<List>(&operand.value)) {
    for (const Result& element : *list) append(evidence, element.evidence);
  }
  const Expression& path = at(node.operands[0]);
  const bool is_list_field =
      path.kind == dsl::ExpressionKind::field && program_.model.tables[path.index].fields[path.field].type.is_list;
  if (!is_present && is_list_field) {
    // A list that holds only dangling references is present all the same.
    const Result base = evaluate(path.operands[0]);
    List records;
    if (const auto* list = std::get_if<List>(&base.value)) records = *list;
    if (std::holds_alternative<Records>(base.value)) records.push_back(base);
    const Column& column = data_.tables[path.index].columns[path.field];
    for (const Result& record : records) {
      if (record.missing() != nullptr || !column.elements) continue;
      for (const Row row : record.as<Records>().rows) {
        is_present = is_present || has_present_element(column, column.slices[row]);
      }
    }
  }
  return {is_present != node.negated, std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_matching(const Expression& node) {
  const Result text = evaluate(node.operands[0]);
  if (text.missing() != nullptr) return text;
  const bool matches = program_.patterns[node.index].pattern.find(text.as<std::string>()).has_value();
  return {matches != node.negated, text.evidence};
}

Result ExpressionEvaluator::evaluate_conditional(const Expression& node) {
  Truth condition = truth(node.operands[0]);
  if (!condition.value) return unknown(std::move(condition.causes), std::move(condition.evidence));
  Result chosen = evaluate(node.operands[*condition.value ? 1 : 2]);
  append(condition.evidence, chosen.evidence);
  return {std::move(chosen.value), std::move(condition.evidence)};
}

void ExpressionEvaluator::for_each(dsl::VariableId variable, const Result& source, const std::function<void()>& body,
                                   const std::function<void(const Result&)>& unknown_element) {
  if (source.missing() != nullptr) {
    unknown_element(source);
    return;
  }
  for (const Result& element : source.as<List>()) {
    count_step();
    if (element.missing() != nullptr) {
      unknown_element(element);
      continue;
    }
    const auto* records = std::get_if<Records>(&element.value);
    if (records == nullptr) {
      environment_[variable] = element;
      body();
      continue;
    }
    // Dangling references have no row; an id used twice has several.
    for (const Row row : records->rows) {
      environment_[variable] = {Records{records->table, {row}, dsl::no_id, {}}, {}};
      body();
    }
  }
}

namespace {

/// How the elements of a quantifier fared.
struct Tally {
  std::int64_t holding = 0;
  std::int64_t failing = 0;
  std::int64_t unsure = 0;
  Causes causes;
  Cells holding_evidence;
  Cells failing_evidence;
  Cells unsure_evidence;
};

std::optional<bool> answer_of(const dsl::Expression& node, const Tally& tally) {
  const std::int64_t most = tally.holding + tally.unsure;
  switch (node.quantifier) {
    case Quantifier::any:
      if (tally.holding > 0) return true;
      break;
    case Quantifier::all:
      if (tally.failing > 0) return false;
      break;
    case Quantifier::none:
      if (tally.holding > 0) return false;
      break;
    case Quantifier::exactly:
      if (tally.holding > node.count || most < node.count) return false;
      break;
    case Quantifier::at_least:
      if (tally.holding >= node.count) return true;
      if (most < node.count) return false;
      break;
    case Quantifier::at_most:
      if (tally.holding > node.count) return false;
      if (most <= node.count) return true;
      break;
  }
  if (tally.unsure > 0) return std::nullopt;
  if (node.quantifier == Quantifier::any) return false;
  return true;  // none fails, none holds that must not, or the count is exact
}

/// The elements that decided: those that hold where holding decides, else those that fail.
Cells deciding_evidence(const dsl::Expression& node, const Tally& tally, bool answer) {
  switch (node.quantifier) {
    case Quantifier::any:
      return answer ? tally.holding_evidence : tally.failing_evidence;
    case Quantifier::all:
      return answer ? tally.holding_evidence : tally.failing_evidence;
    case Quantifier::none:
      return answer ? tally.failing_evidence : tally.holding_evidence;
    default: {
      Cells all = tally.holding_evidence;
      append(all, tally.failing_evidence);
      return all;
    }
  }
}

}  // namespace

/// Records of a whole table that do not fit are no evidence: there may be a hundred thousand of them.
Result ExpressionEvaluator::evaluate_quantifier(const Expression& node) {
  const Result source = evaluate(node.bindings[0].source);
  const bool is_whole_table = at(node.bindings[0].source).kind == dsl::ExpressionKind::rows;
  Tally tally;
  const auto add_unsure = [&](const Causes& causes, const Cells& evidence) {
    ++tally.unsure;
    append(tally.causes, causes);
    append(tally.unsure_evidence, evidence);
  };
  const auto visit = [&] {
    if (node.condition != dsl::no_expression) {
      const Truth condition = truth(node.condition);
      if (!condition.value) {
        // Whether the element counts is unknown; that matters only when its body could change the answer.
        const std::optional<bool> body = truth(node.operands[0]).value;
        const bool neutral = node.quantifier == Quantifier::all;
        if (body != neutral) add_unsure(condition.causes, condition.evidence);
        return;
      }
      if (!*condition.value) return;
    }
    const Truth body = truth(node.operands[0]);
    if (!body.value) return add_unsure(body.causes, body.evidence);
    if (*body.value) {
      ++tally.holding;
      append(tally.holding_evidence, body.evidence);
    } else {
      ++tally.failing;
      const bool decides = !is_whole_table || node.quantifier == Quantifier::all;
      if (decides) append(tally.failing_evidence, body.evidence);
    }
  };
  for_each(node.bindings[0].variable, source, visit,
           [&](const Result& element) { add_unsure(element.missing()->causes, element.evidence); });
  const auto answer = answer_of(node, tally);
  if (!answer) return unknown(std::move(tally.causes), std::move(tally.unsure_evidence));
  Cells evidence = deciding_evidence(node, tally, *answer);
  if (evidence.empty()) evidence = source.evidence;
  return {*answer, std::move(evidence)};
}

}  // namespace roadlint::twin
