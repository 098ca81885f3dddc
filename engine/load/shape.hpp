// What may stand where: for the top of a document, for each table and for the sections between, which key leads to
// what.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/model.hpp"

namespace roadlint::engine {

struct Shape;

/// Where a key leads.
struct ShapeEntry {
  enum class Kind : std::uint8_t { unknown, field, records, section, number_format };
  Kind kind = Kind::unknown;
  dsl::FieldId field = dsl::no_id;  // field; for records: the field of the container that holds them, if any
  dsl::TableId table = dsl::no_id;  // records
  const Shape* section = nullptr;
  /// The key; empty for an unknown one.
  std::string_view key;
};

/// Where all other keys lead.
inline const ShapeEntry unknown_entry;

struct Shape {
  /// In the order of declaration, in which most data is written.
  std::vector<ShapeEntry> entries;
  std::deque<std::string> names;
  std::vector<std::unique_ptr<Shape>> sections;

  /// Looks for the key from the entry `next` on, and leaves the one behind it in `next`.
  [[nodiscard]] const ShapeEntry& find(std::string_view key, std::uint32_t& next) const {
    for (std::size_t step = 0; step < entries.size(); ++step) {
      if (next >= entries.size()) next = 0;
      const ShapeEntry& entry = entries[next++];
      if (entry.key == key) return entry;
    }
    return unknown_entry;
  }
  /// The entry of a key, made when there is none.
  [[nodiscard]] ShapeEntry& at(const std::string& key);
  /// All keys, sorted.
  [[nodiscard]] std::vector<std::string> keys() const;
};

/// The shapes of a model.
struct Shapes {
  Shape document;
  std::deque<Shape> tables;
  /// By table: the fields that every record must have.
  std::vector<std::vector<dsl::FieldId>> required_fields;
};

/// Which version of the data is read: into which half of the tables it goes.
enum class Version : std::uint8_t { current, earlier };

[[nodiscard]] Shapes shapes_of(const dsl::Model& model, Version version);

}  // namespace roadlint::engine
