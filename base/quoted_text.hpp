// Text in double quotes on one line, as dumps show it and rules write it.
#pragma once

#include <string>
#include <string_view>

namespace roadlint {

/// The text between double quotes, with the escapes `\"`, `\\`, `\n` and `\t`. Other control characters, which rules
/// have no escape for, become `\x1b`; invalid bytes become U+FFFD.
[[nodiscard]] std::string quoted_text(std::string_view text);

}  // namespace roadlint
