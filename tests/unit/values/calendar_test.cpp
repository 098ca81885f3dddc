// Calendar periods: reading, printing, moving, and the time between two of them.
#include "values/calendar.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

using roadlint::CalendarPeriod;
using roadlint::DatePrecision;
using roadlint::DayNumber;
using roadlint::Duration;

namespace {

CalendarPeriod period(std::string_view text) {
  const std::optional<CalendarPeriod> read = roadlint::read_calendar_period(text);
  INFO(text);
  REQUIRE(read.has_value());
  return *read;
}

DayNumber day(int year, int month, int day_of_month) {
  const std::optional<DayNumber> number = roadlint::day_number(year, month, day_of_month);
  REQUIRE(number.has_value());
  return *number;
}

/// The text of the period moved, or "absent".
std::string moved_text(std::string_view text, const Duration& duration, int sign = 1) {
  const std::optional<CalendarPeriod> result = roadlint::moved(period(text), duration, sign);
  return result ? roadlint::calendar_text(*result) : "absent";
}

}  // namespace

TEST_CASE("days are counted from 1970 in the Gregorian calendar") {
  CHECK(day(1970, 1, 1) == 0);
  CHECK(day(1969, 12, 31) == -1);
  CHECK(day(2000, 3, 1) == 11017);
  CHECK(day(1, 1, 1) == -719162);
  CHECK(day(9999, 12, 31) == 2932896);
}

TEST_CASE("days that do not exist are absent") {
  CHECK(roadlint::day_number(2028, 2, 29).has_value());
  CHECK(roadlint::day_number(2000, 2, 29).has_value());
  CHECK_FALSE(roadlint::day_number(2027, 2, 29).has_value());
  CHECK_FALSE(roadlint::day_number(2100, 2, 29).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 2, 30).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 4, 31).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 13, 1).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 0, 1).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 1, 0).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 1, -1).has_value());
  CHECK_FALSE(roadlint::day_number(2028, 1, 257).has_value());
  CHECK_FALSE(roadlint::day_number(0, 1, 1).has_value());
  CHECK_FALSE(roadlint::day_number(10000, 1, 1).has_value());
}

TEST_CASE("a date is the period that it names") {
  CHECK(period("2028") == CalendarPeriod{day(2028, 1, 1), day(2028, 12, 31), DatePrecision::year});
  CHECK(period("2028-Q1") == CalendarPeriod{day(2028, 1, 1), day(2028, 3, 31), DatePrecision::quarter});
  CHECK(period("2028-Q2") == CalendarPeriod{day(2028, 4, 1), day(2028, 6, 30), DatePrecision::quarter});
  CHECK(period("2028-Q3") == CalendarPeriod{day(2028, 7, 1), day(2028, 9, 30), DatePrecision::quarter});
  CHECK(period("2028-Q4") == CalendarPeriod{day(2028, 10, 1), day(2028, 12, 31), DatePrecision::quarter});
  CHECK(period("2028-02") == CalendarPeriod{day(2028, 2, 1), day(2028, 2, 29), DatePrecision::month});
  CHECK(period("2027-02") == CalendarPeriod{day(2027, 2, 1), day(2027, 2, 28), DatePrecision::month});
  CHECK(period("2028-06-30") == CalendarPeriod::of_day(day(2028, 6, 30)));
  CHECK(period("0001") == CalendarPeriod{day(1, 1, 1), day(1, 12, 31), DatePrecision::year});
  CHECK(period("9999-12").last == day(9999, 12, 31));
}

TEST_CASE("anything else is no date") {
  for (const char* text :
       {"",           "28",         "202",        "20280",      "0000",       "2028-",      "2028-Q",      "2028-Q0",
        "2028-Q5",    "2028-q4",    "2028 Q4",    "2028Q4",     "2028-6",     "2028-00",    "2028-13",     "2028-06-31",
        "2028-06-00", "2027-02-29", "2028/06/30", "2028-06/30", "30.06.2028", "2028-06-3",  "2028-06-300", " 2028",
        "2028 ",      "-028",       "+028",       "2028-+6",    "2028-Q4-1",  "2028-Q4-01", "20a8"}) {
    INFO(text);
    CHECK_FALSE(roadlint::read_calendar_period(text).has_value());
  }
}

TEST_CASE("a period prints as it would be written") {
  for (const char* text : {"2028", "0007", "2028-Q1", "2028-Q4", "2028-06", "2028-12", "2028-06-30", "0001-01-01"}) {
    CHECK(roadlint::calendar_text(period(text)) == text);
  }
  CHECK(roadlint::calendar_text({day(2028, 1, 30), day(2028, 2, 2), DatePrecision::day}) == "2028-01-30/2028-02-02");
}

TEST_CASE("the year of a day is known to its first and last day") {
  CHECK(roadlint::year_of(day(2028, 1, 1)) == 2028);
  CHECK(roadlint::year_of(day(2027, 12, 31)) == 2027);
  CHECK(roadlint::year_of(day(1969, 12, 31)) == 1969);
}

TEST_CASE("today is a day of this century") { CHECK(roadlint::today() > day(2020, 1, 1)); }

TEST_CASE("months clamp a day to the end of a shorter month") {
  CHECK(moved_text("2027-01-31", Duration::of_months(1)) == "2027-02-28");
  CHECK(moved_text("2028-01-31", Duration::of_months(1)) == "2028-02-29");
  CHECK(moved_text("2028-02-29", Duration::of_months(12)) == "2029-02-28");
  CHECK(moved_text("2028-03-31", Duration::of_months(1), -1) == "2028-02-29");
  CHECK(moved_text("2028-05-15", Duration::of_months(-7)) == "2027-10-15");
  CHECK(moved_text("2028-12-31", Duration::of_months(14)) == "2030-02-28");
}

TEST_CASE("whole periods stay whole when months move them") {
  CHECK(moved_text("2028", Duration::of_months(24)) == "2030");
  CHECK(moved_text("2028-06", Duration::of_months(1)) == "2028-07");
  CHECK(moved_text("2028-01", Duration::of_months(1)) == "2028-02");
  CHECK(moved_text("2028-02", Duration::of_months(1), -1) == "2028-01");
  CHECK(moved_text("2028-Q4", Duration::of_months(3)) == "2029-Q1");
  CHECK(moved_text("2028-Q4", Duration::of_months(1)) == "2028-11-01/2029-01-31");
  CHECK(roadlint::moved(period("2028"), Duration::of_months(12), 1) == period("2029"));
}

TEST_CASE("days move a period and a range of days widens it") {
  CHECK(moved_text("2028-02-28", Duration::of_days(2)) == "2028-03-01");
  CHECK(moved_text("2028-03-01", Duration::of_days(1), -1) == "2028-02-29");
  CHECK(moved_text("2028-03-01", Duration{0, 1, 3}) == "2028-03-02/2028-03-04");
  CHECK(moved_text("2028-03-10", Duration{0, 1, 3}, -1) == "2028-03-07/2028-03-09");
  CHECK(moved_text("2028-01-31", Duration{1, 1, 1}) == "2028-03-01");
  CHECK(moved_text("2028-06", Duration::of_days(30)) == "2028-07-01/2028-07-30");
}

TEST_CASE("a period does not leave the calendar") {
  CHECK(moved_text("9999-12-31", Duration::of_days(1)) == "absent");
  CHECK(moved_text("9999-12", Duration::of_months(0)) == "9999-12");
  CHECK(moved_text("9999-11", Duration::of_months(1)) == "9999-12");
  CHECK(moved_text("9999", Duration::of_months(1)) == "absent");
  CHECK(moved_text("0001-01-01", Duration::of_days(1), -1) == "absent");
  CHECK(moved_text("0001-02", Duration::of_months(1), -1) == "0001-01");
  CHECK(moved_text("0001-01-01", Duration::of_months(9999 * 12 - 1)) == "9999-12-01");
  CHECK(moved_text("2028", Duration::of_months(INT64_MAX)) == "absent");
  CHECK(moved_text("2028", Duration::of_months(INT64_MIN), -1) == "absent");
  CHECK(moved_text("2028", Duration::of_days(INT64_MIN), -1) == "absent");
}

TEST_CASE("the time between two periods is what both allow") {
  CHECK(roadlint::time_between(period("2028-06-01"), period("2028-06-30")) == Duration::of_days(29));
  CHECK(roadlint::time_between(period("2028-06-30"), period("2028-06-01")) == Duration::of_days(-29));
  CHECK(roadlint::time_between(period("2027"), period("2028")) == Duration{0, 1, 730});
  CHECK(roadlint::time_between(period("2028-06"), period("2028-06")) == Duration{0, -29, 29});
}
