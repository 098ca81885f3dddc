// Which rules --select and --ignore leave.
#pragma once

#include <string_view>

#include "cli/options.hpp"

namespace roadlint::cli {

/// Whether a pattern names the rule: by its id, or, when the pattern holds a `/`, by its pack and id ("wording/*").
[[nodiscard]] bool names_rule(std::string_view pattern, std::string_view pack, std::string_view id);

/// Whether the options leave the rule. The loader's own rules have no pack.
[[nodiscard]] bool is_selected(const Options& options, std::string_view pack, std::string_view id);

}  // namespace roadlint::cli
