// Values and cells as text.
#include "engine/value.hpp"

namespace roadlint::engine {
namespace {

using dsl::TypeKind;

std::string records_name(const Naming& naming, const Records& records) {
  // A reference may name the record by another of its ids.
  const bool is_one = records.rows.size() == 1;
  if (records.text != dsl::no_id && !is_one) return std::string(naming.data.texts.text(records.text));
  return records.rows.empty() ? "" : record_name(naming.model, naming.data, {records.table, records.rows.front()});
}

/// The title or name of a record, if it has one.
std::string records_title(const Naming& naming, const Records& records) {
  if (records.rows.empty()) return "";
  const FieldId field = naming.model.tables[records.table].title_field;
  if (field == dsl::no_id) return "";
  const Column& column = naming.data.tables[records.table].columns[field];
  const Row row = records.rows.front();
  if (column.states[row] != CellState::present) return "";
  return std::string(naming.data.texts.text(column.texts[row]));
}

std::string record_text(const Naming& naming, const Records& records) {
  const std::string title = records_title(naming, records);
  const std::string name = records_name(naming, records);
  return title.empty() || title == name ? name : name + " (" + title + ")";
}

std::string boolean_text(bool value, std::string_view language) {
  if (language == "de") return value ? "ja" : "nein";
  return value ? "yes" : "no";
}

std::string list_text(const Naming& naming, const List& list, const dsl::Type& type, std::string_view language) {
  std::string text;
  for (const Result& element : list) {
    if (!text.empty()) text += ", ";
    text += printed(naming, element.value, type.element(), language);
  }
  return text;
}

std::string member_text(const dsl::Model& model, const dsl::EnumerationMember& member) {
  return model.enumerations[member.enumeration].members[member.member];
}

/// As people call it, else as it is written.
std::string member_name(const dsl::Model& model, const dsl::EnumerationMember& member, std::string_view language) {
  const LocalizedText& names = model.enumerations[member.enumeration].names[member.member];
  return names.has(language) ? names.in(language) : member_text(model, member);
}

}  // namespace

std::string printed(const Naming& naming, const Value& value, const dsl::Type& type, std::string_view language) {
  if (std::holds_alternative<Missing>(value)) return language == "de" ? "keine Angabe" : "not stated";
  if (const auto* flag = std::get_if<bool>(&value)) return boolean_text(*flag, language);
  if (const auto* number = std::get_if<Number>(&value)) {
    if (type.kind == TypeKind::percent) return percent_text(*number, language);
    if (type.kind == TypeKind::factor) return factor_text(*number, language);
    return number_text(*number, language);
  }
  if (const auto* money = std::get_if<Money>(&value)) return money_text(*money, language);
  if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity_text(*quantity, language);
  if (const auto* period = std::get_if<CalendarPeriod>(&value)) return date_text(*period, language);
  if (const auto* duration = std::get_if<Duration>(&value)) return duration_text(*duration, language);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* member = std::get_if<dsl::EnumerationMember>(&value))
    return member_name(naming.model, *member, language);
  if (const auto* records = std::get_if<Records>(&value)) return record_text(naming, *records);
  return list_text(naming, std::get<List>(value), type, language);
}

std::string identity_text(const Naming& naming, const Value& value, const dsl::Type& type) {
  const auto* const records = std::get_if<Records>(&value);
  const bool is_one = records != nullptr && records->rows.size() == 1;
  if (!is_one) return plain_text(naming, value, type);
  return record_identity(naming.model, naming.data, {records->table, records->rows.front()});
}

std::string plain_text(const Naming& naming, const Value& value, const dsl::Type& type) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<Number>(&value)) {
    return type.kind == TypeKind::percent ? (*number * Number(100)).exact_text() + " %" : number->exact_text();
  }
  if (const auto* money = std::get_if<Money>(&value)) {
    return money->amount.exact_text() + " " + std::string(money->currency.text());
  }
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return quantity->amount.exact_text() + (quantity->unit.empty() ? "" : " " + quantity->unit);
  }
  if (const auto* period = std::get_if<CalendarPeriod>(&value)) return calendar_text(*period);
  if (const auto* member = std::get_if<dsl::EnumerationMember>(&value)) return member_text(naming.model, *member);
  if (const auto* records = std::get_if<Records>(&value)) return records_name(naming, *records);
  if (const auto* list = std::get_if<List>(&value)) {
    std::string text;
    for (const Result& element : *list) {
      const bool is_known = element.missing() == nullptr;
      text += (text.empty() ? "" : ", ") + (is_known ? plain_text(naming, element.value, type.element()) : "?");
    }
    return text;
  }
  return printed(naming, value, type, "en");
}

std::string element_text(const Naming& naming, const Value& value, const dsl::Type& type, std::string_view language) {
  const bool is_plain = language.empty() || type.kind == TypeKind::record;
  return is_plain ? plain_text(naming, value, type) : printed(naming, value, type, language);
}

namespace {

/// The id of the one record that a reference leads to, else the reference as written.
std::string reference_text(const Naming& naming, const Column& column, std::size_t index, TableId table) {
  const auto rows = naming.data.target_rows(column.targets[index]);
  if (rows.size() == 1) return record_name(naming.model, naming.data, {table, rows.front()});
  return std::string(naming.data.texts.text(column.texts[index]));
}

}  // namespace

std::optional<std::string> cell_text(const Naming& naming, const CellId& cell) {
  if (cell.field == dsl::no_id) return record_name(naming.model, naming.data, cell.record);
  const dsl::Field& field = naming.model.tables[cell.record.table].fields[cell.field];
  const Column& column = naming.data.tables[cell.record.table].columns[cell.field];
  if (column.states[cell.record.row] != CellState::present) return std::nullopt;
  if (field.is_reference && field.type.is_list) {
    // Ids of what they lead to, else as written.
    std::string text;
    const Slice slice = column.slices[cell.record.row];
    for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
      const bool is_read = column.elements->states[index] == CellState::present;
      text += (text.empty() ? "" : ", ") +
              (is_read ? reference_text(naming, *column.elements, index, field.type.index) : "?");
    }
    return text;
  }
  return plain_text(naming, read_cell_value(naming.model, naming.data, cell).value, field.type);
}

std::string cell_path(const Naming& naming, const CellId& cell) {
  std::string path = record_path(naming.model, naming.data, cell.record);
  if (cell.field != dsl::no_id) path += "." + naming.model.tables[cell.record.table].fields[cell.field].name;
  return path;
}

}  // namespace roadlint::engine
