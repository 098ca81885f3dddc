// See engine_side.hpp.
#include "tests/twin/engine_side.hpp"

#include "engine/evaluate/evaluate.hpp"

namespace roadlint::twin {

std::vector<Evaluator> engine_sides() {
  return {[](const dsl::Program& program, const engine::DataSet& data, const std::vector<std::size_t>& rules,
             const CalendarPeriod& as_of,
             Diagnostics& diagnostics) { return engine::evaluate(program, data, rules, as_of, diagnostics); }};
}

}  // namespace roadlint::twin
