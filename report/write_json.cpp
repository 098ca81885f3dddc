// The JSON report, schema roadlint/findings/1: every key is always there, in this order. See report.hpp.
#include <algorithm>

#include "report/json_values.hpp"

namespace roadlint::report {

namespace {

Json baseline_json(const std::optional<engine::BaselineAccount>& baseline) {
  if (!baseline) return nullptr;
  return {{"file", baseline->file},
          {"known", baseline->known},
          {"fixed", array_json(baseline->fixed, [](const engine::FixedFinding& finding) {
             return Json{{"rule", finding.rule},
                         {"subject", {{"entity", finding.subject.entity}, {"id", finding.subject.id}}},
                         {"fingerprint", finding.fingerprint}};
           })}};
}

/// Those that a change was asked about and does not touch are only counted.
Json findings_json(const Report& report) {
  Json findings = Json::array();
  for (const engine::Finding& finding : report.outcomes.findings) {
    if (finding.standing == engine::Standing::untouched) continue;
    Json entry = finding_json(report.files, finding);
    const bool is_waived = finding.standing == engine::Standing::waived;
    if (is_waived) entry["waiver"] = waiver_json(report.files, report.outcomes.waivers.at(finding.waiver));
    if (const engine::Acceptance* const acceptance = acceptance_of(report, finding)) {
      entry["acceptance"] = acceptance_json(report.files, *acceptance);
    }
    findings.push_back(std::move(entry));
  }
  return findings;
}

/// Null when no change was asked about.
Json untouched_json(const engine::Outcomes& outcomes) {
  if (outcomes.diff_base.empty()) return nullptr;
  const auto count = std::count_if(outcomes.findings.begin(), outcomes.findings.end(),
                                   [](const auto& finding) { return finding.standing == engine::Standing::untouched; });
  return {{"base", outcomes.diff_base}, {"untouched", count}};
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
      {"baseline", baseline_json(report.outcomes.baseline)},
      {"change", untouched_json(report.outcomes)},
      {"findings", findings_json(report)}};
  return json_text(result);
}

}  // namespace roadlint::report
