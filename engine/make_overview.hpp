// The door to the overview: tables in, what pictures show out.
#pragma once

#include "engine/overview.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// `as_of` is what "today" is. Fields are looked for by the names that the roadmap model gives them.
[[nodiscard]] Overview make_overview(const dsl::Model& model, const DataSet& data, const CalendarPeriod& as_of);

}  // namespace roadlint::engine
