// Printing dates in English and German.
#include <catch2/catch.hpp>

#include "values/calendar.hpp"

using roadlint::CalendarPeriod;
using roadlint::date_text;
using roadlint::day_number;

TEST_CASE("dates are written as precisely as they are known") {
  CHECK(date_text("2026-06-29", "en") == "29 June 2026");
  CHECK(date_text("2026-06-09", "en") == "9 June 2026");
  CHECK(date_text("2026-06-09", "de") == "09.06.2026");
  CHECK(date_text("2028-Q4", "en") == "Q4 2028");
  CHECK(date_text("2028-Q1", "de") == "1. Quartal 2028");
  CHECK(date_text("2028-03", "en") == "March 2028");
  CHECK(date_text("2028-12", "de") == "Dezember 2028");
  CHECK(date_text("2028", "en") == "2028");
  CHECK(date_text("2028", "de") == "2028");
}

TEST_CASE("what is no date stays as it is") {
  CHECK(date_text("soon", "de") == "soon");
  CHECK(date_text("2026-06-2x", "de") == "2026-06-2x");
  CHECK(date_text("2026-02-30", "en") == "2026-02-30");
  CHECK(date_text("", "en").empty());
}

TEST_CASE("a period of days names the first and the last") {
  const CalendarPeriod period = {day_number(2028, 2, 27).value(), day_number(2028, 3, 2).value(),
                                 roadlint::DatePrecision::day};
  CHECK(date_text(period, "en") == "27 February 2028–2 March 2028");
  CHECK(date_text(period, "de") == "27.02.2028–02.03.2028");
}
