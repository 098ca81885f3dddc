// Patterns for names and paths: `*` stands for any characters, `?` for one.
#pragma once

#include <string_view>

namespace roadlint {

/// Whether the whole text matches. Takes time proportional to the product of both lengths at most.
[[nodiscard]] bool matches_glob(std::string_view text, std::string_view pattern);

}  // namespace roadlint
