// ASCII characters without the C locale. Internal to values/: for numerals, units and the words beside them.
#pragma once

#include <algorithm>
#include <string_view>

namespace roadlint::ascii {

[[nodiscard]] inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
[[nodiscard]] inline bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
[[nodiscard]] inline bool is_letter(char byte) { return is_capital(byte) || (byte >= 'a' && byte <= 'z'); }
[[nodiscard]] inline char lowered(char byte) { return is_capital(byte) ? static_cast<char>(byte - 'A' + 'a') : byte; }

/// Whether `text` is `lower` when ASCII capitals are taken as small letters.
[[nodiscard]] inline bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char left, char right) { return lowered(left) == right; });
}

/// The digits at the start of the text.
[[nodiscard]] inline std::string_view leading_digits(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

}  // namespace roadlint::ascii
