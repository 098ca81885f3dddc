// `roadlint list --read`: answered lists to a file of proposals for review.
#pragma once

#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "cli/run.hpp"

namespace roadlint::cli {

/// Checks the data, finds the findings that were answered, and writes the proposals where --out says, or to standard
/// output. A file that exists is never replaced: it may have been reviewed.
[[nodiscard]] ExitStatus read_answered_lists(const Options& options, Run& run);

}  // namespace roadlint::cli
