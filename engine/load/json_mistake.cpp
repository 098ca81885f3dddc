// Finding the first mistake in JSON: see json_mistake.hpp. A loop with its own stack, because the nesting is the
// input's.
#include "engine/load/json_mistake.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "engine/load/back_ticks.hpp"

namespace roadlint::engine {
namespace {

bool is_white(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// A character that belongs to a literal, a number, or what was meant as one.
bool is_word(char character) {
  return !is_white(character) && std::string_view("[]{},:\"").find(character) == std::string_view::npos;
}

std::size_t skip_digits(std::string_view token, std::size_t at) {
  while (at < token.size() && is_digit(token[at])) ++at;
  return at;
}

/// The value of four hexadecimal digits at `at`.
std::optional<unsigned> hexadecimal(std::string_view text, std::size_t at) {
  unsigned value = 0;
  for (const char digit : text.substr(std::min(at, text.size()), 4)) {
    const std::size_t found = std::string_view("0123456789abcdef")
                                  .find(digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit);
    if (found == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(found);
  }
  return at + 4 <= text.size() ? std::optional(value) : std::nullopt;
}

enum class Expected { value, first_value, key, first_key, colon, comma, end };

class MistakeFinder {
 public:
  MistakeFinder(FileId file, std::string_view text, std::uint32_t begin) : file_(file), text_(text), at_(begin) {}

  std::optional<Diagnostic> find() {
    while (!mistake_) {
      while (at_ < text_.size() && is_white(text_[at_])) ++at_;
      if (at_ == text_.size()) {
        if (expected_ != Expected::end) end_too_early();
        break;
      }
      step();
    }
    return std::move(mistake_);
  }

 private:
  void step() {
    switch (expected_) {
      case Expected::value:
      case Expected::first_value:
        return read_value();
      case Expected::key:
      case Expected::first_key:
        return read_key();
      case Expected::colon:
        return read_colon();
      case Expected::comma:
        return read_comma();
      case Expected::end:
        return report(DiagnosticCode::data_trailing, {at_, line_end()},
                      "found " + in_back_ticks(text_.substr(at_)) + " behind the end of the document",
                      "a JSON file holds one value: remove the rest");
    }
  }

  void read_value() {
    const char first = text_[at_];
    if (first == '[' || first == '{') return open();
    if (first == '"') return read_string(Expected::comma);
    if (first == ']' || first == '}') return close(expected_ == Expected::first_value);
    if (first == ',' || first == ':') return unexpected("a value");
    if (is_comment()) return comment();
    read_word();
  }

  void read_key() {
    const char first = text_[at_];
    if (first == '"') return read_string(Expected::colon);
    if (first == ']' || first == '}') return close(expected_ == Expected::first_key);
    if (is_comment()) return comment();
    if (!is_word(first)) return unexpected("a key in double quotes");
    const ByteRange word = word_range();
    report(DiagnosticCode::data_syntax, word,
           "the key " + in_back_ticks(part(word)) + " does not stand in double quotes",
           is_digit(first) ? "write the key in double quotes, and a decimal number with a dot"
                           : "write `\"" + without_quotes(part(word)) + "\"`");
  }

  void read_colon() {
    if (text_[at_] == ':') {
      ++at_;
      expected_ = Expected::value;
    } else if (is_comment()) {
      comment();
    } else {
      report(DiagnosticCode::data_missing_colon, last_key_,
             "the key " + in_back_ticks(part(last_key_)) + " has no colon behind it",
             "write `" + std::string(part(last_key_)) + ": value`");
    }
  }

  void read_comma() {
    const char first = text_[at_];
    if (first == ',') {
      comma_ = at_++;
      expected_ = text_[open_.back()] == '{' ? Expected::key : Expected::value;
    } else if (first == ']' || first == '}') {
      close(true);
    } else if (is_comment()) {
      comment();
    } else {
      const ByteRange found = is_word(first) ? word_range() : ByteRange{at_, at_ + 1};
      report(DiagnosticCode::data_syntax, found,
             "found " + in_back_ticks(first == '"' ? text_.substr(at_, line_end() - at_) : part(found)) +
                 ", expected `,` or " + closing_bracket(),
             "separate the entries by commas");
    }
  }

  void open() {
    if (open_.size() == limits::data_nesting) {
      return report(DiagnosticCode::data_nesting, {at_, at_ + 1},
                    "objects and arrays are nested deeper than " + std::to_string(limits::data_nesting) + " levels",
                    "write the data in fewer levels");
    }
    expected_ = text_[at_] == '{' ? Expected::first_key : Expected::first_value;
    open_.push_back(at_++);
  }

  /// `is_allowed` says whether a bracket may stand here at all; its kind must fit as well.
  void close(bool is_allowed) {
    if (open_.empty()) return unexpected("a value");
    const char closing = text_[open_.back()] == '{' ? '}' : ']';
    if (text_[at_] != closing) return mismatch();
    if (!is_allowed && text_[comma_] == ',' && (expected_ == Expected::key || follows_comma())) {
      return report(DiagnosticCode::data_syntax, {comma_, comma_ + 1},
                    "found a comma before the closing " + closing_bracket(), "remove the comma");
    }
    if (!is_allowed) return unexpected("a value");
    ++at_;
    open_.pop_back();
    value_is_complete();
  }

  /// Whether only white space stands between the last comma and here.
  [[nodiscard]] bool follows_comma() const {
    const std::string_view between = text_.substr(comma_ + 1, at_ - comma_ - 1);
    return comma_ > open_.back() && std::all_of(between.begin(), between.end(), is_white);
  }

  void mismatch() {
    report(DiagnosticCode::data_syntax, {at_, at_ + 1},
           "found " + in_back_ticks(text_.substr(at_, 1)) + ", expected " + closing_bracket(),
           "close the brackets in the order in which they were opened");
    mistake_->labels.push_back({Span(file_, open_.back(), open_.back() + 1), "opened here"});
  }

  void value_is_complete() { expected_ = open_.empty() ? Expected::end : Expected::comma; }

  void read_word() {
    const ByteRange word = word_range();
    const std::string_view token = part(word);
    if (token == "true" || token == "false" || token == "null" || is_json_number(token)) {
      at_ = word.end;
      return value_is_complete();
    }
    report(DiagnosticCode::data_syntax, word, "found " + in_back_ticks(token) + ", expected a JSON value",
           word_help(token));
  }

  [[nodiscard]] static std::string word_help(std::string_view token) {
    constexpr std::array<std::string_view, 3> literals = {"true", "false", "null"};
    for (const std::string_view literal : literals) {
      const bool is_start = token.size() > 1 && literal.starts_with(token);
      const bool is_other_case = token.size() == literal.size() && token.substr(1) == literal.substr(1);
      if (is_start || is_other_case || token.starts_with(literal)) return "write `" + std::string(literal) + "`";
    }
    if (token == "None") return "write `null`";
    const bool is_number = is_digit(token.front()) || (token.size() > 1 && is_digit(token[1]));
    if (is_number)
      return "write a number as in `-12.5` or `2e6`, without a leading zero or plus, or put it in double quotes";
    return "put a text in double quotes; `true`, `false` and `null` are written in small letters";
  }

  // --- strings ----------------------------------------------------------------------------------------------------

  void read_string(Expected next) {
    const std::uint32_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '"' && !mistake_) {
      if (text_[at_] == '\\') {
        read_escape();
      } else if (static_cast<unsigned char>(text_[at_]) < 0x20U) {
        control_character(begin);
      } else {
        ++at_;
      }
    }
    if (mistake_) return;
    if (at_ == text_.size()) return open_quote(begin);
    ++at_;
    if (next == Expected::comma) return value_is_complete();
    last_key_ = {begin, at_};
    expected_ = next;
  }

  void control_character(std::uint32_t begin) {
    if (text_[at_] == '\n' || text_[at_] == '\r') {
      return report(DiagnosticCode::data_open_quote, {begin, at_}, "the quoted text does not end on its line",
                    "close the quote, or write `\\n` for a line break inside the text");
    }
    report(DiagnosticCode::data_syntax, {at_, at_ + 1}, "found a tab inside a quoted text", "write `\\t` for a tab");
  }

  void open_quote(std::uint32_t begin) {
    report(DiagnosticCode::data_open_quote, {begin, static_cast<std::uint32_t>(text_.size())},
           "the text that begins with `\"` has no closing quote", "close the quote where the text ends");
  }

  void read_escape() {
    const std::uint32_t begin = at_;
    const char kind = begin + 1 < text_.size() ? text_[begin + 1] : '\0';
    if (kind == 'u') return read_unicode_escape();
    at_ = std::min(begin + 2, static_cast<std::uint32_t>(text_.size()));
    if (kind == '\0' || std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) return;
    bad_escape({begin, at_});
  }

  void read_unicode_escape() {
    const std::uint32_t begin = at_;
    const auto first = hexadecimal(text_, begin + 2);
    at_ = std::min(begin + 6, static_cast<std::uint32_t>(text_.size()));
    if (!first) return bad_escape({begin, at_});
    if (*first >= 0xDC00U && *first <= 0xDFFFU) return half_of_a_pair({begin, at_});
    if (*first < 0xD800U || *first > 0xDBFFU) return;
    const auto second = text_.substr(at_, 2) == "\\u" ? hexadecimal(text_, at_ + 2) : std::nullopt;
    if (!second || *second < 0xDC00U || *second > 0xDFFFU) return half_of_a_pair({begin, at_});
    at_ += 6;
  }

  void bad_escape(ByteRange range) {
    report(DiagnosticCode::data_syntax, range, in_back_ticks(part(range)) + " is no escape that JSON knows",
           R"(write `\\` for a backslash)");
  }

  void half_of_a_pair(ByteRange range) {
    report(DiagnosticCode::data_syntax, range, in_back_ticks(part(range)) + " is only half of a surrogate pair",
           "write the character itself, or both halves one after the other");
  }

  // --- reporting --------------------------------------------------------------------------------------------------

  [[nodiscard]] bool is_comment() const { return text_[at_] == '/' || text_[at_] == '#'; }

  void comment() {
    report(DiagnosticCode::data_syntax, {at_, line_end()}, "found a comment, which JSON does not know",
           "remove the comment, or write the file as YAML");
  }

  void unexpected(std::string_view expected) {
    report(DiagnosticCode::data_syntax, {at_, at_ + 1},
           "found " + in_back_ticks(text_.substr(at_, 1)) + ", expected " + std::string(expected),
           text_[at_] == ',' ? "remove the comma" : "write " + std::string(expected));
  }

  void end_too_early() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (open_.empty()) {
      return report(DiagnosticCode::data_syntax, {size, size}, "the document ends too early", "write a value");
    }
    report(DiagnosticCode::data_syntax, {open_.back(), open_.back() + 1},
           in_back_ticks(text_.substr(open_.back(), 1)) + " is never closed",
           "write " + closing_bracket() + " behind the last entry");
  }

  void report(DiagnosticCode code, ByteRange range, std::string message, std::string help) {
    mistake_ = make_diagnostic(code, Span(file_, range), std::move(message));
    mistake_->help = std::move(help);
  }

  [[nodiscard]] std::string_view part(ByteRange range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

  [[nodiscard]] static std::string without_quotes(std::string_view word) {
    std::string result(word);
    std::erase(result, '\'');
    return result;
  }

  [[nodiscard]] ByteRange word_range() const {
    std::uint32_t end = at_ + 1;
    while (end < text_.size() && is_word(text_[end])) ++end;
    return {at_, end};
  }

  [[nodiscard]] std::uint32_t line_end() const {
    return static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at_), text_.size()));
  }

  [[nodiscard]] std::string closing_bracket() const { return text_[open_.back()] == '{' ? "`}`" : "`]`"; }

  FileId file_;
  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t comma_ = 0;
  ByteRange last_key_;
  Expected expected_ = Expected::value;
  std::vector<std::uint32_t> open_;
  std::optional<Diagnostic> mistake_;
};

}  // namespace

bool is_json_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(token, at);
  if (at == whole || (token[whole] == '0' && at > whole + 1)) return false;
  if (at < token.size() && token[at] == '.') {
    const std::size_t fraction = ++at;
    at = skip_digits(token, at);
    if (at == fraction) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(token, at);
    if (at == exponent) return false;
  }
  return at == token.size();
}

std::optional<Diagnostic> find_json_mistake(FileId file, std::string_view bytes, std::uint32_t begin) {
  return MistakeFinder(file, bytes, begin).find();
}

}  // namespace roadlint::engine
