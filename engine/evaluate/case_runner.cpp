// See case_runner.hpp.
#include "engine/evaluate/case_runner.hpp"

#include <algorithm>
#include <numeric>

namespace roadlint::engine {

using dsl::StepKind;

BranchOutcomes CaseRunner::run() {
  outcomes_.unscoped.resize(branch_.steps.size());
  run_step(0, evaluator_.root(false));
  if (groups_) run_groups();
  return std::move(outcomes_);
}

const Loop& CaseRunner::loop_of(std::size_t step) const {
  std::size_t number = 0;
  for (std::size_t index = 0; index < step; ++index) {
    if (branch_.steps[index].kind == StepKind::for_each) ++number;
  }
  return plan_.loops[number];
}

void CaseRunner::run_step(std::size_t index, Frame& frame) {
  if (frame.size() == 0) return;
  if (index == branch_.steps.size()) return finish_cases(frame);
  const dsl::Step& step = branch_.steps[index];
  switch (step.kind) {
    case StepKind::for_each:
      return index == 0 && range_ ? run_range(index, frame) : run_loop(index, frame);
    case StepKind::where:
      return run_condition(index, frame);
    case StepKind::let: {
      VariableSlot slot;
      slot.variable = step.variable;
      slot.expression = step.expression;
      frame.define(std::move(slot));
      // What is defined by what is defined by ... is computed in steps, or it would take all of the stack.
      constexpr std::size_t most_pending = 8;
      if (index % most_pending == 0 && !type_of(step.expression).is_list) {
        static_cast<void>(evaluator_.variable(step.variable, frame));
      }
      return run_step(index + 1, frame);
    }
    case StepKind::group:
      // Cases meet their group only when all are known: see run_groups.
      return collect_members(frame);
  }
}

void CaseRunner::run_loop(std::size_t index, Frame& frame) {
  if (loop_of(index).table == dsl::no_id && !is_source_ready(index, frame)) return run_halves(index, frame);
  evaluator_.visit(loop_of(index), frame, [&](LoopPart& part) {
    const auto& missing = part.elements.missing;
    const bool is_known = std::none_of(missing.begin(), missing.end(), [](std::uint8_t flag) { return flag != 0; });
    if (is_known) return run_step(index + 1, part.frame);
    leave_unknown_elements(index, frame, part);
    Lanes known;
    for (Lane lane = 0; lane < missing.size(); ++lane) {
      if (missing[lane] == 0) known.push_back(lane);
    }
    Frame inner(part.frame, std::move(known));
    run_step(index + 1, inner);
  });
}

/// Computes the source of a loop; false when its lists are too long together.
bool CaseRunner::is_source_ready(std::size_t index, Frame& frame) {
  const dsl::ExpressionId source = branch_.steps[index].expression;
  try {
    const VectorRef value = evaluator_.evaluate(source, frame);
    if (!frame.computed(source)) frame.keep_computed(source, value);
    return true;
  } catch (const TooManyElements&) {
    if (frame.size() == 1) throw TooCostly{};
    return false;
  }
}

void CaseRunner::run_halves(std::size_t index, Frame& frame) {
  const auto size = static_cast<Lane>(frame.size());
  for (const auto& [begin, end] : {std::pair<Lane, Lane>(0, size / 2), {size / 2, size}}) {
    Lanes lanes(end - begin);
    std::iota(lanes.begin(), lanes.end(), begin);
    Frame half(frame, std::move(lanes));
    run_loop(index, half);
  }
}

/// The rows of the range in parts of a bounded size.
void CaseRunner::run_range(std::size_t index, Frame& frame) {
  const auto most_rows = static_cast<Row>(evaluator_.run().sizes.lanes);
  for (Row begin = range_->begin; begin < range_->end; begin += most_rows) {
    const Row end = std::min(range_->end, begin + most_rows);
    evaluator_.count_steps(end - begin);
    Frame inner(frame, Lanes(end - begin, 0));
    inner.set(branch_.steps[index].variable, own_records(begin, end));
    run_step(index + 1, inner);
  }
}

/// Elements of which it is unknown what they are: the source is looked at once more to say why.
void CaseRunner::leave_unknown_elements(std::size_t index, Frame& frame, LoopPart& part) {
  Lanes outer_lanes;
  Lanes unknown;
  for (Lane lane = 0; lane < part.elements.lane_count(); ++lane) {
    if (!part.elements.is_missing(lane)) continue;
    unknown.push_back(lane);
    outer_lanes.push_back(part.frame.outer_lane(lane));
  }
  const auto traced_frame = traced(frame, outer_lanes);
  const VectorRef source = evaluator_.evaluate(branch_.steps[index].expression, *traced_frame);
  for (std::size_t at = 0; at < unknown.size(); ++at) {
    const auto position = static_cast<std::uint32_t>(part.positions.value(unknown[at]));
    const auto causes =
        source->is_missing(at) ? source->causes(at) : source->elements->causes(source->begin_of(at) + position);
    leave(index, causes);
  }
}

void CaseRunner::leave(std::size_t index, std::span<const Cause> causes) {
  add_unscoped(outcomes_.unscoped[index], causes.empty() ? std::nullopt : std::optional(causes.front()), 1);
}

void CaseRunner::run_condition(std::size_t index, Frame& frame) {
  const dsl::ExpressionId condition = branch_.steps[index].expression;
  const VectorRef truth = evaluator_.evaluate(condition, frame);
  Lanes kept;
  Lanes unknown;
  for (Lane lane = 0; lane < frame.size(); ++lane) {
    if (truth->is_missing(lane)) {
      unknown.push_back(lane);
    } else if (truth->is_true(lane)) {
      kept.push_back(lane);
    }
  }
  constexpr std::size_t most_lanes = 256;
  for (std::size_t begin = 0; begin < unknown.size(); begin += most_lanes) {
    const auto first = unknown.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto count = static_cast<std::ptrdiff_t>(std::min(most_lanes, unknown.size() - begin));
    const Lanes lanes(first, first + count);
    const auto traced_frame = traced(frame, lanes);
    const VectorRef why = evaluator_.evaluate(condition, *traced_frame);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      const auto causes = why->causes(lane);
      leave(index, causes);
    }
  }
  if (kept.size() == frame.size()) return run_step(index + 1, frame);
  Frame inner(frame, std::move(kept));
  run_step(index + 1, inner);
}

/// All requirements must be true; a false one violates, else an unknown one leaves the case undecidable.
void CaseRunner::finish_cases(Frame& frame) {
  outcomes_.matched += frame.size();
  std::vector<std::uint8_t> is_reported(frame.size(), 0);
  for (const dsl::ExpressionId requirement : branch_.requirements) {
    const VectorRef truth = evaluator_.evaluate(requirement, frame);
    for (std::size_t lane = 0; lane < frame.size(); ++lane) {
      if (!truth->is_true(lane)) is_reported[lane] = 1;
    }
  }
  Lanes reported;
  for (Lane lane = 0; lane < frame.size(); ++lane) {
    if (is_reported[lane] != 0) reported.push_back(lane);
  }
  outcomes_.satisfied += frame.size() - reported.size();
  report(frame, reported);
}

}  // namespace roadlint::engine
