// Words that are numbers, alone and as what amounts read.
#include "values/number_words.hpp"

#include <catch2/catch.hpp>

#include "values/amounts.hpp"

using namespace roadlint;

namespace {

Number fraction(int numerator, int denominator) { return *Number(numerator).divided_by(Number(denominator)); }

}  // namespace

TEST_CASE("words for factors") {
  CHECK(factor_named("Verdopplung") == Number(2));
  CHECK(factor_named("Verdoppelung") == Number(2));
  CHECK(factor_named(" vervierfachung ") == Number(4));
  CHECK(factor_named("VERFÜNFFACHUNG") == Number(5));
  CHECK(factor_named("Halbierung") == fraction(1, 2));
  CHECK(factor_named("doubling") == Number(2));
  CHECK_FALSE(factor_named("mehr").has_value());
  CHECK_FALSE(factor_named("Verdopplung bis 2030").has_value());
  CHECK_FALSE(factor_named("").has_value());
}

TEST_CASE("words for shares of a whole") {
  CHECK(share_named("ein Drittel") == fraction(1, 3));
  CHECK(share_named("Zwei Drittel") == fraction(2, 3));
  CHECK(share_named("die Hälfte") == fraction(1, 2));
  CHECK(share_named("flächendeckend") == Number(1));
  CHECK(share_named("alle") == Number(1));
  CHECK_FALSE(share_named("none").has_value());  // `baseline: none` states no baseline
  CHECK_FALSE(share_named("keine").has_value());
  CHECK_FALSE(share_named("Drittel der KMU").has_value());
}

TEST_CASE("amounts read number words") {
  CHECK(read_factor("Vervierfachung", NumberFormat::undeclared).value == Number(4));
  CHECK(read_percent("ein Drittel", NumberFormat::german).value == fraction(1, 3));
  CHECK(read_quantity("alle", NumberFormat::undeclared).value == Quantity{Number(100), "%"});
  CHECK(read_quantity("Netto-Null", NumberFormat::undeclared).value == Quantity{Number(0), ""});
  CHECK_FALSE(read_quantity("deutlich mehr", NumberFormat::undeclared).is_ok);
  CHECK_FALSE(read_number("ein Drittel", NumberFormat::undeclared).is_ok);
}
