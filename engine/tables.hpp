// The data set: every record of every file in typed columns, with interned text and the byte range of every value.
// Filled by engine/load in one pass over the events; no tree of nodes stands between.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/localized_text.hpp"
#include "base/span.hpp"
#include "dsl/typed/model.hpp"
#include "values/amounts.hpp"
#include "values/calendar.hpp"

namespace roadlint::engine {

/// Number of a text in the TextPool.
using TextId = std::uint32_t;
using Row = std::uint32_t;
using dsl::FieldId;
using dsl::TableId;

/// Each different text once.
class TextPool {
 public:
  TextId intern(std::string_view text);
  /// The number of a text that is known, else `dsl::no_id`.
  [[nodiscard]] TextId find(std::string_view text) const;
  [[nodiscard]] std::string_view text(TextId id) const { return texts_[id]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, TextId> ids_;
};

/// [first, first + count) in a vector of elements or rows.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

enum class CellState : std::uint8_t {
  absent,
  present,
  wrong_type,  // reported by the loader; counts as absent
};

/// The values of one field, or the elements of all lists of one field. Exactly the vector of its type is filled.
struct Column {
  std::vector<CellState> states;
  /// The value's bytes; for an absent cell the bytes of its key if it has one, else an empty range.
  std::vector<ByteRange> ranges;

  std::vector<std::uint8_t> booleans;
  std::vector<Number> numbers;  // number, percent, factor
  std::vector<Money> moneys;
  std::vector<Quantity> quantities;
  std::vector<CalendarPeriod> periods;  // date, deadline
  std::vector<Duration> durations;
  std::vector<TextId> texts;           // text, id, and the id of a reference
  std::vector<std::uint32_t> members;  // enumeration
  /// Lists: the elements in `elements`, or for records the rows of the table. A single record: its row, count 1.
  std::vector<Slice> slices;
  /// References: the rows of all records with that id, in DataSet::targets.
  std::vector<Slice> targets;
  std::unique_ptr<Column> elements;
};

/// A record, wherever it is.
struct RecordId {
  TableId table = dsl::no_id;
  Row row = 0;
  friend bool operator==(const RecordId&, const RecordId&) = default;
};

/// All records of one table. Column of field f is columns[f]; fields with is_children keep slices of rows.
struct TableData {
  std::vector<Column> columns;
  std::vector<FileId> files;
  std::vector<ByteRange> ranges;
  /// The record in which each record stands; table no_id at the top of a document.
  std::vector<RecordId> parents;
  /// Which field of the parent holds the record (no_id for entities without such a field), and its place in that list.
  std::vector<FieldId> parent_fields;
  std::vector<std::uint32_t> positions;
  /// Rows by id, in the order of reading; only for tables with an id field.
  std::unordered_map<TextId, std::vector<Row>> rows_by_id;

  [[nodiscard]] std::size_t size() const { return files.size(); }
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
  /// Pool of reference targets.
  std::vector<Row> targets;
  std::vector<DataMistake> mistakes;
  /// Names of the files read, in order.
  std::vector<FileId> files;

  /// Number of records of entities and policy tables.
  std::size_t record_count = 0;
};

/// The record's id; for records without one the way to it from the nearest record that has one: "KI.funding.3".
[[nodiscard]] std::string record_name(const dsl::Model& model, const DataSet& data, RecordId record);
/// "milestone[KI-WI4]"; inside a named record "milestone[KI-WI4].indicators[0]".
[[nodiscard]] std::string record_path(const dsl::Model& model, const DataSet& data, RecordId record);
[[nodiscard]] Span record_span(const DataSet& data, RecordId record);
/// Where people should look for the record: its id if it has one, else its first line.
[[nodiscard]] Span record_head_span(const dsl::Model& model, const DataSet& data, RecordId record);
/// The bytes of a cell, or of the record when the cell is absent.
[[nodiscard]] Span cell_span(const DataSet& data, RecordId record, FieldId field);

}  // namespace roadlint::engine
