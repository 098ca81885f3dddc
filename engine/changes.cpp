// Records with an id are compared with the one of the same id; records in them by their name, else by their place.
#include "engine/changes.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "engine/value.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {
namespace {

/// A record and the one it was before; row no_id where there is none.
struct Pair {
  Row before = dsl::no_id;
  Row after = dsl::no_id;
};

class Comparer {
 public:
  Comparer(const dsl::Model& model, const DataSet& data) : model_(model), data_(data), naming_{model, data} {}

  std::vector<Change> run() {
    for (TableId table = 0; table < model_.current_count; ++table) {
      const std::vector<dsl::Field>& fields = model_.tables[table].fields;
      if (!fields.empty() && fields.back().is_version) compare_table(table);
    }
    return std::move(changes_);
  }

 private:
  // --- records with an id ----------------------------------------------------------------------------------------

  void compare_table(TableId table) {
    for (Row row = 0; row < data_.tables[table].size(); ++row) {
      const Row before = counterpart({table, row});
      start({table, row});
      if (before == dsl::no_id) {
        add_record(ChangeKind::added, {}, {table, row}, "");
      } else {
        compare_containers({model_.earlier_of(table), before}, {table, row});
        compare_fields({model_.earlier_of(table), before}, {table, row}, "");
      }
    }
    const TableId earlier = model_.earlier_of(table);
    for (Row row = 0; row < data_.tables[earlier].size(); ++row) {
      if (counterpart({earlier, row}) != dsl::no_id) continue;
      start({earlier, row});
      add_record(ChangeKind::removed, {earlier, row}, {}, "");
    }
  }

  /// The records of the other version that have an id of this one.
  [[nodiscard]] std::span<const Row> other_versions(RecordId record) const {
    const Column& column = data_.tables[record.table].columns[model_.tables[record.table].fields.size() - 1];
    if (column.states[record.row] != CellState::present) return {};
    return data_.target_rows(column.targets[record.row]);
  }

  /// The record that it was, or became; no_id when there is none. Of an id that several records have it is the one at
  /// the same place among them, so that none is lost.
  [[nodiscard]] Row counterpart(RecordId record) const {
    const auto others = other_versions(record);
    if (others.empty()) return dsl::no_id;
    const TableId other =
        model_.is_earlier(record.table) ? model_.current_of(record.table) : model_.earlier_of(record.table);
    const auto own = other_versions({other, others.front()});
    const auto place = static_cast<std::size_t>(std::find(own.begin(), own.end(), record.row) - own.begin());
    return place < own.size() && place < others.size() ? others[place] : dsl::no_id;
  }

  /// The nearest record around that has an id; table no_id when there is none.
  [[nodiscard]] RecordId container_of(RecordId record) const {
    do {
      record = data_.tables[record.table].parent(record.row);
    } while (record.table != dsl::no_id && model_.tables[record.table].id_field == dsl::no_id);
    return record;
  }

  /// A record may have moved from one goal to another.
  void compare_containers(RecordId before, RecordId after) {
    const RecordId old_container = container_of(before);
    const RecordId new_container = container_of(after);
    if (old_container.table == dsl::no_id || new_container.table == dsl::no_id) return;
    const bool is_same = old_container.table == model_.earlier_of(new_container.table) &&
                         counterpart(new_container) == old_container.row;
    if (is_same) return;
    Change& change = add(ChangeKind::changed, dsl::entity_text(model_, dsl::Type::record_of(new_container.table)));
    change.before = record_name(model_, data_, old_container);
    change.after = record_name(model_, data_, new_container);
    change.span_before = record_head_span(model_, data_, before);
    change.span_after = record_head_span(model_, data_, after);
  }

  /// What follows happened to this record.
  void start(RecordId record) {
    const dsl::Type type = dsl::Type::record_of(record.table);
    subject_ = {dsl::entity_text(model_, type), record_name(model_, data_, record)};
    name_ = printed(naming_, Records{record.table, {record.row}, dsl::no_id, {}}, type, "en");
  }

  // --- fields ----------------------------------------------------------------------------------------------------

  void compare_fields(RecordId before, RecordId after, const std::string& way) {
    const std::vector<dsl::Field>& fields = model_.tables[after.table].fields;
    for (FieldId field = 0; field < fields.size(); ++field) {
      if (fields[field].is_version) continue;
      const std::string path = way.empty() ? fields[field].name : way + "." + fields[field].name;
      const bool holds_records = fields[field].type.kind == dsl::TypeKind::record && !fields[field].is_reference;
      if (holds_records) {
        compare_nested({before, field}, {after, field}, path);
      } else {
        compare_values({before, field}, {after, field}, path);
      }
    }
  }

  void compare_values(const CellId& before, const CellId& after, const std::string& path) {
    const std::optional<std::string> old_text = cell_text(naming_, before);
    const std::optional<std::string> new_text = cell_text(naming_, after);
    if (old_text == new_text || lead_to_the_same(before, after)) return;
    Change& change = add(kind_of(old_text.has_value(), new_text.has_value()), path);
    change.before = old_text;
    change.after = new_text;
    change.shown_before = shown(before);
    change.shown_after = shown(after);
    change.direction = direction_of(before, after);
    change.span_before = cell_span(data_, before.record, before.field);
    change.span_after = cell_span(data_, after.record, after.field);
  }

  /// Whether two references, or lists of them, lead to the same records, whatever these are called now.
  [[nodiscard]] bool lead_to_the_same(const CellId& before, const CellId& after) const {
    const dsl::Field& field = model_.tables[after.record.table].fields[after.field];
    if (!field.is_reference) return false;
    const std::vector<Row> old_rows = rows_led_to(before);
    const std::vector<Row> new_rows = rows_led_to(after);
    return !old_rows.empty() && std::equal(old_rows.begin(), old_rows.end(), new_rows.begin(), new_rows.end(),
                                           [&](Row old_row, Row new_row) {
                                             if (old_row == dsl::no_id || new_row == dsl::no_id) return false;
                                             return counterpart({field.type.index, new_row}) == old_row;
                                           });
  }

  /// The one record that each reference of a cell leads to; no_id where there is none, or several.
  [[nodiscard]] std::vector<Row> rows_led_to(const CellId& cell) const {
    const Column& column = data_.tables[cell.record.table].columns[cell.field];
    if (column.states[cell.record.row] != CellState::present) return {};
    const bool is_list = model_.tables[cell.record.table].fields[cell.field].type.is_list;
    const Column& holder = is_list ? *column.elements : column;
    const Slice slice = is_list ? column.slices[cell.record.row] : Slice{cell.record.row, 1};
    std::vector<Row> rows;
    for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
      const bool is_read = holder.states[index] == CellState::present;
      const auto targets = is_read ? data_.target_rows(holder.targets[index]) : std::span<const Row>{};
      rows.push_back(targets.size() == 1 ? targets.front() : dsl::no_id);
    }
    return rows;
  }

  [[nodiscard]] LocalizedText shown(const CellId& cell) const {
    LocalizedText text;
    const dsl::Field& field = model_.tables[cell.record.table].fields[cell.field];
    if (field.is_reference || field.type.is_list) return text;
    const Value value = read_cell_value(model_, data_, cell).value;
    if (std::holds_alternative<Missing>(value)) return text;
    for (const std::string_view language : {"en", "de"}) {
      text.set(language, printed(naming_, value, field.type, language));
    }
    return text;
  }

  static ChangeKind kind_of(bool was_there, bool is_there) {
    if (was_there && is_there) return ChangeKind::changed;
    return was_there ? ChangeKind::removed : ChangeKind::added;
  }

  /// Which way a single value with an order went; none where the order is not certain.
  [[nodiscard]] ChangeDirection direction_of(const CellId& before, const CellId& after) const {
    const dsl::Type& type = model_.tables[after.record.table].fields[after.field].type;
    const bool is_date = type.kind == dsl::TypeKind::date || type.kind == dsl::TypeKind::deadline;
    const bool has_order = is_date || (type.kind >= dsl::TypeKind::number && type.kind <= dsl::TypeKind::duration);
    if (!has_order || type.is_list) return ChangeDirection::none;
    const Value old_value = counted_value(read_cell_value(model_, data_, before).value, type);
    const Value new_value = counted_value(read_cell_value(model_, data_, after).value, type);
    if (std::holds_alternative<Missing>(old_value) || std::holds_alternative<Missing>(new_value)) {
      return ChangeDirection::none;
    }
    const bool grew = compare(old_value, dsl::Operation::less, new_value).answer.value_or(false);
    const bool shrank = compare(new_value, dsl::Operation::less, old_value).answer.value_or(false);
    if (grew) return is_date ? ChangeDirection::later : ChangeDirection::higher;
    if (shrank) return is_date ? ChangeDirection::earlier : ChangeDirection::lower;
    return ChangeDirection::none;
  }

  // --- records inside --------------------------------------------------------------------------------------------

  void compare_nested(const CellId& before, const CellId& after, const std::string& path) {
    const dsl::Field& field = model_.tables[after.record.table].fields[after.field];
    if (model_.tables[field.type.index].id_field != dsl::no_id) return;  // compared on their own
    const Slice old_rows = rows_of(before);
    const Slice new_rows = rows_of(after);
    const TableId table = field.type.index;
    for (const Pair& pair : paired(table, old_rows, new_rows)) {
      const Row shown = pair.after != dsl::no_id ? pair.after - new_rows.first : pair.before - old_rows.first;
      const std::string place = field.type.is_list ? path + "[" + std::to_string(shown) + "]" : path;
      const RecordId old_record{model_.earlier_of(table), pair.before};
      const RecordId new_record{table, pair.after};
      if (pair.before == dsl::no_id) {
        add_record(ChangeKind::added, {}, new_record, place);
      } else if (pair.after == dsl::no_id) {
        add_record(ChangeKind::removed, old_record, {}, place);
      } else {
        compare_fields(old_record, new_record, place);
      }
    }
  }

  [[nodiscard]] Slice rows_of(const CellId& cell) const {
    const Column& column = data_.tables[cell.record.table].columns[cell.field];
    const Slice slice = column.slices[cell.record.row];
    return column.states[cell.record.row] == CellState::present ? slice : Slice{slice.first, 0};
  }

  /// Which record was which: equal ones first, then those of one name, then the others in their order.
  [[nodiscard]] std::vector<Pair> paired(TableId table, Slice old_rows, Slice new_rows) const {
    std::vector<Row> matches(new_rows.count, dsl::no_id);
    std::vector<bool> is_taken(old_rows.count, false);
    match(table, old_rows, new_rows, matches, is_taken, [&](RecordId record) { return content(record); });
    match(table, old_rows, new_rows, matches, is_taken, [&](RecordId record) { return title(record); });
    std::uint32_t next = 0;
    for (Row& found : matches) {
      if (found != dsl::no_id) continue;
      while (next < old_rows.count && is_taken[next]) ++next;
      if (next == old_rows.count) break;
      is_taken[next] = true;
      found = old_rows.first + next;
    }
    std::vector<Pair> pairs;
    for (std::uint32_t index = 0; index < new_rows.count; ++index) {
      pairs.push_back({matches[index], new_rows.first + index});
    }
    for (std::uint32_t index = 0; index < old_rows.count; ++index) {
      if (!is_taken[index]) pairs.push_back({old_rows.first + index, dsl::no_id});
    }
    return pairs;
  }

  template <typename Key>
  void match(TableId table, Slice old_rows, Slice new_rows, std::vector<Row>& matches, std::vector<bool>& is_taken,
             Key key_of) const {
    std::multimap<std::string, std::uint32_t> free_rows;
    for (std::uint32_t index = 0; index < old_rows.count; ++index) {
      const std::string key = is_taken[index] ? "" : key_of(RecordId{model_.earlier_of(table), old_rows.first + index});
      if (!key.empty()) free_rows.emplace(key, index);
    }
    for (std::uint32_t index = 0; index < new_rows.count; ++index) {
      if (matches[index] != dsl::no_id) continue;
      const auto found = free_rows.find(key_of(RecordId{table, new_rows.first + index}));
      if (found == free_rows.end()) continue;
      matches[index] = old_rows.first + found->second;
      is_taken[found->second] = true;
      free_rows.erase(found);
    }
  }

  /// Everything that stands in the record itself.
  [[nodiscard]] std::string content(RecordId record) const {
    std::string text;
    for (FieldId field = 0; field < model_.tables[record.table].fields.size(); ++field) {
      const dsl::Field& declared = model_.tables[record.table].fields[field];
      if (declared.type.kind == dsl::TypeKind::record && !declared.is_reference) {
        const Slice slice = rows_of({record, field});
        for (Row row = slice.first; row < slice.first + slice.count; ++row) {
          text += "(" + content({declared.type.index, row}) + ")";
        }
      } else {
        text += cell_text(naming_, {record, field}).value_or("") + '\x1f';
      }
    }
    return text;
  }

  /// What a record is called among its like: its title, else its first field.
  [[nodiscard]] std::string title(RecordId record) const {
    const dsl::Table& table = model_.tables[record.table];
    if (table.fields.empty()) return "";
    const FieldId field = table.title_field == dsl::no_id ? 0 : table.title_field;
    const bool is_value = table.fields[field].type.kind != dsl::TypeKind::record || table.fields[field].is_reference;
    return is_value ? cell_text(naming_, {record, field}).value_or("") : "";
  }

  // --- changes ---------------------------------------------------------------------------------------------------

  Change& add(ChangeKind kind, const std::string& path) {
    Change& change = changes_.emplace_back();
    change.kind = kind;
    change.subject = subject_;
    change.record = name_;
    change.field = path;
    return change;
  }

  void add_record(ChangeKind kind, RecordId before, RecordId after, const std::string& path) {
    Change& change = add(kind, path);
    if (kind != ChangeKind::added) change.span_before = record_head_span(model_, data_, before);
    if (kind != ChangeKind::removed) change.span_after = record_head_span(model_, data_, after);
  }

  const dsl::Model& model_;
  const DataSet& data_;
  Naming naming_;
  Subject subject_;
  std::string name_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> changes_between(const dsl::Model& model, const DataSet& data) {
  return Comparer(model, data).run();
}

}  // namespace roadlint::engine
