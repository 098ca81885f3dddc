// Reads numbers, money, percentages, factors and quantities from text. Each reader is a numeral (numeral.hpp) and a
// strict view of what may stand around it, so that prose is never taken for an amount.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "values/amounts.hpp"
#include "values/ascii.hpp"
#include "values/number_words.hpp"
#include "values/numeral.hpp"

namespace roadlint {
namespace {

constexpr std::size_t unit_code_points = 40;

struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};

constexpr std::array<CurrencySign, 3> currency_signs = {{{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}}};

std::optional<Currency> currency_named(std::string_view text) {
  if (Currency::is_code(text)) return Currency::of(text);
  if (ascii::equals_ignoring_case(text, "euro") || ascii::equals_ignoring_case(text, "euros"))
    return Currency::of("EUR");
  for (const CurrencySign& sign : currency_signs) {
    if (text == sign.sign) return Currency::of(sign.code);
  }
  return std::nullopt;
}

/// Takes a code or sign from the front of the text.
std::optional<Currency> take_leading_currency(std::string_view& text) {
  for (const CurrencySign& sign : currency_signs) {
    if (!text.starts_with(sign.sign)) continue;
    text = utf8::trimmed(text.substr(sign.sign.size()));
    return Currency::of(sign.code);
  }
  const std::string_view code = text.substr(0, 3);
  if (!Currency::is_code(code) || (text.size() > 3 && ascii::is_letter(text[3]))) return std::nullopt;
  text = utf8::trimmed(text.substr(3));
  return Currency::of(code);
}

bool is_percent_word(std::string_view text) {
  constexpr std::array<std::string_view, 4> words = {"%", "prozent", "percent", "per cent"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ascii::equals_ignoring_case(text, word); });
}

bool is_factor_ending(std::string_view text) {
  constexpr std::array<std::string_view, 6> endings = {"x", "×", "-fold", "fold", "-fach", "fach"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return ascii::equals_ignoring_case(text, ending); });
}

/// Takes `x` or `×` from the front of the text.
bool take_factor_sign(std::string_view& text) {
  for (const std::string_view sign : {std::string_view("x"), std::string_view("X"), std::string_view("×")}) {
    if (!text.starts_with(sign)) continue;
    text = utf8::trimmed(text.substr(sign.size()));
    return true;
  }
  return false;
}

/// The text without blanks at its ends and with one space for each run of blanks inside.
std::string with_folded_blanks(std::string_view text) {
  std::string folded;
  bool is_after_blank = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    static_cast<void>(utf8::next_code_point(text, offset));
    const std::string_view piece = text.substr(start, offset - start);
    if (utf8::is_blank(piece)) {
      is_after_blank = true;
      continue;
    }
    if (is_after_blank && !folded.empty()) folded += ' ';
    is_after_blank = false;
    folded += piece;
  }
  return folded;
}

/// A unit begins with a letter or a sign such as % or €, not with a dash, a quote or an operator.
bool can_begin_unit(std::string_view unit) {
  std::size_t offset = 0;
  const char32_t code_point = utf8::next_code_point(unit, offset);
  if (code_point < 0x80) return ascii::is_letter(unit[0]) || unit[0] == '%' || unit[0] == '$';
  const bool is_operator = code_point == U'×' || code_point == U'±' || code_point == U'«' || code_point == U'»' ||
                           code_point == U'÷' || code_point == U'·' || (code_point >= 0x2200 && code_point <= 0x22FF);
  const bool is_dash_or_quote = code_point >= 0x2010 && code_point <= 0x2027;
  const bool is_arrow = code_point >= 0x2190 && code_point <= 0x21FF;
  return !is_operator && !is_dash_or_quote && !is_arrow;
}

/// Words that make a range or a phrase of what follows the number: `50 bis 60`, `3 of 5`.
bool begins_with_joining_word(std::string_view unit) {
  constexpr std::array<std::string_view, 10> words = {"bis", "to",  "und", "and",  "oder",
                                                      "or",  "von", "of",  "plus", "minus"};
  const std::string_view first = unit.substr(0, unit.find(' '));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ascii::equals_ignoring_case(first, word); });
}

/// `GW bis 2030` is prose; digits inside a word are not (`CO2`, `m2`).
bool has_word_of_digits(std::string_view unit) {
  for (std::size_t blank = unit.find(' '); blank != std::string_view::npos; blank = unit.find(' ', blank + 1)) {
    if (ascii::is_digit(unit[blank + 1])) return true;
  }
  return false;
}

/// `unit` has its blanks folded and is not empty.
bool is_unit(std::string_view unit) {
  return utf8::count_code_points(unit) <= unit_code_points && can_begin_unit(unit) &&
         unit.find_first_of(";:!?") == std::string_view::npos && !begins_with_joining_word(unit) &&
         !has_word_of_digits(unit);
}

}  // namespace

bool Currency::is_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), ascii::is_capital);
}

Currency Currency::of(std::string_view text) {
  Currency currency;
  std::copy_n(text.begin(), std::min(text.size(), currency.letters.size()), currency.letters.begin());
  return currency;
}

ReadResult<Number> read_number(std::string_view text, NumberFormat format) {
  const ReadResult<Numeral> numeral = read_scaled_numeral(utf8::trimmed(text), format);
  if (!numeral.is_ok) return ReadResult<Number>::failed(numeral.problem);
  if (!utf8::is_blank(numeral.value.rest)) return ReadResult<Number>::failed(ReadProblem::not_this_type);
  return ReadResult<Number>::ok(numeral.value.value);
}

ReadResult<Money> read_money(std::string_view text, NumberFormat format) {
  using Result = ReadResult<Money>;
  text = utf8::trimmed(text);
  const std::optional<Currency> leading = take_leading_currency(text);
  const ReadResult<Numeral> numeral = read_scaled_numeral(text, format);
  if (!numeral.is_ok) return Result::failed(numeral.problem);
  const std::string_view rest = utf8::trimmed(numeral.value.rest);
  if (rest.empty()) {
    return leading ? Result::ok({numeral.value.value, *leading}) : Result::failed(ReadProblem::missing_currency);
  }
  const std::optional<Currency> trailing = currency_named(rest);
  if (leading || !trailing) return Result::failed(ReadProblem::not_this_type);
  return Result::ok({numeral.value.value, *trailing});
}

ReadResult<Number> read_percent(std::string_view text, NumberFormat format) {
  if (const auto share = share_named(text)) return ReadResult<Number>::ok(*share);
  const ReadResult<Numeral> numeral = read_numeral(utf8::trimmed(text), format);
  if (!numeral.is_ok) return ReadResult<Number>::failed(numeral.problem);
  const std::string_view rest = utf8::trimmed(numeral.value.rest);
  if (is_percent_word(rest)) return ReadResult<Number>::ok(numeral.value.value * Number::power_of_ten(-2));
  if (!rest.empty()) return ReadResult<Number>::failed(ReadProblem::not_this_type);
  if (!numeral.value.is_fraction) return ReadResult<Number>::failed(ReadProblem::invalid_percent);
  return ReadResult<Number>::ok(numeral.value.value);
}

ReadResult<Number> read_factor(std::string_view text, NumberFormat format) {
  if (const auto factor = factor_named(text)) return ReadResult<Number>::ok(*factor);
  text = utf8::trimmed(text);
  const bool has_sign = take_factor_sign(text);
  const ReadResult<Numeral> numeral = read_numeral(text, format);
  if (!numeral.is_ok) return ReadResult<Number>::failed(numeral.problem);
  const std::string_view rest = utf8::trimmed(numeral.value.rest);
  if (!rest.empty() && (has_sign || !is_factor_ending(rest))) {
    return ReadResult<Number>::failed(ReadProblem::not_this_type);
  }
  return ReadResult<Number>::ok(numeral.value.value);
}

ReadResult<Quantity> read_quantity(std::string_view text, NumberFormat format) {
  if (const auto share = share_named(text)) return ReadResult<Quantity>::ok({*share * Number(100), "%"});
  if (names_zero(text)) return ReadResult<Quantity>::ok({Number(0), ""});
  const ReadResult<Numeral> numeral = read_scaled_numeral(utf8::trimmed(text), format);
  if (!numeral.is_ok) return ReadResult<Quantity>::failed(numeral.problem);
  std::string unit = with_folded_blanks(numeral.value.rest);
  if (!unit.empty() && !is_unit(unit)) return ReadResult<Quantity>::failed(ReadProblem::not_this_type);
  if (is_percent_word(unit)) unit = "%";
  return ReadResult<Quantity>::ok({numeral.value.value, std::move(unit)});
}

}  // namespace roadlint
