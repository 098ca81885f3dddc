// See engine_side.hpp.
#include "tests/twin/engine_side.hpp"

#include "engine/evaluate/evaluate.hpp"

namespace roadlint::twin {

namespace {

Evaluator with(unsigned threads, engine::BatchSizes sizes) {
  return [=](const dsl::Program& program, const engine::DataSet& data, const std::vector<std::size_t>& rules,
             const CalendarPeriod& as_of, Diagnostics& diagnostics) {
    const engine::Plan plan = engine::make_plan(program, rules);
    engine::EvaluationOptions options{as_of, threads};
    options.sizes = sizes;
    return engine::evaluate(plan, data, options, diagnostics);
  };
}

}  // namespace

/// Small sizes let the borders between batches and pieces come in every case.
std::vector<Evaluator> engine_sides() { return {with(1, {}), with(3, {3, 2}), with(1, {1, 5})}; }

}  // namespace roadlint::twin
