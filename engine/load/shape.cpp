// Builds shapes from the places and fields of a model.
#include "engine/load/shape.hpp"

#include <algorithm>

namespace roadlint::engine {
namespace {

/// The section below `shape` that a key leads to; made when it does not exist.
Shape& section_of(Shape& shape, const std::string& key) {
  ShapeEntry& entry = shape.at(key);
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
  ShapeEntry& entry = shape->at(place.keys.back());
  entry.kind = ShapeEntry::Kind::records;
  entry.table = table;
  entry.field = is_top ? dsl::no_id : model.tables[place.container].find_field(place.keys.back());
}

}  // namespace

ShapeEntry& Shape::at(const std::string& key) {
  const auto known =
      std::find_if(entries.begin(), entries.end(), [&](const ShapeEntry& entry) { return entry.key == key; });
  if (known != entries.end()) return *known;
  entries.emplace_back();
  entries.back().key = names.emplace_back(key);
  return entries.back();
}

std::vector<std::string> Shape::keys() const {
  std::vector<std::string> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

Shapes shapes_of(const dsl::Model& model, Version version) {
  const dsl::TableId first = version == Version::current ? 0 : model.current_count;
  const dsl::TableId end = first + model.current_count;
  Shapes shapes;
  shapes.tables.resize(end);
  shapes.required_fields.resize(end);
  for (dsl::TableId table = first; table < end; ++table) {
    for (dsl::FieldId field = 0; field < model.tables[table].fields.size(); ++field) {
      const dsl::Field& declared = model.tables[table].fields[field];
      if (!declared.is_optional && !declared.type.is_list) shapes.required_fields[table].push_back(field);
      if (declared.is_children || declared.is_version) continue;
      ShapeEntry& entry = shapes.tables[table].at(declared.name);
      entry.kind = ShapeEntry::Kind::field;
      entry.field = field;
    }
  }
  for (dsl::TableId table = first; table < end; ++table) {
    for (const dsl::Place& place : model.tables[table].places) add_place(shapes, model, table, place);
  }
  ShapeEntry& format = shapes.document.at("number_format");
  if (format.kind == ShapeEntry::Kind::unknown) format.kind = ShapeEntry::Kind::number_format;
  return shapes;
}

}  // namespace roadlint::engine
