// any, all, none, exactly, at least, at most: how the elements of every case fare.
#include <optional>

#include "engine/evaluate/batch_evaluator.hpp"

namespace roadlint::engine {

namespace {

using dsl::Quantifier;

/// How the elements of one lane fared.
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
  return node.quantifier != Quantifier::any;
}

/// The elements that decided: those that hold where holding decides, else those that fail.
Cells deciding_evidence(const dsl::Expression& node, const Tally& tally, bool answer) {
  const bool is_any_or_all = node.quantifier == Quantifier::any || node.quantifier == Quantifier::all;
  if (is_any_or_all) return answer ? tally.holding_evidence : tally.failing_evidence;
  if (node.quantifier == Quantifier::none) return answer ? tally.failing_evidence : tally.holding_evidence;
  Cells all = tally.holding_evidence;
  append(all, tally.failing_evidence);
  return all;
}

template <typename Entry>
void append_span(std::vector<Entry>& to, std::span<const Entry> more) {
  append(to, std::vector<Entry>(more.begin(), more.end()));
}

void add_unsure(Tally& tally, const Vector& why, std::size_t lane) {
  ++tally.unsure;
  append_span(tally.causes, why.causes(lane));
  append_span(tally.unsure_evidence, why.evidence(lane));
}

}  // namespace

VectorRef BatchEvaluator::quantifier(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  const Loop& loop = run_.plan.loops[id].front();
  const bool is_whole_table = loop.table != dsl::no_id;
  const bool keeps_failing = !is_whole_table || node.quantifier == Quantifier::all;
  std::vector<Tally> tallies(frame.size());
  visit(loop, frame, [&](LoopPart& part) {
    const VectorRef condition = condition_of(loop, node.condition, part);
    const VectorRef body = evaluate(node.operands[0], part.frame);
    for (std::size_t lane = 0; lane < part.frame.size(); ++lane) {
      Tally& tally = tallies[part.frame.outer_lane(lane)];
      if (part.elements.is_missing(lane)) {
        add_unsure(tally, part.elements, lane);
      } else if (condition && condition->is_missing(lane)) {
        // Whether the element counts is unknown; that matters only when its body could change the answer.
        const bool is_neutral = node.quantifier == Quantifier::all ? body->is_true(lane) : body->is_false(lane);
        if (!is_neutral) add_unsure(tally, *condition, lane);
      } else if (condition && condition->is_false(lane)) {
        continue;
      } else if (body->is_missing(lane)) {
        add_unsure(tally, *body, lane);
      } else if (body->is_true(lane)) {
        ++tally.holding;
        append_span(tally.holding_evidence, body->evidence(lane));
      } else {
        ++tally.failing;
        if (keeps_failing) append_span(tally.failing_evidence, body->evidence(lane));
      }
    }
  });
  const VectorRef source = frame.with_trace() && !is_whole_table ? evaluate(loop.source, frame) : nullptr;
  VectorBuilder builder(false, frame.with_trace());
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    const Tally& tally = tallies[lane];
    const auto answer = answer_of(node, tally);
    if (!answer) {
      builder.add_evidence(tally.unsure_evidence);
      builder.add_causes(tally.causes);
      builder.add_missing();
      continue;
    }
    const Cells evidence = deciding_evidence(node, tally, *answer);
    builder.add_evidence(evidence);
    if (evidence.empty() && source) builder.add_evidence(source->evidence(lane));
    builder.add_value(*answer ? 1 : 0);
  }
  return builder.finish();
}

}  // namespace roadlint::engine
