// From yaml-cpp's complaint to what a person did wrong: some complaints have the right place and need plain words, the
// others are followed back to their cause with the help of the outline. The one interface is explain_complaint.
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

#include "engine/load/back_ticks.hpp"
#include "engine/load/yaml_mistake.hpp"
#include "engine/load/yaml_outline.hpp"

namespace roadlint::engine {
namespace {

constexpr std::string_view quotes_help = "put the text in quotes";

/// Works on one complaint; every function returns a diagnostic when it recognises the mistake.
class ComplaintReader {
 public:
  ComplaintReader(const YamlSource& source, const ParserComplaint& complaint)
      : source_(source),
        text_(source.text),
        message_(complaint.message),
        at_(std::min(complaint.offset, static_cast<std::uint32_t>(source.text.size()))),
        read_until_(std::min(complaint.read_until, at_)),
        outline_(yaml::outline(source.text, at_)) {}

  [[nodiscard]] Diagnostic explain() const {
    if (auto found = unclosed_quote()) return std::move(*found);
    if (auto found = exactly_placed()) return std::move(*found);
    if (auto found = earlier_line()) return std::move(*found);
    if (says(YAML::ErrorMsg::UNKNOWN_TOKEN)) return bad_first_character();
    if (auto found = unclosed_bracket()) return std::move(*found);
    if (outline_.bracket_at_mark) return missing_comma(*outline_.bracket_at_mark);
    return structural();
  }

  [[nodiscard]] std::optional<Diagnostic> unclosed() const {
    if (auto found = unclosed_quote()) return found;
    return unclosed_bracket();
  }

 private:
  [[nodiscard]] bool says(std::string_view parser_message) const { return message_.starts_with(parser_message); }

  [[nodiscard]] Diagnostic syntax(ByteRange range, std::string message, std::string_view help) const {
    Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_syntax, source_.span(range), std::move(message));
    diagnostic.help = help;
    return diagnostic;
  }

  /// The character at an offset, all of its bytes.
  [[nodiscard]] ByteRange character(std::uint32_t at) const {
    std::uint32_t end = std::min(at + 1, static_cast<std::uint32_t>(text_.size()));
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
    return {at, end};
  }

  /// From an offset to the end of its word, at least one character.
  [[nodiscard]] ByteRange word(std::uint32_t at) const {
    return {at, std::max(character(at).end, yaml::skip_word(text_, at))};
  }

  /// The same inside brackets, where brackets and commas end a word.
  [[nodiscard]] ByteRange word_in_brackets(std::uint32_t at) const {
    const std::size_t length = source_.part(word(at)).find_first_of(",[]{}");
    if (length == std::string_view::npos || length == 0) return length == 0 ? character(at) : word(at);
    return {at, at + static_cast<std::uint32_t>(length)};
  }

  /// The beginning of the last run of the given characters up to the complaint.
  [[nodiscard]] std::uint32_t back_to(std::string_view characters) const {
    const std::size_t found = text_.substr(0, std::min<std::size_t>(at_ + 1, text_.size())).find_last_of(characters);
    if (found == std::string_view::npos) return at_;
    auto begin = static_cast<std::uint32_t>(found);
    while (begin > 0 && text_[begin - 1] == text_[found]) --begin;
    return begin;
  }

  // --- complaints with the right place -----------------------------------------------------------------------------

  [[nodiscard]] std::optional<Diagnostic> exactly_placed() const {
    namespace said = YAML::ErrorMsg;
    if (says(said::TAB_IN_INDENTATION)) return tab_as_indentation(source_, at_);
    if (says(said::BAD_FILE)) return nested_too_deeply(source_, at_);
    if (says(said::INVALID_ESCAPE) || says(said::INVALID_HEX) || says(said::INVALID_UNICODE)) return bad_escape();
    if (says(said::ZERO_INDENT_IN_BLOCK) || says(said::CHAR_IN_BLOCK)) return bad_block_header();
    if (says(said::UNKNOWN_ANCHOR)) return anchor_or_alias(source_, at_);
    if (says(said::ANCHOR_NOT_FOUND) || says(said::CHAR_IN_ANCHOR)) return anchor_or_alias(source_, back_to("&"));
    if (says(said::ALIAS_NOT_FOUND) || says(said::CHAR_IN_ALIAS)) return anchor_or_alias(source_, back_to("*"));
    if (says(said::ALIAS_CONTENT) || says(said::MULTIPLE_ANCHORS)) return anchor_or_alias(source_, back_to("&*"));
    return tag_or_directive();
  }

  [[nodiscard]] std::optional<Diagnostic> tag_or_directive() const {
    namespace said = YAML::ErrorMsg;
    constexpr std::array tags = {said::CHAR_IN_TAG_HANDLE, said::TAG_WITH_NO_SUFFIX, said::END_OF_VERBATIM_TAG,
                                 said::MULTIPLE_TAGS};
    constexpr std::array directives = {said::YAML_DIRECTIVE_ARGS, said::YAML_VERSION,
                                       said::YAML_MAJOR_VERSION,  said::REPEATED_YAML_DIRECTIVE,
                                       said::TAG_DIRECTIVE_ARGS,  said::REPEATED_TAG_DIRECTIVE};
    if (std::any_of(tags.begin(), tags.end(), [this](const char* said) { return says(said); })) {
      return unknown_tag(source_, yaml::property(text_, back_to("!")));
    }
    if (std::any_of(directives.begin(), directives.end(), [this](const char* said) { return says(said); })) {
      const std::uint32_t begin = back_to("%");
      return syntax({begin, yaml::line_end(text_, begin)},
                    "the directive " + in_back_ticks(text_.substr(begin)) + " is not understood", "remove the line");
    }
    return std::nullopt;
  }

  [[nodiscard]] Diagnostic bad_escape() const {
    const std::uint32_t begin =
        at_ == 0 ? 0 : static_cast<std::uint32_t>(std::min<std::size_t>(text_.rfind('\\', at_ - 1), at_));
    const ByteRange range = {begin, std::max(character(begin + 1).end, at_)};
    return syntax(range, in_back_ticks(source_.part(range)) + " is no escape that double quotes know",
                  R"(write `\\` for a backslash, or put the text in single quotes)");
  }

  [[nodiscard]] Diagnostic bad_block_header() const {
    const std::uint32_t begin = back_to("|>");
    const ByteRange range = {begin, yaml::line_end(text_, begin)};
    return syntax(range,
                  "found " + in_back_ticks(source_.part(range)) + ", expected a line end behind `" + text_[begin] +
                      "`, which begins a text of several lines",
                  "put a text that begins with `>` or `|` in quotes");
  }

  // --- mistakes on a line that the parser had passed --------------------------------------------------------------

  /// Tabs and missing colons are reported one or more lines late: the first of either since the last thing understood.
  [[nodiscard]] std::optional<Diagnostic> earlier_line() const {
    if (outline_.bracket_at_mark) return std::nullopt;
    const std::uint32_t from = yaml::line_begin(text_, read_until_);
    const std::vector<yaml::OutlineLine>& lines = outline_.lines;
    std::vector<std::uint32_t> key_columns;
    for (std::size_t index = 0; index < lines.size() && lines[index].begin <= at_; ++index) {
      const yaml::OutlineLine& line = lines[index];
      close_deeper(key_columns, line.has_dash ? line.dash_column : line.column);
      if (line.begin >= from && line.tab) return tab_as_indentation(source_, *line.tab);
      if (line.begin >= from && lacks_colon(index, key_columns))
        return missing_colon(source_, {line.content, line.end});
      if (line.has_key) key_columns.push_back(line.column);
    }
    return std::nullopt;
  }

  static void close_deeper(std::vector<std::uint32_t>& key_columns, std::uint32_t column) {
    while (!key_columns.empty() && key_columns.back() > column) key_columns.pop_back();
  }

  /// A line without a colon where keys stand: in the column of an open mapping, or just above a key of the same column.
  [[nodiscard]] bool lacks_colon(std::size_t index, const std::vector<std::uint32_t>& key_columns) const {
    const yaml::OutlineLine& line = outline_.lines[index];
    if (line.has_key || !begins_text(line.content)) return false;
    if (!line.has_dash && !key_columns.empty() && key_columns.back() == line.column) return true;
    if (index + 1 == outline_.lines.size() || continues_text(index)) return false;
    const yaml::OutlineLine& next = outline_.lines[index + 1];
    return next.has_key && !next.has_dash && next.column == line.column;
  }

  /// Whether what stands at an offset could be meant as a key.
  [[nodiscard]] bool begins_text(std::uint32_t at) const {
    return !yaml::is_white(yaml::byte_at(text_, at)) &&
           std::string_view("[]{},#&*!|>%@`?").find(text_[at]) == std::string_view::npos;
  }

  /// Whether a line is a further line of the plain text above it.
  [[nodiscard]] bool continues_text(std::size_t index) const {
    const std::uint32_t column = outline_.lines[index].column;
    if (outline_.lines[index].has_dash) return false;
    for (std::size_t above = index; above-- > 0;) {
      const yaml::OutlineLine& line = outline_.lines[above];
      if (line.has_key) return line.has_plain_value && column > line.column;
      if (line.has_dash) return column > line.dash_column;
    }
    return false;
  }

  // --- quotes and brackets ----------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<Diagnostic> unclosed_quote() const {
    if (!outline_.open_quote || outline_.open_quote->begin > at_) return std::nullopt;
    return open_quote(source_, outline_.open_quote->begin, outline_.open_quote->runs_into);
  }

  [[nodiscard]] std::optional<Diagnostic> unclosed_bracket() const {
    if (outline_.deep_bracket) return nested_too_deeply(source_, *outline_.deep_bracket);
    if (outline_.mismatch && outline_.mismatch->opened <= at_) return mismatched_bracket(*outline_.mismatch);
    const std::vector<std::uint32_t>& open = outline_.open_brackets;
    if (!open.empty() && open.front() <= at_) return open_bracket(open.back());
    return std::nullopt;
  }

  [[nodiscard]] std::string closing(std::uint32_t opened) const { return text_[opened] == '[' ? "`]`" : "`}`"; }

  [[nodiscard]] Diagnostic mismatched_bracket(const yaml::BracketMismatch& mismatch) const {
    Diagnostic diagnostic = syntax(
        character(mismatch.closed),
        "found " + in_back_ticks(text_.substr(mismatch.closed, 1)) + ", expected " + closing(mismatch.opened), "");
    diagnostic.labels.push_back({source_.span(character(mismatch.opened)), "opened here"});
    diagnostic.help = "close the brackets in the order in which they were opened";
    return diagnostic;
  }

  [[nodiscard]] Diagnostic open_bracket(std::uint32_t opened) const {
    return syntax(
        character(opened), in_back_ticks(text_.substr(opened, 1)) + " is never closed",
        "write " + closing(opened) + " behind the last entry; a text that begins with a bracket is put in quotes");
  }

  [[nodiscard]] Diagnostic missing_comma(std::uint32_t opened) const {
    std::uint32_t begin = at_;
    if (yaml::byte_at(text_, at_) == ':') {
      while (begin > opened + 1 && yaml::is_blank(text_[begin - 1])) --begin;
      while (begin > opened + 1 && !yaml::is_white(text_[begin - 1]) && text_[begin - 1] != ',') --begin;
    }
    const ByteRange found = word_in_brackets(begin);
    Diagnostic diagnostic =
        syntax(found, "found " + in_back_ticks(source_.part(found)) + ", expected `,` or " + closing(opened),
               "separate the entries by commas, and put a text that holds brackets or `: ` in quotes");
    diagnostic.labels.push_back({source_.span(character(opened)), "opened here"});
    return diagnostic;
  }

  // --- structure --------------------------------------------------------------------------------------------------

  [[nodiscard]] const yaml::OutlineLine* line_at_mark() const {
    const yaml::OutlineLine* found = nullptr;
    for (const yaml::OutlineLine& line : outline_.lines) {
      if (line.begin <= at_) found = &line;
    }
    return found;
  }

  [[nodiscard]] Diagnostic structural() const {
    namespace said = YAML::ErrorMsg;
    if (at_ >= text_.size()) return syntax({at_, at_}, "the document ends too early", "complete the last entry");
    if (says(said::FLOW_END)) return unopened_bracket();
    if (yaml::byte_at(text_, at_) == ',') return bad_first_character();
    if (says(said::MAP_VALUE)) return misplaced_colon();
    if (says(said::BLOCK_ENTRY)) return misplaced_dash();
    if (says(said::END_OF_MAP) || says(said::END_OF_SEQ)) return unexpected_entry();
    return syntax(word(at_), "found " + in_back_ticks(source_.part(word(at_))) + ", expected `key: value` or `- entry`",
                  "if this belongs to a text, put the text in quotes");
  }

  [[nodiscard]] Diagnostic unopened_bracket() const {
    return syntax(character(at_), "found " + in_back_ticks(text_.substr(at_, 1)) + ", but no bracket is open",
                  "remove the bracket, or put the text in quotes");
  }

  [[nodiscard]] Diagnostic bad_first_character() const {
    return syntax(character(at_),
                  "a text without quotes cannot begin with " + in_back_ticks(source_.part(character(at_))),
                  quotes_help);
  }

  [[nodiscard]] Diagnostic misplaced_colon() const {
    const yaml::OutlineLine* const line = line_at_mark();
    if (line != nullptr && line->second_colon == at_) {
      return syntax(character(at_), "found a second `:` on this line, expected text", quotes_help);
    }
    if (line != nullptr && line->has_key && yaml::line_begin(text_, at_) == line->begin) {
      return wrong_indentation(line->content);
    }
    return syntax(character(at_), "found `:`, expected text", quotes_help);
  }

  [[nodiscard]] Diagnostic misplaced_dash() const {
    return syntax(character(at_), "a list cannot begin behind other text on the same line",
                  "begin the list on a line of its own, or put the text in quotes");
  }

  /// Something that is neither the next key nor the next entry of what is open.
  [[nodiscard]] Diagnostic unexpected_entry() const {
    std::uint32_t before = at_;
    while (before > 0 && yaml::is_blank(text_[before - 1])) --before;
    const ByteRange rest = {at_, std::max(character(at_).end, yaml::line_end(text_, at_))};
    if (before > 0 && std::string_view("\"']}").find(text_[before - 1]) != std::string_view::npos) {
      const bool is_single = text_[before - 1] == '\'';
      return syntax(rest,
                    "found " + in_back_ticks(source_.part(rest)) + " behind the closing " +
                        in_back_ticks(text_.substr(before - 1, 1)) + ", expected the end of the line",
                    is_single ? "put the whole text in quotes and write `''` for an apostrophe in it"
                              : "put the whole text in quotes");
    }
    const yaml::OutlineLine* const line = line_at_mark();
    if (line == nullptr || yaml::line_begin(text_, at_) != line->begin) {
      return syntax(rest, "found " + in_back_ticks(source_.part(rest)) + ", expected `key: value` or `- entry`",
                    quotes_help);
    }
    if (line->has_dash && says(YAML::ErrorMsg::END_OF_MAP)) {
      return syntax(rest, "found a list entry, expected a key",
                    "indent the dashes of one list by the same number of spaces, below a key without a value");
    }
    if (line->has_key || line->has_dash) return wrong_indentation(line->begin + line->dash_column);
    return syntax(rest, "found " + in_back_ticks(source_.part(rest)) + ", expected a key and a colon, or a dash",
                  "indent the line if it continues the text above, and put no comment between the lines of a text");
  }

  [[nodiscard]] Diagnostic wrong_indentation(std::uint32_t begin) const {
    const ByteRange entry = word(begin);
    return syntax(entry, "the indentation of this line fits nothing above it",
                  "indent the keys of a mapping, and the dashes of a list, by the same number of spaces");
  }

  const YamlSource& source_;
  std::string_view text_;
  std::string_view message_;
  std::uint32_t at_;
  std::uint32_t read_until_;
  yaml::Outline outline_;
};

}  // namespace

Diagnostic explain_complaint(const YamlSource& source, const ParserComplaint& complaint) {
  return ComplaintReader(source, complaint).explain();
}

std::optional<Diagnostic> unclosed_before(const YamlSource& source, std::uint32_t offset) {
  return ComplaintReader(source, {{}, offset, offset}).unclosed();
}

}  // namespace roadlint::engine
