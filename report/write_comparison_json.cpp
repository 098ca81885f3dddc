// Two versions compared, as JSON: see version_comparison.hpp.
#include "report/json_values.hpp"
#include "report/version_comparison.hpp"

namespace roadlint::report {
namespace {

Json change_json(const SourceFiles& files, const engine::Change& change) {
  const std::string_view direction = engine::change_direction_name(change.direction);
  return {{"kind", engine::change_kind_name(change.kind)},
          {"direction", direction.empty() ? Json(nullptr) : Json(direction)},
          {"subject", {{"entity", change.subject.entity}, {"id", change.subject.id}}},
          {"field", change.field.empty() ? Json(nullptr) : Json(change.field)},
          {"before", optional_json(change.before)},
          {"after", optional_json(change.after)},
          {"location_before", location_json(files, change.span_before)},
          {"location_after", location_json(files, change.span_after)}};
}

Json version_json(const Report& report) {
  return {{"files", report.data_files},
          {"records", report.outcomes.records},
          {"findings", report.outcomes.findings.size()},
          {"diagnostics", array_json(report.diagnostics.entries(), [&](const Diagnostic& diagnostic) {
             return diagnostic_json(report.files, diagnostic);
           })}};
}

Json findings_json(const SourceFiles& files, const std::vector<engine::Finding>& findings) {
  return array_json(findings, [&](const engine::Finding& finding) { return finding_json(files, finding); });
}

}  // namespace

std::string write_comparison_json(const VersionComparison& comparison) {
  const SourceFiles& files = comparison.after.files;
  return json_text({{"schema", "roadlint/diff/1"},
                    {"version", comparison.after.version},
                    {"as_of", comparison.after.as_of},
                    {"before", version_json(comparison.before)},
                    {"after", version_json(comparison.after)},
                    {"changes", array_json(comparison.changes,
                                           [&](const engine::Change& change) { return change_json(files, change); })},
                    {"new", findings_json(files, comparison.new_findings)},
                    {"gone", findings_json(comparison.before.files, comparison.gone_findings)},
                    {"unchanged", comparison.unchanged},
                    {"waived", comparison.waived}});
}

}  // namespace roadlint::report
