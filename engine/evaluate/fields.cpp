// From records to their fields, to the records around them, and along references backwards.
#include <algorithm>

#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/cells.hpp"

namespace roadlint::engine {
namespace {

/// The elements of a list of records that lead somewhere or are not known, and how many each lane has.
struct Followed {
  VectorRef records;
  std::vector<std::uint32_t> counts;  // by lane of the list
};

Followed followed(const Vector& list, bool with_trace) {
  Followed result;
  VectorBuilder builder(false, with_trace);
  for (std::size_t lane = 0; lane < list.lane_count(); ++lane) {
    std::uint32_t count = 0;
    for (std::uint32_t at = list.begin_of(lane); at < list.end_of(lane); ++at) {
      const Vector& elements = *list.elements;
      if (!elements.is_missing(at) && target_of(elements.value(at)).is_dangling()) continue;
      builder.add_lane(elements, at);
      ++count;
    }
    result.counts.push_back(count);
  }
  result.records = builder.finish();
  return result;
}

/// Lists of what each record of a list led to; what are lists themselves is put into one.
VectorRef collected(const Vector& base, const Followed& parts, const Vector& found, bool with_trace) {
  VectorBuilder builder(true, with_trace);
  std::size_t at = 0;
  for (std::size_t lane = 0; lane < base.lane_count(); ++lane) {
    builder.add_evidence(base.evidence(lane));
    builder.add_causes(base.causes(lane));
    if (base.is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    for (const std::size_t end = at + parts.counts[lane]; at < end; ++at) {
      const bool is_inner_list = found.elements != nullptr && !found.is_missing(at);
      if (!is_inner_list) {
        builder.elements().add_lane(found, at);
        continue;
      }
      for (std::uint32_t inner = found.begin_of(at); inner < found.end_of(at); ++inner) {
        builder.elements().add_lane(*found.elements, inner);
      }
    }
    builder.add_list();
  }
  return builder.finish();
}

}  // namespace

VectorRef BatchEvaluator::all_rows(const Expression& node, Frame& frame) {
  const std::size_t count = data_.tables[node.index].size();
  count_steps(count);
  VectorBuilder builder(true, frame.with_trace());
  for (Row row = 0; row < count; ++row) builder.elements().add_value(own_record(row));
  builder.add_list();
  return as_constant(builder.finish());
}

VectorRef BatchEvaluator::field(const Expression& node, Frame& frame) {
  const VectorRef base = evaluate(node.operands[0], frame);
  CellReader reader(program_.model, data_, lanes_, node.index, node.field);
  if (base->elements == nullptr) return reader.read(*base, frame.with_trace());
  const Followed parts = followed(*base, frame.with_trace());
  count_steps(parts.records->lane_count());
  const VectorRef result =
      collected(*base, parts, *reader.read(*parts.records, frame.with_trace()), frame.with_trace());
  return base->is_constant ? as_constant(result) : result;
}

// --- the record around ---------------------------------------------------------------------------------------------

namespace {

/// The record of `table` in which a record stands; table no_id when there is none.
RecordId around(const DataSet& data, RecordId record, TableId table) {
  const RecordId start = record;
  while (record.table != dsl::no_id && (record.table != table || record == start)) {
    record = data.tables[record.table].parent(record.row);
  }
  return record;
}

struct ContainerFinder {
  const DataSet& data;
  TableId inner;
  TableId outer;

  void add_lane(VectorBuilder& builder, const Vector& records, std::size_t index) const {
    builder.add_evidence(records.evidence(index));
    builder.add_causes(records.causes(index));
    if (records.is_missing(index)) return builder.add_missing();
    const CellId origin = records.origin(index);
    const auto fail = [&](MissingReason reason, const CellId& cell) {
      builder.add_cause({reason, cell});
      builder.add_missing();
    };
    std::optional<Row> first;
    std::optional<Row> found;
    std::optional<Cause> failure;
    visit_rows(data, records.value(index), [&](Row row) {
      if (failure) return;
      if (!first) first = row;
      const RecordId record = around(data, {inner, row}, outer);
      if (record.table == dsl::no_id) {
        failure = Cause{MissingReason::absent, {{inner, row}, dsl::no_id}};
      } else if (found && *found != record.row) {
        failure = Cause{MissingReason::several_records, origin};
      }
      found = record.row;
    });
    if (!first) return fail(MissingReason::dangling, origin);
    if (failure) return fail(failure->reason, failure->cell);
    const CellId self{{inner, *first}, dsl::no_id};
    builder.add_evidence({&self, 1});
    builder.add_value(own_record(*found));
  }

  [[nodiscard]] VectorRef read(const Vector& records, bool with_trace) const {
    VectorBuilder builder(false, with_trace);
    for (std::size_t index = 0; index < records.lane_count(); ++index) add_lane(builder, records, index);
    return builder.finish();
  }
};

}  // namespace

VectorRef BatchEvaluator::container(const Expression& node, Frame& frame) {
  const VectorRef base = evaluate(node.operands[0], frame);
  const ContainerFinder finder{data_, at(node.operands[0]).type.index, node.index};
  if (base->elements == nullptr) {
    const VectorRef result = finder.read(*base, frame.with_trace());
    return base->is_constant ? as_constant(result) : result;
  }
  const Followed parts = followed(*base, frame.with_trace());
  const VectorRef result =
      collected(*base, parts, *finder.read(*parts.records, frame.with_trace()), frame.with_trace());
  return base->is_constant ? as_constant(result) : result;
}

// --- references backwards, and those that lead nowhere -------------------------------------------------------------

namespace {

/// The record in a lane, or those of a list of records; unknown elements are passed over.
template <typename Visit>
void visit_records(const Vector& base, std::size_t index, Visit visit) {
  if (base.elements == nullptr) return visit(base.value(index));
  for (std::uint32_t at = base.begin_of(index); at < base.end_of(index); ++at) {
    if (!base.elements->is_missing(at)) visit(base.elements->value(at));
  }
}

}  // namespace

/// The index of the references to each record gives the referring records without looking at the others. A dangling
/// reference is referred to by those of the same text.
VectorRef BatchEvaluator::reverse(const Expression& node, Frame& frame) {
  const VectorRef base = evaluate(node.operands[0], frame);
  const ReverseIndex& index = run_.indexes.reverse(node.index, node.field);
  VectorBuilder builder(true, frame.with_trace());
  std::vector<Row> found;
  for (std::size_t lane = 0; lane < base->lane_count(); ++lane) {
    builder.add_evidence(base->evidence(lane));
    builder.add_causes(base->causes(lane));
    if (base->is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    found.clear();
    const auto add = [&](std::span<const Row> rows) { found.insert(found.end(), rows.begin(), rows.end()); };
    visit_records(*base, lane, [&](std::uint64_t record) {
      if (target_of(record).is_dangling()) return add(index.referring_to_text(text_of(record)));
      visit_rows(data_, record, [&](Row row) { add(index.referring_to(row)); });
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    count_steps(found.size());
    for (const Row row : found) {
      const CellId cell{{node.index, row}, node.field};
      builder.elements().add_evidence({&cell, 1});
      builder.elements().add_value(own_record(row));
    }
    check_list_elements(builder.elements().lane_count(), base->lane_count());
    builder.add_list();
  }
  const VectorRef result = builder.finish();
  return base->is_constant ? as_constant(result) : result;
}

VectorRef BatchEvaluator::dangling(const Expression& node, Frame& frame) {
  const VectorRef base = evaluate(node.operands[0], frame);
  const bool is_list = program_.model.tables[node.index].fields[node.field].type.is_list;
  const Column& cells = data_.tables[node.index].columns[node.field];
  const Column& column = is_list ? *cells.elements : cells;
  VectorBuilder builder(true, frame.with_trace());
  const auto add_row = [&](Row row) {
    const CellId cell{{node.index, row}, node.field};
    const Slice slice = is_list ? cells.slices[row] : Slice{row, 1};
    for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
      if (column.states[index] != CellState::present || !column.targets[index].is_dangling()) continue;
      builder.elements().add_evidence({&cell, 1});
      builder.elements().add_value(column.texts[index]);
    }
  };
  for (std::size_t lane = 0; lane < base->lane_count(); ++lane) {
    builder.add_evidence(base->evidence(lane));
    builder.add_causes(base->causes(lane));
    if (base->is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    visit_records(*base, lane, [&](std::uint64_t record) { visit_rows(data_, record, add_row); });
    builder.add_list();
  }
  const VectorRef result = builder.finish();
  return base->is_constant ? as_constant(result) : result;
}

}  // namespace roadlint::engine
