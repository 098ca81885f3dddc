// The JSON report, schema roadlint/findings/1: every key is always there, in this order. See report.hpp.
#include <nlohmann/json.hpp>

#include "report/finding_diagnostic.hpp"
#include "report/report.hpp"

namespace roadlint::report {
namespace {

using Json = nlohmann::ordered_json;

/// Null for an unknown place.
Json location_json(const SourceFiles& files, const Span& span) {
  if (!span.is_known()) return nullptr;
  const Location location = files.locate(span);
  return {{"file", location.file},
          {"line", location.line},
          {"column", location.column},
          {"end_line", location.end_line},
          {"end_column", location.end_column}};
}

/// An object with every language.
Json text_json(const LocalizedText& text) {
  Json result = Json::object();
  for (const auto& [language, sentence] : text.entries()) result[language] = sentence;
  return result;
}

Json diagnostic_json(const SourceFiles& files, const Diagnostic& diagnostic) {
  return {{"code", diagnostic.code},
          {"severity", severity_name(diagnostic.severity)},
          {"message", diagnostic.message},
          {"location", location_json(files, diagnostic.span)}};
}

Json rule_json(const engine::RuleAccount& rule) {
  return {{"id", rule.id},
          {"severity", severity_name(rule.severity)},
          {"matched", rule.matched},
          {"satisfied", rule.satisfied},
          {"violated", rule.violated},
          {"undecidable", rule.undecidable},
          {"unscoped", rule.unscoped},
          {"waived", rule.waived}};
}

Json evidence_json(const SourceFiles& files, const engine::Evidence& evidence) {
  return {{"path", evidence.path},
          {"value", evidence.value.has_value() ? Json(*evidence.value) : Json(nullptr)},
          {"location", location_json(files, evidence.span)}};
}

template <typename Value, typename Convert>
Json array_json(const std::vector<Value>& values, Convert convert) {
  Json result = Json::array();
  for (const Value& value : values) result.push_back(convert(value));
  return result;
}

Json finding_json(const SourceFiles& files, const engine::Finding& finding) {
  return {{"rule", finding.rule},
          {"outcome", engine::verdict_name(finding.verdict)},
          {"severity", severity_name(finding.severity)},
          {"title", text_json(finding.title)},
          {"message", text_json(finding.message)},
          {"help", text_json(finding.help)},
          {"subject", {{"entity", finding.subject.entity}, {"id", finding.subject.id}}},
          {"location", location_json(files, finding.span)},
          {"locations",
           array_json(further_places(finding), [&](const Span& place) { return location_json(files, place); })},
          {"evidence", array_json(finding.evidence,
                                  [&](const engine::Evidence& evidence) { return evidence_json(files, evidence); })},
          {"caused_by", finding.caused_by},
          {"basis", finding.basis},
          {"responsible", finding.responsible},
          {"fingerprint", finding.fingerprint}};
}

}  // namespace

std::string write_json(const Report& report) {
  const SourceFiles& files = report.files;
  const Json result = {
      {"schema", "roadlint/findings/1"},
      {"version", report.version},
      {"as_of", report.as_of},
      {"files", report.data_files},
      {"records", report.outcomes.records},
      {"diagnostics", array_json(report.diagnostics.entries(),
                                 [&](const Diagnostic& diagnostic) { return diagnostic_json(files, diagnostic); })},
      {"rules", array_json(report.outcomes.rules, rule_json)},
      {"findings", array_json(report.outcomes.findings,
                              [&](const engine::Finding& finding) { return finding_json(files, finding); })}};
  // Invalid UTF-8 is replaced: a report about broken data must not break.
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace roadlint::report
