// Looking at rule text without the grammar: bytes, words, comments.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "dsl/syntax/session.hpp"

namespace roadlint::dsl::syntax {

/// Letters, digits and `_`.
[[nodiscard]] bool is_word_character(char character);
/// The word that begins at a place; empty when none does.
[[nodiscard]] std::string_view word_at(Iterator at, Iterator end);
/// The same with `-` inside: the name of a rule or family.
[[nodiscard]] std::string_view rule_name_at(Iterator at, Iterator end);
/// Where a comment begins in a line, or `end`.
[[nodiscard]] Iterator comment_start(Iterator at, Iterator end);
/// The end of the last token before a place, white space and comments left out; `begin` when there is none.
[[nodiscard]] Iterator end_of_previous_token(Iterator begin, Iterator at);
/// Whether the bytes are text of a tolerable size; otherwise says so.
[[nodiscard]] bool check_rule_bytes(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

}  // namespace roadlint::dsl::syntax
