// How a run went, as SARIF writes it: what could not be read, and what is wrong with rules, waivers and options.
#pragma once

#include <cstddef>

#include "report/json_values.hpp"

namespace roadlint::report {

/// An `invocation`; `left_out` is how many results there was no room for.
[[nodiscard]] Json sarif_invocation(const Report& report, std::size_t left_out);

}  // namespace roadlint::report
