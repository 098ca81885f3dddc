// Where things begin and end in YAML source: yaml-cpp says where a node begins and nothing else. All offsets count
// bytes of the text without its byte order mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.hpp"

namespace roadlint::engine {

/// The text of one YAML file without its byte order mark, and the way back to offsets in the file.
struct YamlSource {
  FileId file = no_file;
  std::string_view text;
  std::uint32_t text_begin = 0;  // length of the byte order mark

  [[nodiscard]] ByteRange file_range(ByteRange range) const {
    return {range.begin + text_begin, range.end + text_begin};
  }
  [[nodiscard]] Span span(ByteRange range) const { return {file, file_range(range)}; }
  [[nodiscard]] std::string_view part(ByteRange range) const {
    return text.substr(range.begin, range.end - range.begin);
  }
};

namespace yaml {

[[nodiscard]] bool is_blank(char character);
[[nodiscard]] bool is_white(char character);
/// The byte at an offset, or a line feed past the end: what ends a line also ends the text.
[[nodiscard]] char byte_at(std::string_view text, std::size_t at);

/// Past spaces and tabs.
[[nodiscard]] std::uint32_t skip_blanks(std::string_view text, std::uint32_t at);
/// Past white space, line breaks and comments; to be used between tokens only, where every `#` begins a comment.
[[nodiscard]] std::uint32_t skip_to_token(std::string_view text, std::uint32_t at);
/// Past everything that is not white space.
[[nodiscard]] std::uint32_t skip_word(std::string_view text, std::uint32_t at);

/// First byte of the line that holds `at`, and the end of that line without its line break.
[[nodiscard]] std::uint32_t line_begin(std::string_view text, std::uint32_t at);
[[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t at);
/// Bytes between the beginning of the line and `at`.
[[nodiscard]] std::uint32_t column(std::string_view text, std::uint32_t at);
/// The first tab before `at` when only blanks precede `at` on its line.
[[nodiscard]] std::optional<std::uint32_t> tab_in_indentation(std::string_view text, std::uint32_t at);

/// Just past the closing quote of the quoted text that begins at `begin`; nothing when it is never closed.
[[nodiscard]] std::optional<std::uint32_t> quoted_end(std::string_view text, std::uint32_t begin);
/// End of the plain scalar at `begin` with the folded text `value`, which may differ from the source in white space.
[[nodiscard]] std::uint32_t plain_end(std::string_view text, std::uint32_t begin, std::string_view value);
/// End of the last line with content of the block scalar whose `|` or `>` is at `begin`. Its lines are indented deeper
/// than `parent_column`, which is -1 at the top of the document.
[[nodiscard]] std::uint32_t block_end(std::string_view text, std::uint32_t begin, std::int64_t parent_column);
/// The `|` or `>` and the signs that belong to it, as in `>-` or `|2`.
[[nodiscard]] ByteRange block_header(std::string_view text, std::uint32_t begin);
/// The tag, anchor or alias that begins at `begin`.
[[nodiscard]] ByteRange property(std::string_view text, std::uint32_t begin);
/// `~`, `null`, `Null` or `NULL` at `begin`, if one stands there as a whole value.
[[nodiscard]] std::optional<ByteRange> null_word(std::string_view text, std::uint32_t begin);
/// The first line on which the quoted text of `range` goes on without being indented deeper than `parent_column`.
[[nodiscard]] std::optional<std::uint32_t> shallow_line(std::string_view text, ByteRange range,
                                                        std::int64_t parent_column);

}  // namespace yaml
}  // namespace roadlint::engine
