// See versions.hpp.
#include "dsl/check/versions.hpp"

#include <utility>

namespace roadlint::dsl::checking {
namespace {

/// The table for the earlier version: all that it refers to is of that version as well.
Table earlier_table(const Model& model, TableId table) {
  Table earlier = model.tables[table];
  earlier.name = "before." + earlier.name;
  for (Place& place : earlier.places) {
    if (place.container != no_id) place.container = model.earlier_of(place.container);
  }
  for (Field& field : earlier.fields) {
    if (field.type.kind == TypeKind::record) field.type.index = model.earlier_of(field.type.index);
  }
  return earlier;
}

/// A declared field of that name comes first; the way to the other version then has no name that a rule could use.
void add_version_field(Model& model, TableId table, const std::string& name, TableId target) {
  Field field;
  field.name = model.tables[table].find_field(name) == no_id ? name : "(" + name + ")";
  field.type = Type::record_of(target);
  field.is_optional = true;
  field.is_reference = true;
  field.is_version = true;
  field.span = model.tables[table].span;
  model.tables[table].fields.push_back(std::move(field));
}

}  // namespace

void add_earlier_version(Model& model) {
  model.tables.reserve(2 * std::size_t{model.current_count});
  for (TableId table = 0; table < model.current_count; ++table) model.tables.push_back(earlier_table(model, table));
  for (TableId table = 0; table < model.current_count; ++table) {
    if (model.tables[table].kind != TableKind::entity || model.tables[table].id_field == no_id) continue;
    add_version_field(model, table, "before", model.earlier_of(table));
    add_version_field(model, model.earlier_of(table), "after", table);
  }
}

}  // namespace roadlint::dsl::checking
