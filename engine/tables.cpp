// Amounts of a column, and how records and cells are named and found.
#include "engine/tables.hpp"

namespace roadlint::engine {

Money money_at(const Column& column, std::size_t index) { return {column.numbers.at(index), column.currencies[index]}; }

Quantity quantity_at(const DataSet& data, const Column& column, std::size_t index) {
  return {column.numbers.at(index), std::string(data.texts.text(column.texts[index]))};
}

namespace {

/// The text of the record's own id, if it has one.
std::string own_id(const dsl::Model& model, const DataSet& data, RecordId record) {
  const FieldId field = model.tables[record.table].id_field;
  if (field == dsl::no_id) return "";
  const Column& column = data.tables[record.table].columns[field];
  if (column.states[record.row] != CellState::present) return "";
  return std::string(data.texts.text(column.texts[record.row]));
}

/// The last word of the record's place: the field of its parent, or the table's name.
std::string step_name(const dsl::Model& model, const DataSet& data, RecordId record) {
  const TableData& table = data.tables[record.table];
  const RecordId parent = table.parent(record.row);
  const FieldId field = table.parent_field(record.row);
  if (parent.table == dsl::no_id || field == dsl::no_id) return model.tables[model.current_of(record.table)].name;
  return model.tables[parent.table].fields[field].name;
}

bool stands_in_list(const dsl::Model& model, const DataSet& data, RecordId record) {
  const TableData& table = data.tables[record.table];
  const RecordId parent = table.parent(record.row);
  const FieldId field = table.parent_field(record.row);
  if (parent.table == dsl::no_id || field == dsl::no_id) return true;
  return model.tables[parent.table].fields[field].type.is_list;
}

}  // namespace

std::string record_name(const dsl::Model& model, const DataSet& data, RecordId record) {
  std::string id = own_id(model, data, record);
  if (!id.empty()) return id;
  const TableData& table = data.tables[record.table];
  std::string name = step_name(model, data, record);
  if (stands_in_list(model, data, record)) name += "." + std::to_string(table.position(record.row));
  const RecordId parent = table.parent(record.row);
  return parent.table == dsl::no_id ? name : record_name(model, data, parent) + "." + name;
}

namespace {

/// The record's title on one line, if it has one.
std::string own_title(const dsl::Model& model, const DataSet& data, RecordId record) {
  const FieldId field = model.tables[record.table].title_field;
  if (field == dsl::no_id) return "";
  const Column& column = data.tables[record.table].columns[field];
  if (column.states[record.row] != CellState::present) return "";
  return std::string(data.texts.text(column.texts[record.row]));
}

}  // namespace

std::string record_identity(const dsl::Model& model, const DataSet& data, RecordId record) {
  std::string id = own_id(model, data, record);
  if (!id.empty()) return id;
  const TableData& table = data.tables[record.table];
  std::string name = step_name(model, data, record);
  const std::string title = own_title(model, data, record);
  if (!title.empty()) {
    name += "[" + title + "]";
  } else if (stands_in_list(model, data, record)) {
    name += "." + std::to_string(table.position(record.row));
  }
  const RecordId parent = table.parent(record.row);
  return parent.table == dsl::no_id ? name : record_identity(model, data, parent) + "." + name;
}

std::string record_path(const dsl::Model& model, const DataSet& data, RecordId record) {
  const std::string id = own_id(model, data, record);
  const dsl::Table& table = model.tables[record.table];
  if (!id.empty()) return table.name + "[" + id + "]";
  const TableData& rows = data.tables[record.table];
  const std::string place =
      stands_in_list(model, data, record) ? "[" + std::to_string(rows.position(record.row)) + "]" : "";
  const RecordId parent = rows.parent(record.row);
  if (parent.table == dsl::no_id) return (table.kind == dsl::TableKind::policy ? "policy." : "") + table.name + place;
  return record_path(model, data, parent) + "." + step_name(model, data, record) + place;
}

Span record_span(const DataSet& data, RecordId record) {
  const TableData& table = data.tables[record.table];
  return {table.file(record.row), table.ranges[record.row]};
}

Span record_head_span(const dsl::Model& model, const DataSet& data, RecordId record) {
  const FieldId field = model.tables[record.table].id_field;
  if (field != dsl::no_id && data.tables[record.table].columns[field].states[record.row] == CellState::present) {
    return cell_span(data, record, field);
  }
  return record_span(data, record);
}

Span cell_span(const DataSet& data, RecordId record, FieldId field) {
  const TableData& table = data.tables[record.table];
  const Column& column = table.columns[field];
  const ByteRange range = table.place(column, record.row, record.row);
  const bool is_written = range.end > range.begin;
  return is_written ? Span(table.file(record.row), range) : record_span(data, record);
}

}  // namespace roadlint::engine
