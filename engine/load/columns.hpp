// Making, growing and cutting columns: every vector that a column's type needs has one entry a row.
#pragma once

#include "engine/tables.hpp"

namespace roadlint::engine {

/// Empty tables for a model.
[[nodiscard]] DataSet empty_data(const dsl::Model& model);

/// Gives a column of `type` (an element type for elements) `size` entries; new ones are absent.
void resize_column(Column& column, const dsl::Type& type, bool is_reference, std::size_t size);

/// Appends an absent record to a table. The columns grow by many rows at once and may be longer than the table until
/// trim_columns.
void append_row(const dsl::Model& model, DataSet& data, TableId table, const RecordPlace& place, std::uint32_t begin);
/// Gives every column the length of its table.
void trim_columns(const dsl::Model& model, DataSet& data);

/// Sizes at one moment, to go back to when a file turns out to be unreadable.
struct DataSizes {
  std::vector<std::size_t> rows;
  std::vector<std::vector<std::size_t>> elements;
  std::size_t mistakes = 0;
};
[[nodiscard]] DataSizes sizes_of(const DataSet& data);
void cut_to(const dsl::Model& model, DataSet& data, const DataSizes& sizes);

}  // namespace roadlint::engine
