// The table of keys as a JSON Schema: see configuration_keys.hpp.
#include <nlohmann/json.hpp>

#include "gate/configuration_keys.hpp"

namespace roadlint::gate {
namespace {

using Json = nlohmann::ordered_json;

const Json text_schema = {{"type", "string"}};

Json choices_schema(const std::vector<std::string_view>& choices) {
  Json names = Json::array();
  for (const std::string_view choice : choices) names.push_back(choice);
  return {{"enum", names}};
}

Json one_or_several(const Json& schema) {
  return {{"oneOf", Json::array({schema, Json{{"type", "array"}, {"items", schema}}})}};
}

Json map_of(const Json& schema) { return {{"type", "object"}, {"additionalProperties", schema}}; }

Json letterhead_schema() {
  Json properties = Json::object();
  for (const LetterheadKey& key : letterhead_keys()) {
    properties[std::string(key.name)] = {{"description", key.description}, {"type", "string"}};
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json overrides_schema() {
  const Json row = {{"type", "object"},
                    {"properties",
                     {{"paths", one_or_several(text_schema)},
                      {"severity", map_of(choices_schema(severity_choices()))},
                      {"ignore", one_or_several(text_schema)}}},
                    {"required", {"paths"}},
                    {"additionalProperties", false}};
  return {{"type", "array"}, {"items", row}};
}

Json value_schema(const ConfigurationKey& key) {
  switch (key.kind) {
    case ValueKind::text:
    case ValueKind::path:
      return text_schema;
    case ValueKind::choice:
      return choices_schema(key.choices);
    case ValueKind::flag:
      return {{"type", "boolean"}};
    case ValueKind::day:
      return {{"type", "string"}, {"format", "date"}};
    case ValueKind::days:
      return {{"type", "string"}, {"pattern", "^[0-9]+ (days?|weeks?|months?|Tage?|Wochen?|Monate?)$"}};
    case ValueKind::texts:
    case ValueKind::paths:
    case ValueKind::outputs:
      return one_or_several(text_schema);
    case ValueKind::severities:
      return map_of(choices_schema(severity_choices()));
    case ValueKind::values:
      return map_of({{"type", {"string", "number", "boolean"}}});
    case ValueKind::overrides:
      return overrides_schema();
    case ValueKind::letterhead:
      return letterhead_schema();
  }
  return text_schema;
}

}  // namespace

std::string configuration_schema() {
  Json properties = Json::object();
  for (const ConfigurationKey& key : configuration_keys()) {
    Json schema = {{"description", key.description}};
    schema.update(value_schema(key));
    properties[std::string(key.name)] = std::move(schema);
  }
  const Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                       {"title", "roadlint.yaml"},
                       {"description", "Configuration of roadlint"},
                       {"type", "object"},
                       {"properties", properties},
                       {"additionalProperties", false}};
  return schema.dump(2) + "\n";
}

}  // namespace roadlint::gate
