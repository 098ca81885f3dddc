// Dates with precision, and durations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roadlint {

/// Days since 1970-01-01 in the Gregorian calendar.
using DayNumber = std::int32_t;

/// The day of a calendar date; absent when there is no such day (month 13, 30 February). Years 1 to 9999.
[[nodiscard]] std::optional<DayNumber> day_number(int year, int month, int day);

enum class DatePrecision : std::uint8_t { year, quarter, month, day };

/// A date as written: the period from its first to its last day ("2028" is all of 2028).
struct CalendarPeriod {
  DayNumber first = 0;
  DayNumber last = 0;
  DatePrecision precision = DatePrecision::day;

  /// A single day.
  static CalendarPeriod of_day(DayNumber day) { return {day, day, DatePrecision::day}; }
  friend bool operator==(const CalendarPeriod&, const CalendarPeriod&) = default;
};

/// Reads `2028`, `2028-Q4`, `2028-06`, `2028-06-30`; absent for anything else and for dates that do not exist.
[[nodiscard]] std::optional<CalendarPeriod> read_calendar_period(std::string_view text);
/// The period as it would be written ("2028-Q4").
[[nodiscard]] std::string calendar_text(const CalendarPeriod& period);
/// The period as people write it: "29 June 2026", "June 2026", "Q2 2026"; in German ("de") "29.06.2026", "Juni 2026",
/// "2. Quartal 2026".
[[nodiscard]] std::string date_text(const CalendarPeriod& period, std::string_view language);
/// The same of a date as written ("2026-Q2"); what is no date stays as it is.
[[nodiscard]] std::string date_text(std::string_view date, std::string_view language);
/// Year of a day.
[[nodiscard]] int year_of(DayNumber day);
/// Today in local time: only for the default of --as-of.
[[nodiscard]] DayNumber today();

/// A length of time: whole months plus a range of days (a range because dates may be imprecise).
struct Duration {
  std::int64_t months = 0;
  std::int64_t shortest_days = 0;
  std::int64_t longest_days = 0;

  static Duration of_months(std::int64_t count) { return {count, 0, 0}; }
  static Duration of_days(std::int64_t count) { return {0, count, count}; }
  /// Repeated `count` times; a negative count turns the range of days around. Stops at the bounds of 64 bits.
  [[nodiscard]] Duration times(std::int64_t count) const;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// The time from `earlier` to `later`, as the range of days that the two periods allow.
[[nodiscard]] Duration time_between(const CalendarPeriod& earlier, const CalendarPeriod& later);
/// The period moved by a duration (`sign` +1 or -1); day-of-month is clamped to the month's length; a day range widens
/// the period. Absent when it leaves the years 1 to 9999.
[[nodiscard]] std::optional<CalendarPeriod> moved(const CalendarPeriod& period, const Duration& duration, int sign);
[[nodiscard]] Duration operator+(const Duration& left, const Duration& right);
[[nodiscard]] Duration operator-(const Duration& left, const Duration& right);

/// Least and greatest number of days that the duration can have, wherever in the 400-year cycle it starts.
struct DayRange {
  std::int64_t least = 0;
  std::int64_t greatest = 0;
};
[[nodiscard]] DayRange day_range(const Duration& duration);
/// -1, 0, 1, or absent when the two cannot be put in order (a month against 30 days). Durations without days compare
/// by months.
[[nodiscard]] std::optional<int> compare(const Duration& left, const Duration& right);

/// Reads `18 months`, `2 years`, `30 days`, `6 weeks`, and the German words (Monate, Jahre, Tage, Wochen), singular
/// or plural, any case.
[[nodiscard]] std::optional<Duration> read_duration(std::string_view text);
/// "18 months", "2 years" (12 months are printed as years), "30 days"; `language` is "en" or "de".
[[nodiscard]] std::string duration_text(const Duration& duration, std::string_view language);

}  // namespace roadlint
