// The syntax tree in a stable text form: what `roadlint dump --stage=ast` shows.
#pragma once

#include <string>

#include "base/source_text.hpp"
#include "dsl/syntax/ast.hpp"

namespace roadlint::dsl {

/// One node a line, indented, with its place `line:column-line:column`.
[[nodiscard]] std::string print_ast(const SourceFiles& files, const ast::File& tree);

}  // namespace roadlint::dsl
