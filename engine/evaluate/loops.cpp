// The loops of quantifiers, comprehensions and rules: their elements become the lanes of a frame inside, a bounded
// number at a time.
#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/truths.hpp"

namespace roadlint::engine {
namespace {

/// Collects elements and hands them on, a bounded number at a time.
class PartMaker {
 public:
  /// `is_record`: the elements are records; others are looked up in their source again where evidence is asked for.
  PartMaker(const Loop& loop, Frame& frame, bool is_record, std::size_t most_lanes,
            const std::function<void(LoopPart&)>& body)
      : loop_(loop), frame_(frame), is_record_(is_record), most_lanes_(most_lanes), body_(body) {
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
    if (lanes_.size() >= most_lanes_) hand_on();
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
  std::size_t most_lanes_;
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
                           const Vector* unknown, std::size_t most_unsure) {
  if (loop.table == dsl::no_id) {
    visit_list(loop, frame, body, unknown);
  } else if (loop.keys.empty()) {
    visit_table(loop, frame, body, unknown);
  } else {
    visit_joined(loop, frame, body, unknown, most_unsure);
  }
}

namespace {

bool is_unknown(const Vector* unknown, std::size_t lane) { return unknown != nullptr && unknown->is_missing(lane); }

}  // namespace

void BatchEvaluator::visit_list(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
                                const Vector* unknown) {
  const VectorRef source = evaluate(loop.source, frame);
  const bool is_record = at(loop.source).type.kind == dsl::TypeKind::record;
  PartMaker parts(loop, frame, is_record, run_.sizes.lanes, body);
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
  const auto row_count = static_cast<Row>(data_.tables[loop.table].size());
  PartMaker parts(loop, frame, true, run_.sizes.lanes, body);
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
                                  const Vector* unknown, std::size_t most_unsure) {
  PartMaker parts(loop, frame, true, run_.sizes.lanes, body);
  const JoinIndex& index = run_.indexes.join(loop, [&] {
    counter_.pause(true);
    JoinSource source = join_source(loop);
    counter_.pause(false);
    return source;
  });
  std::vector<KeyColumn> outer;
  for (const JoinKey& key : loop.keys) outer.push_back({evaluate(key.outer, frame), at(key.outer).type});
  std::vector<Row> rows;
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    if (is_unknown(unknown, lane)) {
      parts.add_unknown(lane, *unknown);
      continue;
    }
    parts.set_certain(index.find(outer, lane, most_unsure, rows));
    count_steps(rows.size());
    for (const Row row : rows) parts.add_row(lane, row, row);
  }
  parts.finish();
}

/// The inner sides of the keys, for all rows of the table, and which rows a condition on them alone leaves out.
JoinSource BatchEvaluator::join_source(const Loop& loop) {
  const auto row_count = static_cast<Row>(data_.tables[loop.table].size());
  Frame frame(root(false), Lanes(row_count, 0));
  frame.set(loop.variable, own_records(0, row_count));
  JoinSource source;
  source.row_count = row_count;
  for (const JoinKey& key : loop.keys) source.columns.push_back({evaluate(key.inner, frame), at(key.inner).type});
  source.is_left_out.resize(row_count);
  for (const dsl::ExpressionId condition : loop.inner_conditions) {
    const VectorRef truth = evaluate(condition, frame);
    for (Row row = 0; row < row_count; ++row) {
      if (truth->is_false(row)) source.is_left_out[row] = 1;
    }
  }
  return source;
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

}  // namespace roadlint::engine
