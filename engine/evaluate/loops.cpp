// The loops of quantifiers, comprehensions and rules: their elements become the lanes of a frame inside, a bounded
// number at a time.
#include <algorithm>

#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/truths.hpp"

namespace roadlint::engine {
namespace {

/// Elements that are looked at together: few enough to stay near the processor, enough to make the rest cheap.
constexpr std::size_t most_lanes = 4'096;

/// Collects elements and hands them on, `most_lanes` at a time.
class PartMaker {
 public:
  /// `is_record`: the elements are records; others are looked up in their source again where evidence is asked for.
  PartMaker(const Loop& loop, Frame& frame, bool is_record, const std::function<void(LoopPart&)>& body)
      : loop_(loop), frame_(frame), is_record_(is_record), body_(body) {
    begin();
  }

  /// An element of the list of a lane; `position` is its place in the list.
  void add(std::size_t lane, const Vector& elements, std::uint32_t at, std::uint32_t position, const DataSet& data) {
    if (!is_record_ || elements.is_missing(at)) {
      note(lane, position);
      builder().add_lane(elements, at);
      return hand_on_when_full();
    }
    visit_rows(data, elements.value(at), [&](Row row) { add_row(lane, row, position); });
  }
  void add_row(std::size_t lane, Row row, std::uint32_t position) {
    note(lane, position);
    if (builder_) {
      builder_->add_value(own_record(row));
    } else {
      rows_->values.push_back(own_record(row));
    }
    hand_on_when_full();
  }
  /// A lane whose source is not known.
  void add_unknown(std::size_t lane, const Vector& source) {
    note(lane, 0);
    builder().add_evidence(source.evidence(lane));
    builder().add_causes(source.causes(lane));
    builder().add_missing();
    hand_on_when_full();
  }
  /// Whether the rows of the lane that comes now surely fulfil the keys.
  void set_certain(bool is_certain) {
    is_certain_ = is_certain;
    are_keys_met_ = are_keys_met_ && is_certain;
  }

  void finish() {
    if (!lanes_.empty()) hand_on();
  }

 private:
  void begin() {
    lanes_.clear();
    positions_ = std::make_shared<Vector>();
    rows_ = std::make_shared<Vector>();
    builder_.reset();
    are_keys_met_ = !loop_.keys.empty() && is_certain_;
  }
  /// Rows need no builder; from the first other element on there is one, which takes over the rows so far.
  VectorBuilder& builder() {
    if (builder_) return *builder_;
    builder_.emplace(false, frame_.with_trace());
    for (const std::uint64_t row : rows_->values) builder_->add_value(row);
    return *builder_;
  }
  [[nodiscard]] VectorRef finished_elements() {
    if (builder_) return builder_->finish();
    rows_->missing.resize(rows_->values.size());
    return rows_;
  }
  void note(std::size_t lane, std::uint32_t position) {
    lanes_.push_back(static_cast<Lane>(lane));
    if (loop_.table != dsl::no_id) return;
    positions_->missing.push_back(0);
    positions_->values.push_back(position);
  }
  void hand_on_when_full() {
    if (lanes_.size() >= most_lanes) hand_on();
  }
  void hand_on() {
    Frame inner(frame_, std::move(lanes_));
    const VectorRef elements = finished_elements();
    VariableSlot slot;
    slot.variable = loop_.variable;
    slot.value = elements;
    if (!is_record_) slot.source = loop_.source;
    slot.positions = positions_;
    inner.define(std::move(slot));
    LoopPart part{inner, *elements, *positions_, are_keys_met_};
    body_(part);
    begin();
  }

  const Loop& loop_;
  Frame& frame_;
  bool is_record_;
  const std::function<void(LoopPart&)>& body_;
  Lanes lanes_;
  std::shared_ptr<Vector> positions_;
  std::shared_ptr<Vector> rows_;
  std::optional<VectorBuilder> builder_;
  bool are_keys_met_ = false;
  bool is_certain_ = true;
};

}  // namespace

void BatchEvaluator::visit(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
                           const Vector* unknown) {
  if (loop.table == dsl::no_id) {
    visit_list(loop, frame, body, unknown);
  } else {
    visit_table(loop, frame, body, unknown);
  }
}

namespace {

bool is_unknown(const Vector* unknown, std::size_t lane) { return unknown != nullptr && unknown->is_missing(lane); }

}  // namespace

void BatchEvaluator::visit_list(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
                                const Vector* unknown) {
  const VectorRef source = evaluate(loop.source, frame);
  const bool is_record = at(loop.source).type.kind == dsl::TypeKind::record;
  PartMaker parts(loop, frame, is_record, body);
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    if (is_unknown(unknown, lane) || source->is_missing(lane)) {
      parts.add_unknown(lane, is_unknown(unknown, lane) ? *unknown : *source);
      continue;
    }
    const std::uint32_t begin = source->begin_of(lane);
    count_steps(source->end_of(lane) - begin);
    for (std::uint32_t at = begin; at < source->end_of(lane); ++at) {
      parts.add(lane, *source->elements, at, at - begin, data_);
    }
  }
  parts.finish();
}

/// All records of a table, or those that the join finds.
void BatchEvaluator::visit_table(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
                                 const Vector* unknown) {
  if (!loop.keys.empty()) return visit_joined(loop, frame, body, unknown);
  const auto row_count = static_cast<Row>(data_.tables[loop.table].size());
  PartMaker parts(loop, frame, true, body);
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    if (is_unknown(unknown, lane)) {
      parts.add_unknown(lane, *unknown);
      continue;
    }
    count_steps(row_count);
    for (Row row = 0; row < row_count; ++row) parts.add_row(lane, row, row);
  }
  parts.finish();
}

void BatchEvaluator::visit_joined(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
                                  const Vector* unknown) {
  PartMaker parts(loop, frame, true, body);
  const JoinIndex& index = run_.indexes.join(loop, [&] { return inner_columns(loop); });
  std::vector<KeyColumn> outer;
  for (const JoinKey& key : loop.keys) outer.push_back({evaluate(key.outer, frame), at(key.outer).type});
  std::vector<Row> rows;
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    if (is_unknown(unknown, lane)) {
      parts.add_unknown(lane, *unknown);
      continue;
    }
    parts.set_certain(index.find(outer, lane, rows));
    count_steps(rows.size());
    for (const Row row : rows) parts.add_row(lane, row, row);
  }
  parts.finish();
}

/// The inner sides of the keys, for all rows of the table.
std::vector<KeyColumn> BatchEvaluator::inner_columns(const Loop& loop) {
  const auto row_count = static_cast<Row>(data_.tables[loop.table].size());
  Frame frame(root(false), Lanes(row_count, 0));
  frame.set(loop.variable, own_records(0, row_count));
  std::vector<KeyColumn> columns;
  for (const JoinKey& key : loop.keys) columns.push_back({evaluate(key.inner, frame), at(key.inner).type});
  return columns;
}

// --- filters -------------------------------------------------------------------------------------------------------

VectorRef BatchEvaluator::condition_of(const Loop& loop, dsl::ExpressionId condition, LoopPart& part) {
  if (condition == dsl::no_expression) return nullptr;
  const bool is_rest_enough = part.are_keys_met && !part.frame.with_trace();
  if (!is_rest_enough) return evaluate(condition, part.frame);
  if (loop.rest.empty()) return nullptr;
  std::vector<VectorRef> truths;
  for (const dsl::ExpressionId conjunct : loop.rest) truths.push_back(evaluate(conjunct, part.frame));
  if (truths.size() == 1) return truths.front();
  auto all = make_truths(part.frame.size());
  for (std::size_t lane = 0; lane < part.frame.size(); ++lane) {
    bool is_false = false;
    bool is_unknown = false;
    for (const VectorRef& truth : truths) {
      is_false = is_false || truth->is_false(lane);
      is_unknown = is_unknown || truth->is_missing(lane);
    }
    all->missing[lane] = !is_false && is_unknown ? 1 : 0;
    all->values[lane] = !is_false && !is_unknown ? 1 : 0;
  }
  return all;
}

// --- quantifiers ---------------------------------------------------------------------------------------------------

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

// --- comprehensions ------------------------------------------------------------------------------------------------

namespace {

/// What a comprehension collects for each lane of the frame around it.
class Collection {
 public:
  Collection(std::size_t lane_count, std::size_t level_count, bool with_trace)
      : ends_(lane_count, 0),
        evidence_(level_count, std::vector<Cells>(with_trace ? lane_count : 0)),
        elements_(true, with_trace) {}

  [[nodiscard]] VectorBuilder& elements() { return elements_.elements(); }
  void end_element(std::size_t lane) { ends_[lane] = elements_.elements().lane_count(); }
  void add_evidence(std::size_t level, std::size_t lane, std::span<const CellId> cells) {
    if (!evidence_[level].empty()) append_span(evidence_[level][lane], cells);
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
                std::size_t lane_count, bool with_trace)
      : evaluator_(evaluator), node_(node), loops_(loops), collection_(lane_count, loops.size(), with_trace) {}

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
    BatchEvaluator::check_list_elements(collection_.elements().lane_count());
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
  Collection collection_;
};

VectorRef BatchEvaluator::comprehension(const Expression& node, dsl::ExpressionId id, Frame& frame) {
  Comprehension run(*this, node, run_.plan.loops[id], frame.size(), frame.with_trace());
  run.run(0, frame, {}, nullptr);
  return run.finish();
}

}  // namespace roadlint::engine
