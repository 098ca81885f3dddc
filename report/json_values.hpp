// Parts of JSON reports that several of them have.
#pragma once

#include <nlohmann/json.hpp>

#include "report/report.hpp"

namespace roadlint::report {

using Json = nlohmann::ordered_json;

/// Null for an unknown place.
[[nodiscard]] Json location_json(const SourceFiles& files, const Span& span);
/// An object with every language.
[[nodiscard]] Json text_json(const LocalizedText& text);
[[nodiscard]] Json diagnostic_json(const SourceFiles& files, const Diagnostic& diagnostic);
[[nodiscard]] Json rule_json(const engine::RuleAccount& rule);
[[nodiscard]] Json finding_json(const SourceFiles& files, const engine::Finding& finding);
[[nodiscard]] Json waiver_json(const SourceFiles& files, const engine::Waiver& waiver);
[[nodiscard]] Json acceptance_json(const SourceFiles& files, const engine::Acceptance& acceptance);
/// Null for nothing.
[[nodiscard]] Json optional_json(const std::optional<std::string>& text);

template <typename Value, typename Convert>
[[nodiscard]] Json array_json(const std::vector<Value>& values, Convert convert) {
  Json result = Json::array();
  for (const Value& value : values) result.push_back(convert(value));
  return result;
}

/// The text of a report, which ends with a line break. Invalid UTF-8 is replaced: a report about broken data must not
/// break.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace roadlint::report
