// One function for each command.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"

namespace roadlint::cli {

[[nodiscard]] ExitStatus check_command(const Options& options);
[[nodiscard]] ExitStatus diff_command(const Options& options);
[[nodiscard]] ExitStatus rules_command(const Options& options);
[[nodiscard]] ExitStatus explain_command(const Options& options);
[[nodiscard]] ExitStatus list_command(const Options& options);
[[nodiscard]] ExitStatus baseline_command(const Options& options);
[[nodiscard]] ExitStatus config_command(const Options& options);
[[nodiscard]] ExitStatus init_command(const Options& options);
/// Completions and manual, both made of the options themselves.
[[nodiscard]] ExitStatus describe_command(const Options& options);
[[nodiscard]] ExitStatus dump_command(const Options& options);

}  // namespace roadlint::cli
