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

  /// Calls a function with the id and each further id of a record; what could not be read is passed over.
  template <typename Visit>
  void visit_ids(TableId table, Row row, Visit visit) const {
    const FieldId id_field = model_.tables[table].id_field;
    const TableData& rows = data_.tables[table];
    if (rows.columns[id_field].states[row] != CellState::present) return;
    visit(rows.columns[id_field].texts[row], id_field);
    const FieldId alias_field = model_.tables[table].alias_field;
    if (alias_field == dsl::no_id) return;
    const Column& column = rows.columns[alias_field];
    const Slice slice = column.slices[row];
    for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
      if (column.elements->states[index] == CellState::present) visit(column.elements->texts[index], alias_field);
    }
  }

  void index_ids(TableId table) {
    if (model_.tables[table].id_field == dsl::no_id) return;
    TableData& rows = data_.tables[table];
    std::vector<IdIndex::Entry> entries;
    for (Row row = 0; row < rows.size(); ++row) {
      visit_ids(table, row, [&](TextId id, FieldId) { entries.push_back({id, row}); });
    }
    rows.ids.build(entries);
  }

  /// References to an id that several records have share their targets.
  void share_targets(TableId table) {
    const TableData& rows = data_.tables[table];
    report_duplicates(table);
    first_shared_[table] = static_cast<std::uint32_t>(data_.shared_targets.size());
    const auto first_target = static_cast<std::uint32_t>(data_.targets.size());
    for (const Slice group : rows.ids.groups()) {
      data_.shared_targets.push_back({group.first + first_target, group.count});
    }
    data_.targets.insert(data_.targets.end(), rows.ids.group_rows().begin(), rows.ids.group_rows().end());
  }

  /// In the order of rows.
  void report_duplicates(TableId table) {
    const IdIndex& ids = data_.tables[table].ids;
    if (ids.groups().empty()) return;
    for (Row row = 0; row < data_.tables[table].size(); ++row) {
      visit_ids(table, row, [&](TextId id, FieldId field) {
        const Row first = ids.rows_with_id(id).front();
        if (first != row) report_duplicate({table, row}, field, id, first);
      });
    }
  }

  /// Those of the version that the table belongs to.
  [[nodiscard]] std::vector<DataMistake>& mistakes_of(TableId table) {
    return model_.is_earlier(table) ? data_.earlier_mistakes : data_.mistakes;
  }

  void report_duplicate(RecordId record, FieldId field, TextId id, Row first) {
    const dsl::Table& table = model_.tables[record.table];
    mistakes_of(record.table)
        .push_back(duplicate_id(
            {record, cell_span(data_, record, field), table.fields[field].name, std::string(data_.texts.text(id))},
            table.name, cell_span(data_, {record.table, first}, table.id_field)));
  }

  /// `before` and `after`: the record of the same id in the other version, if it has one.
  void link_version(TableId table) {
    const std::vector<dsl::Field>& fields = model_.tables[table].fields;
    if (fields.empty() || !fields.back().is_version) return;
    const TableId other = fields.back().type.index;
    if (data_.tables[other].size() == 0) return;
    TableData& rows = data_.tables[table];
    Column& column = rows.columns[fields.size() - 1];
    for (Row row = 0; row < rows.size(); ++row) {
      // A record that was given another id may name its old one among its further ids.
      visit_ids(table, row, [&](TextId id, FieldId) {
        if (column.states[row] == CellState::present || data_.tables[other].ids.code(id) == dsl::no_id) return;
        column.texts[row] = id;
        column.states[row] = CellState::present;
        static_cast<void>(link_cell(column, row, other));
      });
    }
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
    mistakes_of(references.table).push_back(std::move(mistake));
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
