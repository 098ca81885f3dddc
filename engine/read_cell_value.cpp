// From a cell of the tables to a value of the evaluator.
#include "engine/value.hpp"

namespace roadlint::engine {
namespace {

using dsl::TypeKind;

Value scalar_value(const DataSet& data, const Column& column, std::size_t index, const dsl::Type& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return column.booleans[index] != 0;
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
      return column.numbers.at(index);
    case TypeKind::money:
      return money_at(column, index);
    case TypeKind::quantity:
      return quantity_at(data, column, index);
    case TypeKind::date:
    case TypeKind::deadline:
      return column.periods[index];
    case TypeKind::duration:
      return column.durations[index];
    case TypeKind::enumeration:
      return dsl::EnumerationMember{type.index, column.members[index]};
    default:
      return std::string(data.texts.text(column.texts[index]));
  }
}

/// What stands in the list could not be read: a sum over it is not known.
Result unreadable_element(const CellId& cell) { return {Missing{{{MissingReason::wrong_type, cell}}}, {cell}}; }

List referenced_records(const DataSet& data, const Column& column, const Slice& slice, const dsl::Type& type,
                        const CellId& cell) {
  List list;
  for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
    if (column.elements->states[index] != CellState::present) {
      list.push_back(unreadable_element(cell));
      continue;
    }
    for (const Row row : data.target_rows(column.elements->targets[index])) {
      list.push_back({Records{type.index, {row}, column.elements->texts[index], cell}, {cell}});
    }
  }
  return list;
}

List list_value(const DataSet& data, const Column& column, const dsl::Field& field, const CellId& cell) {
  const Slice slice = column.slices[cell.record.row];
  const dsl::Type type = field.type.element();
  if (field.is_reference) return referenced_records(data, column, slice, type, cell);
  List list;
  for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
    if (type.kind == TypeKind::record) {
      list.push_back({Records{type.index, {index}, dsl::no_id, {}}, {}});
    } else if (column.elements->states[index] != CellState::present) {
      list.push_back(unreadable_element(cell));
    } else {
      list.push_back({scalar_value(data, *column.elements, index, type), {cell}});
    }
  }
  return list;
}

}  // namespace

Result read_cell_value(const dsl::Model& model, const DataSet& data, const CellId& cell) {
  const dsl::Field& field = model.tables[cell.record.table].fields[cell.field];
  const Column& column = data.tables[cell.record.table].columns[cell.field];
  const Row row = cell.record.row;
  if (field.type.is_list && column.states[row] == CellState::wrong_type) {
    return {Missing{{{MissingReason::wrong_type, cell}}}, {cell}};  // not an empty list: nobody knows what it holds
  }
  if (field.type.is_list) return {list_value(data, column, field, cell), {cell}};
  if (column.states[row] != CellState::present) {
    const bool is_wrong = column.states[row] == CellState::wrong_type;
    return {Missing{{{is_wrong ? MissingReason::wrong_type : MissingReason::absent, cell}}}, {cell}};
  }
  if (field.is_reference) {
    const std::span<const Row> rows = data.target_rows(column.targets[row]);
    return {Records{field.type.index, {rows.begin(), rows.end()}, column.texts[row], cell}, {cell}};
  }
  if (field.type.kind == TypeKind::record) {
    return {Records{field.type.index, {column.slices[row].first}, dsl::no_id, {}}, {}};
  }
  return {scalar_value(data, column, row, field.type), {cell}};
}

}  // namespace roadlint::engine
