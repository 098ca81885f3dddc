// Pieces of the input as they are quoted inside a message: on one line, short, between back-ticks.
#pragma once

#include <string>
#include <string_view>

namespace roadlint::engine {

/// The first line of `input`, at most 40 characters of it (then `...`), without control characters, in back-ticks;
/// in double quotes when it holds a back-tick itself.
[[nodiscard]] std::string in_back_ticks(std::string_view input);

}  // namespace roadlint::engine
