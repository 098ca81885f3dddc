// Tables of words: see number_words.hpp.
#include "values/number_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace roadlint {
namespace {

/// A number as a fraction.
struct NumberWord {
  std::string_view word;
  std::int64_t numerator;
  std::int64_t denominator;
};

constexpr auto factor_words = std::to_array<NumberWord>({
    {"verdopplung", 2, 1},   {"verdoppelung", 2, 1},    {"verdoppeln", 2, 1},     {"verdreifachung", 3, 1},
    {"verdreifachen", 3, 1}, {"vervierfachung", 4, 1},  {"vervierfachen", 4, 1},  {"verfünffachung", 5, 1},
    {"verfünffachen", 5, 1}, {"verzehnfachung", 10, 1}, {"verzehnfachen", 10, 1}, {"halbierung", 1, 2},
    {"halbieren", 1, 2},     {"drittelung", 1, 3},      {"doubling", 2, 1},       {"double", 2, 1},
    {"tripling", 3, 1},      {"triple", 3, 1},          {"quadrupling", 4, 1},    {"quadruple", 4, 1},
    {"quintupling", 5, 1},   {"quintuple", 5, 1},       {"tenfold", 10, 1},       {"halving", 1, 2},
    {"halve", 1, 2},
});

constexpr auto share_words = std::to_array<NumberWord>({
    {"die hälfte", 1, 2},     {"hälfte", 1, 2},       {"ein drittel", 1, 3}, {"zwei drittel", 2, 3},
    {"ein viertel", 1, 4},    {"drei viertel", 3, 4}, {"ein fünftel", 1, 5}, {"ein sechstel", 1, 6},
    {"ein zehntel", 1, 10},   {"alle", 1, 1},         {"sämtliche", 1, 1},   {"flächendeckend", 1, 1},
    {"vollständig", 1, 1},    {"half", 1, 2},         {"one half", 1, 2},    {"one third", 1, 3},
    {"a third", 1, 3},        {"two thirds", 2, 3},   {"one quarter", 1, 4}, {"a quarter", 1, 4},
    {"three quarters", 3, 4}, {"one fifth", 1, 5},    {"a fifth", 1, 5},     {"one sixth", 1, 6},
    {"one tenth", 1, 10},     {"a tenth", 1, 10},     {"all", 1, 1},         {"every", 1, 1},
    {"nationwide", 1, 1},
});

constexpr auto zero_words =
    std::to_array<std::string_view>({"netto-null", "netto null", "null", "net zero", "net-zero", "zero"});

/// Most amounts do, and need no look at the words.
bool begins_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

template <std::size_t size>
std::optional<Number> number_of(const std::array<NumberWord, size>& words, std::string_view text) {
  if (begins_with_digit(text)) return std::nullopt;
  const std::string wanted = lower_case(utf8::trimmed(text));
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const NumberWord& entry) { return entry.word == wanted; });
  if (found == words.end()) return std::nullopt;
  return Number(found->numerator).divided_by(Number(found->denominator));
}

}  // namespace

std::optional<Number> factor_named(std::string_view text) { return number_of(factor_words, text); }

std::optional<Number> share_named(std::string_view text) { return number_of(share_words, text); }

bool names_zero(std::string_view text) {
  if (begins_with_digit(text)) return false;
  const std::string wanted = lower_case(utf8::trimmed(text));
  return std::find(zero_words.begin(), zero_words.end(), wanted) != zero_words.end();
}

}  // namespace roadlint
