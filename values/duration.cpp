// Durations: whole months and days are kept apart, because a month has no fixed number of days; the range of days that
// a number of months can have is taken from the Gregorian calendar's 400-year cycle.
#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <string>

#include "base/utf8.hpp"
#include "values/amounts.hpp"
#include "values/ascii.hpp"
#include "values/calendar.hpp"

namespace roadlint {
namespace {

constexpr std::int64_t months_per_year = 12;
constexpr std::int64_t days_per_week = 7;
constexpr std::size_t months_per_cycle = 4800;
constexpr std::int64_t days_per_cycle = 146'097;
/// Enough for any period of the calendar, and few enough that nothing overflows.
constexpr std::size_t longest_count = 7;

/// The bound in the direction of the overflow stands for any longer time.
std::int64_t saturated_sum(std::int64_t left, std::int64_t right) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(left, right, &sum)) return sum;
  return left < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

std::int64_t saturated_product(std::int64_t left, std::int64_t right) {
  std::int64_t product = 0;
  if (!__builtin_mul_overflow(left, right, &product)) return product;
  return (left < 0) != (right < 0) ? std::numeric_limits<std::int64_t>::min()
                                   : std::numeric_limits<std::int64_t>::max();
}

std::int64_t negated(std::int64_t value) { return saturated_product(value, -1); }

using MonthStarts = std::array<std::int32_t, 2 * months_per_cycle>;

/// The first day of every month of two cycles.
MonthStarts make_month_starts() {
  namespace chrono = std::chrono;
  MonthStarts starts = {};
  chrono::year_month month = chrono::year(2000) / 1;
  for (std::int32_t& start : starts) {
    start = static_cast<std::int32_t>(chrono::sys_days(month / 1).time_since_epoch().count());
    month += chrono::months(1);
  }
  return starts;
}

/// The fewest and the most days of `months` (below one cycle) consecutive months. Days that are clamped to the end of a
/// shorter month add nothing: they lie between the distances of two neighbouring month starts.
DayRange days_of_months(std::size_t months) {
  static const MonthStarts starts = make_month_starts();
  DayRange range = {std::numeric_limits<std::int64_t>::max(), 0};
  for (std::size_t start = 0; start < months_per_cycle; ++start) {
    const std::int64_t days = starts[start + months] - starts[start];
    range.least = std::min(range.least, days);
    range.greatest = std::max(range.greatest, days);
  }
  return range;
}

enum class DurationUnit : std::uint8_t { day, week, month, year };

struct UnitWord {
  std::string_view word;
  DurationUnit unit;
};

constexpr std::array<UnitWord, 19> unit_words = {{
    {"day", DurationUnit::day},      {"days", DurationUnit::day},      {"tag", DurationUnit::day},
    {"tage", DurationUnit::day},     {"tagen", DurationUnit::day},     {"week", DurationUnit::week},
    {"weeks", DurationUnit::week},   {"woche", DurationUnit::week},    {"wochen", DurationUnit::week},
    {"month", DurationUnit::month},  {"months", DurationUnit::month},  {"monat", DurationUnit::month},
    {"monate", DurationUnit::month}, {"monaten", DurationUnit::month}, {"year", DurationUnit::year},
    {"years", DurationUnit::year},   {"jahr", DurationUnit::year},     {"jahre", DurationUnit::year},
    {"jahren", DurationUnit::year},
}};

Duration duration_of(std::int64_t count, DurationUnit unit) {
  switch (unit) {
    case DurationUnit::day:
      break;
    case DurationUnit::week:
      return Duration::of_days(count * days_per_week);
    case DurationUnit::month:
      return Duration::of_months(count);
    case DurationUnit::year:
      return Duration::of_months(count * months_per_year);
  }
  return Duration::of_days(count);
}

struct UnitNames {
  std::string_view english_one, english_many, german_one, german_many;

  [[nodiscard]] std::string_view of(std::int64_t count, bool is_german) const {
    const bool is_one = count == 1 || count == -1;
    if (is_german) return is_one ? german_one : german_many;
    return is_one ? english_one : english_many;
  }
};

constexpr UnitNames day_names = {"day", "days", "Tag", "Tage"};
constexpr UnitNames month_names = {"month", "months", "Monat", "Monate"};
constexpr UnitNames year_names = {"year", "years", "Jahr", "Jahre"};

std::string months_text(std::int64_t months, std::string_view language) {
  const bool is_years = months % months_per_year == 0;
  const std::int64_t count = is_years ? months / months_per_year : months;
  const UnitNames& names = is_years ? year_names : month_names;
  return number_text(count, language) + " " + std::string(names.of(count, language == "de"));
}

std::string days_text(const Duration& duration, std::string_view language) {
  std::string text = number_text(duration.shortest_days, language);
  if (duration.shortest_days != duration.longest_days) {
    text += language == "de" ? " bis " : " to ";
    text += number_text(duration.longest_days, language);
  }
  return text + " " + std::string(day_names.of(duration.longest_days, language == "de"));
}

}  // namespace

Duration operator+(const Duration& left, const Duration& right) {
  return {saturated_sum(left.months, right.months), saturated_sum(left.shortest_days, right.shortest_days),
          saturated_sum(left.longest_days, right.longest_days)};
}

Duration Duration::times(std::int64_t count) const {
  const std::int64_t first = saturated_product(shortest_days, count);
  const std::int64_t second = saturated_product(longest_days, count);
  return {saturated_product(months, count), std::min(first, second), std::max(first, second)};
}

Duration operator-(const Duration& left, const Duration& right) {
  return left + Duration{negated(right.months), negated(right.longest_days), negated(right.shortest_days)};
}

DayRange day_range(const Duration& duration) {
  const std::int64_t months = duration.months < 0 ? negated(duration.months) : duration.months;
  const std::int64_t cycles = months / static_cast<std::int64_t>(months_per_cycle);
  DayRange range = days_of_months(static_cast<std::size_t>(months) % months_per_cycle);
  range.least = saturated_sum(range.least, saturated_product(cycles, days_per_cycle));
  range.greatest = saturated_sum(range.greatest, saturated_product(cycles, days_per_cycle));
  if (duration.months < 0) range = {-range.greatest, -range.least};
  return {saturated_sum(range.least, duration.shortest_days), saturated_sum(range.greatest, duration.longest_days)};
}

std::optional<int> compare(const Duration& left, const Duration& right) {
  // What both have in common cancels out first, so that "1 month and 3 days" is less than "1 month and 5 days".
  const DayRange difference = day_range(left - right);
  if (difference.least > 0) return 1;
  if (difference.greatest < 0) return -1;
  if (difference.least == 0 && difference.greatest == 0) return 0;
  return std::nullopt;
}

std::optional<Duration> read_duration(std::string_view text) {
  text = utf8::trimmed(text);
  const std::string_view digits = ascii::leading_digits(text);
  if (digits.empty() || digits.size() > longest_count) return std::nullopt;
  std::int64_t count = 0;
  for (const char digit : digits) count = count * 10 + (digit - '0');
  const std::string_view word = utf8::trimmed(text.substr(digits.size()));
  const auto* const found = std::find_if(unit_words.begin(), unit_words.end(), [&](const UnitWord& candidate) {
    return ascii::equals_ignoring_case(word, candidate.word);
  });
  if (found == unit_words.end()) return std::nullopt;
  return duration_of(count, found->unit);
}

std::string duration_text(const Duration& duration, std::string_view language) {
  const bool has_days = duration.shortest_days != 0 || duration.longest_days != 0;
  if (duration.months == 0) return days_text(duration, language);
  if (!has_days) return months_text(duration.months, language);
  const std::string_view conjunction = language == "de" ? " und " : " and ";
  return months_text(duration.months, language) + std::string(conjunction) + days_text(duration, language);
}

}  // namespace roadlint
