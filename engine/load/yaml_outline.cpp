// Scanning refused YAML line by line: see yaml_outline.hpp.
#include "engine/load/yaml_outline.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "engine/load/yaml_spans.hpp"

namespace roadlint::engine::yaml {
namespace {

bool is_dash(std::string_view text, std::uint32_t at) {
  return byte_at(text, at) == '-' && is_white(byte_at(text, at + 1));
}

bool is_colon(std::string_view text, std::uint32_t at) {
  return byte_at(text, at) == ':' && is_white(byte_at(text, at + 1));
}

bool is_comment(std::string_view text, std::uint32_t at) {
  return byte_at(text, at) == '#' && (at == 0 || is_white(text[at - 1]));
}

bool is_line_end(std::string_view text, std::uint32_t at) {
  const char character = byte_at(text, at);
  return character == '\n' || (character == '\r' && byte_at(text, at + 1) == '\n');
}

class OutlineScanner {
 public:
  OutlineScanner(std::string_view text, std::uint32_t mark) : text_(text), mark_(mark) {}

  Outline scan() {
    while (at_ < text_.size()) scan_line();
    result_.open_brackets = std::move(brackets_);
    return std::move(result_);
  }

 private:
  void scan_line() {
    OutlineLine line;
    line.begin = at_;
    at_ = skip_blanks(text_, at_);
    line.tab = tab_in_indentation(text_, at_);
    line.dash_column = at_ - line.begin;
    while (is_dash(text_, at_)) {
      line.has_dash = true;
      line.dash_column = at_ - line.begin;
      at_ = skip_blanks(text_, at_ + 1);
    }
    line.content = at_;
    line.column = at_ - line.begin;
    line.end = line_end(text_, at_);
    const bool has_content = !is_line_end(text_, at_) && !is_comment(text_, at_) && !is_document_line(line.begin);
    if (has_content) scan_content(line);
    if (has_content || line.has_dash) result_.lines.push_back(line);
    at_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size() - 1) + 1);
  }

  /// Whether a `---`, `...` or `%DIRECTIVE` stands at the beginning of a line.
  [[nodiscard]] bool is_document_line(std::uint32_t begin) const {
    const std::string_view start = text_.substr(begin, 3);
    return start == "---" || start == "..." || start.starts_with('%');
  }

  /// Scans tokens up to the end of the line, or of the line on which a quote, bracket or block scalar ends.
  void scan_content(OutlineLine& line) {
    while (true) {
      at_ = skip_blanks(text_, at_);
      if (is_line_end(text_, at_) || is_comment(text_, at_)) return;
      const char first = text_[at_];
      if (first == '"' || first == '\'') {
        scan_quoted(line);
      } else if (first == '[' || first == '{') {
        scan_brackets();
      } else if ((first == '|' || first == '>') && (line.has_key || line.has_dash)) {
        return scan_block(line);
      } else if (first == '!' || first == '&') {
        at_ = property(text_, at_).end;
        continue;
      } else {
        scan_plain(line);
      }
      scan_colon(line);
    }
  }

  void scan_colon(OutlineLine& line) {
    at_ = skip_blanks(text_, at_);
    if (byte_at(text_, at_) != ':') return;
    if (line.has_key && !line.second_colon) line.second_colon = at_;
    line.has_key = true;
    ++at_;
  }

  void scan_plain(OutlineLine& line) {
    if (line.has_key) line.has_plain_value = true;
    // A token such as a lone colon must be passed over as well, or the scan would stand still.
    if (!is_colon(text_, at_)) ++at_;
    while (!is_line_end(text_, at_) && !is_comment(text_, at_) && !is_colon(text_, at_)) ++at_;
  }

  void scan_quoted(const OutlineLine& line) {
    const std::uint32_t begin = at_;
    const auto end = quoted_end(text_, begin);
    at_ = end.value_or(static_cast<std::uint32_t>(text_.size()));
    if (end && text_.substr(begin, at_ - begin).find('\n') == std::string_view::npos) return;
    const std::int64_t parent = line.has_key ? line.column : line.has_dash ? line.dash_column : -1;
    const auto shallow = shallow_line(text_, {begin, at_}, brackets_.empty() ? parent : -1);
    if (!end || shallow || !is_followed_well()) {
      if (!result_.open_quote) result_.open_quote = OpenQuote{begin, shallow.value_or(at_)};
    }
  }

  /// Whether what stands behind a quoted text may stand there.
  [[nodiscard]] bool is_followed_well() const {
    const std::uint32_t next = skip_blanks(text_, at_);
    return is_line_end(text_, next) || std::string_view("#:,]}").find(text_[next]) != std::string_view::npos;
  }

  void scan_block(const OutlineLine& line) {
    at_ = block_end(text_, at_, line.has_key ? line.column : line.dash_column);
  }

  /// Scans from an opening bracket to the closing one, over any number of lines.
  void scan_brackets() {
    do {
      note_mark();
      if (at_ >= text_.size()) return;
      scan_in_brackets();
    } while (!brackets_.empty());
  }

  void note_mark() {
    if (at_ <= mark_ && !brackets_.empty()) result_.bracket_at_mark = brackets_.back();
  }

  void scan_in_brackets() {
    const char character = text_[at_];
    if (character == '[' || character == '{') {
      if (brackets_.size() == limits::data_nesting && !result_.deep_bracket) result_.deep_bracket = at_;
      brackets_.push_back(at_++);
    } else if (character == ']' || character == '}') {
      close_bracket();
    } else if ((character == '"' || character == '\'') && is_token_start()) {
      scan_quoted({});
    } else if (is_comment(text_, at_)) {
      at_ = line_end(text_, at_);
    } else {
      ++at_;
    }
  }

  void close_bracket() {
    const char opening = text_[at_] == ']' ? '[' : '{';
    if (text_[brackets_.back()] != opening && !result_.mismatch) {
      result_.mismatch = BracketMismatch{brackets_.back(), at_};
    }
    brackets_.pop_back();
    if (brackets_.empty() && at_ < mark_) result_.bracket_at_mark.reset();
    ++at_;
  }

  /// Whether a quote here begins a text, unlike the apostrophe of `it's`.
  [[nodiscard]] bool is_token_start() const {
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    return is_white(before) || std::string_view("[]{},:").find(before) != std::string_view::npos;
  }

  std::string_view text_;
  std::uint32_t mark_ = 0;
  std::uint32_t at_ = 0;
  std::vector<std::uint32_t> brackets_;
  Outline result_;
};

}  // namespace

Outline outline(std::string_view text, std::uint32_t mark) { return OutlineScanner(text, mark).scan(); }

}  // namespace roadlint::engine::yaml
