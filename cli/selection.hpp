// Which rules --select and --ignore leave.
#pragma once

#include <string_view>

#include "cli/options.hpp"

namespace roadlint::cli {

/// Whether the options leave the rule. The loader's own rules have no pack.
[[nodiscard]] bool is_selected(const Options& options, std::string_view pack, std::string_view id);

}  // namespace roadlint::cli
