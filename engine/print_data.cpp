// Tables, records and cells as lines: see print_data.hpp.
#include "engine/print_data.hpp"

#include "base/quoted_text.hpp"
#include "base/utf8.hpp"
#include "engine/value.hpp"

namespace roadlint::engine {
namespace {

using dsl::TypeKind;

class DataPrinter {
 public:
  DataPrinter(const SourceFiles& files, const dsl::Model& model, const DataSet& data)
      : files_(files), model_(model), data_(data) {}

  std::string print() {
    for (TableId table = 0; table < model_.tables.size(); ++table) print_table(table);
    for (const DataMistake& mistake : data_.mistakes) print_mistake(mistake);
    return std::move(text_);
  }

 private:
  // --- places --------------------------------------------------------------------------------------------------

  [[nodiscard]] static std::string range_text(const Location& place) {
    return std::to_string(place.line) + ":" + std::to_string(place.column) + "-" + std::to_string(place.end_line) +
           ":" + std::to_string(place.end_column);
  }

  [[nodiscard]] std::string file_and_range(const Span& span) const {
    const Location place = files_.locate(span);
    return place.file + ":" + range_text(place);
  }

  [[nodiscard]] std::string path(RecordId record) const { return utf8::printable(record_path(model_, data_, record)); }

  // --- records -------------------------------------------------------------------------------------------------

  void print_table(TableId table) {
    const std::size_t size = data_.tables[table].size();
    if (size == 0) return;
    const std::string name = type_text(model_, dsl::Type::record_of(table));
    text_ += name + ": " + std::to_string(size) + (size == 1 ? " record\n" : " records\n");
    for (Row row = 0; row < size; ++row) print_record({table, row});
  }

  void print_record(RecordId record) {
    text_ += "  " + path(record) + " " + file_and_range(record_span(data_, record)) + "\n";
    for (FieldId field = 0; field < model_.tables[record.table].fields.size(); ++field) {
      if (!model_.tables[record.table].fields[field].is_version) print_cell({record, field});
    }
  }

  // --- cells ---------------------------------------------------------------------------------------------------

  void print_cell(const CellId& cell) {
    const Column& column = data_.tables[cell.record.table].columns[cell.field];
    const TableData& table = data_.tables[cell.record.table];
    const ByteRange range = table.place(column, cell.record.row, cell.record.row);
    const bool is_written = range.end > range.begin || column.states[cell.record.row] != CellState::absent;
    if (!is_written) return;
    const Span span(table.file(cell.record.row), range);
    const dsl::Field& field = model_.tables[cell.record.table].fields[cell.field];
    text_ +=
        "    " + field.name + " = " + cell_value(cell, field, column) + " " + range_text(files_.locate(span)) + "\n";
  }

  [[nodiscard]] std::string cell_value(const CellId& cell, const dsl::Field& field, const Column& column) const {
    const Row row = cell.record.row;
    if (column.states[row] == CellState::wrong_type) return "of the wrong type";
    if (column.states[row] == CellState::absent) return field.type.is_list ? "[]" : "absent";
    if (field.is_reference) return references(column, row, field);
    const Value value = read_cell_value(model_, data_, cell).value;
    if (!field.type.is_list) return value_text(value, field.type);
    std::string elements;
    for (const Result& element : std::get<List>(value)) {
      elements += elements.empty() ? "" : ", ";
      elements += element.missing() != nullptr ? "of the wrong type" : value_text(element.value, field.type.element());
    }
    return "[" + elements + "]";
  }

  [[nodiscard]] std::string value_text(const Value& value, const dsl::Type& type) const {
    if (const auto* text = std::get_if<std::string>(&value)) return quoted_text(*text);
    if (const auto* records = std::get_if<Records>(&value)) {
      return path({records->table, records->rows.front()});
    }
    return utf8::printable(plain_text({model_, data_}, value, type));
  }

  // --- references ----------------------------------------------------------------------------------------------

  [[nodiscard]] std::string references(const Column& column, Row row, const dsl::Field& field) const {
    if (!field.type.is_list) return reference(column, row, field.type.index);
    std::string elements;
    const Slice slice = column.slices[row];
    for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
      elements += (elements.empty() ? "" : ", ") + reference(*column.elements, index, field.type.index);
    }
    return "[" + elements + "]";
  }

  /// `"BMFTR" -> actor[BMFTR]`, and how many records there are when it is not one.
  [[nodiscard]] std::string reference(const Column& column, std::size_t index, TableId table) const {
    if (column.states[index] != CellState::present) return "of the wrong type";
    const std::span<const Row> targets = data_.target_rows(column.targets[index]);
    const std::string text = quoted_text(data_.texts.text(column.texts[index])) + " -> ";
    if (targets.empty()) return text + "nothing";
    const std::string target = path({table, targets.front()});
    return targets.size() == 1 ? text + target : text + std::to_string(targets.size()) + " records " + target;
  }

  // --- mistakes ------------------------------------------------------------------------------------------------

  void print_mistake(const DataMistake& mistake) {
    text_ += mistake.rule + " " + file_and_range(mistake.span) + ": " + mistake.message.in("en") + "\n";
  }

  const SourceFiles& files_;
  const dsl::Model& model_;
  const DataSet& data_;
  std::string text_;
};

}  // namespace

std::string print_data(const SourceFiles& files, const dsl::Model& model, const DataSet& data) {
  return DataPrinter(files, model, data).print();
}

}  // namespace roadlint::engine
