// Indexes of ids first, then every reference: see link.hpp. The tables are worked on by several threads, mistakes are
// reported by one, in the order of tables, fields and rows.
#include "engine/load/link.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "engine/load/mistakes.hpp"

namespace roadlint::engine {
namespace {

/// In larger tables nobody looks for a misspelt id by comparing it with all others.
constexpr std::size_t most_ids_for_suggestion = 2'000;
/// So many ids are compared with misspelt references; data with more to compare has another mistake than spelling.
constexpr std::size_t most_compared_ids = 50'000;

class Linker {
 public:
  Linker(const dsl::Model& model, DataSet& data, bool has_unreadable_files)
      : model_(model),
        data_(data),
        has_unreadable_files_(has_unreadable_files),
        first_shared_(model.tables.size()),
        known_ids_(model.tables.size()) {}

  void run(unsigned threads) {
    run_parallel(threads, model_.tables.size(), [&](std::size_t table) { index_ids(static_cast<TableId>(table)); });
    for (TableId table = 0; table < model_.tables.size(); ++table) share_targets(table);
    std::vector<References> references;
    for (TableId table = 0; table < model_.tables.size(); ++table) {
      for (FieldId field = 0; field < model_.tables[table].fields.size(); ++field) {
        const dsl::Field& declared = model_.tables[table].fields[field];
        if (declared.is_reference && !declared.is_version && declared.type.kind == dsl::TypeKind::record)
          references.push_back({table, field, {}});
      }
    }
    run_parallel(threads, references.size(), [&](std::size_t index) { link_field(references[index]); });
    run_parallel(threads, model_.tables.size(), [&](std::size_t table) { link_version(static_cast<TableId>(table)); });
    for (const References& field : references) {
      if (model_.is_earlier(field.table)) continue;
      for (const Dangling& dangling : field.dangling) report_dangling(field, dangling);
    }
  }

 private:
  /// A reference that leads nowhere: its place in the column, or in the elements of the list in a row.
  struct Dangling {
    std::size_t index;
    Row row;
  };
  struct References {
    TableId table;
    FieldId field;
    std::vector<Dangling> dangling;
  };

  void index_ids(TableId table) {
    const FieldId field = model_.tables[table].id_field;
    if (field == dsl::no_id) return;
    TableData& rows = data_.tables[table];
    const Column& column = rows.columns[field];
    std::vector<IdIndex::Entry> entries;
    for (Row row = 0; row < rows.size(); ++row) {
      if (column.states[row] != CellState::present) continue;
      entries.push_back({column.texts[row], row});
      for (const TextId alias : aliases_of(table, row)) {
        if (alias != column.texts[row]) entries.push_back({alias, row});
      }
    }
    rows.ids.build(entries);
  }

  /// The further ids of a record.
  [[nodiscard]] std::span<const TextId> aliases_of(TableId table, Row row) const {
    const FieldId field = model_.tables[table].alias_field;
    if (field == dsl::no_id) return {};
    const Column& column = data_.tables[table].columns[field];
    const Slice slice = column.slices[row];
    return std::span(column.elements->texts).subspan(slice.first, slice.count);
  }

  /// References to an id that several records have share their targets.
  void share_targets(TableId table) {
    const TableData& rows = data_.tables[table];
    if (!model_.is_earlier(table)) report_duplicates(table, model_.tables[table].id_field);
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
      for (const Row row : rows.subspan(1)) {
        if (row != rows.front()) duplicates.emplace_back(row, rows.front());
      }
    }
    std::sort(duplicates.begin(), duplicates.end());
    for (const auto& [row, first] : duplicates) report_duplicate(table, field, row, first);
  }

  void report_duplicate(TableId table, FieldId field, Row row, Row first) {
    const RecordId record{table, row};
    const TextId own_id = data_.tables[table].columns[field].texts[row];
    const TextId shared_id = shared(table, field, row, first);
    const std::string id(data_.texts.text(shared_id));
    if (shared_id != own_id) field = model_.tables[table].alias_field;
    data_.mistakes.push_back(
        duplicate_id({record, cell_span(data_, record, field), model_.tables[table].fields[field].name, id},
                     model_.tables[table].name, cell_span(data_, {table, first}, model_.tables[table].id_field)));
  }

  /// `before` and `after`: the record of the same id in the other version, if it has one.
  void link_version(TableId table) {
    const std::vector<dsl::Field>& fields = model_.tables[table].fields;
    if (fields.empty() || !fields.back().is_version) return;
    TableData& rows = data_.tables[table];
    Column& column = rows.columns[fields.size() - 1];
    const Column& ids = rows.columns[model_.tables[table].id_field];
    for (Row row = 0; row < rows.size(); ++row) {
      if (ids.states[row] != CellState::present) continue;
      column.texts[row] = ids.texts[row];
      column.states[row] = CellState::present;
      bool is_linked = link_cell(column, row, fields.back().type.index);
      // A record that was given another id may name its old one among its further ids.
      for (const TextId alias : aliases_of(table, row)) {
        if (is_linked) break;
        column.texts[row] = alias;
        is_linked = link_cell(column, row, fields.back().type.index);
      }
      if (!is_linked) column.states[row] = CellState::absent;
    }
  }

  /// The id, or further id, that two records have in common.
  [[nodiscard]] TextId shared(TableId table, FieldId field, Row row, Row first) const {
    const auto is_name_of_first = [&](TextId id) {
      const auto aliases = aliases_of(table, first);
      return data_.tables[table].columns[field].texts[first] == id ||
             std::find(aliases.begin(), aliases.end(), id) != aliases.end();
    };
    const TextId own_id = data_.tables[table].columns[field].texts[row];
    if (is_name_of_first(own_id)) return own_id;
    for (const TextId alias : aliases_of(table, row)) {
      if (is_name_of_first(alias)) return alias;
    }
    return own_id;
  }

  void link_field(References& references) {
    TableData& table = data_.tables[references.table];
    const dsl::Field& declared = model_.tables[references.table].fields[references.field];
    Column& column = table.columns[references.field];
    for (Row row = 0; row < table.size(); ++row) {
      if (!declared.type.is_list) {
        if (!link_cell(column, row, declared.type.index)) references.dangling.push_back({row, row});
        continue;
      }
      const Slice slice = column.slices[row];
      for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
        if (!link_cell(*column.elements, index, declared.type.index)) references.dangling.push_back({index, row});
      }
    }
  }

  /// False when the cell holds an id that no record of the table has.
  [[nodiscard]] bool link_cell(Column& column, std::size_t index, TableId table) const {
    if (column.states[index] != CellState::present) return true;
    const std::uint32_t code = data_.tables[table].ids.code(column.texts[index]);
    if (code == dsl::no_id) return false;
    column.targets[index].code = code < IdIndex::repeated_id ? code : code + first_shared_[table];
    return true;
  }

  void report_dangling(const References& references, const Dangling& dangling) {
    const TableData& table = data_.tables[references.table];
    const dsl::Field& field = model_.tables[references.table].fields[references.field];
    const Column& cells = table.columns[references.field];
    const Column& column = field.type.is_list ? *cells.elements : cells;
    const Span span(table.file(dangling.row), table.place(column, dangling.index, dangling.row));
    const std::string text(data_.texts.text(column.texts[dangling.index]));
    DataMistake mistake = dangling_reference({{references.table, dangling.row}, span, field.name, text},
                                             model_.tables[field.type.index].name, known_ids(field.type.index));
    if (has_unreadable_files_ && mistake.help.is_empty()) {
      mistake.help.set("en", "A file could not be read; it may hold the record.");
      mistake.help.set("de", "Eine Datei war nicht lesbar; sie kann den Eintrag enthalten.");
    }
    data_.mistakes.push_back(std::move(mistake));
  }

  /// The ids among which a misspelt one is looked for; none when there are too many, or too many were compared already.
  [[nodiscard]] const std::vector<std::string>& known_ids(TableId table) {
    static const std::vector<std::string> none;
    const std::size_t count = data_.tables[table].ids.size();
    const bool is_too_much = count > most_ids_for_suggestion || compared_ids_ + count > most_compared_ids;
    if (is_too_much || count == 0) return none;
    compared_ids_ += count;
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
  std::size_t compared_ids_ = 0;
};

}  // namespace

void link(const dsl::Model& model, DataSet& data, bool has_unreadable_files, unsigned threads) {
  Linker(model, data, has_unreadable_files).run(threads);
}

}  // namespace roadlint::engine
