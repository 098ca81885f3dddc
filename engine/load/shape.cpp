// Builds shapes from the places and fields of a model.
#include "engine/load/shape.hpp"

namespace roadlint::engine {
namespace {

/// The section below `shape` that a key leads to; made when it does not exist.
Shape& section_of(Shape& shape, const std::string& key) {
  ShapeEntry& entry = shape.entries[key];
  if (entry.kind == ShapeEntry::Kind::unknown) {
    shape.sections.push_back(std::make_unique<Shape>());
    entry.kind = ShapeEntry::Kind::section;
    entry.section = shape.sections.back().get();
  }
  for (const auto& section : shape.sections) {
    if (section.get() == entry.section) return *section;
  }
  return shape;  // the key is a field: the model checker has reported that
}

void add_place(Shapes& shapes, const dsl::Model& model, dsl::TableId table, const dsl::Place& place) {
  const bool is_top = place.container == dsl::no_id;
  Shape* shape = is_top ? &shapes.document : &shapes.tables[place.container];
  for (std::size_t index = 0; index + 1 < place.keys.size(); ++index) shape = &section_of(*shape, place.keys[index]);
  ShapeEntry entry;
  entry.kind = ShapeEntry::Kind::records;
  entry.table = table;
  if (!is_top) entry.field = model.tables[place.container].find_field(place.keys.back());
  shape->entries[place.keys.back()] = entry;
}

}  // namespace

ShapeEntry Shape::find(std::string_view key) const {
  const auto entry = entries.find(key);
  return entry == entries.end() ? ShapeEntry{} : entry->second;
}

std::vector<std::string> Shape::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, entry] : entries) names.push_back(key);
  return names;
}

Shapes shapes_of(const dsl::Model& model) {
  Shapes shapes;
  shapes.tables.resize(model.tables.size());
  for (dsl::TableId table = 0; table < model.tables.size(); ++table) {
    for (dsl::FieldId field = 0; field < model.tables[table].fields.size(); ++field) {
      if (model.tables[table].fields[field].is_children) continue;
      ShapeEntry entry;
      entry.kind = ShapeEntry::Kind::field;
      entry.field = field;
      shapes.tables[table].entries[model.tables[table].fields[field].name] = entry;
    }
  }
  for (dsl::TableId table = 0; table < model.tables.size(); ++table) {
    for (const dsl::Place& place : model.tables[table].places) add_place(shapes, model, table, place);
  }
  ShapeEntry& format = shapes.document.entries["number_format"];
  if (format.kind == ShapeEntry::Kind::unknown) format.kind = ShapeEntry::Kind::number_format;
  return shapes;
}

}  // namespace roadlint::engine
