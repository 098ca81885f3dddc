// Where an expression is computed, and which function computes it.
#include "engine/evaluate/batch_evaluator.hpp"

#include <numeric>

#include "base/limits.hpp"

namespace roadlint::engine {

void BatchEvaluator::check_list_elements(std::size_t element_count, std::size_t lane_count) {
  if (lane_count > 1 && element_count > limits::batch_elements) throw TooManyElements{};
  if (element_count > limits::list_elements) throw TooCostly{};
}

/// The innermost frame that holds a variable of the expression; without any, the frame around all.
Frame& BatchEvaluator::home_of(dsl::ExpressionId id, Frame& frame) {
  const std::vector<dsl::VariableId>& variables = run_.plan.free_variables[id];
  Frame* home = &frame;
  for (; home->outer() != nullptr; home = home->outer()) {
    if (!home->has_variables()) continue;
    for (const dsl::VariableId variable : variables) {
      if (home->find(variable) != nullptr) return *home;
    }
  }
  return *home;
}

/// What does not depend on the variables of a loop is computed once outside of it, unless more cases are outside.
VectorRef BatchEvaluator::evaluate(dsl::ExpressionId id, Frame& frame) {
  const Expression& node = at(id);
  if (node.kind == dsl::ExpressionKind::variable) return variable(node.index, frame);
  if (VectorRef known = frame.computed(id)) return known;
  Frame& home = home_of(id, frame);
  if (&home == &frame) return evaluate_here(node, id, frame);
  if (home.size() > frame.size()) return evaluate_here(node, id, frame);
  VectorRef value = home.computed(id);
  if (!value) {
    value = evaluate_here(node, id, home);
    home.keep_computed(id, value);
  }
  return frame.fetch(value, home);
}

VectorRef BatchEvaluator::variable(dsl::VariableId name, Frame& frame) {
  if (VariableSlot* slot = frame.find(name)) return slot_value(*slot, frame, frame);
  if (VectorRef known = frame.fetched(name)) return known;
  Frame* home = frame.outer();
  while (home->find(name) == nullptr) home = home->outer();
  VectorRef value = slot_value(*home->find(name), *home, frame);
  frame.keep_fetched(name, value);
  return value;
}

/// The value of a variable of frame `home` in the lanes of `frame`.
VectorRef BatchEvaluator::slot_value(VariableSlot& slot, Frame& home, Frame& frame) {
  if (slot.value) return frame.fetch(slot.value, home);
  const bool is_let = slot.expression != dsl::no_expression;
  if (is_let && home.size() > frame.size()) return evaluate(slot.expression, frame);
  VectorRef value = is_let ? evaluate(slot.expression, home) : element_at_positions(slot, home);
  home.find(slot.variable)->value = value;
  return frame.fetch(value, home);
}

/// The elements that a loop took, once more from its source and with all that led to them.
VectorRef BatchEvaluator::element_at_positions(const VariableSlot& slot, Frame& frame) {
  const VectorRef positions = slot.positions;
  const VectorRef source = evaluate(slot.source, frame);
  VectorBuilder builder(false, frame.with_trace());
  for (std::size_t index = 0; index < frame.size(); ++index) {
    const auto position = static_cast<std::uint32_t>(positions->value(index));
    builder.add_lane(*source->elements, source->begin_of(index) + position);
  }
  return builder.finish();
}

VectorRef BatchEvaluator::constant(const Value& value, Frame& frame) {
  VectorBuilder builder(std::holds_alternative<List>(value), frame.with_trace());
  lanes_.add(builder, value);
  return as_constant(builder.finish());
}

/// Where lists become too long together, their cases are looked at in parts.
VectorRef BatchEvaluator::evaluate_here(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  if (node.type.is_list || frame.size() == 1) return evaluate_node(node, id, frame);
  try {
    return evaluate_node(node, id, frame);
  } catch (const TooManyElements&) {
    return evaluate_in_halves(node, id, frame);
  }
}

VectorRef BatchEvaluator::evaluate_in_halves(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  const auto middle = static_cast<Lane>(frame.size() / 2);
  VectorBuilder builder(false, frame.with_trace());
  for (const auto& [begin, end] : {std::pair<Lane, Lane>(0, middle), {middle, static_cast<Lane>(frame.size())}}) {
    Lanes lanes(end - begin);
    std::iota(lanes.begin(), lanes.end(), begin);
    Frame half(frame, std::move(lanes));
    const VectorRef values = evaluate_here(node, id, half);
    for (std::size_t lane = 0; lane < half.size(); ++lane) builder.add_lane(*values, lane);
  }
  return builder.finish();
}

/// Long, as it is nothing but the list of all kinds.
VectorRef BatchEvaluator::evaluate_node(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  using Kind = dsl::ExpressionKind;
  count_steps(frame.size() + 1);
  switch (node.kind) {
    case Kind::constant:
      return constant(std::visit([](const auto& value) -> Value { return value; }, node.constant), frame);
    case Kind::variable:
      return variable(node.index, frame);
    case Kind::as_of:
      return constant(run_.as_of, frame);
    case Kind::rows:
      return all_rows(node, frame);
    case Kind::field:
      return field(node, frame);
    case Kind::container:
      return container(node, frame);
    case Kind::closure:
      return closure(node, frame);
    case Kind::reverse:
      return reverse(node, frame);
    case Kind::dangling:
      return dangling(node, frame);
    case Kind::negation:
      return negation(node, frame);
    case Kind::conjunction:
    case Kind::disjunction:
      return junction(node, frame);
    case Kind::comparison:
      return comparison(node, frame);
    case Kind::membership:
      return membership(node, frame);
    case Kind::presence:
      return presence(node, frame);
    case Kind::matching:
      return matching(node, frame);
    case Kind::arithmetic:
      return arithmetic(node, frame);
    case Kind::negative:
    case Kind::to_quantity:
    case Kind::function:
    case Kind::first_match:
      return changed(node, frame);
    case Kind::difference:
    case Kind::intersection:
      return set(node, frame);
    case Kind::conditional:
      return conditional(node, frame);
    case Kind::list:
      return list(node, frame);
    case Kind::quantifier:
      return quantifier(node, id, frame);
    case Kind::comprehension:
      return comprehension(node, id, frame);
    case Kind::aggregate:
      return aggregate(node, frame);
    case Kind::call:
      return call(node, frame);
  }
  return nullptr;
}

/// The arguments are computed outside, then the body sees them under the names of the definition.
VectorRef BatchEvaluator::call(const Expression& node, Frame& frame) {
  const dsl::Definition& definition = program_.definitions[node.index];
  Frame inner(frame, Frame::SameLanes{});
  for (std::size_t index = 0; index < node.operands.size(); ++index) {
    inner.set(definition.parameters[index], evaluate(node.operands[index], frame));
  }
  return evaluate(definition.body, inner);
}

void add_traces(VectorBuilder& builder, std::initializer_list<const Vector*> operands, std::size_t index) {
  for (const Vector* operand : operands) {
    builder.add_evidence(operand->evidence(index));
    if (operand->is_missing(index)) builder.add_causes(operand->causes(index));
  }
}

void copy_trace(Vector& to, const Vector& from, const Frame& frame) {
  if (!frame.with_trace() || !from.trace) return;
  to.trace = std::make_unique<Trace>();
  for (std::size_t index = 0; index < to.lane_count(); ++index) {
    to.trace->evidence.add(from.evidence(index));
    to.trace->evidence.close();
    to.trace->causes.add(from.causes(index));
    to.trace->causes.close();
  }
}

}  // namespace roadlint::engine
