// See run.hpp.
#include "tests/twin/run.hpp"

#include <future>
#include <stdexcept>

#include "tests/twin/compare.hpp"
#include "tests/twin/describe.hpp"
#include "tests/twin/generate_world.hpp"
#include "tests/twin/shrink.hpp"

namespace roadlint::twin {
namespace {

/// Worlds between two looks at the number of cases: the same for any number of threads.
constexpr std::size_t worlds_of_round = 24;
constexpr std::size_t shrinking_attempts = 6000;
constexpr std::size_t lines_shown = 25;

void run_world(std::uint64_t seed, const std::vector<Evaluator>& sides, TwinReport& report) {
  World world;
  BuiltWorld built;
  report.refused += generate_world(seed, world, built);
  const auto expected = plain_outcomes(built);
  report.cases += expected.size();
  ++report.worlds;
  report.coverage.count(built.program);
  for (const engine::RuleOutcomes& outcomes : expected) report.coverage.count(outcomes);
  const std::vector<Difference> found = differences(built, expected, sides);
  if (found.empty()) return;
  report.failing_seeds.push_back(seed);
  report.differing_rules += found.size();
}

/// As run_world; says of which seed an exception is.
void run_named_world(std::uint64_t seed, const std::vector<Evaluator>& sides, TwinReport& report) {
  try {
    run_world(seed, sides, report);
  } catch (const std::exception& failure) {
    throw std::runtime_error("seed " + std::to_string(seed) + ": " + failure.what());
  }
}

void add(TwinReport& total, const TwinReport& part) {
  total.cases += part.cases;
  total.worlds += part.worlds;
  total.refused += part.refused;
  total.differing_rules += part.differing_rules;
  total.coverage.add(part.coverage);
  total.failing_seeds.insert(total.failing_seeds.end(), part.failing_seeds.begin(), part.failing_seeds.end());
}

}  // namespace

TwinReport run_twin(const TwinOptions& options, const std::vector<Evaluator>& sides) {
  TwinReport total;
  while (total.cases < options.cases) {
    const std::uint64_t first_seed = options.seed + total.worlds;
    std::vector<TwinReport> reports(worlds_of_round);
    std::vector<std::future<void>> workers;
    for (std::size_t worker = 0; worker < options.threads; ++worker) {
      workers.push_back(std::async(std::launch::async, [&, worker] {
        for (std::size_t world = worker; world < worlds_of_round; world += options.threads) {
          run_named_world(first_seed + world, sides, reports[world]);
        }
      }));
    }
    for (std::future<void>& worker : workers) worker.get();
    for (const TwinReport& report : reports) add(total, report);
  }
  return total;
}

std::string explain_failure(std::uint64_t seed, const std::vector<Evaluator>& sides) {
  World world;
  {
    BuiltWorld built;
    generate_world(seed, world, built);
  }
  const auto still_fails = [&](const World& candidate) { return difference_in(candidate, sides).has_value(); };
  if (!still_fails(world)) return "";
  world = shrunk(std::move(world), still_fails, shrinking_attempts);
  const Difference difference = *difference_in(world, sides);
  return "seed " + std::to_string(seed) + ", shrunk; rule `" + difference.rule + "`\n" + world_text(world) + "---\n" +
         first_difference(difference.expected, difference.found, lines_shown);
}

}  // namespace roadlint::twin
