// Words that are numbers: "Verdopplung" is the factor 2, "ein Drittel" a share of 1/3, "flächendeckend" all of it.
#pragma once

#include <optional>
#include <string_view>

#include "values/number.hpp"

namespace roadlint {

/// The factor that a word or phrase names, in any case: "Verdopplung", "doubling", "Halbierung".
[[nodiscard]] std::optional<Number> factor_named(std::string_view text);

/// The share of a whole that a word or phrase names, in any case: "ein Drittel", "one half", "alle". Words for none are
/// none of them: who writes `baseline: none` states no baseline.
[[nodiscard]] std::optional<Number> share_named(std::string_view text);

/// Whether a word says that nothing is left: "Netto-Null", "net zero".
[[nodiscard]] bool names_zero(std::string_view text);

}  // namespace roadlint
