// The checked model: which tables there are, where their records stand in the data, and what fields they have. The
// loader binds data to it; the checker resolves names against it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized_text.hpp"
#include "base/span.hpp"
#include "values/amounts.hpp"

namespace roadlint::dsl {

/// Index into Model::tables.
using TableId = std::uint32_t;
/// Index into Table::fields.
using FieldId = std::uint32_t;
/// Index into Model::enumerations.
using EnumerationId = std::uint32_t;
inline constexpr std::uint32_t no_id = std::numeric_limits<std::uint32_t>::max();

enum class TypeKind : std::uint8_t {
  error,  // something was already reported; goes with everything
  boolean,
  number,
  percent,  // a share: 0.5 for 50 %
  factor,
  money,
  quantity,
  date,
  deadline,
  duration,
  text,  // ids too
  enumeration,
  record,  // a record of a table, or a reference to one
};

/// The type of a field or an expression.
struct Type {
  TypeKind kind = TypeKind::error;
  bool is_list = false;
  /// Table of a record, enumeration of a member.
  std::uint32_t index = no_id;
  /// Money that takes only this currency.
  std::optional<Currency> currency;

  static Type of(TypeKind kind) { return {kind, false, no_id, std::nullopt}; }
  static Type record_of(TableId table) { return {TypeKind::record, false, table, std::nullopt}; }
  [[nodiscard]] Type element() const {
    Type type = *this;
    type.is_list = false;
    return type;
  }
  [[nodiscard]] Type list() const {
    Type type = *this;
    type.is_list = true;
    return type;
  }
  friend bool operator==(const Type&, const Type&) = default;
};

struct Field {
  std::string name;
  Type type;
  bool is_optional = false;
  /// Data gives the id of a record of table `type.index`, not the record itself.
  bool is_reference = false;
  bool is_id = false;
  /// Further ids by which references find the record: `list id`.
  bool is_alias = false;
  /// Names the body that is responsible for the record and all that it contains. A list of references leads to records
  /// of which the first that names a body lends it.
  bool is_responsible = false;
  /// The records of table `type.index` that stand in this record; has no column of its own.
  bool is_children = false;
  /// `before` or `after`: the record with the same id in the other version. Stands in no data.
  bool is_version = false;
  Span span;
};

/// Where records of a table stand: under `keys`, from the top of a document or inside each record of `container`.
struct Place {
  TableId container = no_id;  // no_id: the top of a document
  std::vector<std::string> keys;
};

enum class TableKind : std::uint8_t { entity, record, policy };

struct Table {
  std::string name;
  TableKind kind = TableKind::entity;
  std::vector<Field> fields;
  std::vector<Place> places;
  /// The field that names the record, if any.
  FieldId id_field = no_id;
  /// The field with further ids, if any.
  FieldId alias_field = no_id;
  /// The field `title` or `name`, printed behind the id, if any.
  FieldId title_field = no_id;
  Span span;

  [[nodiscard]] FieldId find_field(std::string_view field_name) const {
    for (FieldId field = 0; field < fields.size(); ++field) {
      if (fields[field].name == field_name) return field;
    }
    return no_id;
  }
};

struct Enumeration {
  std::string name;
  std::vector<std::string> members;
  /// What people call them, by language, in the same order; empty where a member has no other name.
  std::vector<LocalizedText> names;
  /// Members that are words of the language too: rules write them in quotes.
  std::set<std::string, std::less<>> quoted;
  Span span;

  [[nodiscard]] std::uint32_t find_member(std::string_view member) const {
    for (std::uint32_t index = 0; index < members.size(); ++index) {
      if (members[index] == member) return index;
    }
    return no_id;
  }
};

struct Model {
  /// The tables of the data, and then the same ones once more, in the same order, for an earlier version of it. To the
  /// engine both are tables like any other, so that rules can compare two versions without anything of its own.
  std::vector<Table> tables;
  /// How many of them belong to the data itself.
  TableId current_count = 0;
  std::vector<Enumeration> enumerations;

  [[nodiscard]] bool is_earlier(TableId table) const { return table >= current_count; }
  /// The table of the earlier version that belongs to one of the data itself.
  [[nodiscard]] TableId earlier_of(TableId table) const { return table + current_count; }
  /// The table of the data itself that belongs to one of either version.
  [[nodiscard]] TableId current_of(TableId table) const { return is_earlier(table) ? table - current_count : table; }

  /// The table of an entity or named record.
  [[nodiscard]] TableId find_table(std::string_view name) const {
    for (TableId table = 0; table < current_count; ++table) {
      if (tables[table].name == name && tables[table].kind != TableKind::policy) return table;
    }
    return no_id;
  }
  /// The table of policy data (the name without `policy.`).
  [[nodiscard]] TableId find_policy(std::string_view name) const {
    for (TableId table = 0; table < current_count; ++table) {
      if (tables[table].name == name && tables[table].kind == TableKind::policy) return table;
    }
    return no_id;
  }
  [[nodiscard]] EnumerationId find_enumeration(std::string_view name) const {
    for (EnumerationId id = 0; id < enumerations.size(); ++id) {
      if (enumerations[id].name == name) return id;
    }
    return no_id;
  }
};

/// "list of milestone", "money(EUR)", "programme_kind".
[[nodiscard]] std::string type_text(const Model& model, const Type& type);
/// The same, but a record of the earlier version is called like one of the data itself: what a subject is.
[[nodiscard]] std::string entity_text(const Model& model, Type type);

}  // namespace roadlint::dsl
