// See selection.hpp.
#include "cli/selection.hpp"

#include <algorithm>

#include "gate/severities.hpp"

namespace roadlint::cli {

bool is_selected(const Options& options, std::string_view pack, std::string_view id) {
  const auto is_named = [&](const RulePattern& pattern) { return gate::names_rule(pattern.text, pack, id); };
  const bool is_chosen = options.select.empty() || std::any_of(options.select.begin(), options.select.end(), is_named);
  return is_chosen && std::none_of(options.ignore.begin(), options.ignore.end(), is_named);
}

}  // namespace roadlint::cli
