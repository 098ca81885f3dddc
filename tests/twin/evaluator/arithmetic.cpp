// Arithmetic and functions of single values.
#include "engine/value_arithmetic.hpp"
#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {

Result ExpressionEvaluator::evaluate_arithmetic(const Expression& node) {
  const Result left = evaluate(node.operands[0]);
  const Result right = evaluate(node.operands[1]);
  auto [evidence, causes, is_missing] = joined_operands(left, right);
  if (is_missing) return {Missing{std::move(causes)}, std::move(evidence)};
  Value value =
      calculated({left.value, at(node.operands[0]).type}, node.operation, {right.value, at(node.operands[1]).type});
  if (auto* failed = std::get_if<Missing>(&value); failed != nullptr && !evidence.empty()) {
    failed->causes.front().cell = evidence.front();
  }
  return {std::move(value), std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_negative(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  operand.value = negated(std::move(operand.value));
  return operand;
}

Result ExpressionEvaluator::evaluate_to_quantity(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  if (operand.missing() == nullptr) operand.value = as_quantity({operand.value, at(node.operands[0]).type});
  return operand;
}

Result ExpressionEvaluator::evaluate_function(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  if (operand.missing() != nullptr) return operand;
  operand.value = applied(naming(), node.function, {operand.value, at(node.operands[0]).type});
  return operand;
}

Result ExpressionEvaluator::evaluate_first_match(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  if (operand.missing() != nullptr) return operand;
  operand.value = first_match(program_.patterns[node.index].pattern, operand.as<std::string>());
  return operand;
}

}  // namespace roadlint::twin
