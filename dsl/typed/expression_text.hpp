// Typed expressions written as rule text again, with the brackets that precedence asks for and those that help readers:
// the text parses back to the same meaning.
#pragma once

#include <string>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// An expression as it would be written in a rule.
[[nodiscard]] std::string expression_text(const Program& program, ExpressionId id);
/// A constant of the type as it would be written in a rule: `1.5 million EUR`, `50 %`, `2028-Q4`, `"text"`.
[[nodiscard]] std::string constant_text(const Model& model, const Type& type, const Constant& constant);

}  // namespace roadlint::dsl
