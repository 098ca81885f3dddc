// The human report: diagnostics, findings, statistics if asked for, and the closing lines. See report.hpp.
#include "report/closing.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/folding.hpp"
#include "report/render_diagnostic.hpp"
#include "report/report.hpp"
#include "report/statistics.hpp"

namespace roadlint::report {
namespace {

std::string draw_diagnostics(const Report& report, const RenderStyle& style) {
  std::string result;
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    if (diagnostic.code == matched_nothing_code) continue;
    result += render_diagnostic(report.files, diagnostic, style) + "\n";
  }
  return result;
}

std::string draw_findings(const Report& report, const Folding& folding, const RenderStyle& style) {
  std::string result;
  const std::vector<engine::Finding>& findings = report.outcomes.findings;
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (folding.is_folded[index]) continue;
    const Drawing drawing = finding_drawing(report.files, findings[index], folding.folded_under[index], style.language);
    result += draw(report.files, drawing, style) + "\n";
  }
  return result;
}

}  // namespace

std::string write_human(const Report& report, const ReportOptions& options) {
  const RenderStyle style = {options.language, options.color};
  const Folding folding = fold(report.outcomes.findings);
  std::string result;
  if (!options.quiet) result += draw_diagnostics(report, style) + draw_findings(report, folding, style);
  if (options.statistics) {
    const std::string statistics = draw_statistics(report.files, report.outcomes.rules, options);
    if (!statistics.empty()) result += statistics + "\n";
  }
  return result + draw_closing(report, options, folding.count);
}

}  // namespace roadlint::report
