// Number: exact arithmetic, the way into the large representation and back, and both kinds of text.
#include "values/number.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

using roadlint::Number;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

Number decimal(std::string_view text) {
  const std::optional<Number> number = Number::from_decimal(text);
  REQUIRE(number.has_value());
  return *number;
}

}  // namespace

TEST_CASE("decimal fractions add up without a rounding error") {
  CHECK(decimal("0.1") + decimal("0.2") == decimal("0.3"));
  CHECK((decimal("0.1") + decimal("0.2")).exact_text() == "0.3");
  CHECK(decimal("1.5") * decimal("-2.5") == decimal("-3.75"));
  CHECK(decimal("1") - decimal("0.9") == Number::ratio(1, 10));
}

TEST_CASE("fractions are kept in lowest terms with the sign in front") {
  CHECK(Number::ratio(2, 4).exact_text() == "0.5");
  CHECK(Number::ratio(-2, 6).exact_text() == "-1/3");
  CHECK(Number::ratio(2, -6) == Number::ratio(-1, 3));
  CHECK(Number::ratio(0, -7) == Number(0));
  CHECK(Number::ratio(least, least) == Number(1));
  CHECK(Number::ratio(1, least).exact_text().starts_with("-0.000000000000000000108420217248550443"));
}

TEST_CASE("thirds add up to one") {
  const Number third = Number::ratio(1, 3);
  CHECK(third + third + third == Number(1));
  CHECK((third + third + third).as_integer() == 1);
}

TEST_CASE("division is exact and absent for a divisor of zero") {
  CHECK(Number(1).divided_by(Number(3)) == Number::ratio(1, 3));
  CHECK(Number(-4).divided_by(Number(-8)) == decimal("0.5"));
  CHECK(Number(4).divided_by(Number(-8)) == decimal("-0.5"));
  CHECK(Number(least).divided_by(Number(-1)).value().exact_text() == "9223372036854775808");
  CHECK_FALSE(Number(1).divided_by(Number(0)).has_value());
  CHECK_FALSE(Number(0).divided_by(Number(0)).has_value());
  CHECK_FALSE(Number::power_of_ten(40).divided_by(Number(0)).has_value());
}

TEST_CASE("results beyond 64 bits are exact and come back when they fit again") {
  const Number beyond = Number(greatest) + Number(1);
  CHECK(beyond.exact_text() == "9223372036854775808");
  CHECK_FALSE(beyond.as_integer().has_value());
  CHECK(beyond.is_integer());
  const Number back = beyond - Number(1);
  CHECK(back == Number(greatest));
  CHECK(back.as_integer() == greatest);

  CHECK((Number(least) - Number(1)).exact_text() == "-9223372036854775809");
  CHECK((-Number(least)).exact_text() == "9223372036854775808");
  CHECK((-(-Number(least))).as_integer() == least);
  CHECK((Number(least) * Number(least)).exact_text() == "85070591730234615865843651857942052864");
  CHECK((Number(least) * Number(least)).divided_by(Number(least)).value().as_integer() == least);
  CHECK((Number(greatest) * Number(greatest) * Number(greatest)).exact_text() ==
        "784637716923335095224261902710254454442933591094742482943");
}

TEST_CASE("large denominators cancel back into small numbers") {
  const Number tiny = Number::ratio(1, greatest) * Number::ratio(1, 3);
  CHECK_FALSE(tiny.is_integer());
  CHECK(tiny * Number(greatest) * Number(3) == Number(1));
  CHECK((tiny * Number(greatest) * Number(3)).as_integer() == 1);
  CHECK(tiny - tiny == Number(0));
  CHECK(Number::ratio(least, greatest) + Number::ratio(least, greatest - 1) < Number(-2));
}

TEST_CASE("numbers are ordered across both representations") {
  const Number huge = Number::power_of_ten(30);
  const Number tiny = Number::power_of_ten(-30);
  CHECK(huge > Number(greatest));
  CHECK(-huge < Number(least));
  CHECK(tiny > Number(0));
  CHECK(tiny < Number::ratio(1, greatest));
  CHECK(-tiny < Number(0));
  CHECK(huge == Number::power_of_ten(15) * Number::power_of_ten(15));
  CHECK((huge <=> Number::power_of_ten(30)) == std::strong_ordering::equal);
  CHECK(huge != huge + tiny);
  CHECK(huge < huge + tiny);
  CHECK(Number::ratio(1, 3) < Number::ratio(1, 2));
  CHECK(Number::ratio(-1, 3) > Number::ratio(-1, 2));
  CHECK(Number::ratio(greatest - 1, greatest) < Number(1));
}

TEST_CASE("the sign is known in both representations") {
  CHECK(Number(-1).is_negative());
  CHECK_FALSE(Number(0).is_negative());
  CHECK((-Number::power_of_ten(30)).is_negative());
  CHECK_FALSE(Number::power_of_ten(-30).is_negative());
}

TEST_CASE("powers of ten reach sixty in both directions") {
  CHECK(Number::power_of_ten(0) == Number(1));
  CHECK(Number::power_of_ten(18).as_integer() == 1'000'000'000'000'000'000);
  CHECK(Number::power_of_ten(19).exact_text() == "1" + std::string(19, '0'));
  CHECK(Number::power_of_ten(60).exact_text() == "1" + std::string(60, '0'));
  CHECK(Number::power_of_ten(-60).exact_text() == "0." + std::string(59, '0') + "1");
  CHECK(Number::power_of_ten(60) * Number::power_of_ten(-60) == Number(1));
}

TEST_CASE("only plain decimals are read") {
  CHECK(decimal("-12") == Number(-12));
  CHECK(decimal("3.25") == Number::ratio(13, 4));
  CHECK(decimal("007.50") == Number::ratio(15, 2));
  CHECK(decimal("-0") == Number(0));
  CHECK(decimal("9223372036854775808") == Number(greatest) + Number(1));
  for (const char* text :
       {"", "-", "+3", ".5", "5.", "1,5", "1e3", "1 000", "0x10", "1.2.3", "--1", " 1", "1 ", "-.5"}) {
    INFO(text);
    CHECK_FALSE(Number::from_decimal(text).has_value());
  }
}

TEST_CASE("a decimal has at most sixty digits") {
  const std::string sixty(60, '9');
  CHECK(decimal(sixty).exact_text() == sixty);
  CHECK(decimal("-0." + std::string(59, '3')).exact_text() == "-0." + std::string(59, '3'));
  CHECK_FALSE(Number::from_decimal(sixty + "9").has_value());
  CHECK_FALSE(Number::from_decimal("0." + sixty).has_value());
}

TEST_CASE("exact text is a decimal when that ends and a fraction otherwise") {
  CHECK(Number(0).exact_text() == "0");
  CHECK(Number(-1200).exact_text() == "-1200");
  CHECK(decimal("1234.50").exact_text() == "1234.5");
  CHECK(decimal("-0.05").exact_text() == "-0.05");
  CHECK(Number::ratio(1, 8).exact_text() == "0.125");
  CHECK(Number::ratio(1, 6).exact_text() == "1/6");
  CHECK(Number::ratio(-22, 7).exact_text() == "-22/7");
  CHECK((Number::power_of_ten(30) + Number::ratio(1, 3)).exact_text() == "3" + std::string(29, '0') + "1/3");
}

TEST_CASE("rounding is half away from zero in both directions") {
  CHECK(decimal("2.5").rounded_text(0) == "3");
  CHECK(decimal("-2.5").rounded_text(0) == "-3");
  CHECK(decimal("2.4999").rounded_text(0) == "2");
  CHECK(decimal("0.125").rounded_text(2) == "0.13");
  CHECK(decimal("-0.125").rounded_text(2) == "-0.13");
  CHECK(decimal("0.995").rounded_text(2) == "1");
  CHECK(decimal("-999.999").rounded_text(2) == "-1000");
  CHECK(Number::ratio(2, 3).rounded_text(4) == "0.6667");
  CHECK(Number::ratio(-1, 3).rounded_text(2) == "-0.33");
}

TEST_CASE("rounded text has neither zeros at the end nor a negative zero") {
  CHECK(decimal("1.50").rounded_text(4) == "1.5");
  CHECK(decimal("10.04").rounded_text(1) == "10");
  CHECK(decimal("-0.004").rounded_text(2) == "0");
  CHECK(decimal("0.05").rounded_text(6) == "0.05");
  CHECK(Number(1000).rounded_text(6) == "1000");
  CHECK(Number::power_of_ten(30).rounded_text(2) == "1" + std::string(30, '0'));
  CHECK((Number::power_of_ten(20) + decimal("0.005")).rounded_text(2) == "1" + std::string(20, '0') + ".01");
}
