// From raw outcomes to findings: places, evidence, who is responsible, what caused what, fingerprints, order. Also the
// findings of the loader.
#pragma once

#include <vector>

#include "base/source_text.hpp"
#include "dsl/typed/program.hpp"
#include "engine/outcome.hpp"
#include "engine/rule_outcomes.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// `files` gives the names by which findings are sorted. The result does not depend on the number of threads.
[[nodiscard]] Outcomes make_outcomes(const dsl::Program& program, const DataSet& data,
                                     std::vector<RuleOutcomes> outcomes, const SourceFiles& files,
                                     unsigned threads = 1);

}  // namespace roadlint::engine
