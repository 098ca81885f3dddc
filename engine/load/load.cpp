// Reads the files one after the other, then connects them: ids, references.
#include "engine/load/load.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/load/binder.hpp"
#include "engine/load/columns.hpp"
#include "engine/load/events.hpp"

namespace roadlint::engine {
namespace {

/// In larger tables nobody looks for a misspelt id by comparing it with all others.
constexpr std::size_t most_ids_for_suggestion = 2'000;
/// So many misspelt references are looked up; a file with more has another mistake than spelling.
constexpr std::size_t most_suggestions = 100;

class Linker {
 public:
  Linker(const dsl::Model& model, DataSet& data, bool has_unreadable_files)
      : model_(model),
        data_(data),
        has_unreadable_files_(has_unreadable_files),
        first_shared_(model.tables.size()),
        known_ids_(model.tables.size()) {}

  void run() {
    for (TableId table = 0; table < model_.tables.size(); ++table) index_ids(table);
    for (TableId table = 0; table < model_.tables.size(); ++table) {
      for (FieldId field = 0; field < model_.tables[table].fields.size(); ++field) link_field(table, field);
    }
  }

 private:
  void index_ids(TableId table) {
    const FieldId field = model_.tables[table].id_field;
    if (field == dsl::no_id) return;
    TableData& rows = data_.tables[table];
    const Column& column = rows.columns[field];
    std::vector<IdIndex::Entry> entries;
    for (Row row = 0; row < rows.size(); ++row) {
      if (column.states[row] == CellState::present) entries.push_back({column.texts[row], row});
    }
    rows.ids.build(entries);
    report_duplicates(table, field);
    first_shared_[table] = static_cast<std::uint32_t>(data_.shared_targets.size());
    const auto first_target = static_cast<std::uint32_t>(data_.targets.size());
    for (const Slice group : rows.ids.groups()) {
      data_.shared_targets.push_back({group.first + first_target, group.count});
    }
    data_.targets.insert(data_.targets.end(), rows.ids.group_rows().begin(), rows.ids.group_rows().end());
  }

  /// In the order of rows.
  void report_duplicates(TableId table, FieldId field) {
    std::vector<std::pair<Row, Row>> duplicates;
    const IdIndex& ids = data_.tables[table].ids;
    for (const Slice group : ids.groups()) {
      const auto rows = ids.group_rows().subspan(group.first, group.count);
      for (const Row row : rows.subspan(1)) duplicates.emplace_back(row, rows.front());
    }
    std::sort(duplicates.begin(), duplicates.end());
    for (const auto& [row, first] : duplicates) report_duplicate(table, field, row, first);
  }

  void report_duplicate(TableId table, FieldId field, Row row, Row first) {
    const std::string id(data_.texts.text(data_.tables[table].columns[field].texts[row]));
    const RecordId record{table, row};
    data_.mistakes.push_back(
        duplicate_id({record, cell_span(data_, record, field), model_.tables[table].fields[field].name, id},
                     model_.tables[table].name, cell_span(data_, {table, first}, field)));
  }

  void link_field(TableId table, FieldId field) {
    const dsl::Field& declared = model_.tables[table].fields[field];
    if (!declared.is_reference || declared.type.kind != dsl::TypeKind::record) return;
    Column& column = data_.tables[table].columns[field];
    for (Row row = 0; row < data_.tables[table].size(); ++row) {
      if (!declared.type.is_list) {
        if (column.states[row] == CellState::present) link_cell(column, row, {table, row}, declared);
        continue;
      }
      const Slice slice = column.slices[row];
      for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
        if (column.elements->states[index] != CellState::present) continue;
        link_cell(*column.elements, index, {table, row}, declared);
      }
    }
  }

  void link_cell(Column& column, std::size_t index, RecordId record, const dsl::Field& field) {
    const std::uint32_t code = data_.tables[field.type.index].ids.code(column.texts[index]);
    if (code == dsl::no_id) return report_dangling(column, index, record, field);
    // References to an id that several records have share their targets.
    const bool is_single = code < IdIndex::repeated_id;
    column.targets[index].code = is_single ? code : code + first_shared_[field.type.index];
  }

  void report_dangling(const Column& column, std::size_t index, RecordId record, const dsl::Field& field) {
    const TableData& table = data_.tables[record.table];
    const Span span(table.file(record.row), table.place(column, index, record.row));
    const std::string text(data_.texts.text(column.texts[index]));
    DataMistake mistake = dangling_reference({record, span, field.name, text}, model_.tables[field.type.index].name,
                                             known_ids(field.type.index));
    if (has_unreadable_files_ && mistake.help.is_empty()) {
      mistake.help.set("en", "A file could not be read; it may hold the record.");
      mistake.help.set("de", "Eine Datei war nicht lesbar; sie kann den Eintrag enthalten.");
    }
    data_.mistakes.push_back(std::move(mistake));
  }

  /// The ids among which a misspelt one is looked for; none when there are too many, or too many were misspelt already.
  [[nodiscard]] const std::vector<std::string>& known_ids(TableId table) {
    static const std::vector<std::string> none;
    const std::size_t count = data_.tables[table].ids.size();
    const bool is_too_much = count > most_ids_for_suggestion || suggestions_ == most_suggestions;
    if (is_too_much || count == 0) return none;
    ++suggestions_;
    std::vector<std::string>& ids = known_ids_[table];
    if (ids.empty()) ids = sorted_ids(table);
    return ids;
  }

  [[nodiscard]] std::vector<std::string> sorted_ids(TableId table) const {
    const TableData& rows = data_.tables[table];
    const Column& column = rows.columns[model_.tables[table].id_field];
    std::vector<std::string> ids;
    for (Row row = 0; row < rows.size(); ++row) {
      const bool is_first = column.states[row] == CellState::present && rows.rows_with_id(column.texts[row])[0] == row;
      if (is_first) ids.emplace_back(data_.texts.text(column.texts[row]));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  const dsl::Model& model_;
  DataSet& data_;
  bool has_unreadable_files_;
  /// By table: where in DataSet::shared_targets its repeated ids begin.
  std::vector<std::uint32_t> first_shared_;
  /// By table; made when a reference to it is misspelt.
  std::vector<std::vector<std::string>> known_ids_;
  std::size_t suggestions_ = 0;
};

std::size_t count_records(const dsl::Model& model, const DataSet& data) {
  std::size_t count = 0;
  for (TableId table = 0; table < model.tables.size(); ++table) {
    if (model.tables[table].kind != dsl::TableKind::record) count += data.tables[table].size();
  }
  return count;
}

}  // namespace

bool is_json_name(std::string_view name) { return name.ends_with(".json") || name.ends_with(".JSON"); }

namespace {

/// Reads one file into the tables; on a mistake they may hold a part of it.
bool read_document(const dsl::Model& model, const Shapes& shapes, const SourceFiles& files, FileId file, DataSet& data,
                   Diagnostics& diagnostics) {
  if (is_json_name(files.file(file).name())) {
    const DataSizes before = sizes_of(data);
    Binder binder(model, shapes, file, data, TextsOfEvents::kept);
    if (read_json_windows(files, file, binder)) return true;
    cut_to(model, data, before);
  }
  if (!check_bytes(files, file, diagnostics)) return false;
  Binder binder(model, shapes, file, data, TextsOfEvents::passing);
  return is_json_name(files.file(file).name()) ? read_json(files, file, binder, diagnostics)
                                               : read_yaml(files, file, binder, diagnostics);
}

}  // namespace

DataSet load(const dsl::Model& model, const SourceFiles& files, const std::vector<FileId>& data_files,
             Diagnostics& diagnostics) {
  DataSet data = empty_data(model);
  const Shapes shapes = shapes_of(model);
  bool has_unreadable_files = false;
  for (const FileId file : data_files) {
    const DataSizes before = sizes_of(data);
    if (read_document(model, shapes, files, file, data, diagnostics)) {
      data.files.push_back(file);
    } else {
      cut_to(model, data, before);
      has_unreadable_files = true;
    }
  }
  trim_columns(model, data);
  Linker(model, data, has_unreadable_files).run();
  data.record_count = count_records(model, data);
  return data;
}

}  // namespace roadlint::engine
