// Lists that are written out, and set difference and intersection.
#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/distinct.hpp"

namespace roadlint::engine {

VectorRef BatchEvaluator::list(const Expression& node, Frame& frame) {
  std::vector<VectorRef> operands;
  for (const dsl::ExpressionId operand : node.operands) operands.push_back(evaluate(operand, frame));
  VectorBuilder builder(true, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    for (const VectorRef& operand : operands) builder.elements().add_lane(*operand, lane);
    builder.add_list();
  }
  return builder.finish();
}

namespace {

/// One lane of `except` or `intersect`.
class SetLane {
 public:
  SetLane(const LaneValues& lanes, const KeyColumn& left, const KeyColumn& right, bool keeps_found)
      : lanes_(lanes), left_(left), right_(right), keeps_found_(keeps_found) {
    is_keyed_ = are_keyed(*left.vector->elements, left.type) && are_keyed(*right.vector->elements, right.type);
  }

  void add_elements(VectorBuilder& builder, std::size_t index) const {
    const Vector& others = *right_.vector;
    Sameness known(lanes_, is_keyed_);
    bool is_unsure = false;
    Causes causes;
    for (std::uint32_t at = others.begin_of(index); at < others.end_of(index); ++at) {
      if (others.elements->is_missing(at)) {
        is_unsure = true;
        const auto more = others.elements->causes(at);
        append(causes, Causes(more.begin(), more.end()));
      } else {
        static_cast<void>(known.add(*others.elements, at, right_.type));
      }
    }
    const Vector& elements = *left_.vector->elements;
    for (const std::uint32_t at : distinct_places(lanes_, *left_.vector, index, left_.type, is_keyed_)) {
      const bool is_missing = elements.is_missing(at);
      const bool is_found = !is_missing && known.contains(elements, at, left_.type);
      const bool is_kept = is_missing || is_found == keeps_found_;
      // Whether an element is missing in a list that is not fully known cannot be said.
      const bool is_doubtful = is_unsure && (is_kept ? !keeps_found_ : keeps_found_);
      if (is_doubtful) {
        builder.add_evidence(elements.evidence(at));
        builder.add_causes(causes);
        builder.add_missing();
      } else if (is_kept) {
        builder.add_lane(elements, at);
      }
    }
  }

 private:
  const LaneValues& lanes_;
  const KeyColumn& left_;
  const KeyColumn& right_;
  bool keeps_found_;
  bool is_keyed_ = false;
};

}  // namespace

VectorRef BatchEvaluator::set(const Expression& node, Frame& frame) {
  const KeyColumn left{evaluate(node.operands[0], frame), node.type.element()};
  const KeyColumn right{evaluate(node.operands[1], frame), at(node.operands[1]).type.element()};
  count_steps(left.vector->elements->lane_count() + right.vector->elements->lane_count());
  const SetLane set_lane(lanes_, left, right, node.kind == dsl::ExpressionKind::intersection);
  VectorBuilder builder(true, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    builder.add_evidence(left.vector->evidence(lane));
    builder.add_evidence(right.vector->evidence(lane));
    const Vector* absent = right.vector->is_missing(lane) ? right.vector.get() : nullptr;
    if (left.vector->is_missing(lane)) absent = left.vector.get();
    if (absent != nullptr) {
      builder.add_causes(absent->causes(lane));
      builder.add_missing();
      continue;
    }
    set_lane.add_elements(builder.elements(), lane);
    builder.add_list();
  }
  return builder.finish();
}

}  // namespace roadlint::engine
