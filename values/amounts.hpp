// Money and quantities, and how amounts are read from text and printed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "values/number.hpp"

namespace roadlint {

/// An ISO 4217 code of three capital letters.
struct Currency {
  std::array<char, 3> letters = {'E', 'U', 'R'};

  /// Whether `text` is three capital letters.
  [[nodiscard]] static bool is_code(std::string_view text);
  /// `text` must be a code.
  [[nodiscard]] static Currency of(std::string_view text);
  [[nodiscard]] std::string_view text() const { return {letters.data(), letters.size()}; }
  friend bool operator==(const Currency&, const Currency&) = default;
};

struct Money {
  Number amount;
  Currency currency;
  friend bool operator==(const Money&, const Money&) = default;
};

/// A number with a unit as written ("MW", "%", "Stück"); the unit may be empty.
struct Quantity {
  Number amount;
  std::string unit;
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// How a file writes numbers: German `4.000,5`, English `4,000.5`, or not declared.
enum class NumberFormat : std::uint8_t { undeclared, german, english };

/// Why a text is no amount.
enum class ReadProblem : std::uint8_t {
  not_this_type,     // "abc" for a number
  ambiguous,         // "4.000" without a declared number format
  too_many_digits,   // more than limits::number_digits
  missing_currency,  // "4 Mio." for money
  invalid_percent,   // a percentage without the sign % (or its words) and no fraction
};

/// A value, or why there is none.
template <typename Value>
struct ReadResult {
  Value value{};
  bool is_ok = false;
  ReadProblem problem = ReadProblem::not_this_type;

  static ReadResult ok(Value read) { return {std::move(read), true, ReadProblem::not_this_type}; }
  static ReadResult failed(ReadProblem why) { return {Value{}, false, why}; }
};

/// Reads `4000`, `-3`, `1,5`, `1.5`, `1.234,56`, `1,234.56`, `4 000`, `4'000`, `1/6`, `2e3`, `1,5 Mio.`, `18 Mrd.`,
/// `1.5 million`, `18 billion`. A single separator before exactly three digits and after one to three digits that are
/// not a single 0 (`4.000`, `18,500`) is ambiguous unless the format is declared. Repeated equal separators group
/// thousands. In a German file `Billion` is ambiguous as well (10^12 in German, 10^9 in English). A fraction has a
/// denominator of at most four digits, so that sums of many fractions stay small.
[[nodiscard]] ReadResult<Number> read_number(std::string_view text, NumberFormat format);
/// Reads a number with a currency: `1,5 Mio. EUR`, `1.5 million EUR`, `18 Mrd. €`, `EUR 300`.
[[nodiscard]] ReadResult<Money> read_money(std::string_view text, NumberFormat format);
/// Reads `50 %`, `50%`, `50 Prozent`, `50 percent`, a fraction such as `1/6`, or the words for one (`ein Drittel`,
/// `all`); the result is 0.5 for 50 %.
[[nodiscard]] ReadResult<Number> read_percent(std::string_view text, NumberFormat format);
/// Reads `4`, `x4`, `4x`, `×4`, `4-fold`, `4-fach`, a number with a decimal separator, or the word for a factor
/// (`Vervierfachung`, `doubling`).
[[nodiscard]] ReadResult<Number> read_factor(std::string_view text, NumberFormat format);
/// Reads a number with or without a unit behind it (`4000`, `50 %`, `1,5 GW`, `100 Stück`), or the words for a share
/// (`alle` is 100 %) or for nothing (`Netto-Null`).
[[nodiscard]] ReadResult<Quantity> read_quantity(std::string_view text, NumberFormat format);

/// At most 6 places, grouped: "4,000.5" (en) or "4.000,5" (de).
[[nodiscard]] std::string number_text(const Number& number, std::string_view language);
/// At most 2 places, grouped: "3,000,000,000 EUR" (en), "3.000.000.000 EUR" (de).
[[nodiscard]] std::string money_text(const Money& money, std::string_view language);
/// "50 %"; at most 2 places.
[[nodiscard]] std::string percent_text(const Number& share, std::string_view language);
/// "×4".
[[nodiscard]] std::string factor_text(const Number& factor, std::string_view language);
/// "50 %", "1.5 GW", "4,000".
[[nodiscard]] std::string quantity_text(const Quantity& quantity, std::string_view language);

}  // namespace roadlint
