// The one interface of all report formats: outcomes and diagnostics in, text out. Nothing here prints or exits.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "engine/overview.hpp"

namespace roadlint::report {

struct HashedFile {
  std::string name;
  std::string sha256;
};

/// Everything a report may show.
struct Report {
  const SourceFiles& files;
  /// Names of the data files read, in order.
  std::vector<std::string> data_files;
  const engine::Outcomes& outcomes;
  /// Mistakes in data that cannot be read, warnings about rules.
  const Diagnostics& diagnostics;
  std::string version;
  /// The --as-of date, "2026-11-23".
  std::string as_of;
  /// Absolute path of the folder that relative names count from. Formats of CI need names relative to it.
  std::string working_folder = {};
  /// For pictures; null when nobody asked for one.
  const engine::Overview* overview = nullptr;
  /// Who sends the report, by key of the letterhead ("organisation", "department", "address", "contact", "reference").
  std::map<std::string, std::string, std::less<>> letterhead = {};
  /// Whose list it is, when it is one of several: a body, a roadmap, a goal or a rule; empty for all findings.
  std::string list_name = {};
  /// When an answer is expected, "2026-12-31"; empty when nobody said.
  std::string answer_by = {};
  /// The files read, by what they are, with the hash of their bytes (SHA-256, hexadecimal). Rules come with their
  /// models and lists of words.
  std::vector<HashedFile> rule_hashes = {};
  std::vector<HashedFile> data_hashes = {};
  std::vector<HashedFile> configuration_hashes = {};
  std::vector<HashedFile> waiver_hashes = {};
  std::vector<HashedFile> baseline_hashes = {};
  /// What makes the check fail: the least severity of an active finding, nothing for no finding at all, and whether
  /// heuristic findings count too.
  std::optional<Severity> fail_on = Severity::error;
  bool fail_on_heuristic = false;
};

struct ReportOptions {
  /// "en" or "de": language of messages and of the report's own words.
  std::string language = "en";
  bool color = false;
  /// Only the closing count.
  bool quiet = false;
  /// The account of every rule, with what was left unscoped and why.
  bool statistics = false;
  /// Waived findings too, marked as such, where a format can say so.
  bool show_waived = false;
  /// CSV begins with a byte order mark, by which Excel knows UTF-8.
  bool byte_order_mark = false;
};

/// The finding counts for the exit status and belongs into every list. The others are counted, or marked as what they
/// are.
[[nodiscard]] inline bool is_active(const engine::Finding& finding) {
  return finding.standing == engine::Standing::active;
}

/// The finding makes the check fail.
[[nodiscard]] inline bool fails(const Report& report, const engine::Finding& finding) {
  const bool counts = report.fail_on_heuristic || finding.certainty != Certainty::heuristic;
  return is_active(finding) && counts && report.fail_on && finding.severity >= *report.fail_on;
}

/// What was said of the finding by whoever will mend it; null when nobody did.
[[nodiscard]] inline const engine::Acceptance* acceptance_of(const Report& report, const engine::Finding& finding) {
  return finding.acceptance ? &report.outcomes.acceptances.at(*finding.acceptance) : nullptr;
}

/// Excerpts with carets, message, evidence, help, basis, what was folded, and a closing count.
[[nodiscard]] std::string write_human(const Report& report, const ReportOptions& options);
/// The object `roadlint/findings/1`; ends with a line break.
[[nodiscard]] std::string write_json(const Report& report);
/// `path:line:column: severity rule: message`, a finding a line, for editors.
[[nodiscard]] std::string write_line(const Report& report, const ReportOptions& options);
/// SARIF 2.1.0 as GitHub code scanning reads it.
[[nodiscard]] std::string write_sarif(const Report& report, const ReportOptions& options);
/// Workflow commands of GitHub, which become annotations: the most severe ones, as many as GitHub shows.
[[nodiscard]] std::string write_github(const Report& report, const ReportOptions& options);
/// Markdown for the summary of a step of a GitHub workflow.
[[nodiscard]] std::string write_github_summary(const Report& report, const ReportOptions& options);
/// The array of GitLab's Code Quality report.
[[nodiscard]] std::string write_gitlab(const Report& report, const ReportOptions& options);
/// JUnit XML: a test suite for each rule.
[[nodiscard]] std::string write_junit(const Report& report, const ReportOptions& options);
/// One page with pictures, findings that can be filtered, and both languages; no other file is needed.
[[nodiscard]] std::string write_html(const Report& report, const ReportOptions& options);
/// A workbook: findings with columns for the answer, a sheet for each responsible body, a summary. Bytes, not text;
/// none when there is no room for its temporary parts.
[[nodiscard]] std::string write_xlsx(const Report& report, const ReportOptions& options);
/// RFC 4180, a finding a line.
[[nodiscard]] std::string write_csv(const Report& report, const ReportOptions& options);
/// For a comment on a pull request, below the size that GitHub and GitLab take.
[[nodiscard]] std::string write_markdown(const Report& report, const ReportOptions& options);
/// A plain list to read and to send.
[[nodiscard]] std::string write_text(const Report& report, const ReportOptions& options);
/// What was checked, with which rules, and what came out: evidence that a check was made.
[[nodiscard]] std::string write_protocol(const Report& report, const ReportOptions& options);
/// The object of reviewdog's diagnostic format.
[[nodiscard]] std::string write_rdjson(const Report& report, const ReportOptions& options);

}  // namespace roadlint::report
