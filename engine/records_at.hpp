// From places in the files to the records that hold them.
#pragma once

#include <vector>

#include "engine/tables.hpp"

namespace roadlint::engine {

/// For each place the innermost record of an entity or policy table that holds its first byte; table no_id where none
/// does. Takes time for every record once, not once for each place.
[[nodiscard]] std::vector<RecordId> records_at(const dsl::Model& model, const DataSet& data,
                                               const std::vector<Span>& places);

}  // namespace roadlint::engine
