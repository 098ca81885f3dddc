// Random models, with the parameters, word lists and patterns that rules over them may use.
#pragma once

#include "tests/twin/node.hpp"
#include "tests/twin/random.hpp"

namespace roadlint::twin {

/// A model file: entities `t0`, `t1`, ... at various places, records `r0`, `r1`, a policy, enumerations.
[[nodiscard]] Node generate_model(Random& random);
/// A parameter `limit_TYPE` of every type that can be one, the word list `some_words`, the pattern `some_pattern`.
[[nodiscard]] Node generate_parameters();

}  // namespace roadlint::twin
