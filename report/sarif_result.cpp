// Results: see sarif_result.hpp.
#include "report/sarif_result.hpp"

#include <string>

#include "report/plain_text.hpp"
#include "report/sarif_location.hpp"
#include "report/sarif_related.hpp"
#include "report/sarif_rules.hpp"
#include "report/sarif_text.hpp"

namespace roadlint::report {
namespace {

/// The tools that read this know fingerprints by this name, so it must change when their making does. It is not
/// `primaryLocationLineHash`, which GitHub's upload action makes itself and compares.
constexpr std::string_view fingerprint_name = "roadlintFinding/v1";

bool is_undecidable(const engine::Finding& finding) { return finding.verdict == engine::Verdict::undecidable; }

/// SARIF allows no level but `none` for a result that is no failure. GitHub passes over the kind and shows an alert
/// without a severity, whose text says that something cannot be checked; the rule's severity stays readable among the
/// properties.
std::string_view level_of(const engine::Finding& finding) {
  return is_undecidable(finding) ? "none" : sarif_level(finding.severity);
}

/// The message and, on lines of its own, the help: GitHub shows nothing else that speaks of this finding alone.
std::string text_of(const engine::Finding& finding, std::string_view language) {
  const std::string message = one_line(finding.message.in(language));
  // GitHub refuses an empty text.
  const std::string text = message.empty() ? one_line(finding.rule) : message;
  const std::string help = printable_text(finding.help.in(language));
  return help.empty() ? text : text + "\n" + help;
}

/// SARIF wants a state for all results of a run or for none. What is waived needs no second look, new or not.
std::string_view baseline_state(engine::Standing standing) {
  return standing == engine::Standing::active ? "new" : "unchanged";
}

void set_unless_empty(Json& object, std::string_view key, const std::string& text) {
  if (!text.empty()) object[std::string(key)] = text;
}

Json suppression_json(const Report& report, const engine::Waiver& waiver) {
  Json result = {{"kind", waiver.is_comment ? "inSource" : "external"}, {"status", "accepted"}};
  set_unless_empty(result, "justification", printable_text(waiver.reason));
  if (waiver.span.is_known()) result["location"] = sarif_location(report, waiver.span);
  Json properties = Json::object();
  set_unless_empty(properties, "expires", waiver.expires);
  set_unless_empty(properties, "approvedBy", waiver.approver);
  set_unless_empty(properties, "date", waiver.date);
  set_unless_empty(properties, "reference", waiver.reference);
  if (!properties.empty()) result["properties"] = std::move(properties);
  return result;
}

Json properties_json(const engine::Finding& finding) {
  const Json subject = {{"entity", finding.subject.entity}, {"id", finding.subject.id}};
  Json result = {{"subject", subject},
                 {"severity", severity_name(finding.severity)},
                 {"certainty", certainty_name(finding.certainty)}};
  set_unless_empty(result, "responsible", finding.responsible);
  result["basis"] = array_json(finding.basis, [](const Basis& basis) { return Json(basis.text()); });
  result["caused_by"] = finding.caused_by;
  return result;
}

}  // namespace

Json sarif_result(const Report& report, const ReportOptions& options, const engine::Finding& finding,
                  std::optional<std::size_t> rule_index) {
  Json result = {{"ruleId", finding.rule}};
  if (rule_index) result["ruleIndex"] = *rule_index;
  result["kind"] = is_undecidable(finding) ? "open" : "fail";
  result["level"] = level_of(finding);
  result["message"] = sarif_message(text_of(finding, options.language));
  result["locations"] = Json::array({sarif_location(report, primary_place(finding))});
  Json related = sarif_related_locations(report, finding, options.language);
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  result["partialFingerprints"] = {{std::string(fingerprint_name), finding.fingerprint}};
  if (report.outcomes.baseline) result["baselineState"] = baseline_state(finding.standing);
  if (finding.standing == engine::Standing::waived) {
    result["suppressions"] = Json::array({suppression_json(report, report.outcomes.waivers.at(finding.waiver))});
  }
  result["properties"] = properties_json(finding);
  return result;
}

}  // namespace roadlint::report
