#include "values/packed_number.hpp"

#include <catch2/catch.hpp>

using roadlint::Number;
using roadlint::PackedNumber;
using roadlint::PackedNumbers;

TEST_CASE("numbers of 48 bits over 16 bits are packed, others are not", "[packed_number]") {
  const std::int64_t greatest = (std::int64_t{1} << 47U) - 1;
  const auto packed = PackedNumber::pack(Number::ratio(-7, 65535));
  REQUIRE(packed);
  CHECK(packed->numerator() == -7);
  CHECK(packed->denominator() == 65535);
  CHECK(PackedNumber::pack(Number(greatest)));
  CHECK(PackedNumber::pack(Number(-greatest - 1)));
  CHECK_FALSE(PackedNumber::pack(Number(greatest + 1)));
  CHECK_FALSE(PackedNumber::pack(Number(-greatest - 2)));
  CHECK_FALSE(PackedNumber::pack(Number::ratio(1, 65536)));
  CHECK_FALSE(PackedNumber::pack(Number::power_of_ten(30)));
}

TEST_CASE("a list of packed numbers gives back what was put in", "[packed_number]") {
  const Number large = *Number::from_decimal("123456789012345678901234567890.5");
  PackedNumbers numbers;
  numbers.resize(4);
  numbers.set(1, Number::ratio(-3, 4));
  numbers.set(2, large);
  numbers.set(3, PackedNumber::of_integer(-5));
  CHECK(numbers.at(0) == Number(0));
  CHECK(numbers.at(1) == Number::ratio(-3, 4));
  CHECK(numbers.at(2) == large);
  CHECK(numbers.at(3) == Number(-5));
  CHECK(numbers.packed(2).is_spilled());
  CHECK(numbers.spilled(numbers.packed(2)) == large);
}

TEST_CASE("appended numbers keep their values beside those that do not fit", "[packed_number]") {
  const Number first = Number::power_of_ten(40);
  const Number second = Number::power_of_ten(50);
  PackedNumbers numbers;
  numbers.resize(1);
  numbers.set(0, first);
  PackedNumbers more;
  more.resize(2);
  more.set(0, Number(8));
  more.set(1, second);
  numbers.append(more);
  REQUIRE(numbers.size() == 3);
  CHECK(numbers.at(0) == first);
  CHECK(numbers.at(1) == Number(8));
  CHECK(numbers.at(2) == second);
}
