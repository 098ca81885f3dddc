// Texts as SARIF and GitHub take them: never empty where they are required, within a limit, without links.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/json_values.hpp"

namespace roadlint::report {

/// The text cut to `count` code points, the last one being … where something was cut.
[[nodiscard]] std::string limited(std::string_view text, std::size_t count);

/// `{"text": ...}`, limited. What reads like a link of SARIF, `[here](1)`, becomes plain text.
[[nodiscard]] Json sarif_message(std::string_view text, std::size_t limit = std::string_view::npos);

/// Several lines without control characters.
[[nodiscard]] std::string printable_text(std::string_view text);

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace roadlint::report
