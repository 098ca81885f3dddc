// See terminal.hpp.
#include "cli/terminal.hpp"

#include <cstdlib>

#include "cli/console.hpp"

namespace roadlint::cli {

bool uses_color(ColorMode mode, bool is_terminal) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): called from one thread
  const bool is_refused = no_color != nullptr && *no_color != '\0';
  return is_terminal && !is_refused;
}

report::RenderStyle style_of(const Options& options) {
  return {options.language, uses_color(options.color, error_is_terminal())};
}

}  // namespace roadlint::cli
