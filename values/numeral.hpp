// A numeral at the start of a text: sign, digits, separators, exponent, fraction and scale word. Internal to values/:
// the readers of amounts in read_amounts.cpp share it.
#pragma once

#include <string_view>

#include "values/amounts.hpp"

namespace roadlint {

struct Numeral {
  Number value;
  bool is_fraction = false;  // written as `1/6`
  std::string_view rest;     // what follows, not trimmed
};

/// Reads `-1.234,56`, `2e3` or `1/6` at the start of the text, which must be there without blanks before it.
[[nodiscard]] ReadResult<Numeral> read_numeral(std::string_view text, NumberFormat format);
/// As read_numeral, with a scale word behind it if there is one: `1,5 Mio.`, `18 billion`. In the German format
/// `Billion` is ambiguous: 10^12 in German, 10^9 in English.
[[nodiscard]] ReadResult<Numeral> read_scaled_numeral(std::string_view text, NumberFormat format);

}  // namespace roadlint
