// A model that holds two versions of the data.
#pragma once

#include "dsl/typed/model.hpp"

namespace roadlint::dsl::checking {

/// Adds every table once more, for an earlier version of the data; records with an id know each other by `before` and
/// `after`.
void add_earlier_version(Model& model);

}  // namespace roadlint::dsl::checking
