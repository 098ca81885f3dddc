// UTF-8: validation, counting, and the width text takes on a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roadlint::utf8 {

/// Offset of the first byte that is not part of valid UTF-8, if any (overlong forms, surrogates and values above
/// U+10FFFF count as invalid).
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// Whether the byte goes on with a code point that began before.
[[nodiscard]] constexpr bool is_continuation(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U; }

/// Number of code points; invalid bytes count as one each.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Columns of a terminal that the text takes: 0 for combining marks, 2 for wide East Asian characters and emoji.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Decodes the code point at `offset` and moves `offset` past it; an invalid byte gives U+FFFD.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

/// The text without control characters that could move a terminal's cursor, begin a line or turn the direction of the
/// text: they become U+FFFD; tabs become a space.
[[nodiscard]] std::string printable(std::string_view text);

/// Whether only white space (including U+00A0 and the other Unicode blanks) is in the text.
[[nodiscard]] bool is_blank(std::string_view text);

/// The text without leading and trailing white space (Unicode blanks included).
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Whether the byte is an ASCII letter, digit or sign: no blank and no part of one.
[[nodiscard]] constexpr bool is_visible_ascii(char byte) { return byte > 0x20 && byte < 0x7F; }

}  // namespace roadlint::utf8
