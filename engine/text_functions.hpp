// Functions of texts that rules can call.
#pragma once

#include <string>
#include <string_view>

#include "values/number.hpp"

namespace roadlint::engine {

/// Number of code points.
[[nodiscard]] Number text_length(std::string_view text);

}  // namespace roadlint::engine
