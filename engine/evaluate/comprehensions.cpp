// `(EXPRESSION for x in ... where ...)`: what the loops of every case collect.
#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "engine/evaluate/batch_evaluator.hpp"

namespace roadlint::engine {

namespace {

/// What a comprehension collects for each lane of the frame around it.
class Collection {
 public:
  Collection(std::size_t lane_count, std::size_t level_count, bool with_trace)
      : ends_(lane_count, 0),
        evidence_(level_count, std::vector<Cells>(with_trace ? lane_count : 0)),
        elements_(true, with_trace) {}

  [[nodiscard]] VectorBuilder& elements() { return elements_.elements(); }
  [[nodiscard]] std::size_t lane_count() const { return ends_.size(); }
  void end_element(std::size_t lane) { ends_[lane] = elements_.elements().lane_count(); }
  void add_evidence(std::size_t level, std::size_t lane, std::span<const CellId> cells) {
    if (!evidence_[level].empty()) append(evidence_[level][lane], Cells(cells.begin(), cells.end()));
  }

  /// Elements come in order of lanes, so that each list ends where the next begins.
  [[nodiscard]] VectorRef finish() {
    const VectorRef all = elements_.finish();
    auto result = std::make_shared<Vector>();
    result->missing.resize(ends_.size());
    result->elements = all->elements;
    std::size_t end = 0;
    for (const std::size_t lane_end : ends_) {
      end = std::max(end, lane_end);
      result->ends.push_back(static_cast<std::uint32_t>(end));
    }
    if (!all->trace) return result;
    result->trace = std::make_unique<Trace>();
    for (std::size_t lane = 0; lane < ends_.size(); ++lane) {
      for (const std::vector<Cells>& level : evidence_)
        result->trace->evidence.add(std::span<const CellId>(level[lane]));
      result->trace->evidence.close();
      result->trace->causes.close();
    }
    return result;
  }

 private:
  std::vector<std::size_t> ends_;
  std::vector<std::vector<Cells>> evidence_;  // by level and lane
  VectorBuilder elements_;
};

}  // namespace

/// One loop inside the other; the innermost adds its element when the condition is true, a missing one when it is
/// unknown.
class Comprehension {
 public:
  Comprehension(BatchEvaluator& evaluator, const dsl::Expression& node, const std::vector<Loop>& loops,
                std::size_t lane_count, bool with_trace, std::size_t most_unsure)
      : evaluator_(evaluator),
        node_(node),
        loops_(loops),
        most_unsure_(most_unsure),
        collection_(lane_count, loops.size(), with_trace) {}

  /// `origins`: the lane of the outermost frame to which each lane of `frame` belongs; empty: the same.
  void run(std::size_t level, Frame& frame, const Lanes& origins, const Vector* unknown) {
    const auto origin = [&](std::size_t lane) { return origins.empty() ? lane : origins[lane]; };
    const Loop& loop = loops_[level];
    if (frame.with_trace() && loop.table == dsl::no_id) {
      const VectorRef source = evaluator_.evaluate(loop.source, frame);
      for (std::size_t lane = 0; lane < frame.size(); ++lane) {
        if (unknown == nullptr || !unknown->is_missing(lane)) {
          collection_.add_evidence(level, origin(lane), source->evidence(lane));
        }
      }
    }
    evaluator_.visit(
        loop, frame,
        [&](LoopPart& part) {
          Lanes inner_origins;
          for (std::size_t lane = 0; lane < part.frame.size(); ++lane) {
            inner_origins.push_back(static_cast<Lane>(origin(part.frame.outer_lane(lane))));
          }
          if (level + 1 == loops_.size()) return add_elements(part, inner_origins);
          run(level + 1, part.frame, inner_origins, &part.elements);
        },
        unknown);
  }

  [[nodiscard]] VectorRef finish() { return collection_.finish(); }

 private:
  void add_elements(LoopPart& part, const Lanes& origins) {
    const VectorRef condition = evaluator_.condition_of(loops_.back(), node_.condition, part);
    const VectorRef value = evaluator_.evaluate(node_.operands[0], part.frame);
    for (std::size_t lane = 0; lane < part.frame.size(); ++lane) {
      if (part.elements.is_missing(lane)) {
        collection_.elements().add_lane(part.elements, lane);
      } else if (condition && condition->is_missing(lane)) {
        collection_.elements().add_lane(*condition, lane);
      } else if (condition && condition->is_false(lane)) {
        continue;
      } else {
        add_value(*value, lane);
      }
      collection_.end_element(origins[lane]);
    }
    BatchEvaluator::check_list_elements(collection_.elements().lane_count(), collection_.lane_count());
  }

  /// A list gives its elements.
  void add_value(const Vector& value, std::size_t lane) {
    if (value.elements == nullptr || value.is_missing(lane)) return collection_.elements().add_lane(value, lane);
    for (std::uint32_t at = value.begin_of(lane); at < value.end_of(lane); ++at) {
      collection_.elements().add_lane(*value.elements, at);
    }
  }

  BatchEvaluator& evaluator_;
  const dsl::Expression& node_;
  const std::vector<Loop>& loops_;
  std::size_t most_unsure_;
  Collection collection_;
};

/// How many of the rows that belong to every case a list shows: one unknown element makes an aggregate unknown, further
/// ones only add to what is named, which is bounded. They must surely be unknown: one key, which is absent, and nothing
/// else that depends on the case.
std::size_t BatchEvaluator::most_unsure(const std::vector<Loop>& loops, const Frame& frame) const {
  const Loop& loop = loops.front();
  const bool is_surely_unknown = loops.size() == 1 && loop.keys.size() == 1 && loop.is_inner_only &&
                                 !at(loop.keys.front().inner).type.is_list && !at(loop.keys.front().outer).type.is_list;
  if (!is_surely_unknown) return all_unsure;
  return frame.with_trace() ? limits::undecided_cells + 1 : 1;
}

VectorRef BatchEvaluator::comprehension(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  const std::vector<Loop>& loops = run_.plan.loops[id];
  const bool is_only_aggregated = std::exchange(is_only_aggregated_, false);
  const std::size_t unsure = is_only_aggregated ? most_unsure(loops, frame) : all_unsure;
  Comprehension run(*this, node, loops, frame.size(), frame.with_trace(), unsure);
  run.run(0, frame, {}, nullptr);
  return run.finish();
}

}  // namespace roadlint::engine
