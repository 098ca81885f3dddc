// Places in the data as SARIF writes them.
#pragma once

#include <string_view>

#include "report/json_values.hpp"

namespace roadlint::report {

/// A `location` with a file and a region; the beginning of the first data file for an unknown place, because GitHub
/// refuses a whole report for one result without a location.
[[nodiscard]] Json sarif_location(const Report& report, const Span& span);

}  // namespace roadlint::report
