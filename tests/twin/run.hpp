// Runs many worlds, in several threads if wanted, and gathers what happened. The result does not depend on the threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/twin/coverage.hpp"
#include "tests/twin/engine_side.hpp"

namespace roadlint::twin {

struct TwinOptions {
  std::size_t cases = 10'000;
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

struct TwinReport {
  std::size_t cases = 0;
  std::size_t worlds = 0;
  /// Rules that the checker did not accept; they are no cases.
  std::size_t refused = 0;
  Coverage coverage;
  /// Seeds of worlds in which the sides differ, and how many rules do so.
  std::vector<std::uint64_t> failing_seeds;
  std::size_t differing_rules = 0;
};

/// World number n is made from the seed `options.seed` + n. Ends after the round in which enough cases were run.
[[nodiscard]] TwinReport run_twin(const TwinOptions& options, const std::vector<Evaluator>& sides);
/// The failing world of this seed, shrunk, with both descriptions; empty when nothing differs.
[[nodiscard]] std::string explain_failure(std::uint64_t seed, const std::vector<Evaluator>& sides);

}  // namespace roadlint::twin
