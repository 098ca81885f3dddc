// Calendar dates as periods: reading, printing and moving them. Day arithmetic is std::chrono's Gregorian calendar.
#include "values/calendar.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>

namespace roadlint {
namespace {

namespace chrono = std::chrono;

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr int months_per_year = 12;
constexpr int longest_month = 31;

DayNumber day_of(chrono::year_month_day date) {
  return static_cast<DayNumber>(chrono::sys_days(date).time_since_epoch().count());
}

chrono::year_month_day date_of(DayNumber day) { return chrono::sys_days(chrono::days(day)); }

/// The first day of a month; `month_index` counts months from January of year 0.
DayNumber first_day_of_month(int month_index) {
  const chrono::year year(month_index / months_per_year);
  const chrono::month month(static_cast<unsigned>(month_index % months_per_year + 1));
  return day_of(year / month / 1);
}

/// The period of `count` months that starts with the month `month_index`.
CalendarPeriod months_period(int month_index, int count, DatePrecision precision) {
  return {first_day_of_month(month_index), first_day_of_month(month_index + count) - 1, precision};
}

/// The year, quarter, month or day in which `day` lies.
CalendarPeriod period_around(DayNumber day, DatePrecision precision) {
  const chrono::year_month_day date = date_of(day);
  const int january = static_cast<int>(date.year()) * months_per_year;
  const int month = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  switch (precision) {
    case DatePrecision::year:
      return months_period(january, months_per_year, precision);
    case DatePrecision::quarter:
      return months_period(january + month / 3 * 3, 3, precision);
    case DatePrecision::month:
      return months_period(january + month, 1, precision);
    case DatePrecision::day:
      break;
  }
  return CalendarPeriod::of_day(day);
}

/// The number that fixed-width digits write; absent when a character is no digit.
std::optional<int> fixed_digits(std::string_view text) {
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string day_text(DayNumber day) {
  const chrono::year_month_day date = date_of(day);
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

/// The day of the month is clamped: 31 January and one month is 28 or 29 February.
DayNumber plus_months(DayNumber day, std::int64_t months) {
  const chrono::year_month_day date = date_of(day);
  const chrono::year_month month = date.year() / date.month() + chrono::months(months);
  const chrono::year_month_day_last last = month / chrono::last;
  return day_of(month / std::min(date.day(), last.day()));
}

/// `wanted` when the days are exactly such a period, else a span of single days.
CalendarPeriod period_of_days(DayNumber first, DayNumber last, DatePrecision wanted) {
  const CalendarPeriod whole = period_around(first, wanted);
  if (whole.first == first && whole.last == last) return whole;
  return {first, last, DatePrecision::day};
}

}  // namespace

std::optional<DayNumber> day_number(int year, int month, int day) {
  // std::chrono keeps months and days in a byte, so that larger ones would come round to valid ones.
  const bool is_in_range = year >= first_year && year <= last_year && month >= 1 && month <= months_per_year &&
                           day >= 1 && day <= longest_month;
  if (!is_in_range) return std::nullopt;
  const chrono::year_month_day date = chrono::year(year) / month / day;
  if (!date.ok()) return std::nullopt;
  return day_of(date);
}

std::optional<CalendarPeriod> read_calendar_period(std::string_view text) {
  const bool has_length = text.size() == 4 || text.size() == 7 || text.size() == 10;
  if (!has_length || (text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
  const std::optional<int> year = fixed_digits(text.substr(0, 4));
  if (!year || *year < first_year) return std::nullopt;
  const int january = *year * months_per_year;
  if (text.size() == 4) return months_period(january, months_per_year, DatePrecision::year);
  if (text.size() == 7 && text[5] == 'Q') {
    if (text[6] < '1' || text[6] > '4') return std::nullopt;
    return months_period(january + (text[6] - '1') * 3, 3, DatePrecision::quarter);
  }
  const std::optional<int> month = fixed_digits(text.substr(5, 2));
  if (!month || *month < 1 || *month > months_per_year) return std::nullopt;
  if (text.size() == 7) return months_period(january + *month - 1, 1, DatePrecision::month);
  const std::optional<int> day = fixed_digits(text.substr(8, 2));
  const std::optional<DayNumber> number = day ? day_number(*year, *month, *day) : std::nullopt;
  if (!number) return std::nullopt;
  return CalendarPeriod::of_day(*number);
}

std::string calendar_text(const CalendarPeriod& period) {
  const CalendarPeriod shown = period_of_days(period.first, period.last, period.precision);
  const std::string first = day_text(shown.first);
  switch (shown.precision) {
    case DatePrecision::year:
      return first.substr(0, 4);
    case DatePrecision::quarter: {
      const unsigned month = static_cast<unsigned>(date_of(shown.first).month());
      return first.substr(0, 4) + "-Q" + std::to_string((month + 2) / 3);
    }
    case DatePrecision::month:
      return first.substr(0, 7);
    case DatePrecision::day:
      break;
  }
  return shown.first == shown.last ? first : first + "/" + day_text(shown.last);
}

int year_of(DayNumber day) { return static_cast<int>(date_of(day).year()); }

DayNumber today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  return day_number(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(0);
}

Duration time_between(const CalendarPeriod& earlier, const CalendarPeriod& later) {
  return {0, std::int64_t{later.first} - earlier.last, std::int64_t{later.last} - earlier.first};
}

std::optional<CalendarPeriod> moved(const CalendarPeriod& period, const Duration& duration, int sign) {
  // Longer durations leave the calendar from anywhere in it; refusing them first keeps the sums below from overflowing.
  constexpr std::int64_t longest_months = std::int64_t{last_year} * months_per_year;
  constexpr std::int64_t longest_days = std::int64_t{last_year} * 366;
  const auto is_within = [](std::int64_t value, std::int64_t bound) { return value >= -bound && value <= bound; };
  if (!is_within(duration.months, longest_months) || !is_within(duration.shortest_days, longest_days) ||
      !is_within(duration.longest_days, longest_days)) {
    return std::nullopt;
  }
  const std::int64_t months = sign < 0 ? -duration.months : duration.months;
  const std::int64_t first_days = sign < 0 ? -duration.longest_days : duration.shortest_days;
  const std::int64_t last_days = sign < 0 ? -duration.shortest_days : duration.longest_days;
  // A whole month stays a whole month: its end moves as the first day that no longer belongs to it.
  const int beyond = period.precision == DatePrecision::day ? 0 : 1;
  const std::int64_t first = plus_months(period.first, months) + first_days;
  const std::int64_t last = plus_months(period.last + beyond, months) - beyond + last_days;
  const std::int64_t least = day_of(chrono::year(first_year) / 1 / 1);
  const std::int64_t greatest = day_of(chrono::year(last_year) / 12 / 31);
  if (first < least || last > greatest || first > last) return std::nullopt;
  return period_of_days(static_cast<DayNumber>(first), static_cast<DayNumber>(last), period.precision);
}

}  // namespace roadlint
