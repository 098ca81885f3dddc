// See configuration_keys.hpp.
#include "gate/configuration_keys.hpp"

#include <algorithm>

namespace roadlint::gate {

const std::vector<ConfigurationKey>& configuration_keys() {
  static const std::vector<ConfigurationKey> keys = {
      {"extends", ValueKind::paths, "Configuration files that this one builds on; what they set holds unless set here"},
      {"paths", ValueKind::paths, "Files and folders with roadmaps, checked when the command line names none"},
      {"rules", ValueKind::paths, "Rule files and folders; `builtin` stands for the packs that come with the program"},
      {"select", ValueKind::texts, "Only the rules whose name, or pack and name, matches: 'milestone-*', 'paper/*'"},
      {"ignore", ValueKind::texts, "Not the rules whose name, or pack and name, matches"},
      {"set", ValueKind::values, "Values of rule parameters"},
      {"severity", ValueKind::severities, "Severity of rules by name or pattern; the last row that matches decides"},
      {"overrides", ValueKind::overrides, "The same for files whose path, relative to this file, matches a pattern"},
      {"lang", ValueKind::choice, "Language of messages", {"en", "de"}},
      {"fail-on",
       ValueKind::choice,
       "Least severity that makes the exit status 1",
       {"error", "warning", "note", "never"}},
      {"fail-on-heuristic", ValueKind::flag, "Whether heuristic findings, which are guesses, count for fail-on too"},
      {"as-of", ValueKind::day, "What \"today\" is, such as 2026-06-29"},
      {"baseline", ValueKind::path, "File with the findings that are known and do not count"},
      {"waivers", ValueKind::paths, "Files with waivers"},
      {"waiver-notice", ValueKind::days, "How long before its expiry a waiver is warned of, such as 30 days"},
      {"format", ValueKind::outputs,
       "What to write, and with `=FILE` where to: human, sarif=roadlint.sarif, csv:de=a.csv"},
      {"letterhead", ValueKind::letterhead, "Who sends deficiency lists"},
  };
  return keys;
}

const ConfigurationKey* find_configuration_key(std::string_view name) {
  const auto& keys = configuration_keys();
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

const std::vector<LetterheadKey>& letterhead_keys() {
  static const std::vector<LetterheadKey> keys = {
      {"organisation", "Name of the organisation"},
      {"department", "Department or unit"},
      {"address", "Postal address; line breaks are kept"},
      {"contact", "Whom to answer: a role, an address or a telephone number"},
      {"reference", "Reference of the sender"},
      {"answer-within", "Time for the answer, such as 4 weeks"},
  };
  return keys;
}

const std::vector<std::string_view>& severity_choices() {
  static const std::vector<std::string_view> choices = {"error", "warning", "note", "off"};
  return choices;
}

}  // namespace roadlint::gate
