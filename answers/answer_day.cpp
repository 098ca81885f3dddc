// Days as people write them: see answer.hpp.
#include <algorithm>
#include <array>
#include <charconv>

#include "answers/answer.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace roadlint::answers {
namespace {

/// Beginnings of the names of months, German and English, each of which no other month has.
constexpr std::array<std::array<std::string_view, 3>, 12> month_beginnings = {{{"jan", "jän"},
                                                                               {"feb"},
                                                                               {"mar", "mär", "maer"},
                                                                               {"apr"},
                                                                               {"mai", "may"},
                                                                               {"jun"},
                                                                               {"jul"},
                                                                               {"aug"},
                                                                               {"sep"},
                                                                               {"okt", "oct"},
                                                                               {"nov"},
                                                                               {"dez", "dec"}}};

/// 1 to 12; nothing for other words.
std::optional<int> month_of(std::string_view word) {
  for (std::size_t month = 0; month < month_beginnings.size(); ++month) {
    for (const std::string_view beginning : month_beginnings[month]) {
      if (!beginning.empty() && word.starts_with(beginning)) return static_cast<int>(month + 1);
    }
  }
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

std::optional<int> number_of(std::string_view word) {
  const bool has_digits = !word.empty() && word.size() <= 4 && std::ranges::all_of(word, [](char character) {
    return character >= '0' && character <= '9';
  });
  return has_digits ? month_of(word) : std::nullopt;
}

/// "31.12.2026" and "31. Dezember 2026" in three words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char character : lower_case(text)) {
    const bool separates = character == '.' || character == ' ';
    if (!separates) words.back() += character;
    if (separates && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

std::optional<DayNumber> read_answer_day(std::string_view text) {
  const std::string_view trimmed = utf8::trimmed(text);
  if (const auto period = read_calendar_period(trimmed)) return period->last;
  const std::vector<std::string> words = words_of(trimmed);
  constexpr std::size_t year_digits = 4;
  if (words.size() != 3 || words[2].size() != year_digits) return std::nullopt;
  const auto day = number_of(words[0]);
  const auto month = month_of(words[1]);
  const auto year = number_of(words[2]);
  return day && month && year ? day_number(*year, *month, *day) : std::nullopt;
}

}  // namespace roadlint::answers
