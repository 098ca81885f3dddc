// The human report: diagnostics, findings, statistics if asked for, and the closing lines. See report.hpp.
#include <algorithm>

#include "report/closing.hpp"
#include "report/color.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/folding.hpp"
#include "report/plain_text.hpp"
#include "report/render_diagnostic.hpp"
#include "report/report.hpp"
#include "report/statistics.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

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

constexpr std::size_t fixed_shown = 20;

/// "= waived: the contract is being signed (BMFTR, until 31 December 2026; waivers.yaml:4)".
Remark waiver_remark(const Report& report, const engine::Finding& finding, const Words& words) {
  const engine::Waiver& waiver = report.outcomes.waivers.at(finding.waiver);
  std::string line = one_line(waiver.reason) + " (";
  if (!waiver.approver.empty()) line += one_line(waiver.approver) + ", ";
  line += std::string(words.until) + " " + date_text(waiver.expires, words.language);
  if (!waiver.reference.empty()) line += ", " + one_line(waiver.reference);
  return {std::string(words.waived), {line + "; " + file_and_line(report.files, waiver.span) + ")"}};
}

std::string draw_findings(const Report& report, const Folding& folding, const RenderStyle& style, bool show_waived) {
  std::string result;
  const std::vector<engine::Finding>& findings = report.outcomes.findings;
  for (std::size_t index = 0; index < findings.size(); ++index) {
    const engine::Finding& finding = findings[index];
    const bool is_waived = finding.standing == engine::Standing::waived;
    if (folding.is_folded[index] || !(is_active(finding) || (is_waived && show_waived))) continue;
    Drawing drawing = finding_drawing(report.files, finding, folding.folded_under[index], style.language);
    if (is_waived) drawing.remarks.push_back(waiver_remark(report, finding, words_in(style.language)));
    result += draw(report.files, drawing, style) + "\n";
  }
  return result;
}

/// What the baseline has and this run did not find again.
std::string draw_fixed(const Report& report, const ReportOptions& options) {
  const auto& baseline = report.outcomes.baseline;
  if (!baseline || baseline->fixed.empty()) return {};
  const Words& words = words_in(options.language);
  std::string result =
      painted(std::string(words.fixed_findings), Paint::bold, options.color) + " (" + one_line(baseline->file) + "):\n";
  const std::size_t shown = std::min(baseline->fixed.size(), fixed_shown);
  for (std::size_t index = 0; index < shown; ++index) {
    const engine::FixedFinding& finding = baseline->fixed[index];
    result += "  " + one_line(finding.rule) + " " + std::string(words.rule_for_subject) + " " +
              one_line(finding.subject.id) + "\n";
  }
  const std::size_t rest = baseline->fixed.size() - shown;
  if (rest > 0) result += "  " + words.more_entries.with(rest, words.language) + "\n";
  return result + "\n";
}

}  // namespace

std::string write_human(const Report& report, const ReportOptions& options) {
  const RenderStyle style = {options.language, options.color};
  const Folding folding = fold(report.outcomes.findings);
  std::string result;
  if (!options.quiet)
    result += draw_diagnostics(report, style) + draw_findings(report, folding, style, options.show_waived);
  if (options.statistics) {
    const std::string statistics = draw_statistics(report.files, report.outcomes.rules, options);
    if (!statistics.empty()) result += statistics + "\n";
  }
  if (!options.quiet) result += draw_fixed(report, options);
  return result + draw_closing(report, options, folding.count);
}

}  // namespace roadlint::report
