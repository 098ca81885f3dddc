// Days as people write them: see answer.hpp.
#include <algorithm>
#include <array>
#include <charconv>

#include "answers/answer.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace roadlint::answers {
namespace {

/// The names of months in German and English, in full and short.
constexpr std::array<std::array<std::string_view, 5>, 12> month_names = {{{"januar", "jänner", "january", "jan", "jän"},
                                                                          {"februar", "february", "feb", "feber"},
                                                                          {"märz", "maerz", "march", "mar", "mär"},
                                                                          {"april", "apr"},
                                                                          {"mai", "may"},
                                                                          {"juni", "june", "jun"},
                                                                          {"juli", "july", "jul"},
                                                                          {"august", "aug"},
                                                                          {"september", "sept", "sep"},
                                                                          {"oktober", "october", "okt", "oct"},
                                                                          {"november", "nov"},
                                                                          {"dezember", "december", "dez", "dec"}}};
/// What two digits are counted from, and the last year that they can mean; no answer names a day far away.
constexpr int this_century = 2000;
constexpr int last_short_year = 60;

std::optional<int> number_of(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = error == std::errc() && end == word.data() + word.size() && number >= 0;
  return is_number ? std::optional(number) : std::nullopt;
}

std::optional<int> month_named(std::string_view word) {
  for (std::size_t month = 0; !word.empty() && month < month_names.size(); ++month) {
    if (std::ranges::find(month_names[month], word) != month_names[month].end()) return static_cast<int>(month + 1);
  }
  return std::nullopt;
}

std::optional<int> month_of(std::string_view word) {
  const auto named = month_named(word);
  return named ? named : number_of(word);
}

/// "2026" and "26".
std::optional<int> year_of(std::string_view word) {
  const auto year = number_of(word);
  if (!year || (word.size() != 4 && word.size() != 2)) return std::nullopt;
  if (word.size() == 4) return year;
  return *year <= last_short_year ? std::optional(this_century + *year) : std::nullopt;
}

/// "q4", or 4 before "quartal".
std::optional<int> quarter_of(std::string_view word) {
  if (word.starts_with('q')) word.remove_prefix(1);
  const auto quarter = number_of(word);
  return quarter && *quarter >= 1 && *quarter <= 4 ? quarter : std::nullopt;
}

/// The words between points, commas, slashes and blanks, in small letters; points may follow each other.
std::vector<std::string> words_of(std::string_view text) {
  constexpr std::string_view separators = "., /";
  std::vector<std::string> words(1);
  for (const char character : lower_case(text)) {
    const bool separates = separators.contains(character);
    if (!separates) words.back() += character;
    if (separates && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::optional<DayNumber> last_day(const std::string& period) {
  const auto read = read_calendar_period(period);
  return read ? std::optional(read->last) : std::nullopt;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "Dezember 2026", "12/2026", "Q4 2026", "4. Quartal 2026": the last day.
std::optional<DayNumber> day_of_period(const std::vector<std::string>& words) {
  const std::string& year = words.back();
  if (!year_of(year) || year.size() != 4) return std::nullopt;
  const bool is_quarter =
      words.size() == 3 ? words[1] == "quartal" || words[1] == "quarter" : words[0].starts_with('q');
  if (is_quarter) {
    const auto quarter = quarter_of(words[0]);
    return quarter ? last_day(year + "-Q" + std::to_string(*quarter)) : std::nullopt;
  }
  const auto month = words.size() == 2 ? month_of(words[0]) : std::nullopt;
  return month ? last_day(year + "-" + two_digits(*month)) : std::nullopt;
}

/// "31.12.2026", "31. Dezember 2026", "December 31, 2026". Not "01/02/2026", which means two days.
std::optional<DayNumber> day_of_words(const std::vector<std::string>& words, bool has_slashes) {
  const auto year = year_of(words[2]);
  if (!year) return std::nullopt;
  const bool begins_with_month = month_named(words[0]).has_value();
  const std::string& day_word = begins_with_month ? words[1] : words[0];
  const std::string& month_word = begins_with_month ? words[0] : words[1];
  if (has_slashes && !month_named(month_word)) return std::nullopt;
  const auto day = number_of(day_word);
  const auto month = month_of(month_word);
  return day && month ? day_number(*year, *month, *day) : std::nullopt;
}

/// Without blanks around it, with plain ones inside, and without the midnight that programs put behind a day.
std::string plain_day(std::string_view text) {
  std::string plain;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    static_cast<void>(utf8::next_code_point(text, offset));
    const std::string_view character = text.substr(begin, offset - begin);
    plain += utf8::is_blank(character) ? std::string_view(" ") : character;
  }
  plain = utf8::trimmed(plain);
  for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 00:00", "T00:00:00Z", "T00:00:00.000Z"}) {
    if (plain.ends_with(midnight)) plain.resize(plain.size() - midnight.size());
  }
  return plain;
}

}  // namespace

std::optional<DayNumber> read_answer_day(std::string_view text) {
  const std::string day = plain_day(text);
  if (const auto written = last_day(day)) return written;
  const std::vector<std::string> words = words_of(day);
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  if (const auto period = day_of_period(words)) return period;
  return words.size() == 3 ? day_of_words(words, day.find('/') != std::string::npos) : std::nullopt;
}

}  // namespace roadlint::answers
