// Random data files for a model, with everything in them that makes evaluation hard: values that are absent, of the
// wrong type or blank, references that lead nowhere or to an id used twice, cycles, mixed currencies and units, dates
// of mixed precision, lists that are empty or null.
#pragma once

#include "dsl/typed/model.hpp"
#include "tests/twin/node.hpp"
#include "tests/twin/random.hpp"

namespace roadlint::twin {

/// One node a file, in YAML. `rows` is about how many records stand at the top of one file for one entity.
[[nodiscard]] Node generate_data(Random& random, const dsl::Model& model, std::size_t rows);

}  // namespace roadlint::twin
