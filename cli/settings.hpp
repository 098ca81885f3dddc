// From the command line to the whole of what holds for a run: what options leave open is asked of the environment, then
// of the configuration file, and then has its standard.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "cli/options.hpp"

namespace roadlint::cli {

/// Completes the options of a command that checks or looks at rules. Mistakes are the configuration's or the
/// environment's.
void complete_options(Options& options, SourceFiles& files, Diagnostics& diagnostics);

}  // namespace roadlint::cli
