// See words.hpp and parse.hpp.
#include "dsl/syntax/words.hpp"

#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl {

bool is_reserved_word(std::string_view word) {
  return syntax::is_one_of(syntax::top_level_words, word) || syntax::is_one_of(syntax::statement_words, word) ||
         syntax::is_one_of(syntax::other_reserved_words, word);
}

}  // namespace roadlint::dsl
