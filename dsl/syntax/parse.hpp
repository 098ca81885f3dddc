// The door of the syntax stage: rule text in, syntax tree and diagnostics out. The only header of this folder that
// others include, with ast.hpp and print_ast.hpp; Boost.Spirit stays behind it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "dsl/syntax/ast.hpp"

namespace roadlint::dsl {

/// Parses a rule or model file. Reports every independent mistake; what could be read is in the result.
[[nodiscard]] ast::File parse(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

/// The entries of a word file: one a line; `#` begins a comment.
[[nodiscard]] std::vector<ast::Name> parse_words(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

/// Whether the word cannot be the name of a variable, parameter, definition or word list.
[[nodiscard]] bool is_reserved_word(std::string_view word);

}  // namespace roadlint::dsl
