// The places besides its own that a finding rests on, as SARIF writes them.
#pragma once

#include <string_view>

#include "report/json_values.hpp"

namespace roadlint::report {

/// Where an alert is shown: the place that a change touches, if that was asked for, because GitHub shows alerts of a
/// pull request on changed lines only; else the finding's own.
[[nodiscard]] Span primary_place(const engine::Finding& finding);

/// `relatedLocations`: evidence with what it says, further places, each once and with an id from 1.
[[nodiscard]] Json sarif_related_locations(const Report& report, const engine::Finding& finding,
                                           std::string_view language);

}  // namespace roadlint::report
