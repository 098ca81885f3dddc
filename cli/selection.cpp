// See selection.hpp.
#include "cli/selection.hpp"

#include <algorithm>
#include <string>

#include "cli/glob.hpp"

namespace roadlint::cli {

bool names_rule(std::string_view pattern, std::string_view pack, std::string_view id) {
  if (pattern.find('/') == std::string_view::npos) return matches_glob(id, pattern);
  return !pack.empty() && matches_glob(std::string(pack) + "/" + std::string(id), pattern);
}

bool is_selected(const Options& options, std::string_view pack, std::string_view id) {
  const auto is_named = [&](const std::string& pattern) { return names_rule(pattern, pack, id); };
  const bool is_chosen = options.select.empty() || std::any_of(options.select.begin(), options.select.end(), is_named);
  return is_chosen && std::none_of(options.ignore.begin(), options.ignore.end(), is_named);
}

}  // namespace roadlint::cli
