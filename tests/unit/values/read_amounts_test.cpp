// Reading amounts: what each format accepts, and that nothing is read that two readers would understand differently.
#include <catch2/catch.hpp>
#include <string>

#include "values/amounts.hpp"

using roadlint::Money;
using roadlint::Number;
using roadlint::NumberFormat;
using roadlint::ReadProblem;
using roadlint::ReadResult;

namespace {

constexpr NumberFormat undeclared = NumberFormat::undeclared;
constexpr NumberFormat german = NumberFormat::german;
constexpr NumberFormat english = NumberFormat::english;

std::string problem_text(ReadProblem problem) {
  switch (problem) {
    case ReadProblem::not_this_type:
      return "not this type";
    case ReadProblem::ambiguous:
      return "ambiguous";
    case ReadProblem::too_many_digits:
      return "too many digits";
    case ReadProblem::missing_currency:
      return "missing currency";
    case ReadProblem::invalid_percent:
      return "invalid percent";
  }
  return "";
}

/// Each reader's result as text: the exact value, or the problem.
std::string number(std::string_view text, NumberFormat format = undeclared) {
  const ReadResult<Number> read = roadlint::read_number(text, format);
  return read.is_ok ? read.value.exact_text() : problem_text(read.problem);
}

std::string money(std::string_view text, NumberFormat format = undeclared) {
  const ReadResult<Money> read = roadlint::read_money(text, format);
  if (!read.is_ok) return problem_text(read.problem);
  return read.value.amount.exact_text() + " " + std::string(read.value.currency.text());
}

std::string percent(std::string_view text, NumberFormat format = undeclared) {
  const ReadResult<Number> read = roadlint::read_percent(text, format);
  return read.is_ok ? read.value.exact_text() : problem_text(read.problem);
}

std::string factor(std::string_view text, NumberFormat format = undeclared) {
  const ReadResult<Number> read = roadlint::read_factor(text, format);
  return read.is_ok ? read.value.exact_text() : problem_text(read.problem);
}

/// "amount|unit".
std::string quantity(std::string_view text, NumberFormat format = undeclared) {
  const ReadResult<roadlint::Quantity> read = roadlint::read_quantity(text, format);
  return read.is_ok ? read.value.amount.exact_text() + "|" + read.value.unit : problem_text(read.problem);
}

}  // namespace

TEST_CASE("plain numbers are read in every format") {
  for (const NumberFormat format : {undeclared, german, english}) {
    CHECK(number("4000", format) == "4000");
    CHECK(number("-3", format) == "-3");
    CHECK(number("\u22123", format) == "-3");
    CHECK(number("+3", format) == "3");
    CHECK(number("  7\u00A0", format) == "7");
    CHECK(number("0", format) == "0");
    CHECK(number("007", format) == "7");
  }
}

TEST_CASE("an undeclared format is clear when the separators prove it") {
  CHECK(number("1,5") == "1.5");
  CHECK(number("1.5") == "1.5");
  CHECK(number("1.234,56") == "1234.56");
  CHECK(number("1,234.56") == "1234.56");
  CHECK(number("1.234.567") == "1234567");
  CHECK(number("1,234,567") == "1234567");
  CHECK(number("1.234.567,891") == "1234567.891");
  CHECK(number("1,234,567.8") == "1234567.8");
  CHECK(number("0.125") == "0.125");
  CHECK(number("0,125") == "0.125");
  CHECK(number("1234.567") == "1234.567");
  CHECK(number("1.2345") == "1.2345");
  CHECK(number("12,34") == "12.34");
}

TEST_CASE("one separator before three digits is ambiguous") {
  for (const char* text : {"4.000", "4,000", "18,500", "123.456", "-4.000", "1.500 Mio.", "4.000e3"}) {
    INFO(text);
    CHECK(number(text) == "ambiguous");
  }
  CHECK(money("4.000 EUR") == "ambiguous");
  CHECK(percent("12,500 %") == "ambiguous");
  CHECK(factor("x1.500") == "ambiguous");
  CHECK(quantity("4.000 MW") == "ambiguous");
}

TEST_CASE("a declared format settles what is ambiguous") {
  CHECK(number("4.000", german) == "4000");
  CHECK(number("4.000", english) == "4");
  CHECK(number("4,000", german) == "4");
  CHECK(number("4,000", english) == "4000");
  CHECK(number("18,500", english) == "18500");
  CHECK(number("1.234,5", german) == "1234.5");
  CHECK(number("1,234.5", english) == "1234.5");
  CHECK(money("4.000 EUR", german) == "4000 EUR");
  CHECK(quantity("4,000 MW", english) == "4000|MW");
}

TEST_CASE("a declared format refuses the other one's spelling") {
  CHECK(number("1.5", german) == "not this type");
  CHECK(number("1,5", english) == "not this type");
  CHECK(number("1,234.5", german) == "not this type");
  CHECK(number("1.234,5", english) == "not this type");
  CHECK(number("0.500", german) == "not this type");
  CHECK(number("0,500", english) == "not this type");
  CHECK(number("1234.567", german) == "not this type");
}

TEST_CASE("blanks and apostrophes group thousands") {
  CHECK(number("4 000") == "4000");
  CHECK(number("4\u00A0000") == "4000");
  CHECK(number("4\u202F000\u202F000") == "4000000");
  CHECK(number("4'000") == "4000");
  CHECK(number("4\u2019000\u2019000") == "4000000");
  CHECK(number("4 000,5") == "4000.5");
  CHECK(number("4 000,500") == "4000.5");
  CHECK(number("4'000.25") == "4000.25");
  CHECK(number("4 000,5", german) == "4000.5");
  CHECK(number("4'000.5", english) == "4000.5");
}

TEST_CASE("groups that are not threes or are mixed are no number") {
  for (const char* text : {"1,23,456", "1.2.3", "1.234.56", "30.06.2028", "1,234.567.890", "1'000 000", "1234 567",
                           "50 60", "4 0000", "4  000", "0.000.000", "1,5.5,5", "1.234,567,890", "1,5 000"}) {
    INFO(text);
    CHECK(number(text) == "not this type");
  }
}

TEST_CASE("what is not wholly a number is no number") {
  for (const char* text :
       {"",     " ",  "abc", "-",  "+",   ".5",  ",5",         "5.", "5,",    "- 3",  "--3",    "+-3", "4x",  "4 MW",
        "0x10", "1e", "1e+", "e3", "NaN", "inf", "2028-06-30", "1/", "1/6/7", "1/-6", "\u00BD", "4 m", "4 k", "4 M"}) {
    INFO(text);
    CHECK(number(text) == "not this type");
  }
}

TEST_CASE("fractions are exact and have a denominator other than zero") {
  CHECK(number("1/6") == "1/6");
  CHECK(number("-3/4") == "-0.75");
  CHECK(number("1/0") == "not this type");
  CHECK(number("1/9999") == "1/9999");
  CHECK(number("1/10000") == "too many digits");
}

TEST_CASE("exponents are read and bounded") {
  CHECK(number("2e3") == "2000");
  CHECK(number("2E+3") == "2000");
  CHECK(number("1.5e-3") == "0.0015");
  CHECK(number("1e60") == "1" + std::string(60, '0'));
  CHECK(number("1e-060") == "0." + std::string(59, '0') + "1");
  CHECK(number("1e61") == "too many digits");
  CHECK(number("1e-61") == "too many digits");
  CHECK(number("1e99999999999999999999") == "too many digits");
}

TEST_CASE("a numeral has at most sixty digits") {
  const std::string sixty(60, '7');
  CHECK(number(sixty) == sixty);
  CHECK(number(sixty + "7") == "too many digits");
  CHECK(number("0," + sixty) == "too many digits");
  CHECK(number(std::string(59, '7') + "e10") == "too many digits");
  CHECK(money(sixty + "7 EUR") == "too many digits");
}

TEST_CASE("scale words multiply") {
  CHECK(number("1,5 Mio.") == "1500000");
  CHECK(number("1,5 Mio") == "1500000");
  CHECK(number("1,5Mio.") == "1500000");
  CHECK(number("3 Millionen") == "3000000");
  CHECK(number("1.5 million") == "1500000");
  CHECK(number("2 MILLIONS") == "2000000");
  CHECK(number("18 Mrd.") == "18000000000");
  CHECK(number("18 Milliarden") == "18000000000");
  CHECK(number("18 billion") == "18000000000");
  CHECK(number("18bn") == "18000000000");
  CHECK(number("5 Tsd.") == "5000");
  CHECK(number("5 Tausend") == "5000");
  CHECK(number("5 thousand") == "5000");
  CHECK(number("2 Billionen") == "2000000000000");
  CHECK(number("2 trillion") == "2000000000000");
  CHECK(number("1,5\u00A0Mio.", german) == "1500000");
}

TEST_CASE("a billion in a German file could be either and is ambiguous") {
  CHECK(number("1 Billion", german) == "ambiguous");
  CHECK(number("2 Billionen", german) == "2000000000000");
  CHECK(number("1 billion", english) == "1000000000");
}

TEST_CASE("money needs a currency before or behind the amount") {
  CHECK(money("1,5 Mio. EUR") == "1500000 EUR");
  CHECK(money("1.5 million EUR") == "1500000 EUR");
  CHECK(money("18 Mrd. €") == "18000000000 EUR");
  CHECK(money("18 Mrd. EUR", german) == "18000000000 EUR");
  CHECK(money("EUR 300") == "300 EUR");
  CHECK(money("EUR300") == "300 EUR");
  CHECK(money("€ 1,5 Mio.") == "1500000 EUR");
  CHECK(money("300€") == "300 EUR");
  CHECK(money("300 Mio.€") == "300000000 EUR");
  CHECK(money("2 Mio. Euro") == "2000000 EUR");
  CHECK(money("5 USD") == "5 USD");
  CHECK(money("$5") == "5 USD");
  CHECK(money("-3 EUR") == "-3 EUR");
  CHECK(money("0,10 EUR") == "0.1 EUR");
  CHECK(money("4 000 EUR") == "4000 EUR");
}

TEST_CASE("what is not wholly money says why") {
  CHECK(money("4 Mio.") == "missing currency");
  CHECK(money("300") == "missing currency");
  for (const char* text : {"", "EUR", "4 Mio. eur", "4 Mio. Stück", "EUR 4 EUR", "EUR 4 Mio. USD", "4 EURO3",
                           "300 EUR pro Jahr", "ca. 300 EUR", "EURO 5", "50 %", "300 EUR 5"}) {
    INFO(text);
    CHECK(money(text) == "not this type");
  }
}

TEST_CASE("currency codes are three capital letters") {
  CHECK(roadlint::Currency::is_code("EUR"));
  CHECK_FALSE(roadlint::Currency::is_code("eur"));
  CHECK_FALSE(roadlint::Currency::is_code("EU"));
  CHECK_FALSE(roadlint::Currency::is_code("EURO"));
  CHECK_FALSE(roadlint::Currency::is_code("E1R"));
  CHECK(roadlint::Currency::of("CHF").text() == "CHF");
}

TEST_CASE("percentages become shares") {
  CHECK(percent("50 %") == "0.5");
  CHECK(percent("50%") == "0.5");
  CHECK(percent("50\u202F%") == "0.5");
  CHECK(percent("50 Prozent") == "0.5");
  CHECK(percent("50 percent") == "0.5");
  CHECK(percent("50 per cent") == "0.5");
  CHECK(percent("3,5 %") == "0.035");
  CHECK(percent("1/6") == "1/6");
  CHECK(percent("-5 %") == "-0.05");
  CHECK(percent("150 %") == "1.5");
}

TEST_CASE("a bare number is no percentage") {
  CHECK(percent("50") == "invalid percent");
  CHECK(percent("0.5") == "invalid percent");
  CHECK(percent("50 Prozentpunkte") == "not this type");
  CHECK(percent("50 %%") == "not this type");
  CHECK(percent("halbwegs") == "not this type");
  CHECK(percent("% 50") == "not this type");
}

TEST_CASE("factors are read with and without their sign") {
  for (const char* text : {"4", "x4", "X 4", "4x", "4 x", "×4", "4×", "4-fold", "4-fach", "4fach", "4-Fach"}) {
    INFO(text);
    CHECK(factor(text) == "4");
  }
  CHECK(factor("1,5") == "1.5");
  CHECK(factor("x1.5") == "1.5");
  CHECK(factor("2,5-fach") == "2.5");
}

TEST_CASE("what is not wholly a factor is refused") {
  for (const char* text : {"", "x", "x4x", "4 times", "x4 MW", "4 %", "fourfold", "xx4"}) {
    INFO(text);
    CHECK(factor(text) == "not this type");
  }
}

TEST_CASE("quantities keep their unit as written") {
  CHECK(quantity("4000") == "4000|");
  CHECK(quantity("50 %") == "50|%");
  CHECK(quantity("50%") == "50|%");
  CHECK(quantity("1,5 GW") == "1.5|GW");
  CHECK(quantity("100 Stück") == "100|Stück");
  CHECK(quantity("1,5 Mio. Fahrzeuge") == "1500000|Fahrzeuge");
  CHECK(quantity("3 Millionenstädte") == "3|Millionenstädte");
  CHECK(quantity("5 m") == "5|m");
  CHECK(quantity("20 °C") == "20|°C");
  CHECK(quantity("7 €") == "7|€");
  CHECK(quantity("3 Mio. t CO2") == "3000000|t CO2");
  CHECK(quantity("100\u00A0Projekte  pro \t Jahr ") == "100|Projekte pro Jahr");
  CHECK(quantity("10 Forschungs- und Transferzentren") == "10|Forschungs- und Transferzentren");
  CHECK(quantity("4 000 MW") == "4000|MW");
}

TEST_CASE("prose is not read as a quantity") {
  for (const char* text : {"",
                           "viele",
                           "mindestens 3",
                           "50 bis 60",
                           "50 to 60",
                           "50-60",
                           "50 – 60",
                           "3 of 5",
                           "3 und mehr",
                           "2030 100 MW",
                           "2028-06-30",
                           "30.06.2028",
                           "5, 6",
                           "5; danach mehr",
                           "5 Werke: zwei davon neu",
                           "5 Werke!",
                           "5 Werke?",
                           "10 GW bis 2030",
                           "4-fold",
                           "3 × 4",
                           "5 \"Werke\"",
                           "100 (geschätzt)",
                           "4 /Jahr"}) {
    INFO(text);
    CHECK(quantity(text) == "not this type");
  }
}

TEST_CASE("a unit has at most forty characters") {
  std::string unit;
  for (int count = 0; count < 40; ++count) unit += "ü";
  CHECK(quantity("5 " + unit) == "5|" + unit);
  CHECK(quantity("5 " + unit + "ü") == "not this type");
}

TEST_CASE("extremely long text is refused") {
  constexpr std::size_t size = 4'000'000;
  CHECK(number(std::string(size, '9')) == "too many digits");
  CHECK(number(std::string(size, ' ')) == "not this type");
  CHECK(quantity("5 " + std::string(size, 'a')) == "not this type");
  CHECK(quantity("5" + std::string(size, ' ')) == "5|");
  CHECK(money("5 " + std::string(size, 'A')) == "not this type");
  CHECK(percent("5" + std::string(size, ' ') + "%") == "0.05");
  CHECK(factor(std::string(size, 'x')) == "not this type");
  std::string grouped = "1";
  std::string blanks = "1";
  while (grouped.size() < size) {
    grouped += ".000";
    blanks += " 000";
  }
  CHECK(number(grouped) == "too many digits");
  CHECK(quantity(blanks + " MW") == "too many digits");
  CHECK(number("1e" + std::string(size, '9')) == "too many digits");
  CHECK(number("1/" + std::string(size, '9')) == "too many digits");
}

TEST_CASE("text that is not UTF-8 is no amount") {
  CHECK(number("5\xFF") == "not this type");
  CHECK(money("5 \xE2\x82") == "not this type");
  CHECK(number("\xE2\x88") == "not this type");
}
