// Durations: their days, order, reading and printing.
#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "values/calendar.hpp"

using roadlint::compare;
using roadlint::day_range;
using roadlint::Duration;
using roadlint::duration_text;
using roadlint::read_duration;

namespace {

void check_days(const Duration& duration, std::int64_t least, std::int64_t greatest) {
  const roadlint::DayRange range = day_range(duration);
  CHECK(range.least == least);
  CHECK(range.greatest == greatest);
}

}  // namespace

TEST_CASE("the days of a number of months depend on where they start") {
  check_days(Duration::of_months(0), 0, 0);
  check_days(Duration::of_months(1), 28, 31);
  check_days(Duration::of_months(2), 59, 62);
  check_days(Duration::of_months(3), 89, 92);
  check_days(Duration::of_months(12), 365, 366);
  check_days(Duration::of_months(48), 1460, 1461);
  check_days(Duration::of_months(96), 2921, 2922);
  check_days(Duration::of_months(4800), 146097, 146097);
  check_days(Duration::of_months(4801), 146125, 146128);
  check_days(Duration::of_months(-1), -31, -28);
}

TEST_CASE("days and months of a duration add up") {
  check_days(Duration::of_days(30), 30, 30);
  check_days(Duration{1, 2, 5}, 30, 36);
  check_days(Duration{-12, 1, 1}, -365, -364);
}

TEST_CASE("durations beyond any calendar end at the bounds") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(day_range(Duration::of_months(most)).greatest == most);
  CHECK(day_range(Duration::of_months(std::numeric_limits<std::int64_t>::min())).least == -most);
  CHECK(Duration::of_days(most) + Duration::of_days(1) == Duration::of_days(most));
  CHECK(compare(Duration::of_months(most), Duration::of_days(1)) == 1);
}

TEST_CASE("durations add and subtract, and a difference of ranges is the widest") {
  CHECK(Duration{1, 2, 3} + Duration{10, 20, 30} == Duration{11, 22, 33});
  CHECK(Duration{5, 10, 12} - Duration{2, 1, 4} == Duration{3, 6, 11});
  CHECK(Duration::of_days(3) - Duration::of_days(3) == Duration{});
}

TEST_CASE("durations without days compare by months") {
  CHECK(compare(Duration::of_months(12), Duration::of_months(12)) == 0);
  CHECK(compare(Duration::of_months(11), Duration::of_months(12)) == -1);
  CHECK(compare(Duration::of_months(13), Duration::of_months(12)) == 1);
}

TEST_CASE("months and days compare only when every month agrees") {
  CHECK(compare(Duration::of_months(1), Duration::of_days(27)) == 1);
  CHECK_FALSE(compare(Duration::of_months(1), Duration::of_days(28)).has_value());
  CHECK_FALSE(compare(Duration::of_months(1), Duration::of_days(30)).has_value());
  CHECK_FALSE(compare(Duration::of_days(31), Duration::of_months(1)).has_value());
  CHECK(compare(Duration::of_days(32), Duration::of_months(1)) == 1);
  CHECK(compare(Duration::of_months(12), Duration::of_days(367)) == -1);
  CHECK(compare(Duration::of_months(4800), Duration::of_days(146097)) == 0);
  CHECK(compare(Duration{1, 3, 3}, Duration{1, 5, 5}) == -1);
}

TEST_CASE("ranges of days compare only when they do not meet") {
  CHECK(compare(Duration{0, 1, 5}, Duration{0, 6, 9}) == -1);
  CHECK_FALSE(compare(Duration{0, 1, 6}, Duration{0, 6, 9}).has_value());
  CHECK_FALSE(compare(Duration{0, 1, 2}, Duration{0, 1, 2}).has_value());
  CHECK(compare(Duration::of_days(7), Duration::of_days(7)) == 0);
}

TEST_CASE("durations are read in English and German") {
  CHECK(read_duration("18 months") == Duration::of_months(18));
  CHECK(read_duration("1 month") == Duration::of_months(1));
  CHECK(read_duration("2 years") == Duration::of_months(24));
  CHECK(read_duration("30 days") == Duration::of_days(30));
  CHECK(read_duration("6 weeks") == Duration::of_days(42));
  CHECK(read_duration("18 Monate") == Duration::of_months(18));
  CHECK(read_duration("1 Monat") == Duration::of_months(1));
  CHECK(read_duration("2 JAHRE") == Duration::of_months(24));
  CHECK(read_duration("1 Jahr") == Duration::of_months(12));
  CHECK(read_duration("30 Tage") == Duration::of_days(30));
  CHECK(read_duration("1 Woche") == Duration::of_days(7));
  CHECK(read_duration("6 Wochen") == Duration::of_days(42));
  CHECK(read_duration(" 6\u00A0weeks ") == Duration::of_days(42));
}

TEST_CASE("anything else is no duration") {
  for (const char* text :
       {"", "months", "18", "-3 months", "1.5 years", "1,5 Jahre", "18 months ago", "18 m", "18 minutes", "two years",
        "2 years 3 months", "12345678 days", "99999999999999999999 days"}) {
    INFO(text);
    CHECK_FALSE(read_duration(text).has_value());
  }
}

TEST_CASE("durations print in both languages") {
  CHECK(duration_text(Duration::of_months(18), "en") == "18 months");
  CHECK(duration_text(Duration::of_months(18), "de") == "18 Monate");
  CHECK(duration_text(Duration::of_months(1), "en") == "1 month");
  CHECK(duration_text(Duration::of_months(1), "de") == "1 Monat");
  CHECK(duration_text(Duration::of_months(24), "en") == "2 years");
  CHECK(duration_text(Duration::of_months(12), "de") == "1 Jahr");
  CHECK(duration_text(Duration::of_days(30), "en") == "30 days");
  CHECK(duration_text(Duration::of_days(1), "de") == "1 Tag");
  CHECK(duration_text(Duration::of_days(1500), "de") == "1.500 Tage");
  CHECK(duration_text(Duration::of_days(-3), "en") == "-3 days");
  CHECK(duration_text(Duration{}, "en") == "0 days");
  CHECK(duration_text(Duration{0, 1, 730}, "en") == "1 to 730 days");
  CHECK(duration_text(Duration{0, 1, 730}, "de") == "1 bis 730 Tage");
  CHECK(duration_text(Duration{14, 3, 3}, "en") == "14 months and 3 days");
  CHECK(duration_text(Duration{24, 1, 1}, "de") == "2 Jahre und 1 Tag");
}
