// Number: the small case is computed in 128-bit integers, which cannot overflow; only results that do not fit
// 64 bits move to Boost's unlimited rationals, and move back as soon as they fit again.
#include "values/number.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <limits>
#include <numeric>
#include <utility>

#include "base/limits.hpp"

namespace roadlint {
namespace {

namespace multiprecision = boost::multiprecision;
using BigInteger = multiprecision::cpp_int;
using BigRational = multiprecision::cpp_rational;

__extension__ typedef __int128 Wide;  // NOLINT: an alias declaration would be reported as an extension

constexpr std::int64_t small_least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t small_greatest = std::numeric_limits<std::int64_t>::max();
/// Powers of ten up to this exponent fit 64 bits.
constexpr std::size_t digits_in_small = 18;
constexpr int greatest_exponent = 60;

bool fits_small(Wide value) { return value >= small_least && value <= small_greatest; }
bool fits_small(const BigInteger& value) { return value >= small_least && value <= small_greatest; }

BigInteger big_integer(Wide value) {
  const bool is_negative = value < 0;
  const Wide magnitude = is_negative ? -value : value;
  BigInteger result = static_cast<std::uint64_t>(magnitude >> 64);
  result <<= 64;
  result += static_cast<std::uint64_t>(magnitude);
  return is_negative ? BigInteger(-result) : result;
}

/// Both arguments are at least 0, and not both are 0.
Wide greatest_common_divisor(Wide left, Wide right) {
  while (right != 0 && !(fits_small(left) && fits_small(right))) left = std::exchange(right, left % right);
  if (right == 0) return left;
  return std::gcd(static_cast<std::int64_t>(left), static_cast<std::int64_t>(right));
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

/// Inserts the decimal point before the last `places` digits and removes zeros at the end.
std::string with_decimal_point(std::string digits, std::size_t places) {
  if (places == 0) return digits;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

BigInteger big_power(unsigned base, std::size_t exponent) {
  return multiprecision::pow(BigInteger(base), static_cast<unsigned>(exponent));
}

/// How many decimal places the fractions of this denominator need; absent when they do not end.
std::optional<std::size_t> places_of_denominator(BigInteger denominator) {
  const std::size_t twos = multiprecision::lsb(denominator);
  denominator >>= twos;
  std::size_t fives = 0;
  while (denominator % 5 == 0) {
    denominator /= 5;
    ++fives;
  }
  if (denominator != 1) return std::nullopt;
  return std::max(twos, fives);
}

std::int64_t small_power_of_ten(std::size_t exponent) {
  std::int64_t power = 1;
  for (std::size_t step = 0; step < exponent; ++step) power *= 10;
  return power;
}

}  // namespace

struct Number::Large {
  BigRational value;
};

/// The steps between the two representations; a value that fits the small one is never kept in the large one.
struct NumberArithmetic {
  static bool is_small(const Number& number) { return number.large_ == nullptr; }
  static bool are_integers(const Number& left, const Number& right) {
    return is_small(left) && is_small(right) && left.denominator_ == 1 && right.denominator_ == 1;
  }
  static Wide numerator(const Number& number) { return number.numerator_; }
  static Wide denominator(const Number& number) { return number.denominator_; }

  static BigRational rational(const Number& number) {
    if (!is_small(number)) return number.large_->value;
    return BigRational(BigInteger(number.numerator_), BigInteger(number.denominator_));
  }

  static Number of_rational(BigRational value) {
    const BigInteger numerator = multiprecision::numerator(value);
    const BigInteger denominator = multiprecision::denominator(value);
    Number result;
    if (fits_small(numerator) && fits_small(denominator)) {
      result.numerator_ = numerator.convert_to<std::int64_t>();
      result.denominator_ = denominator.convert_to<std::int64_t>();
    } else {
      result.large_ = std::make_shared<const Number::Large>(Number::Large{std::move(value)});
    }
    return result;
  }

  /// The magnitudes must be below 2^127; the denominator must not be 0.
  static Number of_wide(Wide numerator, Wide denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const Wide divisor = greatest_common_divisor(numerator < 0 ? -numerator : numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    Number result;
    if (fits_small(numerator) && fits_small(denominator)) {
      result.numerator_ = static_cast<std::int64_t>(numerator);
      result.denominator_ = static_cast<std::int64_t>(denominator);
    } else {
      BigRational value(big_integer(numerator), big_integer(denominator));
      result.large_ = std::make_shared<const Number::Large>(Number::Large{std::move(value)});
    }
    return result;
  }

  static Number of_digits(std::string_view digits) {
    Number result;
    while (!digits.empty()) {
      const std::string_view chunk = digits.substr(0, digits_in_small);
      std::int64_t value = 0;
      for (const char digit : chunk) value = value * 10 + (digit - '0');
      result = result * Number(small_power_of_ten(chunk.size())) + Number(value);
      digits.remove_prefix(chunk.size());
    }
    return result;
  }
};

using Arithmetic = NumberArithmetic;

Number Number::ratio(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator != 0);
  return Arithmetic::of_wide(numerator, denominator);
}

std::optional<Number> Number::from_decimal(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (text.size() > limits::number_digits + 1 || !is_digits(whole)) return std::nullopt;
  std::string digits(whole);
  std::size_t places = 0;
  if (point != std::string_view::npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (!is_digits(fraction)) return std::nullopt;
    digits += fraction;
    places = fraction.size();
  }
  if (digits.size() > limits::number_digits) return std::nullopt;
  const Number magnitude = Arithmetic::of_digits(digits) * power_of_ten(-static_cast<int>(places));
  return is_negative ? -magnitude : magnitude;
}

Number Number::power_of_ten(int exponent) {
  assert(exponent >= -greatest_exponent && exponent <= greatest_exponent);
  const std::size_t size = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
  if (size <= digits_in_small) {
    const std::int64_t power = small_power_of_ten(size);
    return exponent < 0 ? ratio(1, power) : Number(power);
  }
  const BigInteger power = big_power(10, size);
  return Arithmetic::of_rational(exponent < 0 ? BigRational(BigInteger(1), power) : BigRational(power));
}

Number Number::operator-() const {
  if (Arithmetic::is_small(*this)) return Arithmetic::of_wide(-Wide{numerator_}, denominator_);
  return Arithmetic::of_rational(-large_->value);
}

Number Number::operator+(const Number& other) const {
  if (Arithmetic::are_integers(*this, other)) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(numerator_, other.numerator_, &sum)) return Number(sum);
  }
  if (Arithmetic::is_small(*this) && Arithmetic::is_small(other)) {
    const Wide sum = Wide{numerator_} * other.denominator_ + Wide{other.numerator_} * denominator_;
    return Arithmetic::of_wide(sum, Wide{denominator_} * other.denominator_);
  }
  return Arithmetic::of_rational(Arithmetic::rational(*this) + Arithmetic::rational(other));
}

Number Number::operator-(const Number& other) const { return *this + -other; }

Number Number::operator*(const Number& other) const {
  if (Arithmetic::are_integers(*this, other)) {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(numerator_, other.numerator_, &product)) return Number(product);
  }
  if (Arithmetic::is_small(*this) && Arithmetic::is_small(other)) {
    return Arithmetic::of_wide(Wide{numerator_} * other.numerator_, Wide{denominator_} * other.denominator_);
  }
  return Arithmetic::of_rational(Arithmetic::rational(*this) * Arithmetic::rational(other));
}

std::optional<Number> Number::divided_by(const Number& divisor) const {
  if (divisor == Number()) return std::nullopt;
  if (Arithmetic::is_small(*this) && Arithmetic::is_small(divisor)) {
    return Arithmetic::of_wide(Wide{numerator_} * divisor.denominator_, Wide{denominator_} * divisor.numerator_);
  }
  return Arithmetic::of_rational(Arithmetic::rational(*this) / Arithmetic::rational(divisor));
}

std::strong_ordering Number::operator<=>(const Number& other) const {
  if (Arithmetic::is_small(*this) && Arithmetic::is_small(other)) {
    const Wide left = Wide{numerator_} * other.denominator_;
    const Wide right = Wide{other.numerator_} * denominator_;
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return Arithmetic::rational(*this).compare(Arithmetic::rational(other)) <=> 0;
}

bool Number::operator==(const Number& other) const {
  if (Arithmetic::is_small(*this) != Arithmetic::is_small(other)) return false;
  if (!Arithmetic::is_small(*this)) return large_->value == other.large_->value;
  return numerator_ == other.numerator_ && denominator_ == other.denominator_;
}

bool Number::is_integer() const {
  if (Arithmetic::is_small(*this)) return denominator_ == 1;
  return multiprecision::denominator(large_->value) == 1;
}

bool Number::is_negative() const { return Arithmetic::is_small(*this) ? numerator_ < 0 : large_->value < 0; }

std::optional<std::int64_t> Number::as_integer() const {
  if (!Arithmetic::is_small(*this) || denominator_ != 1) return std::nullopt;
  return numerator_;
}

std::string Number::exact_text() const {
  if (Arithmetic::is_small(*this) && denominator_ == 1) return std::to_string(numerator_);
  const BigRational value = multiprecision::abs(Arithmetic::rational(*this));
  const BigInteger numerator = multiprecision::numerator(value);
  const BigInteger denominator = multiprecision::denominator(value);
  const std::string sign = is_negative() ? "-" : "";
  const std::optional<std::size_t> places = places_of_denominator(denominator);
  if (!places) return sign + numerator.str() + "/" + denominator.str();
  const BigInteger scaled = numerator * big_power(10, *places) / denominator;
  return sign + with_decimal_point(scaled.str(), *places);
}

std::size_t Number::bits() const {
  if (Arithmetic::is_small(*this)) return 0;
  const BigInteger numerator = multiprecision::abs(multiprecision::numerator(large_->value));
  const auto of_numerator = static_cast<std::size_t>(multiprecision::msb(numerator));
  return of_numerator + static_cast<std::size_t>(multiprecision::msb(multiprecision::denominator(large_->value))) + 2;
}

std::string Number::rounded_text(int places) const {
  if (Arithmetic::is_small(*this) && denominator_ == 1) return std::to_string(numerator_);
  const std::size_t kept = static_cast<std::size_t>(std::max(places, 0));
  const BigRational value = multiprecision::abs(Arithmetic::rational(*this));
  const BigInteger denominator = multiprecision::denominator(value);
  const BigInteger doubled = multiprecision::numerator(value) * big_power(10, kept) * 2;
  const BigInteger rounded = (doubled + denominator) / (denominator * 2);
  const bool has_sign = is_negative() && rounded != 0;
  return (has_sign ? "-" : "") + with_decimal_point(rounded.str(), kept);
}

}  // namespace roadlint
