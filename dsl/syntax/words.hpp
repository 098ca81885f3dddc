// The words of the language: those that begin an item, those that begin a statement, and the other reserved ones; and
// the grammar's descriptions of places where a name must stand.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace roadlint::dsl::syntax {

using Word = std::string_view;
inline constexpr auto top_level_words =
    std::to_array<Word>({"model", "enum", "entity", "record", "policy", "pack", "languages", "use", "param", "words",
                         "pattern", "define", "rule", "family", "members"});
inline constexpr auto statement_words =
    std::to_array<Word>({"title", "basis", "severity", "certainty", "for", "where", "let", "group", "require",
                         "subject", "at", "message", "help"});
/// Begins a document at the top of a file. It also begins a statement of a rule, and so is no place to take up again.
inline constexpr Word document_word = "basis";
inline constexpr auto document_words = std::to_array<Word>({"title", "paragraph", "unread"});
inline constexpr auto other_reserved_words =
    std::to_array<Word>({"by",        "into",     "any",  "all",   "none", "exactly", "least",  "most",    "satisfies",
                         "and",       "or",       "not",  "in",    "is",   "present", "absent", "matches", "except",
                         "intersect", "distinct", "true", "false", "if",   "then",    "else",   "note"});

/// What the grammar expects where a name must stand.
inline constexpr auto name_rules = std::to_array<Word>(
    {"a name", "a parameter", "a word list", "a pattern", "a definition", "an enumeration", "a family name",
     "a name and places", "a parameter `name: type`", "the name of an entity", "`name in source`"});

template <std::size_t size>
bool is_one_of(const std::array<Word, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace roadlint::dsl::syntax
