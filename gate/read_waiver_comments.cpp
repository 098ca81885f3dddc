// Waivers in the comments of YAML data: see waivers.hpp. The YAML parser passes comments over, so that they are looked
// for in the bytes, and dropped where they turn out to be a part of a value.
#include <algorithm>
#include <optional>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "engine/load/events.hpp"
#include "engine/load/load.hpp"
#include "gate/map_reader.hpp"
#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

constexpr std::string_view name_of_tool = "roadlint";

/// A `# roadlint: ...` up to the end of its line.
struct Comment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Behind the colon.
  std::string_view text;
};

/// The next place of the tool's name in any letters, so that "# Roadlint:" is no comment that nobody hears.
std::size_t find_name(std::string_view bytes, std::size_t from) {
  const auto in_small = [](char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
  };
  const auto found = std::search(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), name_of_tool.begin(),
                                 name_of_tool.end(), [&](char left, char right) { return in_small(left) == right; });
  return found == bytes.end() ? std::string_view::npos : static_cast<std::size_t>(found - bytes.begin());
}

/// What follows the name of the tool, when that addresses it: a colon, or, forgotten, the word `waive`.
std::optional<std::string_view> address_behind(std::string_view text) {
  const std::string_view words = utf8::trimmed(text);
  if (words.starts_with(':')) return words.substr(1);
  const bool is_blank_between = !text.empty() && (text.front() == ' ' || text.front() == '\t');
  return is_blank_between && words.starts_with("waive ") ? std::optional(words) : std::nullopt;
}

/// Whether a comment sign stands there, apart from what precedes it.
bool begins_comment(std::string_view bytes, std::size_t at) {
  while (at > 0 && bytes[at] == '#' && bytes[at - 1] == '#') --at;
  if (bytes[at] != '#') return false;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (at == byte_order_mark.size() && bytes.starts_with(byte_order_mark)) return true;
  return at == 0 || bytes[at - 1] == ' ' || bytes[at - 1] == '\t' || bytes[at - 1] == '\n';
}

/// All that look like comments to roadlint; some may stand inside of values.
std::vector<Comment> find_comments(std::string_view bytes) {
  std::vector<Comment> comments;
  for (std::size_t at = find_name(bytes, 0); at != std::string_view::npos;
       at = find_name(bytes, at + name_of_tool.size())) {
    std::size_t sign = at;
    while (sign > 0 && (bytes[sign - 1] == ' ' || bytes[sign - 1] == '\t')) --sign;
    if (sign == 0 || !begins_comment(bytes, sign - 1)) continue;
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const auto text = address_behind(bytes.substr(at + name_of_tool.size(), end - at - name_of_tool.size()));
    if (!text) continue;
    const std::size_t text_end = static_cast<std::size_t>(text->data() - bytes.data()) + text->size();
    comments.push_back(
        {static_cast<std::uint32_t>(sign - 1), static_cast<std::uint32_t>(text_end), utf8::trimmed(*text)});
  }
  return comments;
}

/// The places of keys and values, in the order of the file.
class Places : public engine::EventHandler {
 public:
  void start_map(std::uint32_t begin) override { static_cast<void>(begin); }
  void end_map(std::uint32_t end) override { static_cast<void>(end); }
  void start_list(std::uint32_t begin) override { static_cast<void>(begin); }
  void end_list(std::uint32_t end) override { static_cast<void>(end); }
  void key(std::string_view name, ByteRange range) override {
    static_cast<void>(name);
    ranges_.push_back(range);
  }
  void scalar(std::string_view text, engine::ScalarForm form, ByteRange range) override {
    static_cast<void>(text);
    static_cast<void>(form);
    ranges_.push_back(range);
  }
  void null(ByteRange range) override { static_cast<void>(range); }

  /// Behind the sign of a block scalar (`|` or `>`) the rest of the line is no part of the value.
  [[nodiscard]] bool is_inside_value(std::string_view bytes, std::uint32_t at) const {
    const auto value = last_before(at);
    if (!value || at >= value->end) return false;
    const bool is_block = bytes[value->begin] == '|' || bytes[value->begin] == '>';
    return !is_block || bytes.substr(value->begin, at - value->begin).find('\n') != std::string_view::npos;
  }
  [[nodiscard]] std::optional<ByteRange> last_before(std::uint32_t at) const {
    const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), at,
                                        [](std::uint32_t byte, const ByteRange& range) { return byte < range.begin; });
    return after == ranges_.begin() ? std::nullopt : std::optional(*(after - 1));
  }
  /// The first one that begins at or behind a byte.
  [[nodiscard]] std::optional<ByteRange> next(std::uint32_t at) const {
    const auto after = std::lower_bound(ranges_.begin(), ranges_.end(), at,
                                        [](const ByteRange& range, std::uint32_t byte) { return range.begin < byte; });
    return after == ranges_.end() ? std::nullopt : std::optional(*after);
  }

 private:
  std::vector<ByteRange> ranges_;
};

/// Splits off the first word.
std::string_view take_word(std::string_view& text) {
  text = utf8::trimmed(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

/// `waive RULE[, RULE] until DAY [by APPROVER] [on DAY] [see REFERENCE] because REASON`.
class CommentReader {
 public:
  CommentReader(Span span, std::string_view text, Diagnostics& diagnostics)
      : span_(span), text_(text), diagnostics_(diagnostics) {}

  /// A waiver for each rule named; none when something is wrong.
  std::vector<engine::Waiver> read() {
    const std::string_view verb = take_word(text_);
    if (verb != "waive") return refuse_verb(verb);
    const std::vector<std::string> rules = read_rules();
    if (is_refused_) return {};
    if (rules.empty()) return refuse("a waiver names no rule", DiagnosticCode::waiver_incomplete);
    engine::Waiver waiver;
    waiver.is_comment = true;
    waiver.span = span_;
    waiver.rule_span = span_;
    waiver.expires_span = span_;
    if (!read_clauses(waiver)) return {};
    std::string missing = waiver.reason.empty() ? "its reason" : "";
    if (waiver.expires.empty()) missing += missing.empty() ? "its expiry" : " and its expiry";
    if (!missing.empty()) return refuse("a waiver lacks " + missing, DiagnosticCode::waiver_incomplete);
    std::vector<engine::Waiver> waivers;
    for (const std::string& rule : rules) {
      waiver.rule = rule;
      waivers.push_back(waiver);
    }
    return waivers;
  }

 private:
  std::vector<engine::Waiver> refuse(const std::string& message, DiagnosticCode code) {
    diagnostics_.add(code, span_, message).help =
        "write `# roadlint: waive RULE until 2026-12-31 because ...`; `by WHOM`, `on DAY` and `see REFERENCE` may "
        "stand before `because`";
    return {};
  }

  std::vector<engine::Waiver> refuse_verb(std::string_view verb) {
    Diagnostic& diagnostic =
        diagnostics_.add(DiagnosticCode::waiver_comment, span_,
                         verb.empty() ? std::string("a comment to roadlint says nothing")
                                      : "a comment to roadlint cannot say `" + utf8::printable(verb) + "`");
    const bool is_near = nearest_name(verb, {"waive"}).has_value();
    diagnostic.help = is_near ? "did you mean `waive`?" : "it can say `waive RULE until 2026-12-31 because ...`";
    return {};
  }

  [[nodiscard]] static bool is_clause(std::string_view word) {
    return word == "until" || word == "by" || word == "on" || word == "see" || word == "because";
  }

  /// Names up to the first word that begins a clause, with commas between them. Two without one are reported, and then
  /// there are none.
  std::vector<std::string> read_rules() {
    std::vector<std::string> rules;
    std::string_view names = read_words_before_clause();
    while (!names.empty()) {
      const std::size_t comma = std::min(names.find(','), names.size());
      const std::string_view name = utf8::trimmed(names.substr(0, comma));
      if (name.find_first_of(" \t") != std::string_view::npos) {
        refuse("expected one rule, or several with commas between them, found `" + utf8::printable(name) + "`",
               DiagnosticCode::waiver_comment);
        is_refused_ = true;
        return {};
      }
      if (!name.empty()) rules.emplace_back(name);
      names.remove_prefix(std::min(comma + 1, names.size()));
    }
    return rules;
  }

  std::string_view read_words_before_clause() {
    text_ = utf8::trimmed(text_);
    const std::string_view all = text_;
    while (true) {
      std::string_view rest = text_;
      const std::string_view word = take_word(rest);
      if (word.empty() || is_clause(word)) return utf8::trimmed(all.substr(0, all.size() - text_.size()));
      text_ = rest;
    }
  }

  /// The words of a clause up to the next one.
  std::string read_words() {
    std::string words;
    while (true) {
      std::string_view rest = text_;
      const std::string_view word = take_word(rest);
      if (word.empty() || is_clause(word)) return words;
      text_ = rest;
      words += (words.empty() ? "" : " ") + std::string(word);
    }
  }

  bool read_day_into(std::string& day) {
    day = read_words();
    if (read_day(day)) return true;
    diagnostics_.add(DiagnosticCode::waiver_value, span_,
                     "expected a day such as 2026-12-31, found `" + utf8::printable(day) + "`");
    return false;
  }

  bool read_clauses(engine::Waiver& waiver) {
    while (true) {
      const std::string_view word = take_word(text_);
      if (word.empty()) return true;
      if (word == "because") {
        waiver.reason = std::string(utf8::trimmed(text_));
        return true;
      }
      if (word == "until" && !read_day_into(waiver.expires)) return false;
      if (word == "on" && !read_day_into(waiver.date)) return false;
      if (word == "by") waiver.approver = read_words();
      if (word == "see") waiver.reference = read_words();
    }
  }

  Span span_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  bool is_refused_ = false;
};

/// The value that a comment is about: the last one before it on its line, else the first one behind it.
std::optional<ByteRange> value_about(const SourceText& source, const Comment& comment, const Places& places) {
  const std::uint32_t line_start = source.line_start(source.position(comment.begin).line);
  const auto before = places.last_before(comment.begin);
  const bool is_on_line = before && before->end > line_start;
  return is_on_line ? before : places.next(comment.begin);
}

Span line_of(const SourceText& source, FileId file, std::uint32_t at) {
  const std::uint32_t line = source.position(at).line;
  const std::uint32_t begin = source.line_start(line);
  return {file, begin, static_cast<std::uint32_t>(begin + source.line(line).size())};
}

}  // namespace

std::vector<PlacedWaiver> read_waiver_comments(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  const SourceText& source = files.file(file);
  if (engine::is_json_name(source.name())) return {};  // JSON has no comments
  const std::vector<Comment> comments = find_comments(source.bytes());
  source.give_back(0, source.bytes().size());
  if (comments.empty()) return {};
  Places places;
  Diagnostics known_already;
  if (!engine::read_yaml(files, file, places, known_already)) return {};
  std::vector<PlacedWaiver> waivers;
  for (const Comment& comment : comments) {
    if (places.is_inside_value(source.bytes(), comment.begin)) continue;
    const Span span(file, comment.begin, comment.end);
    const auto value = value_about(source, comment, places);
    const Span line = value ? line_of(source, file, value->begin) : Span();
    const auto next = value ? places.next(value->end) : std::nullopt;
    for (engine::Waiver& waiver : CommentReader(span, comment.text, diagnostics).read()) {
      waivers.push_back(
          {std::move(waiver), line, value ? Span(file, *value) : Span(), next ? Span(file, *next) : Span(), {}, {}});
    }
  }
  return waivers;
}

}  // namespace roadlint::gate
