// Text in double quotes on one line, as dumps show it and rules write it, and names in back-ticks.
#pragma once

#include <string>
#include <string_view>

namespace roadlint {

/// The text between double quotes, with the escapes `\"`, `\\`, `\n` and `\t`. Other control characters, which rules
/// have no escape for, become `\x1b`; invalid bytes become U+FFFD.
[[nodiscard]] std::string quoted_text(std::string_view text);

/// Names in back-ticks with commas between them, as diagnostics list them: "`en`, `de`".
template <typename Names>
[[nodiscard]] std::string listed_names(const Names& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "`" : ", `") + std::string(name) + "`";
  return text;
}

}  // namespace roadlint
