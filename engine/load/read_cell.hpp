// One scalar of the data into one cell: the only place where text becomes a typed value.
#pragma once

#include "engine/load/events.hpp"
#include "engine/load/mistakes.hpp"
#include "engine/load/text_queue.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// A scalar as it came from the events.
struct Scalar {
  std::string_view text;
  ScalarForm form = ScalarForm::plain;
  ByteRange range;
};

/// Where it goes.
struct CellTarget {
  Column& column;
  std::size_t index;
  const dsl::Field& field;
  /// The record that holds the cell, or the list with the cell; and its first byte.
  RecordId record;
  std::uint32_t record_begin;
};

/// What is needed beside.
struct CellContext {
  const dsl::Model& model;
  FileId file;
  TextPool& texts;
  std::vector<DataMistake>& mistakes;
  NumberFormat format = NumberFormat::undeclared;
  /// Where texts wait to be interned; null: they are interned at once.
  TextQueue* queue = nullptr;
};

/// Reads the scalar into the cell. What has the wrong type is reported and counts as absent; blank text is absent.
void read_cell(const CellContext& context, const CellTarget& target, const Scalar& scalar);

}  // namespace roadlint::engine
