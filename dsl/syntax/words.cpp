// See words.hpp and parse.hpp.
#include "dsl/syntax/words.hpp"

#include "dsl/syntax/ast.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl {
namespace {

/// All words that cannot be names, in alphabetical order.
constexpr auto reserved_words = [] {
  using namespace syntax;
  std::array<Word, top_level_words.size() + statement_words.size() + other_reserved_words.size()> words{};
  auto end = std::copy(top_level_words.begin(), top_level_words.end(), words.begin());
  end = std::copy(statement_words.begin(), statement_words.end(), end);
  std::copy(other_reserved_words.begin(), other_reserved_words.end(), end);
  std::sort(words.begin(), words.end());
  return words;
}();

/// For each letter the first word that begins with it or a later letter; one more for the end.
constexpr auto first_words = [] {
  std::array<std::size_t, 27> firsts{};
  for (std::size_t letter = 0; letter < firsts.size(); ++letter) {
    while (firsts[letter] < reserved_words.size() &&
           static_cast<std::size_t>(reserved_words[firsts[letter]].front() - 'a') < letter) {
      ++firsts[letter];
    }
  }
  return firsts;
}();

}  // namespace

std::string_view ast::statement_word(StatementKind kind) {
  constexpr std::array<std::string_view, 13> words = {"title", "basis",   "severity", "certainty", "for",
                                                      "where", "let",     "group by", "require",   "subject",
                                                      "at",    "message", "help"};
  return words.at(static_cast<std::size_t>(kind));
}

bool is_reserved_word(std::string_view word) {
  if (word.empty() || word.front() < 'a' || word.front() > 'z') return false;
  const auto letter = static_cast<std::size_t>(word.front() - 'a');
  const auto* const begin = reserved_words.data() + first_words[letter];
  const auto* const end = reserved_words.data() + first_words[letter + 1];
  return std::find(begin, end, word) != end;
}

}  // namespace roadlint::dsl
