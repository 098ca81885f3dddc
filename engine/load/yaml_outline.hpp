// A second, forgiving look at YAML that the parser refused: its lines, quotes and brackets. The parser stops where it
// can no longer go on; the outline helps to find where the mistake was made.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace roadlint::engine::yaml {

/// A line that is neither blank nor a comment nor inside a quoted text, a block scalar or brackets.
struct OutlineLine {
  std::uint32_t begin = 0;
  std::uint32_t content = 0;  // first byte after indentation and dashes
  std::uint32_t end = 0;      // past the last byte, without the line break
  std::uint32_t column = 0;   // of the content
  std::uint32_t dash_column = 0;
  bool has_dash = false;
  bool has_key = false;
  bool has_plain_value = false;               // plain text behind the key, which may go on in deeper lines
  std::optional<std::uint32_t> tab;           // in the indentation
  std::optional<std::uint32_t> second_colon;  // a further `: ` in the plain text behind the key
};

struct OpenQuote {
  std::uint32_t begin = 0;
  std::uint32_t runs_into =
      0;  // where the text went on and a person would have ended it; the end of the text if nowhere
};

struct BracketMismatch {
  std::uint32_t opened = 0;
  std::uint32_t closed = 0;
};

struct Outline {
  std::vector<OutlineLine> lines;
  std::optional<OpenQuote> open_quote;           // the first quoted text that swallows lines
  std::vector<std::uint32_t> open_brackets;      // those that are never closed, outermost first
  std::optional<std::uint32_t> deep_bracket;     // the first bracket nested deeper than the limit
  std::optional<BracketMismatch> mismatch;       // the first bracket closed by one of the other kind
  std::optional<std::uint32_t> bracket_at_mark;  // the innermost bracket open at the offset asked for
};

/// Looks through the whole text. `mark` is the offset at which the open bracket is wanted.
[[nodiscard]] Outline outline(std::string_view text, std::uint32_t mark);

}  // namespace roadlint::engine::yaml
