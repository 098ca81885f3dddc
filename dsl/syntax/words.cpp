// See words.hpp and parse.hpp.
#include "dsl/syntax/words.hpp"

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

}  // namespace

bool is_reserved_word(std::string_view word) {
  return std::binary_search(reserved_words.begin(), reserved_words.end(), word);
}

}  // namespace roadlint::dsl
