// Scanning YAML source for ends: see yaml_spans.hpp.
#include "engine/load/yaml_spans.hpp"

#include <algorithm>
#include <array>

namespace roadlint::engine::yaml {
namespace {

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

/// Beginning of the line after the one that holds `at`.
std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t line_feed = text.find('\n', at);
  return line_feed == std::string_view::npos ? size_of(text) : static_cast<std::uint32_t>(line_feed + 1);
}

std::uint32_t without_trailing_white(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && is_white(text[end - 1])) --end;
  return end;
}

std::uint32_t indentation(std::string_view text, std::uint32_t line) {
  std::uint32_t at = line;
  while (at < text.size() && text[at] == ' ') ++at;
  return at - line;
}

/// The digit of a header such as `|2`.
std::optional<std::uint32_t> written_indentation(std::string_view text, ByteRange header) {
  for (std::uint32_t at = header.begin + 1; at < header.end; ++at) {
    if (text[at] >= '1' && text[at] <= '9') return static_cast<std::uint32_t>(text[at] - '0');
  }
  return std::nullopt;
}

bool is_in_anchor(char character) {
  return !is_white(character) && std::string_view(",[]{}").find(character) == std::string_view::npos;
}

/// The characters that yaml-cpp takes for a part of a tag.
bool is_in_tag(char character) {
  const bool is_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  const bool is_digit = character >= '0' && character <= '9';
  return is_letter || is_digit || std::string_view("-#;/?:@&=+$_.~*'()%!").find(character) != std::string_view::npos;
}

}  // namespace

bool is_blank(char character) { return character == ' ' || character == '\t'; }

bool is_white(char character) { return is_blank(character) || character == '\n' || character == '\r'; }

char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\n'; }

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::uint32_t skip_to_token(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    if (is_white(text[at])) {
      ++at;
    } else if (text[at] == '#') {
      at = next_line(text, at);
    } else {
      break;
    }
  }
  return at;
}

std::uint32_t skip_word(std::string_view text, std::uint32_t at) {
  while (at < text.size() && !is_white(text[at])) ++at;
  return at;
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  if (at == 0) return 0;
  const std::size_t line_feed = text.rfind('\n', at - 1);
  return line_feed == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line_feed + 1);
}

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
  return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

std::uint32_t column(std::string_view text, std::uint32_t at) { return at - line_begin(text, at); }

std::optional<std::uint32_t> tab_in_indentation(std::string_view text, std::uint32_t at) {
  std::optional<std::uint32_t> tab;
  while (at > 0 && text[at - 1] != '\n') {
    --at;
    if (!is_blank(text[at])) return std::nullopt;
    if (text[at] == '\t') tab = at;
  }
  return tab;
}

std::optional<std::uint32_t> quoted_end(std::string_view text, std::uint32_t begin) {
  const char quote = text[begin];
  for (std::uint32_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool is_doubled = quote == '\'' && byte_at(text, at + 1) == '\'';
      if (!is_doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

std::uint32_t plain_end(std::string_view text, std::uint32_t begin, std::string_view value) {
  if (text.substr(begin).starts_with(value)) return begin + size_of(value);
  std::uint32_t at = begin;
  std::uint32_t end = begin;
  for (const char character : value) {
    if (is_white(character)) continue;
    while (at < text.size() && is_white(text[at])) ++at;
    if (byte_at(text, at) != character) break;
    end = ++at;
  }
  return end;
}

ByteRange block_header(std::string_view text, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  while (end < text.size() && std::string_view("+-0123456789").find(text[end]) != std::string_view::npos) ++end;
  return {begin, end};
}

std::uint32_t block_end(std::string_view text, std::uint32_t begin, std::int64_t parent_column) {
  const ByteRange header = block_header(text, begin);
  const auto outer = static_cast<std::uint32_t>(std::max<std::int64_t>(parent_column, 0));
  const std::optional<std::uint32_t> written = written_indentation(text, header);
  std::uint32_t content_column = outer + written.value_or(1);
  bool is_known = written.has_value();
  std::uint32_t end = header.end;
  for (std::uint32_t line = next_line(text, begin); line < text.size(); line = next_line(text, line)) {
    const std::uint32_t content_end = without_trailing_white(text, line, line_end(text, line));
    if (content_end == line) continue;
    if (!is_known) content_column = std::max(content_column, indentation(text, line));
    is_known = true;
    if (indentation(text, line) < content_column) break;
    end = content_end;
  }
  return end;
}

ByteRange property(std::string_view text, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  if (byte_at(text, end) == '<') {
    const std::size_t close = text.find('>', end);
    return {begin, close == std::string_view::npos ? skip_word(text, end) : static_cast<std::uint32_t>(close + 1)};
  }
  const bool is_tag = text[begin] == '!';
  while (end < text.size() && (is_tag ? is_in_tag(text[end]) : is_in_anchor(text[end]))) ++end;
  return {begin, end};
}

std::optional<ByteRange> null_word(std::string_view text, std::uint32_t begin) {
  constexpr std::array<std::string_view, 4> words = {"~", "null", "Null", "NULL"};
  for (const std::string_view word : words) {
    if (!text.substr(std::min<std::size_t>(begin, text.size())).starts_with(word)) continue;
    const std::uint32_t end = begin + size_of(word);
    const char next = byte_at(text, end);
    if (is_white(next) || std::string_view(",[]{}:").find(next) != std::string_view::npos) return ByteRange{begin, end};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> shallow_line(std::string_view text, ByteRange range, std::int64_t parent_column) {
  for (std::uint32_t line = next_line(text, range.begin); line < range.end; line = next_line(text, line)) {
    const std::uint32_t content = skip_blanks(text, line);
    if (is_white(byte_at(text, content))) continue;
    if (static_cast<std::int64_t>(content - line) <= parent_column) return content;
  }
  return std::nullopt;
}

}  // namespace roadlint::engine::yaml
