// Number: an exact rational number. All arithmetic of rules and data uses it; nothing is ever rounded but in print.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace roadlint {

/// Numerator and denominator of a number that fits 64 bits each; in lowest terms, the denominator above 0.
struct SmallRatio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// An exact rational number. Small values live in two 64-bit integers; larger ones behind a pointer.
class Number {
 public:
  Number() = default;
  Number(std::int64_t integer) : numerator_(integer) {}  // NOLINT: integers are numbers
  /// numerator / denominator; the denominator must not be 0.
  static Number ratio(std::int64_t numerator, std::int64_t denominator);
  /// The ratio must be in lowest terms.
  static Number of_lowest_terms(SmallRatio ratio) {
    Number number(ratio.numerator);
    number.denominator_ = ratio.denominator;
    return number;
  }
  /// Reads `-12`, `3.25` (decimal point only, no grouping, no exponent); absent for anything else and
  /// for more than limits::number_digits digits.
  static std::optional<Number> from_decimal(std::string_view text);
  /// Ten to the power of `exponent` (which may be negative; |exponent| <= 60).
  static Number power_of_ten(int exponent);

  [[nodiscard]] Number operator-() const;
  [[nodiscard]] Number operator+(const Number& other) const;
  [[nodiscard]] Number operator-(const Number& other) const;
  [[nodiscard]] Number operator*(const Number& other) const;
  /// Absent when the divisor is 0.
  [[nodiscard]] std::optional<Number> divided_by(const Number& divisor) const;

  [[nodiscard]] std::strong_ordering operator<=>(const Number& other) const;
  [[nodiscard]] bool operator==(const Number& other) const;

  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] bool is_negative() const;
  /// The value when it is an integer that fits.
  [[nodiscard]] std::optional<std::int64_t> as_integer() const;
  /// The value when numerator and denominator fit 64 bits each, which is nearly always.
  [[nodiscard]] std::optional<SmallRatio> small_ratio() const {
    if (large_ != nullptr) return std::nullopt;
    return SmallRatio{numerator_, denominator_};
  }
  /// Size of numerator and denominator together, in bits; 0 for numbers that fit 64 bits each.
  [[nodiscard]] std::size_t bits() const;
  /// Exact text: a finite decimal ("1234.5") or else a fraction ("1/3"). Equal numbers give equal text.
  [[nodiscard]] std::string exact_text() const;
  /// Decimal text with at most `places` digits behind the point, rounded half away from zero, without trailing zeros,
  /// no grouping, decimal point.
  [[nodiscard]] std::string rounded_text(int places) const;

 private:
  struct Large;  // holds a rational of unlimited size
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;        // > 0, in lowest terms
  std::shared_ptr<const Large> large_;  // set when the value does not fit the two integers

  friend struct NumberArithmetic;
};

}  // namespace roadlint
