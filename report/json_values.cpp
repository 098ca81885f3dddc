// See json_values.hpp. Every key is always there, in this order.
#include "report/json_values.hpp"

#include "report/finding_diagnostic.hpp"

namespace roadlint::report {

Json location_json(const SourceFiles& files, const Span& span) {
  if (!span.is_known()) return nullptr;
  const Location location = files.locate(span);
  return {{"file", location.file},
          {"line", location.line},
          {"column", location.column},
          {"end_line", location.end_line},
          {"end_column", location.end_column}};
}

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
          {"pack", rule.pack},
          {"severity", severity_name(rule.severity)},
          {"certainty", certainty_name(rule.certainty)},
          {"matched", rule.matched},
          {"satisfied", rule.satisfied},
          {"violated", rule.violated},
          {"undecidable", rule.undecidable},
          {"unscoped", rule.unscoped},
          {"waived", rule.waived}};
}

namespace {

Json evidence_json(const SourceFiles& files, const engine::Evidence& evidence) {
  return {{"path", evidence.path},
          {"value", optional_json(evidence.value)},
          {"location", location_json(files, evidence.span)}};
}

}  // namespace

Json finding_json(const SourceFiles& files, const engine::Finding& finding) {
  return {{"rule", finding.rule},
          {"outcome", engine::verdict_name(finding.verdict)},
          {"severity", severity_name(finding.severity)},
          {"certainty", certainty_name(finding.certainty)},
          {"title", text_json(finding.title)},
          {"message", text_json(finding.message)},
          {"help", text_json(finding.help)},
          {"subject", {{"entity", finding.subject.entity}, {"id", finding.subject.id}}},
          {"identity", finding.subject_name()},
          {"location", location_json(files, finding.span)},
          {"locations",
           array_json(further_places(finding), [&](const Span& place) { return location_json(files, place); })},
          {"evidence", array_json(finding.evidence,
                                  [&](const engine::Evidence& evidence) { return evidence_json(files, evidence); })},
          {"caused_by", finding.caused_by},
          {"basis", array_json(finding.basis, [](const Basis& basis) { return Json(basis.text()); })},
          {"responsible", finding.responsible},
          {"fingerprint", finding.fingerprint},
          {"standing", engine::standing_name(finding.standing)}};
}

Json acceptance_json(const SourceFiles& files, const engine::Acceptance& acceptance) {
  return {{"person", acceptance.person},
          {"due", acceptance.due},
          {"remark", acceptance.remark},
          {"location", location_json(files, acceptance.span)}};
}

Json waiver_json(const SourceFiles& files, const engine::Waiver& waiver) {
  return {{"rule", waiver.rule},
          {"subject", waiver.subject},
          {"reason", waiver.reason},
          {"approver", waiver.approver},
          {"proposed_by", waiver.proposed_by},
          {"date", waiver.date},
          {"expires", waiver.expires},
          {"reference", waiver.reference},
          {"location", location_json(files, waiver.span)}};
}

Json optional_json(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

std::string json_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace roadlint::report
