// Joining: texts get the numbers of the whole, rows and elements move behind those that are there. See join.hpp.
#include "engine/load/join.hpp"

#include <utility>
#include <vector>

#include "base/parallel.hpp"

namespace roadlint::engine {
namespace {

template <typename Value>
void append(std::vector<Value>& values, const std::vector<Value>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

class Joiner {
 public:
  Joiner(const dsl::Model& model, DataSet& whole, DataSet& part)
      : model_(model), whole_(whole), part_(part), text_ids_(whole.texts.absorb(std::move(part.texts))) {
    for (const TableData& table : whole.tables) first_rows_.push_back(static_cast<Row>(table.size()));
  }

  void join_columns(unsigned threads) {
    std::vector<std::pair<TableId, FieldId>> columns;
    for (TableId table = 0; table < whole_.tables.size(); ++table) {
      for (FieldId field = 0; field < whole_.tables[table].columns.size(); ++field) columns.emplace_back(table, field);
    }
    run_parallel(threads, columns.size(), [&](std::size_t index) {
      const auto [table, field] = columns[index];
      append_column(whole_.tables[table].columns[field], part_.tables[table].columns[field],
                    model_.tables[table].fields[field]);
    });
  }

  void join_records() {
    for (TableId table = 0; table < whole_.tables.size(); ++table) {
      append(whole_.tables[table].ranges, part_.tables[table].ranges);
      whole_.tables[table].record_places.append(part_.tables[table].record_places, first_rows_);
    }
    append(whole_.files, part_.files);
    append(whole_.earlier_mistakes, part_.earlier_mistakes);
    for (const DataMistake& mistake : part_.mistakes) {
      whole_.mistakes.push_back(mistake);
      RecordId& record = whole_.mistakes.back().record;
      if (record.table != dsl::no_id) record.row += first_rows_[record.table];
    }
  }

 private:
  void append_column(Column& column, const Column& more, const dsl::Field& field) const {
    const bool has_elements = column.elements != nullptr;
    const bool holds_records = field.type.kind == dsl::TypeKind::record && !field.is_reference;
    std::uint32_t first = 0;
    if (has_elements) first = static_cast<std::uint32_t>(column.elements->states.size());
    if (holds_records) first = first_rows_[field.type.index];
    append_values(column, more);
    for (Slice slice : more.slices) column.slices.push_back({slice.first + first, slice.count});
    if (has_elements) append_values(*column.elements, *more.elements);
  }

  void append_values(Column& column, const Column& more) const {
    append(column.states, more.states);
    column.places.append(more.places);
    append(column.booleans, more.booleans);
    column.numbers.append(more.numbers);
    append(column.currencies, more.currencies);
    append(column.periods, more.periods);
    append(column.durations, more.durations);
    append(column.members, more.members);
    append(column.targets, more.targets);
    column.texts.reserve(column.texts.size() + more.texts.size());
    for (const TextId id : more.texts) column.texts.push_back(id == dsl::no_id ? id : text_ids_[id]);
  }

  const dsl::Model& model_;
  DataSet& whole_;
  const DataSet& part_;
  /// By table: the row that the first row of the part becomes.
  std::vector<Row> first_rows_;
  /// By the number of a text in the part: its number in the whole.
  std::vector<TextId> text_ids_;
};

}  // namespace

void join(const dsl::Model& model, DataSet& whole, DataSet part, unsigned threads) {
  Joiner joiner(model, whole, part);
  joiner.join_columns(threads);
  joiner.join_records();
}

}  // namespace roadlint::engine
