// Random definitions and rules over a model.
#pragma once

#include "tests/twin/expression_writer.hpp"

namespace roadlint::twin {

/// A file with one definition, which the writer knows from then on.
[[nodiscard]] Node generate_definition(Random& random, const dsl::Model& model, ExpressionWriter& writer,
                                       std::size_t number);
/// A file with one rule, `rule-NUMBER`.
[[nodiscard]] Node generate_rule(Random& random, ExpressionWriter& writer, std::size_t number);

}  // namespace roadlint::twin
