// Patterns on RE2, which has no backtracking: the time of a search is linear in the text, the memory bounded.
#include "values/text_pattern.hpp"

#include <re2/re2.h>

#include <mutex>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint {
namespace {

/// What a word is made of: letters, digits, and the marks that compose letters ("u" and a diaeresis).
constexpr std::string_view word_character = "[\\pL\\pN\\pM]";
constexpr std::string_view before_word = "(?:^|[^\\pL\\pN\\pM])";
constexpr std::string_view after_word = "(?:$|[^\\pL\\pN\\pM])";
/// The class of no character: finds nothing.
constexpr std::string_view nothing = "[^\\x00-\\x{10FFFF}]";
/// Words whose expression is no longer than this are never too large for RE2: the limit leaves room for 10,400
/// instructions, of which the classes of letters take 4,200 and a byte of the expression at most 4.
constexpr std::size_t surely_accepted_bytes = 1'200;

std::string reason_of(re2::RE2::ErrorCode code) {
  switch (code) {
    case re2::RE2::ErrorBadEscape:
      return "unknown escape";
    case re2::RE2::ErrorBadCharClass:
      return "unknown character class";
    case re2::RE2::ErrorBadCharRange:
      return "unknown or reversed range of characters";
    case re2::RE2::ErrorMissingBracket:
      return "missing closing ]";
    case re2::RE2::ErrorMissingParen:
      return "missing closing )";
    case re2::RE2::ErrorUnexpectedParen:
      return "closing ) without an opening (";
    case re2::RE2::ErrorTrailingBackslash:
      return "backslash at the end";
    case re2::RE2::ErrorRepeatArgument:
      return "nothing to repeat";
    case re2::RE2::ErrorRepeatSize:
      return "too large: more than 1000 repetitions";
    case re2::RE2::ErrorRepeatOp:
      return "two repetitions in a row";
    case re2::RE2::ErrorBadPerlOp:
      return "unknown kind of group";
    case re2::RE2::ErrorBadUTF8:
      return "not valid UTF-8";
    case re2::RE2::ErrorBadNamedCapture:
      return "bad group name";
    case re2::RE2::ErrorPatternTooLarge:
      return "too large";
    case re2::RE2::NoError:
    case re2::RE2::ErrorInternal:
      break;
  }
  return "not a pattern";
}

re2::RE2::Options options_of(bool prefers_longest) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingUTF8);
  options.set_case_sensitive(false);
  options.set_max_mem(static_cast<std::int64_t>(limits::pattern_bytes));
  options.set_log_errors(false);
  options.set_longest_match(prefers_longest);
  return options;
}

/// The words in RE2's syntax, alternatives separated by `|`.
struct WordAlternatives {
  std::string whole_words;
  std::string stems;
};

void add_alternative(std::string& alternatives, const std::string& alternative) {
  if (!alternatives.empty()) alternatives += '|';
  alternatives += alternative;
}

/// The word as a pattern of itself; any run of blanks in the text matches a blank in the word.
std::string literal_pattern(std::string_view word) {
  std::string pattern;
  bool is_after_blank = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t start = offset;
    static_cast<void>(utf8::next_code_point(word, offset));
    const std::string_view piece = word.substr(start, offset - start);
    const bool is_blank = utf8::is_blank(piece);
    if (is_blank && !is_after_blank) pattern += "[\\s\\pZ]+";
    if (!is_blank) pattern += re2::RE2::QuoteMeta(re2::StringPiece(piece.data(), piece.size()));
    is_after_blank = is_blank;
  }
  return pattern;
}

/// All stems share one class for their endings: a class of all letters is large.
std::string words_expression(const WordAlternatives& words) {
  std::string alternatives = words.whole_words;
  if (!words.stems.empty()) {
    add_alternative(alternatives, "(?:" + words.stems + ")" + std::string(word_character) + "*");
  }
  if (alternatives.empty()) return "(" + std::string(nothing) + ")";
  return std::string(before_word) + "(" + alternatives + ")" + std::string(after_word);
}

}  // namespace

/// The regular expression, compiled when it is first asked for: the classes of letters cost milliseconds, and most runs
/// never search for most lists of words.
class TextPattern::Program {
 public:
  Program(std::string text, bool prefers_longest, int group)
      : text_(std::move(text)), prefers_longest_(prefers_longest), group_(group) {}

  [[nodiscard]] const re2::RE2& expression() const {
    std::call_once(is_compiled_, [&] { expression_.emplace(text_, options_of(prefers_longest_)); });
    return *expression_;
  }
  /// The group whose match is reported; 0 is the whole match.
  [[nodiscard]] int group() const { return group_; }

 private:
  std::string text_;
  bool prefers_longest_;
  int group_;
  mutable std::once_flag is_compiled_;
  mutable std::optional<re2::RE2> expression_;
};

TextPattern::Result TextPattern::compile(std::string_view expression) {
  if (expression.size() > limits::pattern_bytes) return {std::nullopt, {"too large", ""}};
  auto program = std::make_shared<const Program>(std::string(expression), false, 0);
  const re2::RE2& compiled = program->expression();
  if (!compiled.ok()) return {std::nullopt, {reason_of(compiled.error_code()), compiled.error_arg()}};
  TextPattern pattern;
  pattern.program_ = std::move(program);
  return {std::move(pattern), {}};
}

TextPattern::Result TextPattern::compile_words(const std::vector<std::string>& words) {
  WordAlternatives alternatives;
  std::size_t bytes = 0;
  for (const std::string& entry : words) {
    bytes += entry.size();
    if (bytes > limits::pattern_bytes) return {std::nullopt, {"too many words", entry}};
    std::string_view word = utf8::trimmed(entry);
    const bool is_stem = word.ends_with('*');
    if (is_stem) word.remove_suffix(1);
    if (word.empty()) return {std::nullopt, {"a word is empty", entry}};
    if (utf8::first_invalid_byte(word)) return {std::nullopt, {"not valid UTF-8", entry}};
    add_alternative(is_stem ? alternatives.stems : alternatives.whole_words, literal_pattern(word));
  }
  std::string expression = words_expression(alternatives);
  const bool is_surely_accepted = expression.size() <= surely_accepted_bytes;  // only its size could be refused
  auto program = std::make_shared<const Program>(std::move(expression), true, 1);
  if (!is_surely_accepted && !program->expression().ok()) {
    return {std::nullopt, {reason_of(program->expression().error_code()), ""}};
  }
  TextPattern pattern;
  pattern.program_ = std::move(program);
  return {std::move(pattern), {}};
}

std::optional<TextMatch> TextPattern::find(std::string_view text) const {
  if (!program_) return std::nullopt;
  const re2::StringPiece searched(text.data(), text.size());
  re2::StringPiece groups[2];
  const int group = program_->group();
  const re2::RE2& expression = program_->expression();
  if (!expression.Match(searched, 0, text.size(), re2::RE2::UNANCHORED, groups, group + 1)) return std::nullopt;
  const re2::StringPiece& found = groups[group];
  return TextMatch{static_cast<std::size_t>(found.data() - searched.data()), found.size()};
}

}  // namespace roadlint
