// Three-valued logic over batches: and, or, not, in, is present, matches, if.
#include <algorithm>

#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/cells.hpp"
#include "engine/evaluate/truths.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {

VectorRef BatchEvaluator::negation(const Expression& node, Frame& frame) {
  const VectorRef operand = evaluate(node.operands[0], frame);
  auto result = std::make_shared<Vector>();
  result->is_constant = operand->is_constant;
  result->missing = operand->missing;
  result->values.resize(operand->values.size());
  for (std::size_t lane = 0; lane < operand->values.size(); ++lane) result->values[lane] = operand->values[lane] ^ 1U;
  copy_trace(*result, *operand, frame);
  return result;
}

namespace {

/// Evidence of `and` and `or`: that of the operands that decide; causes of the unknown ones.
void trace_junction(VectorBuilder& builder, const std::vector<VectorRef>& operands, std::size_t index, bool deciding,
                    bool is_decided, bool is_unknown) {
  for (const VectorRef& operand : operands) {
    const bool decides = !operand->is_missing(index) && (operand->value(index) != 0) == deciding;
    const bool counts = is_decided ? decides : (is_unknown ? operand->is_missing(index) : true);
    if (counts) builder.add_evidence(operand->evidence(index));
    if (!is_decided && operand->is_missing(index)) builder.add_causes(operand->causes(index));
  }
}

}  // namespace

/// `and` is false when some operand is; `or` is true when some operand is.
VectorRef BatchEvaluator::junction(const Expression& node, Frame& frame) {
  const bool deciding = node.kind == dsl::ExpressionKind::disjunction;
  std::vector<VectorRef> operands;
  for (const dsl::ExpressionId operand : node.operands) operands.push_back(evaluate(operand, frame));
  auto result = make_truths(frame.size());
  std::vector<std::uint8_t> is_decided(frame.size(), 0);
  for (const VectorRef& operand : operands) {
    for (std::size_t lane = 0; lane < frame.size(); ++lane) {
      if (operand->is_missing(lane)) {
        result->missing[lane] = 1;
      } else if ((operand->value(lane) != 0) == deciding) {
        is_decided[lane] = 1;
      }
    }
  }
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    result->values[lane] = (is_decided[lane] != 0) == deciding ? 1 : 0;
    if (is_decided[lane] != 0) result->missing[lane] = 0;
  }
  if (!frame.with_trace()) return result;
  VectorBuilder builder(false, true);
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    trace_junction(builder, operands, lane, deciding, is_decided[lane] != 0, result->missing[lane] != 0);
    add_truth(builder, *result, lane);
  }
  return builder.finish();
}

// --- in ------------------------------------------------------------------------------------------------------------

namespace {

/// Looks for the value of a lane in a list; gives the place of the first that is the same.
class ListSearch {
 public:
  ListSearch(const LaneValues& lanes, const Vector& wanted, const dsl::Type& wanted_type, const Vector& list,
             const dsl::Type& list_type)
      : lanes_(lanes), wanted_(wanted), wanted_type_(wanted_type), list_(list), element_type_(list_type.element()) {
    is_keyed_ = are_keyed(wanted, wanted_type) && are_keyed(*list.elements, element_type_);
    constexpr std::size_t many = 8;
    if (!is_keyed_ || !list.is_constant || list.elements->lane_count() < many) return;
    for (std::uint32_t at = 0; at < list.elements->lane_count(); ++at) {
      if (!list.elements->is_missing(at)) places_.try_emplace(*key_of(*list.elements, at, element_type_), at);
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::size_t index) const {
    if (!places_.empty()) {
      const auto found = places_.find(*key_of(wanted_, index, wanted_type_));
      return found == places_.end() ? std::nullopt : std::optional(found->second);
    }
    const std::uint32_t end = list_.end_of(index);
    lanes_.count_steps(end - list_.begin_of(index));
    if (is_keyed_) {
      const std::uint64_t key = *key_of(wanted_, index, wanted_type_);
      for (std::uint32_t at = list_.begin_of(index); at < end; ++at) {
        if (!list_.elements->is_missing(at) && *key_of(*list_.elements, at, element_type_) == key) return at;
      }
      return std::nullopt;
    }
    const Value value = counted_value(lanes_.value(wanted_, index, wanted_type_), wanted_type_);
    for (std::uint32_t at = list_.begin_of(index); at < end; ++at) {
      if (list_.elements->is_missing(at)) continue;
      if (are_same(value, counted_value(lanes_.value(*list_.elements, at, element_type_), element_type_))) return at;
    }
    return std::nullopt;
  }

 private:
  const LaneValues& lanes_;
  const Vector& wanted_;
  dsl::Type wanted_type_;
  const Vector& list_;
  dsl::Type element_type_;
  bool is_keyed_ = false;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;
};

}  // namespace

VectorRef BatchEvaluator::membership(const Expression& node, Frame& frame) {
  if (at(node.operands[1]).kind == dsl::ExpressionKind::closure) return closure_membership(node, frame);
  const VectorRef element = evaluate(node.operands[0], frame);
  const VectorRef list = evaluate(node.operands[1], frame);
  const ListSearch search(lanes_, *element, at(node.operands[0]).type, *list, at(node.operands[1]).type);
  VectorBuilder builder(false, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    builder.add_evidence(element->evidence(lane));
    if (element->is_missing(lane) || list->is_missing(lane)) {
      const Vector& absent = element->is_missing(lane) ? *element : *list;
      if (&absent == list.get()) builder.add_evidence(list->evidence(lane));
      builder.add_causes(absent.causes(lane));
      builder.add_missing();
      continue;
    }
    if (const auto place = search.find(lane)) {
      builder.add_evidence(list->elements->evidence(*place));
      builder.add_value(node.negated ? 0 : 1);
      continue;
    }
    builder.add_evidence(list->evidence(lane));
    bool is_unsure = false;
    for (std::uint32_t at = list->begin_of(lane); at < list->end_of(lane); ++at) {
      if (!list->elements->is_missing(at)) continue;
      is_unsure = true;
      builder.add_causes(list->elements->causes(at));
    }
    if (is_unsure) {
      builder.add_missing();
    } else {
      builder.add_value(node.negated ? 1 : 0);
    }
  }
  return builder.finish();
}

// --- is present ----------------------------------------------------------------------------------------------------

/// Whether the list field holds something in one of the records of the lane, be it a reference that leads nowhere.
bool BatchEvaluator::lists_something(const Vector& base, std::size_t index, const Expression& path) {
  const Column& column = data_.tables[path.index].columns[path.field];
  if (!column.elements) return false;
  bool is_found = false;
  const auto look = [&](Row row) {
    const Slice slice = column.slices[row];
    const auto first = column.elements->states.begin() + slice.first;
    is_found = is_found || std::find(first, first + slice.count, CellState::present) != first + slice.count;
  };
  if (base.elements == nullptr) {
    if (!base.is_missing(index)) visit_rows(data_, base.value(index), look);
    return is_found;
  }
  if (base.is_missing(index)) return false;
  for (std::uint32_t at = base.begin_of(index); at < base.end_of(index); ++at) {
    if (!base.elements->is_missing(at)) visit_rows(data_, base.elements->value(at), look);
  }
  return is_found;
}

VectorRef BatchEvaluator::presence(const Expression& node, Frame& frame) {
  const VectorRef operand = evaluate(node.operands[0], frame);
  const Expression& path = at(node.operands[0]);
  const bool is_list_field =
      path.kind == dsl::ExpressionKind::field && program_.model.tables[path.index].fields[path.field].type.is_list;
  const VectorRef base = is_list_field ? evaluate(path.operands[0], frame) : nullptr;
  auto result = make_truths(frame.size());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    bool is_present = !operand->is_missing(lane);
    if (is_present && operand->elements != nullptr) {
      is_present = false;
      for (std::uint32_t at = operand->begin_of(lane); at < operand->end_of(lane); ++at) {
        is_present = is_present || !operand->elements->is_missing(at);
      }
    }
    if (!is_present && is_list_field) is_present = lists_something(*base, lane, path);
    result->values[lane] = is_present != node.negated ? 1 : 0;
  }
  if (!frame.with_trace()) return result;
  VectorBuilder builder(false, true);
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    builder.add_evidence(operand->evidence(lane));
    if (operand->elements != nullptr && !operand->is_missing(lane)) {
      for (std::uint32_t at = operand->begin_of(lane); at < operand->end_of(lane); ++at) {
        builder.add_evidence(operand->elements->evidence(at));
      }
    }
    add_truth(builder, *result, lane);
  }
  return builder.finish();
}

// --- matches, if ---------------------------------------------------------------------------------------------------

/// Each different text is looked at once.
VectorRef BatchEvaluator::matching(const Expression& node, Frame& frame) {
  const VectorRef text = evaluate(node.operands[0], frame);
  const TextPattern& pattern = program_.patterns[node.index].pattern;
  auto result = std::make_shared<Vector>();
  result->is_constant = text->is_constant;
  result->missing = text->missing;
  result->values.resize(text->lane_count());
  for (std::size_t lane = 0; lane < text->lane_count(); ++lane) {
    if (result->missing[lane] != 0) continue;
    const auto [known, is_new] = matches_.try_emplace({node.index, static_cast<TextId>(text->values[lane])}, false);
    if (is_new) known->second = pattern.find(lanes_.text_at(text->values[lane])).has_value();
    result->values[lane] = known->second != node.negated ? 1 : 0;
  }
  copy_trace(*result, *text, frame);
  return result;
}

VectorRef BatchEvaluator::conditional(const Expression& node, Frame& frame) {
  const VectorRef condition = evaluate(node.operands[0], frame);
  const VectorRef sides[] = {evaluate(node.operands[1], frame), evaluate(node.operands[2], frame)};
  VectorBuilder builder(node.type.is_list, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    builder.add_evidence(condition->evidence(lane));
    if (condition->is_missing(lane)) {
      builder.add_causes(condition->causes(lane));
      builder.add_missing();
    } else {
      builder.add_lane(*sides[condition->is_true(lane) ? 0 : 1], lane);
    }
  }
  return builder.finish();
}

}  // namespace roadlint::engine
