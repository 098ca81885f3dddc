// See columns.hpp.
#include "engine/load/columns.hpp"

#include <algorithm>

namespace roadlint::engine {
namespace {

using dsl::TypeKind;

bool has_elements(const dsl::Field& field) {
  return field.type.is_list && (field.type.kind != TypeKind::record || field.is_reference);
}

void resize_values(Column& column, const dsl::Type& type, bool is_reference, std::size_t size) {
  switch (type.kind) {
    case TypeKind::boolean:
      column.booleans.resize(size);
      return;
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
      column.numbers.resize(size);
      return;
    case TypeKind::money:
      column.numbers.resize(size);
      column.currencies.resize(size);
      return;
    case TypeKind::quantity:
      column.numbers.resize(size);
      column.texts.resize(size, dsl::no_id);
      return;
    case TypeKind::date:
    case TypeKind::deadline:
      column.periods.resize(size);
      return;
    case TypeKind::duration:
      column.durations.resize(size);
      return;
    case TypeKind::enumeration:
      column.members.resize(size);
      return;
    case TypeKind::text:
      column.texts.resize(size, dsl::no_id);
      return;
    case TypeKind::record:
      if (is_reference) {
        column.texts.resize(size, dsl::no_id);
        column.targets.resize(size);
      } else {
        column.slices.resize(size);
      }
      return;
    case TypeKind::error:
      return;
  }
}

}  // namespace

void resize_column(Column& column, const dsl::Type& type, bool is_reference, std::size_t size) {
  column.states.resize(size, CellState::absent);
  column.places.resize(size);
  if (type.is_list) {
    column.slices.resize(size);
  } else {
    resize_values(column, type, is_reference, size);
  }
}

DataSet empty_data(const dsl::Model& model) {
  DataSet data;
  data.tables.resize(model.tables.size());
  for (TableId table = 0; table < model.tables.size(); ++table) {
    data.tables[table].columns.resize(model.tables[table].fields.size());
    for (FieldId field = 0; field < model.tables[table].fields.size(); ++field) {
      if (has_elements(model.tables[table].fields[field])) {
        data.tables[table].columns[field].elements = std::make_unique<Column>();
      }
    }
  }
  return data;
}

namespace {

void resize_columns(const dsl::Model& model, DataSet& data, TableId table, std::size_t size) {
  TableData& rows = data.tables[table];
  for (FieldId field = 0; field < rows.columns.size(); ++field) {
    const dsl::Field& declared = model.tables[table].fields[field];
    resize_column(rows.columns[field], declared.type, declared.is_reference, size);
  }
}

}  // namespace

void append_row(const dsl::Model& model, DataSet& data, TableId table, const RecordPlace& place, std::uint32_t begin) {
  // A step beyond the room of a vector doubles that room, but memory that nothing was written to costs nothing yet.
  constexpr std::size_t rows_a_step = 512;
  TableData& rows = data.tables[table];
  const std::size_t size = rows.size() + 1;
  if (!rows.columns.empty() && rows.columns.front().states.size() < size) {
    resize_columns(model, data, table, size + std::min(size, rows_a_step));
  }
  rows.ranges.push_back({begin, begin});
  rows.record_places.append(place);
}

void trim_columns(const dsl::Model& model, DataSet& data) {
  for (TableId table = 0; table < data.tables.size(); ++table) {
    resize_columns(model, data, table, data.tables[table].size());
  }
}

DataSizes sizes_of(const DataSet& data) {
  DataSizes sizes;
  sizes.mistakes = data.mistakes.size();
  for (const TableData& table : data.tables) {
    sizes.rows.push_back(table.size());
    std::vector<std::size_t> elements;
    for (const Column& column : table.columns) elements.push_back(column.elements ? column.elements->states.size() : 0);
    sizes.elements.push_back(std::move(elements));
  }
  return sizes;
}

void cut_to(const dsl::Model& model, DataSet& data, const DataSizes& sizes) {
  data.mistakes.resize(sizes.mistakes);
  for (TableId table = 0; table < data.tables.size(); ++table) {
    data.tables[table].ranges.resize(sizes.rows[table]);
    data.tables[table].record_places.cut_to(sizes.rows[table]);
    resize_columns(model, data, table, sizes.rows[table]);
    for (FieldId field = 0; field < data.tables[table].columns.size(); ++field) {
      Column& column = data.tables[table].columns[field];
      const dsl::Field& declared = model.tables[table].fields[field];
      if (column.elements) {
        resize_column(*column.elements, declared.type.element(), declared.is_reference, sizes.elements[table][field]);
      }
    }
  }
}

}  // namespace roadlint::engine
