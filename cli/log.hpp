// The log of roadlint's own steps: on standard error, off by default, never for findings.
#pragma once

#include <cstddef>
#include <string_view>

namespace roadlint::cli {

/// Sets up the log for a level such as "off", "info" or "debug"; false when there is no such level.
[[nodiscard]] bool start_log(std::string_view level);
/// Notes that a step was finished, and how much it gave.
void log_step(std::string_view step, std::size_t count);

/// Notes how long a phase took.
void log_phase(std::string_view phase, double milliseconds);

}  // namespace roadlint::cli
