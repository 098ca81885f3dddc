// See engine_side.hpp.
#include "tests/twin/engine_side.hpp"

#include "engine/evaluate/evaluate.hpp"

namespace roadlint::twin {

namespace {

Evaluator with_threads(unsigned threads) {
  return [threads](const dsl::Program& program, const engine::DataSet& data, const std::vector<std::size_t>& rules,
                   const CalendarPeriod& as_of, Diagnostics& diagnostics) {
    const engine::Plan plan = engine::make_plan(program, rules);
    return engine::evaluate(plan, data, {as_of, threads, {}}, diagnostics);
  };
}

}  // namespace

std::vector<Evaluator> engine_sides() { return {with_threads(1), with_threads(3)}; }

}  // namespace roadlint::twin
