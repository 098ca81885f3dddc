// What became of the records between two versions of the data, field by field.
#pragma once

#include <vector>

#include "engine/outcome.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// Every difference between the records with an id, which are known by it, and what stands in them. `data` holds both
/// versions. In the order of the model's entities and of the later version; what was removed comes behind.
[[nodiscard]] std::vector<Change> changes_between(const dsl::Model& model, const DataSet& data);

}  // namespace roadlint::engine
