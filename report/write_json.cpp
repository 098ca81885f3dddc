// The JSON report, schema roadlint/findings/1: every key is always there, in this order. See report.hpp.
#include "report/json_values.hpp"

namespace roadlint::report {

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
  return json_text(result);
}

}  // namespace roadlint::report
