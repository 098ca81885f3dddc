// Reads the files one after the other, then connects them: ids, references.
#include "engine/load/load.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/load/binder.hpp"
#include "engine/load/columns.hpp"
#include "engine/load/events.hpp"

namespace roadlint::engine {
namespace {

/// In larger tables nobody looks for a misspelt id by comparing it with all others.
constexpr std::size_t most_ids_for_suggestion = 2'000;
/// So many misspelt references are looked up; a file with more has another mistake than spelling.
constexpr std::size_t most_suggestions = 500;

class Linker {
 public:
  Linker(const dsl::Model& model, DataSet& data, bool has_unreadable_files)
      : model_(model), data_(data), has_unreadable_files_(has_unreadable_files) {}

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
    for (Row row = 0; row < rows.size(); ++row) {
      if (column.states[row] != CellState::present) continue;
      std::vector<Row>& same = rows.rows_by_id[column.texts[row]];
      same.push_back(row);
      if (same.size() > 1) report_duplicate(table, field, row, same.front());
    }
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
    const auto& rows_by_id = data_.tables[field.type.index].rows_by_id;
    const auto found = rows_by_id.find(column.texts[index]);
    if (found == rows_by_id.end()) return report_dangling(column, index, record, field);
    // References to one id share their targets: a hundred thousand references may lead to a hundred thousand records.
    const auto [slice, is_new] = targets_[field.type.index].try_emplace(column.texts[index]);
    if (is_new) {
      slice->second = {static_cast<std::uint32_t>(data_.targets.size()),
                       static_cast<std::uint32_t>(found->second.size())};
      data_.targets.insert(data_.targets.end(), found->second.begin(), found->second.end());
    }
    column.targets[index] = slice->second;
  }

  void report_dangling(const Column& column, std::size_t index, RecordId record, const dsl::Field& field) {
    const Span span(data_.tables[record.table].files[record.row], column.ranges[index]);
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
  [[nodiscard]] std::vector<std::string> known_ids(TableId table) {
    const auto& rows_by_id = data_.tables[table].rows_by_id;
    const bool is_too_much = rows_by_id.size() > most_ids_for_suggestion || suggestions_ == most_suggestions;
    if (is_too_much) return {};
    ++suggestions_;
    std::vector<std::string> ids;
    for (const auto& [id, rows] : rows_by_id) ids.emplace_back(data_.texts.text(id));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  const dsl::Model& model_;
  DataSet& data_;
  bool has_unreadable_files_;
  /// Where the targets of an id stand, by table.
  std::map<TableId, std::unordered_map<TextId, Slice>> targets_;
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

DataSet load(const dsl::Model& model, const SourceFiles& files, const std::vector<FileId>& data_files,
             Diagnostics& diagnostics) {
  DataSet data = empty_data(model);
  const Shapes shapes = shapes_of(model);
  bool has_unreadable_files = false;
  for (const FileId file : data_files) {
    const DataSizes before = sizes_of(data);
    Binder binder(model, shapes, file, data);
    const bool is_json = is_json_name(files.file(file).name());
    const bool is_read =
        check_bytes(files, file, diagnostics) &&
        (is_json ? read_json(files, file, binder, diagnostics) : read_yaml(files, file, binder, diagnostics));
    if (is_read) {
      data.files.push_back(file);
    } else {
      cut_to(model, data, before);
      has_unreadable_files = true;
    }
  }
  Linker(model, data, has_unreadable_files).run();
  data.record_count = count_records(model, data);
  return data;
}

}  // namespace roadlint::engine
