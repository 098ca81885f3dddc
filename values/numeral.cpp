// Reading a numeral happens in two steps: the digits and separators are split without judging them, then the declared
// format, or what the separators themselves prove, decides which separator marks the decimals.
#include "values/numeral.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "values/ascii.hpp"

namespace roadlint {
namespace {

constexpr int greatest_exponent = 60;
/// Denominators of written fractions: with more digits, a sum of many fractions would grow without bound.
constexpr std::size_t denominator_digits = 4;
constexpr std::size_t group_size = 3;

enum class Separator : std::uint8_t { dot, comma, blank, apostrophe };

struct SeparatorSpelling {
  std::string_view bytes;
  Separator kind;
};

constexpr std::array<SeparatorSpelling, 8> separator_spellings = {{
    {".", Separator::dot},
    {",", Separator::comma},
    {" ", Separator::blank},
    {"\u00A0", Separator::blank},
    {"\u2009", Separator::blank},
    {"\u202F", Separator::blank},
    {"'", Separator::apostrophe},
    {"\u2019", Separator::apostrophe},
}};

/// Groups of digits and the separators between them (one fewer).
struct SplitNumeral {
  bool is_negative = false;
  std::vector<std::string_view> groups;
  std::vector<Separator> separators;
  std::size_t digits = 0;
  std::string_view rest;
};

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

const SeparatorSpelling* separator_at(std::string_view text) {
  const auto* const found =
      std::find_if(separator_spellings.begin(), separator_spellings.end(),
                   [&](const SeparatorSpelling& spelling) { return text.starts_with(spelling.bytes); });
  return found == separator_spellings.end() ? nullptr : found;
}

SplitNumeral split_numeral(std::string_view text) {
  SplitNumeral split;
  split.is_negative = take_prefix(text, "-") || take_prefix(text, "\u2212");
  if (!split.is_negative) take_prefix(text, "+");
  std::string_view digits = ascii::leading_digits(text);
  split.rest = text;
  while (!digits.empty()) {
    split.groups.push_back(digits);
    split.digits += digits.size();
    split.rest = split.rest.substr(digits.size());
    const SeparatorSpelling* const separator = separator_at(split.rest);
    if (separator == nullptr) break;
    digits = ascii::leading_digits(split.rest.substr(separator->bytes.size()));
    // A blank is also what stands between a number and the next word, so it must be followed by a whole group.
    if (digits.empty() || (separator->kind == Separator::blank && digits.size() != group_size)) break;
    split.separators.push_back(separator->kind);
    split.rest = split.rest.substr(separator->bytes.size());
  }
  return split;
}

/// `4.000`: four thousand in German, four in English.
bool is_ambiguous(const SplitNumeral& split) {
  return split.separators.size() == 1 && split.groups[0].size() <= group_size && split.groups[0] != "0" &&
         split.groups[1].size() == group_size;
}

/// Whether the last separator marks the decimals; all others group.
ReadResult<bool> last_separator_is_decimal(const SplitNumeral& split, NumberFormat format) {
  if (split.separators.empty()) return ReadResult<bool>::ok(false);
  const Separator last = split.separators.back();
  if (format == NumberFormat::german) return ReadResult<bool>::ok(last == Separator::comma);
  if (format == NumberFormat::english) return ReadResult<bool>::ok(last == Separator::dot);
  if (last != Separator::dot && last != Separator::comma) return ReadResult<bool>::ok(false);
  if (is_ambiguous(split)) return ReadResult<bool>::failed(ReadProblem::ambiguous);
  return ReadResult<bool>::ok(std::count(split.separators.begin(), split.separators.end(), last) == 1);
}

/// Whether the first `count` groups are a number grouped in threes with one kind of separator.
bool is_grouped_in_threes(const SplitNumeral& split, std::size_t count) {
  if (count == 1) return true;
  if (split.groups[0].size() > group_size || split.groups[0].starts_with('0')) return false;
  for (std::size_t index = 1; index < count; ++index) {
    if (split.groups[index].size() != group_size) return false;
    if (split.separators[index - 1] != split.separators[0]) return false;
  }
  return true;
}

/// The split numeral as a decimal that Number::from_decimal reads.
ReadResult<std::string> decimal_text(const SplitNumeral& split, NumberFormat format) {
  using Result = ReadResult<std::string>;
  if (split.groups.empty()) return Result::failed(ReadProblem::not_this_type);
  if (split.digits > limits::number_digits) return Result::failed(ReadProblem::too_many_digits);
  const ReadResult<bool> has_decimals = last_separator_is_decimal(split, format);
  if (!has_decimals.is_ok) return Result::failed(has_decimals.problem);
  const std::size_t whole_groups = split.groups.size() - (has_decimals.value ? 1 : 0);
  if (!is_grouped_in_threes(split, whole_groups)) return Result::failed(ReadProblem::not_this_type);
  if (has_decimals.value && whole_groups > 1 && split.separators.front() == split.separators.back()) {
    return Result::failed(ReadProblem::not_this_type);
  }
  std::string text = split.is_negative ? "-" : "";
  for (std::size_t index = 0; index < whole_groups; ++index) text += split.groups[index];
  if (has_decimals.value) text.append(".").append(split.groups.back());
  return Result::ok(std::move(text));
}

/// Takes `e3` or `E-3` from the front of `rest`; 0 when there is none.
ReadResult<int> take_exponent(std::string_view& rest, std::size_t mantissa_digits) {
  std::string_view ahead = rest;
  if (!take_prefix(ahead, "e") && !take_prefix(ahead, "E")) return ReadResult<int>::ok(0);
  const bool is_negative = take_prefix(ahead, "-");
  if (!is_negative) take_prefix(ahead, "+");
  const std::string_view digits = ascii::leading_digits(ahead);
  if (digits.empty()) return ReadResult<int>::ok(0);
  int exponent = 0;
  for (const char digit : digits) exponent = std::min(exponent * 10 + (digit - '0'), greatest_exponent + 1);
  if (exponent > greatest_exponent || mantissa_digits + digits.size() > limits::number_digits) {
    return ReadResult<int>::failed(ReadProblem::too_many_digits);
  }
  rest = ahead.substr(digits.size());
  return ReadResult<int>::ok(is_negative ? -exponent : exponent);
}

/// Completes `1/6` when the text behind the numerator is a slash and digits.
ReadResult<Numeral> read_fraction(const Number& numerator, std::string_view denominator, std::string_view rest) {
  if (denominator.size() > denominator_digits) return ReadResult<Numeral>::failed(ReadProblem::too_many_digits);
  const Number divisor = Number::from_decimal(denominator).value_or(Number());
  const std::optional<Number> quotient = numerator.divided_by(divisor);
  if (!quotient) return ReadResult<Numeral>::failed(ReadProblem::not_this_type);
  return ReadResult<Numeral>::ok({*quotient, true, rest});
}

struct ScaleWord {
  std::string_view word;
  int exponent;
  bool takes_dot;
};

constexpr std::size_t longest_scale_word = 10;
constexpr std::array<ScaleWord, 22> scale_words = {{
    {"tsd", 3, true},        {"tausend", 3, false},     {"thousand", 3, false},  {"mio", 6, true},
    {"mill", 6, true},       {"million", 6, false},     {"millions", 6, false},  {"millionen", 6, false},
    {"mn", 6, true},         {"mln", 6, true},          {"mrd", 9, true},        {"mia", 9, true},
    {"milliarde", 9, false}, {"milliarden", 9, false},  {"bn", 9, true},         {"billion", 9, false},
    {"billions", 9, false},  {"billionen", 12, false},  {"trillion", 12, false}, {"trillions", 12, false},
    {"thousands", 3, false}, {"trillionen", 18, false},
}};

/// Whether the text goes on with a letter beyond ASCII, so that the ASCII letters before it are not the whole word.
bool starts_with_other_letter(std::string_view text) {
  if (text.empty()) return false;
  std::size_t offset = 0;
  const char32_t code_point = utf8::next_code_point(text, offset);
  return code_point >= 0xC0 && code_point < 0x2000;
}

/// Takes a scale word from the front of `rest`, which is trimmed; absent when there is none.
const ScaleWord* take_scale_word(std::string_view& rest) {
  const auto* const end = std::find_if_not(rest.begin(), rest.end(), ascii::is_letter);
  const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  std::string_view after = rest.substr(word.size());
  if (word.empty() || word.size() > longest_scale_word || starts_with_other_letter(after)) return nullptr;
  const auto* const found = std::find_if(scale_words.begin(), scale_words.end(), [&](const ScaleWord& candidate) {
    return ascii::equals_ignoring_case(word, candidate.word);
  });
  if (found == scale_words.end()) return nullptr;
  if (found->takes_dot) take_prefix(after, ".");
  rest = after;
  return found;
}

}  // namespace

ReadResult<Numeral> read_numeral(std::string_view text, NumberFormat format) {
  using Result = ReadResult<Numeral>;
  const SplitNumeral split = split_numeral(text);
  const ReadResult<std::string> decimal = decimal_text(split, format);
  if (!decimal.is_ok) return Result::failed(decimal.problem);
  const std::optional<Number> mantissa = Number::from_decimal(decimal.value);
  if (!mantissa) return Result::failed(ReadProblem::not_this_type);
  std::string_view rest = split.rest;
  if (split.separators.empty() && take_prefix(rest, "/")) {
    const std::string_view denominator = ascii::leading_digits(rest);
    if (!denominator.empty()) return read_fraction(*mantissa, denominator, rest.substr(denominator.size()));
    rest = split.rest;
  }
  const ReadResult<int> exponent = take_exponent(rest, split.digits);
  if (!exponent.is_ok) return Result::failed(exponent.problem);
  return Result::ok({*mantissa * Number::power_of_ten(exponent.value), false, rest});
}

ReadResult<Numeral> read_scaled_numeral(std::string_view text, NumberFormat format) {
  ReadResult<Numeral> numeral = read_numeral(text, format);
  if (!numeral.is_ok) return numeral;
  std::string_view rest = utf8::trimmed(numeral.value.rest);
  const ScaleWord* const scale = take_scale_word(rest);
  if (scale == nullptr) return numeral;
  if (format == NumberFormat::german && scale->word == "billion") {
    return ReadResult<Numeral>::failed(ReadProblem::ambiguous);
  }
  numeral.value.value = numeral.value.value * Number::power_of_ten(scale->exponent);
  numeral.value.rest = rest;
  return numeral;
}

}  // namespace roadlint
