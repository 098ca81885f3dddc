// Every key of roadlint.yaml in one table: what is read, what the JSON Schema for editors says, and the order in which
// `roadlint config` shows settings come from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roadlint::gate {

enum class ValueKind : std::uint8_t {
  text,
  choice,      // one of `choices`
  flag,        // true or false
  day,         // 2026-06-29
  days,        // 30 days, 6 weeks
  path,        // relative to the folder of the file
  texts,       // a list of texts, or a single one
  paths,       // a list of paths, or a single one
  outputs,     // a list of FORMAT or FORMAT=PATH, or a single one
  severities,  // rule name or pattern: severity or `off`
  values,      // name: value
  overrides,   // a list of {paths, severity, ignore}
  letterhead,  // name: text, of `letterhead_keys`
};

struct ConfigurationKey {
  std::string_view name;
  ValueKind kind;
  std::string_view description;
  std::vector<std::string_view> choices = {};
};

[[nodiscard]] const std::vector<ConfigurationKey>& configuration_keys();
/// Null when there is no such key.
[[nodiscard]] const ConfigurationKey* find_configuration_key(std::string_view name);

/// Keys of the letterhead, with what they mean.
struct LetterheadKey {
  std::string_view name;
  std::string_view description;
};
[[nodiscard]] const std::vector<LetterheadKey>& letterhead_keys();

/// What a rule's severity can be set to.
[[nodiscard]] const std::vector<std::string_view>& severity_choices();

/// The JSON Schema of roadlint.yaml (draft 2020-12); ends with a line break.
[[nodiscard]] std::string configuration_schema();

}  // namespace roadlint::gate
