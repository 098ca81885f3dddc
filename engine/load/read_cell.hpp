// One scalar of the data into one cell: the only place where text becomes a typed value.
#pragma once

#include "engine/load/events.hpp"
#include "engine/load/mistakes.hpp"
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
  const dsl::Type& type;  // never a list
  bool is_reference;
  std::uint32_t record_begin;
};

/// What is needed beside.
struct CellContext {
  const dsl::Model& model;
  TextPool& texts;
  std::vector<DataMistake>& mistakes;
  NumberFormat format = NumberFormat::undeclared;
};

/// Reads the scalar into the cell. What has the wrong type is reported at `place` and counts as absent; blank text is
/// absent.
void read_cell(const CellContext& context, const CellTarget& target, const Scalar& scalar, const MistakePlace& place);

}  // namespace roadlint::engine
