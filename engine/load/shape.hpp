// What may stand where: for the top of a document, for each table and for the sections between, which key leads to
// what.
#pragma once

#include <map>
#include <memory>
#include <string>
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
};

struct Shape {
  std::map<std::string, ShapeEntry, std::less<>> entries;
  std::vector<std::unique_ptr<Shape>> sections;

  [[nodiscard]] ShapeEntry find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
};

/// The shapes of a model.
struct Shapes {
  Shape document;
  std::vector<Shape> tables;
};

[[nodiscard]] Shapes shapes_of(const dsl::Model& model);

}  // namespace roadlint::engine
