// See cells.hpp.
#include "engine/evaluate/cells.hpp"

#include <algorithm>

namespace roadlint::engine {

using dsl::TypeKind;

CellReader::CellReader(const dsl::Model& model, const DataSet& data, LaneValues& lanes, TableId table, FieldId field)
    : model_(model),
      data_(data),
      lanes_(lanes),
      table_(table),
      field_(field),
      declared_(model.tables[table].fields[field]),
      column_(data.tables[table].columns[field]),
      kind_(declared_.type.kind) {}

VectorRef CellReader::read(const Vector& records, bool with_trace) {
  if (!with_trace && !declared_.type.is_list && has_only_single_records(records)) return read_plainly(records);
  VectorBuilder builder(declared_.type.is_list, with_trace);
  for (std::size_t index = 0; index < records.lane_count(); ++index) add_lane(builder, records, index);
  VectorRef result = builder.finish();
  return records.is_constant ? as_constant(result) : result;
}

// --- without traces, one type for all lanes ------------------------------------------------------------------------

bool CellReader::has_only_single_records(const Vector& records) const {
  for (std::size_t lane = 0; lane < records.lane_count(); ++lane) {
    const Target target = target_of(records.values[lane]);
    const bool is_fit = records.missing[lane] != 0 || target.is_single() || target.is_dangling();
    if (!is_fit) return false;
  }
  return true;
}

template <typename Read>
void CellReader::fill(Vector& to, const Vector& records, Read read) const {
  const std::size_t count = records.lane_count();
  to.missing.resize(count);
  to.values.resize(count);
  for (std::size_t lane = 0; lane < count; ++lane) {
    const Target target = target_of(records.values[lane]);
    const bool has_cell = records.missing[lane] == 0 && target.is_single();
    if (has_cell && column_.states[target.row()] == CellState::present) {
      to.values[lane] = read(target.row());
    } else {
      to.missing[lane] = 1;
    }
  }
}

VectorRef CellReader::read_plainly(const Vector& records) const {
  auto result = std::make_shared<Vector>();
  result->is_constant = records.is_constant;
  switch (kind_) {
    case TypeKind::boolean:
      fill(*result, records, [&](Row row) { return column_.booleans[row]; });
      break;
    case TypeKind::text:
      fill(*result, records, [&](Row row) { return column_.texts[row]; });
      break;
    case TypeKind::enumeration:
      fill(*result, records, [&](Row row) { return column_.members[row]; });
      break;
    default:
      fill(*result, records, [&](Row row) { return value(column_, row); });
  }
  if (kind_ != TypeKind::money && kind_ != TypeKind::quantity) return result;
  result->extras.resize(result->values.size());
  for (std::size_t lane = 0; lane < result->values.size(); ++lane) {
    if (result->missing[lane] == 0) result->extras[lane] = extra(column_, target_of(records.values[lane]).row());
  }
  return result;
}

// --- lane by lane --------------------------------------------------------------------------------------------------

std::uint64_t CellReader::value(const Column& column, std::size_t index) const {
  switch (kind_) {
    case TypeKind::boolean:
      return column.booleans[index];
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
    case TypeKind::money:
    case TypeKind::quantity: {
      const PackedNumber packed = column.numbers.packed(index);
      return packed.is_spilled() ? lanes_.number(column.numbers.at(index)) : packed.bits;
    }
    case TypeKind::date:
    case TypeKind::deadline:
      return pack_period(column.periods[index]);
    case TypeKind::duration:
      return lanes_.duration(column.durations[index]);
    case TypeKind::enumeration:
      return column.members[index];
    case TypeKind::record:
      return declared_.is_reference ? reference(column.targets[index], column.texts[index])
                                    : own_record(column.slices[index].first);
    default:
      return column.texts[index];
  }
}

std::uint32_t CellReader::extra(const Column& column, std::size_t index) const {
  if (kind_ == TypeKind::money) return pack_currency(column.currencies[index]);
  return kind_ == TypeKind::quantity ? column.texts[index] : 0;
}

void CellReader::add_lane(VectorBuilder& builder, const Vector& records, std::size_t index) {
  builder.add_evidence(records.evidence(index));
  builder.add_causes(records.causes(index));
  if (records.missing[index] != 0) return builder.add_missing();
  const std::uint64_t record = records.values[index];
  const Target target = target_of(record);
  if (target.is_dangling()) {
    builder.add_cause({MissingReason::dangling, records.origin(index)});
    return builder.add_missing();
  }
  if (target.is_single()) return add_cell(builder, target.row());
  add_several(builder, record, records.origin(index));
}

void CellReader::add_cell(VectorBuilder& builder, Row row) {
  const CellState state = column_.states[row];
  const bool is_list = declared_.type.is_list;
  const bool is_readable = is_list ? state != CellState::wrong_type : state == CellState::present;
  const CellId place = cell(row);
  const bool is_inner_record = kind_ == TypeKind::record && !declared_.is_reference && !is_list;
  if (!is_readable || !is_inner_record) builder.add_evidence({&place, 1});
  if (!is_readable) {
    builder.add_cause({state == CellState::wrong_type ? MissingReason::wrong_type : MissingReason::absent, place});
    return builder.add_missing();
  }
  if (!is_list)
    return builder.add_value(value(column_, row), extra(column_, row), declared_.is_reference ? place : CellId{});
  add_list(builder, row);
  builder.add_list();
}

/// The elements of a list cell; a reference to an id used twice gives all its records, a dangling one none.
void CellReader::add_list(VectorBuilder& builder, Row row) {
  const Slice slice = column_.slices[row];
  const CellId place = cell(row);
  VectorBuilder& elements = builder.elements();
  for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
    if (kind_ == TypeKind::record && !declared_.is_reference) {
      elements.add_value(own_record(index));
      continue;
    }
    const Column& column = *column_.elements;
    if (column.states[index] != CellState::present) {
      elements.add_evidence({&place, 1});
      elements.add_cause({MissingReason::wrong_type, place});
      elements.add_missing();
    } else if (kind_ != TypeKind::record) {
      elements.add_evidence({&place, 1});
      elements.add_value(value(column, index), extra(column, index));
    } else {
      visit_rows(data_, reference(column.targets[index], column.texts[index]), [&](Row target) {
        elements.add_evidence({&place, 1});
        elements.add_value(reference(Target{target}, column.texts[index]), 0, place);
      });
    }
  }
}

/// An id used twice means every record of that id: lists are joined, single values must agree.
void CellReader::add_several(VectorBuilder& builder, std::uint64_t record, const CellId& origin) {
  const std::span<const Row> rows = data_.target_rows(target_of(record));
  std::vector<Result> results;
  Causes causes;
  for (const Row row : rows) {
    results.push_back(read_cell_value(model_, data_, cell(row)));
    const Result& next = results.back();
    builder.add_evidence(next.evidence);
    if (results.size() == 1) continue;
    const bool is_list = std::holds_alternative<List>(results.front().value);
    if (is_list && next.missing() == nullptr) continue;
    if (is_list) {
      causes = next.missing()->causes;
    } else if (!are_same(results.front().value, next.value)) {
      causes = {{MissingReason::several_records, origin}};
    }
    if (!causes.empty()) break;
  }
  builder.add_causes(causes);
  if (!causes.empty()) return builder.add_missing();
  if (!declared_.type.is_list) {
    const Row first = rows.front();
    return builder.add_value(value(column_, first), extra(column_, first),
                             declared_.is_reference ? cell(first) : CellId{});
  }
  for (const Row row : rows) add_list(builder, row);
  builder.add_list();
}

}  // namespace roadlint::engine
