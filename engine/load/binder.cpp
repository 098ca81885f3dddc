// See binder.hpp. Every event asks the frame on top what it expects: a section, records, a field, an element.
#include "engine/load/binder.hpp"

#include "base/edit_distance.hpp"
#include "engine/load/columns.hpp"

namespace roadlint::engine {

using Kind = ShapeEntry::Kind;

namespace {

const Expectation a_mapping = {"a mapping `field: value`", "eine Zuordnung `Feld: Wert`"};
const Expectation a_list_of_mappings = {"a list of mappings `field: value`", "eine Liste von Zuordnungen `Feld: Wert`"};
const Expectation one_or_more_mappings = {"a mapping `field: value` or a list of mappings",
                                          "eine Zuordnung `Feld: Wert` oder eine Liste von Zuordnungen"};

}  // namespace

// --- frames --------------------------------------------------------------------------------------------------------

void Binder::push(Frame::Kind kind, std::uint32_t begin) {
  // Filled where it stays: processors stall when what was just written in pieces is copied as a whole.
  Frame& frame = frames_.emplace_back();
  frame.kind = kind;
  frame.begin = begin;
  if (frames_.size() == 1) return;
  const Frame& outer = frames_[frames_.size() - 2];
  frame.record = outer.record;
  frame.entry = outer.entry;
  frame.key_range = outer.key_range;
}

std::uint32_t Binder::begin_of(RecordId record) const { return data_.tables[record.table].ranges[record.row].begin; }

/// A field without value keeps the place of its key.
void Binder::place_at_key(const Frame& frame) {
  const bool is_field = frame.entry->kind == Kind::field || frame.entry->kind == Kind::records;
  const bool has_cell = frame.kind == Frame::Kind::map && is_field && frame.entry->field != dsl::no_id;
  if (has_cell) set_place(frame.record, frame.entry->field, frame.key_range);
}

void Binder::set_place(RecordId record, FieldId field, ByteRange range) {
  data_.tables[record.table].columns[field].places.set(record.row, range, begin_of(record));
}

const dsl::Field& Binder::field_of(const Frame& frame) const {
  return model_.tables[frame.record.table].fields[frame.entry->field];
}

bool Binder::holds_records(const Frame& frame) const {
  if (frame.entry->kind == Kind::records) return true;
  if (frame.entry->kind != Kind::field) return false;
  const dsl::Field& field = field_of(frame);
  return field.type.kind == dsl::TypeKind::record && !field.is_reference;
}

TableId Binder::table_of(const Frame& frame) const {
  return frame.entry->kind == Kind::records ? frame.entry->table : field_of(frame).type.index;
}

Expectation Binder::expectation(const Frame& frame) const {
  if (frame.kind == Frame::Kind::values) {
    return expectation_of(model_, field_of(frame).type.element(), field_of(frame).is_reference);
  }
  if (frame.kind == Frame::Kind::records) return a_list_of_mappings;
  if (frame.entry->kind == Kind::field)
    return expectation_of(model_, field_of(frame).type, field_of(frame).is_reference);
  if (frame.entry->kind == Kind::number_format) return {"`de` or `en`", "`de` oder `en`"};
  return frame.entry->kind == Kind::records ? one_or_more_mappings : a_mapping;
}

// --- maps ----------------------------------------------------------------------------------------------------------

void Binder::start_map(std::uint32_t begin) {
  if (frames_.empty()) return start_document_map(begin);
  const Frame& holder = top();
  if (holder.kind == Frame::Kind::skipped || take_unknown_value("{ ... }")) return push_skipped(begin);
  if (holder.entry->kind == Kind::section) {
    const Shape* const section = holder.entry->section;
    push(Frame::Kind::map, begin);
    top().shape = section;
    return;
  }
  const bool is_single_field = holder.entry->kind == Kind::field && holder.kind == Frame::Kind::map;
  if (!holds_records(holder) || (is_single_field && field_of(holder).type.is_list)) {
    report_wrong(holder, "{ ... }", {begin, begin + 1}, expectation(holder));
    return push_skipped(begin);
  }
  start_record(holder, begin);
}

void Binder::start_document_map(std::uint32_t begin) {
  push(Frame::Kind::map, begin);
  top().shape = &shapes_.document;
}

void Binder::start_record(const Frame& holder, std::uint32_t begin) {
  const TableId table = table_of(holder);
  const FieldId parent_field = holder.record.table == dsl::no_id ? dsl::no_id : holder.entry->field;
  append_row(model_, data_, table, {file_, holder.record, parent_field, holder.position}, begin);
  TableData& rows = data_.tables[table];
  const RecordId record{table, static_cast<Row>(rows.size() - 1)};
  if (holder.record.table != dsl::no_id && holder.entry->field != dsl::no_id) {
    Column& column = data_.tables[holder.record.table].columns[holder.entry->field];
    Slice& slice = column.slices[holder.record.row];
    if (slice.count == 0) slice.first = record.row;
    ++slice.count;
    column.states[holder.record.row] = CellState::present;
    if (holder.kind == Frame::Kind::map) set_place(holder.record, holder.entry->field, {begin, begin + 1});
  }
  if (holder.kind == Frame::Kind::records) ++top().position;
  push(Frame::Kind::map, begin);
  top().shape = &shapes_.tables[table];
  top().record = record;
  top().opens_record = true;
}

void Binder::key(std::string_view name, ByteRange range) {
  Frame& frame = top();
  if (frame.kind == Frame::Kind::skipped) return;
  frame.key_range = range;
  frame.entry = &frame.shape->find(name, frame.next_entry);
  if (frame.entry->kind == Kind::unknown) report_unknown_key(name, range);
}

void Binder::end_map(std::uint32_t end) {
  const bool opens_record = top().opens_record;
  const RecordId record = top().record;
  const std::uint32_t begin = top().begin;
  frames_.pop_back();
  if (!opens_record) return;
  TableData& rows = data_.tables[record.table];
  rows.ranges[record.row].end = end;
  const RecordId parent = rows.parent(record.row);
  const bool is_single = !frames_.empty() && top().kind == Frame::Kind::map && parent.table != dsl::no_id;
  if (is_single && top().entry->field != dsl::no_id) set_place(parent, top().entry->field, {begin, end});
  report_missing_fields(record);
}

// --- lists ---------------------------------------------------------------------------------------------------------

void Binder::start_list(std::uint32_t begin) {
  if (frames_.empty()) {
    Frame document;
    report_wrong(document, "[ ... ]", {begin, begin + 1}, a_mapping);
    return push_skipped(begin);
  }
  const Frame& holder = top();
  if (holder.kind == Frame::Kind::skipped || take_unknown_value("[ ... ]")) return push_skipped(begin);
  const bool may_be_list =
      holder.kind == Frame::Kind::map &&
      (holder.entry->kind == Kind::records || (holder.entry->kind == Kind::field && field_of(holder).type.is_list));
  if (!may_be_list) {
    report_wrong(holder, "[ ... ]", {begin, begin + 1}, expectation(holder));
    return push_skipped(begin);
  }
  if (!holds_records(holder)) return start_value_list(begin);
  push(Frame::Kind::records, begin);
}

void Binder::start_value_list(std::uint32_t begin) {
  const Frame& holder = top();
  Column& column = data_.tables[holder.record.table].columns[holder.entry->field];
  column.slices[holder.record.row] = {static_cast<std::uint32_t>(column.elements->states.size()), 0};
  push(Frame::Kind::values, begin);
}

void Binder::end_list(std::uint32_t end) {
  const Frame::Kind kind = top().kind;
  const ShapeEntry& entry = *top().entry;
  const RecordId record = top().record;
  const std::uint32_t begin = top().begin;
  frames_.pop_back();
  const bool has_cell = kind != Frame::Kind::skipped && entry.field != dsl::no_id && record.table != dsl::no_id &&
                        entry.kind != Kind::unknown;
  if (!has_cell) return;
  Column& column = data_.tables[record.table].columns[entry.field];
  set_place(record, entry.field, {begin, end});
  const bool is_empty = column.slices[record.row].count == 0;
  column.states[record.row] = is_empty ? CellState::absent : CellState::present;
}

// --- values --------------------------------------------------------------------------------------------------------

void Binder::scalar(std::string_view text, ScalarForm form, ByteRange range) {
  if (frames_.empty()) {
    Frame document;
    return report_wrong(document, std::string(text), range, a_mapping);
  }
  if (top().kind == Frame::Kind::skipped || take_unknown_value(text)) return;
  if (top().entry->kind == Kind::number_format) return read_number_format(text, range);
  const Scalar scalar{text, form, range};
  if (top().kind == Frame::Kind::values) return read_element(scalar);
  read_scalar(scalar);
}

void Binder::read_scalar(const Scalar& scalar) {
  const Frame& frame = top();
  const bool is_value = frame.entry->kind == Kind::field && !holds_records(frame) && !field_of(frame).type.is_list;
  if (!is_value) {
    // A key without value in quotes or a blank text stands for nothing.
    if (scalar.text.empty()) return place_at_key(frame);
    return report_wrong(frame, std::string(scalar.text), scalar.range, expectation(frame));
  }
  Column& column = data_.tables[frame.record.table].columns[frame.entry->field];
  read_cell(cell_context(), {column, frame.record.row, field_of(frame), frame.record, begin_of(frame.record)}, scalar);
}

void Binder::read_element(const Scalar& scalar) {
  const Frame& frame = top();
  const dsl::Field& field = field_of(frame);
  Column& column = data_.tables[frame.record.table].columns[frame.entry->field];
  Column& elements = *column.elements;
  const std::size_t index = elements.states.size();
  resize_column(elements, field.type.element(), field.is_reference, index + 1);
  ++column.slices[frame.record.row].count;
  read_cell(cell_context(), {elements, index, field, frame.record, begin_of(frame.record)}, scalar);
  if (elements.states[index] != CellState::absent) return;
  // A blank element is not in the list.
  resize_column(elements, field.type.element(), field.is_reference, index);
  --column.slices[frame.record.row].count;
}

void Binder::null(ByteRange range) {
  if (frames_.empty()) return;
  const Frame& frame = top();
  if (frame.kind == Frame::Kind::skipped || take_unknown_value("null")) return;
  const bool is_element = frame.kind == Frame::Kind::values || frame.kind == Frame::Kind::records;
  if (is_element) return report_wrong(frame, "null", range, expectation(frame));
  place_at_key(frame);
}

void Binder::read_number_format(std::string_view text, ByteRange range) {
  if (text == "de") {
    format_ = NumberFormat::german;
  } else if (text == "en") {
    format_ = NumberFormat::english;
  } else {
    report_wrong(top(), std::string(text), range, {"`de` or `en`", "`de` oder `en`"});
  }
}

// --- mistakes ------------------------------------------------------------------------------------------------------

void Binder::report_wrong(const Frame& frame, std::string found, ByteRange range, const Expectation& expected) {
  std::string name = frame.entry->kind == Kind::field ? field_of(frame).name : std::string(frame.entry->key);
  if (name.empty()) name = "document";
  data_.mistakes.push_back(wrong_type({frame.record, Span(file_, range), std::move(name), std::move(found)}, expected));
  if (frame.kind == Frame::Kind::values) add_unreadable_element(frame, range);
  const bool is_field = frame.entry->kind == Kind::field || frame.entry->kind == Kind::records;
  const bool has_cell = is_field && frame.entry->field != dsl::no_id && frame.kind == Frame::Kind::map;
  if (has_cell) {
    place_at_key(frame);
    data_.tables[frame.record.table].columns[frame.entry->field].states[frame.record.row] = CellState::wrong_type;
  }
}

/// A mapping, list or null among values: an element all the same, so that nobody counts or adds up the others only.
void Binder::add_unreadable_element(const Frame& frame, ByteRange range) {
  const dsl::Field& field = field_of(frame);
  Column& column = data_.tables[frame.record.table].columns[frame.entry->field];
  Column& elements = *column.elements;
  resize_column(elements, field.type.element(), field.is_reference, elements.states.size() + 1);
  elements.states.back() = CellState::wrong_type;
  elements.places.set(elements.states.size() - 1, range, begin_of(frame.record));
  ++column.slices[frame.record.row].count;
}

void Binder::report_unknown_key(std::string_view name, ByteRange range) {
  const Frame& frame = top();
  const bool is_section = !frame.opens_record;
  const std::string section(frames_.size() == 1 ? "document" : frames_[frames_.size() - 2].entry->key);
  const std::string container = is_section ? section : model_.tables[frame.record.table].name;
  data_.mistakes.push_back(unknown_field({frame.record, Span(file_, range), std::string(name), std::string(name)},
                                         container, frame.shape->keys()));
}

bool Binder::take_unknown_value(std::string_view text) {
  if (top().entry->kind != Kind::unknown) return false;
  data_.mistakes.back().value = text;  // the key was reported by the event before this one
  return true;
}

/// Whether an unknown field of the record, reported before, looks like this one.
bool Binder::is_misspelt(RecordId record, const std::string& name) const {
  constexpr std::size_t most_looked_at = 50;
  std::size_t looked_at = 0;
  for (auto mistake = data_.mistakes.rbegin(); mistake != data_.mistakes.rend(); ++mistake) {
    if (++looked_at > most_looked_at) return false;
    if (mistake->rule == "data-unknown-field" && mistake->record == record && nearest_name(mistake->field, {name}))
      return true;
  }
  return false;
}

void Binder::report_missing_fields(RecordId record) {
  const dsl::Table& table = model_.tables[record.table];
  for (const FieldId field : shapes_.required_fields[record.table]) {
    const dsl::Field& declared = table.fields[field];
    const Column& column = data_.tables[record.table].columns[field];
    if (column.states[record.row] != CellState::absent || is_misspelt(record, declared.name)) continue;
    // A blank value shows where to write; without one the record itself does, as for the findings of rules.
    const ByteRange place = data_.tables[record.table].place(column, record.row, record.row);
    const bool is_written = place.end > place.begin;
    const Span span = is_written ? cell_span(data_, record, field) : record_head_span(model_, data_, record);
    data_.mistakes.push_back(missing_field({record, span, declared.name, ""}, table.name));
  }
}

}  // namespace roadlint::engine
