// The data set: every record of every file in typed columns, with interned text and the byte range of every value.
// Filled by engine/load in one pass over the events; no tree of nodes stands between.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized_text.hpp"
#include "base/span.hpp"
#include "dsl/typed/model.hpp"
#include "engine/cell_places.hpp"
#include "engine/id_index.hpp"
#include "engine/record_places.hpp"
#include "engine/text_pool.hpp"
#include "values/amounts.hpp"
#include "values/calendar.hpp"
#include "values/packed_number.hpp"

namespace roadlint::engine {

enum class CellState : std::uint8_t {
  absent,
  present,
  wrong_type,  // reported by the loader; counts as absent
};

/// The records that a reference leads to.
struct Target {
  /// The row, when one record has the id; no_id when none has; else the high bit and a place in
  /// DataSet::shared_targets.
  std::uint32_t code = dsl::no_id;

  static constexpr std::uint32_t several = IdIndex::repeated_id;
  [[nodiscard]] bool is_dangling() const { return code == dsl::no_id; }
  [[nodiscard]] bool is_single() const { return code < several; }
  /// Of a single one.
  [[nodiscard]] Row row() const { return code; }
};

/// The values of one field, or the elements of all lists of one field. Exactly the vectors of its type are filled.
struct Column {
  std::vector<CellState> states;
  /// The value's bytes; for an absent cell the bytes of its key if it has one, else an empty range.
  CellPlaces places;

  std::vector<std::uint8_t> booleans;
  PackedNumbers numbers;                // number, percent, factor; amounts of money and quantity
  std::vector<Currency> currencies;     // money
  std::vector<CalendarPeriod> periods;  // date, deadline
  std::vector<Duration> durations;
  std::vector<TextId> texts;           // text, id, the id of a reference, the unit of a quantity
  std::vector<std::uint32_t> members;  // enumeration
  /// Lists: the elements in `elements`, or for records the rows of the table. A single record: its row, count 1.
  std::vector<Slice> slices;
  /// References: see DataSet::target_rows.
  std::vector<Target> targets;
  /// Their places count from the record that holds the list.
  std::unique_ptr<Column> elements;
};

/// All records of one table. Column of field f is columns[f]; fields with is_children keep slices of rows.
struct TableData {
  std::vector<Column> columns;
  std::vector<ByteRange> ranges;
  /// Only for tables with an id field.
  IdIndex ids;
  RecordPlaces record_places;

  [[nodiscard]] std::size_t size() const { return ranges.size(); }
  [[nodiscard]] FileId file(Row row) const { return record_places.file(row); }
  /// The record in which the record stands; table no_id at the top of a document.
  [[nodiscard]] RecordId parent(Row row) const { return record_places.parent(row); }
  /// Which field of the parent holds the record; no_id for entities without such a field.
  [[nodiscard]] FieldId parent_field(Row row) const { return record_places.parent_field(row); }
  /// The place in that list, from 0.
  [[nodiscard]] std::uint32_t position(Row row) const { return record_places.position(row); }
  /// In the order of reading.
  [[nodiscard]] std::span<const Row> rows_with_id(TextId id) const { return ids.rows_with_id(id); }
  /// The bytes of a cell, or of an element of the list in this row; `column` is one of `columns` or its elements.
  [[nodiscard]] ByteRange place(const Column& column, std::size_t index, Row row) const {
    return column.places.get(index, ranges[row].begin);
  }
};

/// A mistake in well-formed data: becomes a finding with a rule name of its own.
struct DataMistake {
  std::string rule;  // "data-wrong-type", ...
  RecordId record;   // nearest record; table no_id: the file
  Span span;
  /// Path of the value ("milestone[KI-1].due" without the record part: "due").
  std::string field;
  LocalizedText message;
  LocalizedText help;
  /// What is written there.
  std::string value;
  /// An earlier place that explains the mistake (first use of an id), may be unknown.
  Span other;
};

struct DataSet {
  TextPool texts;
  std::vector<TableData> tables;
  /// Rows of the ids that several records have and some reference names, as slices of `targets`.
  std::vector<Slice> shared_targets;
  std::vector<Row> targets;
  std::vector<DataMistake> mistakes;
  /// Those of an earlier version, which are no findings: its values count as absent all the same.
  std::vector<DataMistake> earlier_mistakes;
  /// Names of the files read, in order.
  std::vector<FileId> files;

  /// Number of records of entities and policy tables.
  std::size_t record_count = 0;

  /// The rows of all records with the id; `target` must be an element of a column.
  [[nodiscard]] std::span<const Row> target_rows(const Target& target) const {
    if (target.is_dangling()) return {};
    if (target.is_single()) return {&target.code, 1};
    const Slice slice = shared_targets[target.code - Target::several];
    return std::span(targets).subspan(slice.first, slice.count);
  }
};

/// A whole amount of a column; the cell must be present.
[[nodiscard]] Money money_at(const Column& column, std::size_t index);
[[nodiscard]] Quantity quantity_at(const DataSet& data, const Column& column, std::size_t index);

/// The record's id; for records without one the way to it from the nearest record that has one: "KI.funding.3".
[[nodiscard]] std::string record_name(const dsl::Model& model, const DataSet& data, RecordId record);
/// The same with titles in place of places in lists, which shift when something is added: "KI.funding[Pilot lines]".
[[nodiscard]] std::string record_identity(const dsl::Model& model, const DataSet& data, RecordId record);
/// "milestone[KI-WI4]"; inside a named record "milestone[KI-WI4].indicators[0]".
[[nodiscard]] std::string record_path(const dsl::Model& model, const DataSet& data, RecordId record);
[[nodiscard]] Span record_span(const DataSet& data, RecordId record);
/// Where people should look for the record: its id if it has one, else its first line.
[[nodiscard]] Span record_head_span(const dsl::Model& model, const DataSet& data, RecordId record);
/// The bytes of a cell, or of the record when the cell is absent.
[[nodiscard]] Span cell_span(const DataSet& data, RecordId record, FieldId field);

}  // namespace roadlint::engine
