#include <catch2/catch.hpp>
#include <string_view>

#include "answers/answer.hpp"

using namespace roadlint;
using answers::read_answer_day;

TEST_CASE("days are read as people write them") {
  const auto new_years_eve = day_number(2026, 12, 31);
  for (const std::string_view text : {"2026-12-31",
                                      "31.12.2026",
                                      " 31. 12. 2026 ",
                                      "31.12.26",
                                      "31. Dezember 2026",
                                      "31. Dez. 2026",
                                      "31 December 2026",
                                      "31 dec 2026",
                                      "December 31, 2026",
                                      "31.\u00A0Dezember 2026",
                                      "2026-12-31 00:00:00",
                                      "2026-12-31T00:00:00",
                                      "31.12.2026 00:00:00",
                                      "2026-12",
                                      "2026-Q4",
                                      "2026",
                                      "Dezember 2026",
                                      "12/2026",
                                      "Q4 2026",
                                      "Q4/2026",
                                      "4. Quartal 2026"}) {
    CAPTURE(text);
    CHECK(read_answer_day(text) == new_years_eve);
  }
  CHECK(read_answer_day("1. März 2027") == day_number(2027, 3, 1));
  CHECK(read_answer_day("1.3.2027") == day_number(2027, 3, 1));
  CHECK(read_answer_day("2. Jänner 2027") == day_number(2027, 1, 2));
}

TEST_CASE("what could be two days, or none, is no day") {
  for (const std::string_view text : {"",
                                      "soon",
                                      "01/02/2026",
                                      "1/2/26",
                                      "30.2.2026",
                                      "31.13.2026",
                                      "31.12.",
                                      "1. Foo 2026",
                                      "1. Decision 2027",
                                      "31. Marketing 2026",
                                      "1. Augenblick 2027",
                                      "5. Quartal 2026",
                                      "Q5 2026",
                                      "13/2026",
                                      "99999999999.1.2026",
                                      "31.12.2026.1",
                                      "-1.1.2026",
                                      "31.12.226",
                                      "31.12.99",
                                      "2026-12-31 18:30"}) {
    CAPTURE(text);
    CHECK_FALSE(read_answer_day(text).has_value());
  }
}
