// `roadlint baseline create|update|prune`: a file of known findings, in which nothing appears or vanishes unsaid.
#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/gate_files.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "report/plain_text.hpp"
#include "report/render_diagnostic.hpp"

namespace roadlint::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string findings(std::size_t count) { return counted(count, "finding", "findings"); }

gate::BaselineEntry entry_of(const Options& options, const Run& run, const engine::Finding& finding) {
  const bool has_place = finding.span.is_known();
  return {finding.fingerprint,
          finding.rule,
          finding.subject,
          has_place ? name_in_baseline(options, run.files.file(finding.span.file).name()) : "",
          {}};
}

/// Findings about waivers come and go with the day: to know them would hide the next expiry.
bool belongs_in_baseline(const engine::Finding& finding) {
  const bool is_about_waiver = finding.subject.entity == "waiver";
  return !is_about_waiver && finding.standing != engine::Standing::waived;
}

/// "  new: milestone-owner KI-WI4".
std::string line_of(const char* word, const std::string& rule, const engine::Subject& subject) {
  return std::string("  ") + word + ": " + report::one_line(rule) + " " + report::one_line(subject.id) + "\n";
}

std::string lines_of_fixed(const gate::Baseline& fixed) {
  std::string text;
  for (const gate::BaselineEntry& entry : fixed.entries) text += line_of("fixed", entry.rule, entry.subject);
  return text;
}

ExitStatus refuse(const Options& options, const SourceFiles& files, const Diagnostics& mistakes, ExitStatus status) {
  print_error(report::render_diagnostics(files, mistakes, style_of(options)));
  return status;
}

/// One action over one run.
class BaselineWork {
 public:
  BaselineWork(const Options& options, Run& run) : options_(options), run_(run) {}

  ExitStatus create() {
    std::error_code error;
    if (!options_.overwrites && std::filesystem::exists(options_.baseline, error)) {
      Diagnostics mistake;
      mistake.add(DiagnosticCode::use_exists, Span{}, "`" + options_.baseline + "` exists already").help =
          "`roadlint baseline update` changes it, --force replaces it";
      return refuse(options_, run_.files, mistake, ExitStatus::wrong_use);
    }
    Options without_baseline = options_;
    without_baseline.baseline.clear();
    const ExitStatus status = check(without_baseline);
    if (status != ExitStatus::success) return status;
    gate::Baseline baseline;
    for (const engine::Finding& finding : run_.outcomes.findings) {
      if (belongs_in_baseline(finding)) baseline.entries.push_back(entry_of(options_, run_, finding));
    }
    const std::size_t count = baseline.entries.size();
    return write(std::move(baseline), "", options_.baseline + ": " + findings(count) + " known from now on\n");
  }

  ExitStatus prune() {
    const ExitStatus status = check(options_);
    if (status != ExitStatus::success) return status;
    gate::Baseline fixed;
    gate::Baseline kept = without_fixed(fixed);
    const std::size_t count = kept.entries.size();
    return write(std::move(kept), lines_of_fixed(fixed),
                 options_.baseline + ": " + counted(fixed.entries.size(), "fixed finding", "fixed findings") +
                     " removed, " + findings(count) + " known\n");
  }

  /// Rules and subjects of known findings as they are called now; new findings only when asked for.
  ExitStatus update() {
    const ExitStatus status = check(options_);
    if (status != ExitStatus::success) return status;
    gate::Baseline baseline = std::move(*run_.baseline);
    std::map<std::string_view, const engine::Finding*> found;
    for (const engine::Finding& finding : run_.outcomes.findings) found[finding.fingerprint] = &finding;
    for (gate::BaselineEntry& entry : baseline.entries) {
      const auto finding = found.find(entry.fingerprint);
      if (finding != found.end()) entry = entry_of(options_, run_, *finding->second);
    }
    std::string lines;
    std::size_t added = 0;
    std::size_t left = 0;
    for (engine::Finding& finding : run_.outcomes.findings) {
      if (finding.standing != engine::Standing::active || !belongs_in_baseline(finding)) continue;
      const bool is_added = is_wanted(finding);
      lines += line_of(is_added ? "added" : "new, not added", finding.rule, finding.subject);
      ++(is_added ? added : left);
      if (!is_added) continue;
      baseline.entries.push_back(entry_of(options_, run_, finding));
      finding.standing = engine::Standing::known;
    }
    const std::size_t count = baseline.entries.size();
    std::string closing = options_.baseline + ": " + findings(count) + " known, " + std::to_string(added) + " added";
    if (left > 0) closing += "; " + counted(left, "new finding", "new findings") + " not added (--add RULE adds them)";
    const ExitStatus written = write(std::move(baseline), lines, closing + "\n");
    if (written != ExitStatus::success) return written;
    return fails(options_, run_.outcomes.findings) ? ExitStatus::findings : ExitStatus::success;
  }

 private:
  /// What could not be read could not be found again: then the baseline stays as it is.
  ExitStatus check(const Options& options) {
    run_check(options, run_);
    if (run_.rules.mistakes.has_errors()) {
      return refuse(options_, run_.files, run_.rules.mistakes, ExitStatus::wrong_use);
    }
    if (run_.data_mistakes.has_errors()) {
      return refuse(options_, run_.files, run_.data_mistakes, ExitStatus::unreadable);
    }
    return ExitStatus::success;
  }

  /// Without what is fixed, and without rules that do not exist.
  gate::Baseline without_fixed(gate::Baseline& fixed) {
    std::set<std::string_view> gone;
    for (const engine::FixedFinding& finding : run_.outcomes.baseline->fixed) gone.insert(finding.fingerprint);
    const std::vector<std::string> names = rule_names(run_);
    gate::Baseline kept;
    for (gate::BaselineEntry& entry : run_.baseline->entries) {
      const bool has_rule = std::find(names.begin(), names.end(), entry.rule) != names.end();
      const bool is_gone = gone.contains(entry.fingerprint) || !has_rule;
      (is_gone ? fixed : kept).entries.push_back(entry);
    }
    return kept;
  }

  [[nodiscard]] bool is_wanted(const engine::Finding& finding) const {
    const auto rule = std::find_if(run_.outcomes.rules.begin(), run_.outcomes.rules.end(),
                                   [&](const engine::RuleAccount& account) { return account.id == finding.rule; });
    const std::string_view pack = rule == run_.outcomes.rules.end() ? std::string_view() : std::string_view(rule->pack);
    return std::any_of(options_.added_rules.begin(), options_.added_rules.end(),
                       [&](const std::string& pattern) { return gate::names_rule(pattern, pack, finding.rule); });
  }

  ExitStatus write(gate::Baseline baseline, const std::string& lines, const std::string& closing) {
    const std::string text = gate::write_baseline(std::move(baseline));
    if (!write_output(options_, {"baseline", options_.baseline}, text)) return ExitStatus::wrong_use;
    print(options_.quiet ? closing : lines + closing);
    return ExitStatus::success;
  }

  const Options& options_;
  Run& run_;
};

}  // namespace

ExitStatus baseline_command(const Options& given) {
  Run run;
  const Options options = completed(given, run);
  if (run.rules.mistakes.has_errors()) {
    return refuse(options, run.files, run.rules.mistakes, ExitStatus::wrong_use);
  }
  BaselineWork work(options, run);
  switch (options.baseline_action) {
    case BaselineAction::create:
      return work.create();
    case BaselineAction::update:
      return work.update();
    case BaselineAction::prune:
      return work.prune();
  }
  return ExitStatus::wrong_use;
}

}  // namespace roadlint::cli
