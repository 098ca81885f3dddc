// Printing amounts in English and German.
#include <catch2/catch.hpp>

#include "values/amounts.hpp"

using roadlint::Currency;
using roadlint::Number;
using roadlint::number_text;

TEST_CASE("numbers are grouped in threes in both languages") {
  const Number number = Number::from_decimal("4000.5").value();
  CHECK(number_text(number, "en") == "4,000.5");
  CHECK(number_text(number, "de") == "4.000,5");
  CHECK(number_text(999, "en") == "999");
  CHECK(number_text(1000, "en") == "1,000");
  CHECK(number_text(123456, "de") == "123.456");
  CHECK(number_text(1234567, "en") == "1,234,567");
  CHECK(number_text(-999, "en") == "-999");
  CHECK(number_text(-1000, "en") == "-1,000");
  CHECK(number_text(-123456, "de") == "-123.456");
  CHECK(number_text(0, "de") == "0");
  CHECK(number_text(Number::power_of_ten(21), "en") == "1,000,000,000,000,000,000,000");
}

TEST_CASE("numbers have at most six places") {
  CHECK(number_text(Number::ratio(2, 3), "en") == "0.666667");
  CHECK(number_text(Number::ratio(-2, 3), "de") == "-0,666667");
  CHECK(number_text(Number::from_decimal("1234.56789").value(), "en") == "1,234.56789");
}

TEST_CASE("money has its currency behind it and at most two places") {
  CHECK(roadlint::money_text({3'000'000'000, Currency::of("EUR")}, "en") == "3,000,000,000 EUR");
  CHECK(roadlint::money_text({3'000'000'000, Currency::of("EUR")}, "de") == "3.000.000.000 EUR");
  CHECK(roadlint::money_text({Number::from_decimal("1234.565").value(), Currency::of("USD")}, "en") == "1,234.57 USD");
  CHECK(roadlint::money_text({Number::from_decimal("-0.5").value(), Currency::of("EUR")}, "de") == "-0,5 EUR");
}

TEST_CASE("shares print as percentages") {
  CHECK(roadlint::percent_text(Number::ratio(1, 2), "en") == "50 %");
  CHECK(roadlint::percent_text(Number::ratio(1, 3), "en") == "33.33 %");
  CHECK(roadlint::percent_text(Number::ratio(1, 3), "de") == "33,33 %");
  CHECK(roadlint::percent_text(Number(12), "de") == "1.200 %");
}

TEST_CASE("factors print with a multiplication sign") {
  CHECK(roadlint::factor_text(4, "en") == "×4");
  CHECK(roadlint::factor_text(Number::ratio(5, 2), "de") == "×2,5");
}

TEST_CASE("quantities print with their unit if they have one") {
  CHECK(roadlint::quantity_text({50, "%"}, "en") == "50 %");
  CHECK(roadlint::quantity_text({Number::ratio(3, 2), "GW"}, "en") == "1.5 GW");
  CHECK(roadlint::quantity_text({Number::ratio(3, 2), "GW"}, "de") == "1,5 GW");
  CHECK(roadlint::quantity_text({4000, ""}, "en") == "4,000");
}
