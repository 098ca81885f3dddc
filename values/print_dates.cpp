// Prints dates for people: in German for "de" and in English for every other language.
#include <array>

#include "values/calendar.hpp"

namespace roadlint {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months english_months = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr Months german_months = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                  "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

/// Of dates as calendar_text writes them.
constexpr std::size_t year_length = 4;
constexpr std::size_t month_offset = 5;
constexpr std::size_t month_length = 7;
constexpr std::size_t day_offset = 8;
constexpr std::size_t day_length = 10;

/// The number of one or two digits at an offset.
std::size_t number_at(std::string_view date, std::size_t offset) {
  std::size_t number = 0;
  for (; offset < date.size() && date[offset] >= '0' && date[offset] <= '9'; ++offset) {
    number = number * 10 + static_cast<std::size_t>(date[offset] - '0');
  }
  return number;
}

std::string_view month_name(std::string_view date, bool is_german) {
  return (is_german ? german_months : english_months).at(number_at(date, month_offset) - 1);
}

/// Of "2028-Q4".
std::string quarter_text(std::string_view date, bool is_german) {
  const std::string year(date.substr(0, year_length));
  const std::string quarter(date.substr(month_length - 1));
  return is_german ? quarter + ". Quartal " + year : std::string("Q") + quarter + " " + year;
}

/// Of "2028-06".
std::string month_text(std::string_view date, bool is_german) {
  return std::string(month_name(date, is_german)) + " " + std::string(date.substr(0, year_length));
}

/// Of "2028-06-30".
std::string day_text(std::string_view date, bool is_german) {
  const std::string year(date.substr(0, year_length));
  if (is_german) {
    return std::string(date.substr(day_offset, 2)) + "." + std::string(date.substr(month_offset, 2)) + "." + year;
  }
  return std::to_string(number_at(date, day_offset)) + " " + month_text(date, is_german);
}

}  // namespace

std::string date_text(const CalendarPeriod& period, std::string_view language) {
  const bool is_german = language == "de";
  std::string date = calendar_text(period);
  if (date.size() == year_length) return date;
  if (date.size() == month_length) {
    return date[month_offset] == 'Q' ? quarter_text(date, is_german) : month_text(date, is_german);
  }
  const std::string first = day_text(date, is_german);
  return date.size() == day_length ? first : first + "–" + day_text(date.substr(day_length + 1), is_german);
}

std::string date_text(std::string_view date, std::string_view language) {
  const auto period = read_calendar_period(date);
  return period ? date_text(*period, language) : std::string(date);
}

}  // namespace roadlint
