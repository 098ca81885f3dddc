// Arithmetic and functions of single values, lane by lane.
#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {

VectorRef BatchEvaluator::arithmetic(const Expression& node, Frame& frame) {
  const VectorRef left = evaluate(node.operands[0], frame);
  const VectorRef right = evaluate(node.operands[1], frame);
  const dsl::Type& left_type = at(node.operands[0]).type;
  const dsl::Type& right_type = at(node.operands[1]).type;
  VectorBuilder builder(false, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    add_traces(builder, {left.get(), right.get()}, lane);
    if (left->is_missing(lane) || right->is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    Value value = calculated({lanes_.value(*left, lane, left_type), left_type}, node.operation,
                             {lanes_.value(*right, lane, right_type), right_type});
    if (const auto* failed = std::get_if<Missing>(&value)) {
      builder.add_cause({failed->causes.front().reason, first_cell(*left, *right, lane)});
    }
    lanes_.add(builder, value);
  }
  return builder.finish();
}

Value BatchEvaluator::changed_value(const Expression& node, const Value& value) {
  if (node.kind == dsl::ExpressionKind::first_match) {
    return first_match(program_.patterns[node.index].pattern, std::get<std::string>(value));
  }
  const TypedOperand operand{value, at(node.operands[0]).type};
  if (node.kind == dsl::ExpressionKind::negative) return negated(value);
  if (node.kind == dsl::ExpressionKind::to_quantity) return as_quantity(operand);
  return applied({program_.model, data_}, node.function, operand);
}

VectorRef BatchEvaluator::changed(const Expression& node, Frame& frame) {
  const VectorRef operand = evaluate(node.operands[0], frame);
  const dsl::Type& type = at(node.operands[0]).type;
  VectorBuilder builder(false, frame.with_trace());
  for (std::size_t lane = 0; lane < operand->lane_count(); ++lane) {
    builder.add_evidence(operand->evidence(lane));
    builder.add_causes(operand->causes(lane));
    if (operand->is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    const Value value = changed_value(node, lanes_.value(*operand, lane, type));
    if (const auto* failed = std::get_if<Missing>(&value)) builder.add_causes(failed->causes);
    lanes_.add(builder, value);
  }
  const VectorRef result = builder.finish();
  return operand->is_constant ? as_constant(result) : result;
}

}  // namespace roadlint::engine
