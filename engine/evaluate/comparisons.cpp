// Comparison of two expressions, lane by lane.
#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/keys.hpp"
#include "engine/evaluate/truths.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {
namespace {

using dsl::Operation;
using dsl::TypeKind;

bool holds(Operation operation, int order) {
  switch (operation) {
    case Operation::equal:
      return order == 0;
    case Operation::unequal:
      return order != 0;
    case Operation::less:
      return order < 0;
    case Operation::less_equal:
      return order <= 0;
    case Operation::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

bool is_number(TypeKind kind) {
  return kind == TypeKind::number || kind == TypeKind::percent || kind == TypeKind::factor;
}

/// Products of 48 and 16 bits fit 64 bits.
int order_of(PackedNumber left, PackedNumber right) {
  const std::int64_t first = left.numerator() * right.denominator();
  const std::int64_t second = right.numerator() * left.denominator();
  return first < second ? -1 : (first > second ? 1 : 0);
}

/// Compares the lanes of two vectors of one operation.
class LaneComparison {
 public:
  LaneComparison(const LaneValues& lanes, Operation operation, KeyColumn left, KeyColumn right)
      : lanes_(lanes), operation_(operation), left_(std::move(left)), right_(std::move(right)) {
    is_number_ = is_number(left_.type.kind) && is_number(right_.type.kind);
    const bool is_equality = operation == Operation::equal || operation == Operation::unequal;
    is_keyed_ = is_equality && left_.type.kind != TypeKind::money && left_.type.kind != TypeKind::quantity &&
                left_.type.kind != TypeKind::duration;
  }

  /// The lane must not be missing on either side.
  [[nodiscard]] Comparison at(std::size_t index) const {
    const std::uint64_t left = left_.vector->value(index);
    const std::uint64_t right = right_.vector->value(index);
    if (is_number_ && !PackedNumber{left}.is_spilled() && !PackedNumber{right}.is_spilled()) {
      return {holds(operation_, order_of({left}, {right})), MissingReason::absent};
    }
    if (is_keyed_) {
      const auto left_key = key_of(*left_.vector, index, left_.type);
      const auto right_key = key_of(*right_.vector, index, right_.type);
      if (left_key && right_key) {
        return {(*left_key == *right_key) == (operation_ == Operation::equal), MissingReason::absent};
      }
    }
    return compare(counted_value(lanes_.value(*left_.vector, index, left_.type), left_.type), operation_,
                   counted_value(lanes_.value(*right_.vector, index, right_.type), right_.type));
  }

 private:
  const LaneValues& lanes_;
  Operation operation_;
  KeyColumn left_;
  KeyColumn right_;
  bool is_number_ = false;
  bool is_keyed_ = false;
};

}  // namespace

VectorRef BatchEvaluator::comparison(const Expression& node, Frame& frame) {
  const VectorRef left = evaluate(node.operands[0], frame);
  const VectorRef right = evaluate(node.operands[1], frame);
  const LaneComparison lane_comparison(lanes_, node.operation, {left, at(node.operands[0]).type},
                                       {right, at(node.operands[1]).type});
  auto result = make_truths(frame.size());
  std::vector<MissingReason> reasons;
  if (frame.with_trace()) reasons.resize(frame.size());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    if (left->is_missing(lane) || right->is_missing(lane)) {
      result->missing[lane] = 1;
      continue;
    }
    const Comparison compared = lane_comparison.at(lane);
    result->missing[lane] = compared.answer ? 0 : 1;
    result->values[lane] = compared.answer.value_or(false) ? 1 : 0;
    if (frame.with_trace()) reasons[lane] = compared.reason;
  }
  if (!frame.with_trace()) return result;
  VectorBuilder builder(false, true);
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    add_traces(builder, {left.get(), right.get()}, lane);
    const bool is_undecided = result->is_missing(lane) && !left->is_missing(lane) && !right->is_missing(lane);
    if (is_undecided) builder.add_cause({reasons[lane], first_cell(*left, *right, lane)});
    add_truth(builder, *result, lane);
  }
  return builder.finish();
}

CellId first_cell(const Vector& left, const Vector& right, std::size_t index) {
  if (!left.evidence(index).empty()) return left.evidence(index).front();
  return right.evidence(index).empty() ? CellId{} : right.evidence(index).front();
}

}  // namespace roadlint::engine
