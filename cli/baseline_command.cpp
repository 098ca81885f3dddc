// `roadlint baseline create|update|prune`: a file of known findings, in which nothing appears or vanishes unsaid.
#include <algorithm>
#include <filesystem>

#include "base/edit_distance.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/gate_files.hpp"
#include "cli/paths.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "report/plain_text.hpp"

namespace roadlint::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string findings(std::size_t count) { return counted(count, "finding", "findings"); }

/// A record without an id is named by its title: its place in a list would change with every entry before it.
gate::BaselineEntry entry_of(const Options& options, const Run& run, const engine::Finding& finding) {
  const bool has_place = finding.span.is_known();
  const std::string file = has_place ? name_in_baseline(options, run.files.file(finding.span.file).name()) : "";
  return {finding.fingerprint, finding.rule, {finding.subject.entity, finding.subject_name()}, file, {}};
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
    const Diagnostics overwritten = overwritten_inputs({options_.baseline}, run_.files);
    if (overwritten.has_errors()) return refuse(options_, run_.files, overwritten, ExitStatus::wrong_use);
    gate::Baseline baseline;
    for (const engine::Finding& finding : run_.outcomes.findings) {
      if (belongs_in_baseline(finding)) baseline.entries.push_back(entry_of(options_, run_, finding));
    }
    const std::size_t count = baseline.entries.size();
    return write(std::move(baseline), "", name() + ": " + findings(count) + " known from now on\n");
  }

  ExitStatus prune() {
    const ExitStatus status = check(options_);
    if (status != ExitStatus::success) return status;
    std::set<std::string_view> fixed;
    for (const engine::FixedFinding& finding : run_.outcomes.baseline->fixed) fixed.insert(finding.fingerprint);
    gate::Baseline kept;
    std::string lines;
    for (gate::BaselineEntry& entry : run_.baseline->entries) {
      const bool has_no_rule = is_of_no_rule(entry);
      if (!has_no_rule && !fixed.contains(entry.fingerprint)) {
        kept.entries.push_back(std::move(entry));
        continue;
      }
      lines += line_of(has_no_rule ? "no such rule" : "fixed", entry.rule, entry.subject);
    }
    const std::size_t count = kept.entries.size();
    const std::size_t removed = run_.baseline->entries.size() - count;
    return write(std::move(kept), lines,
                 name() + ": " + findings(removed) + " removed, " + findings(count) + " known\n");
  }

  /// Rules and subjects of known findings as they are called now; new findings only when asked for.
  ExitStatus update() {
    const ExitStatus status = check(options_);
    if (status != ExitStatus::success) return status;
    if (const Diagnostics mistakes = unknown_patterns(); mistakes.has_errors()) {
      return refuse(options_, run_.files, mistakes, ExitStatus::wrong_use);
    }
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
    std::string closing = name() + ": " + findings(count) + " known, " + std::to_string(added) + " added";
    if (left > 0) closing += "; " + counted(left, "new finding", "new findings") + " not added (--add RULE adds them)";
    const ExitStatus written = write(std::move(baseline), lines, closing + "\n");
    if (written != ExitStatus::success) return written;
    return fails(options_, run_.outcomes.findings) ? ExitStatus::findings : ExitStatus::success;
  }

 private:
  [[nodiscard]] std::string name() const { return report::one_line(options_.baseline); }

  /// What could not be read could not be found again: then the baseline stays as it is.
  ExitStatus check(const Options& options) {
    run_check(options, run_);
    if (run_.rules.mistakes.has_errors()) {
      return refuse(options_, run_.files, run_.rules.mistakes, ExitStatus::wrong_use);
    }
    if (run_.data_mistakes.has_errors()) {
      return refuse(options_, run_.files, run_.data_mistakes, ExitStatus::unreadable);
    }
    print_mistakes(options_, run_.files, shown_diagnostics(run_));
    return ExitStatus::success;
  }

  /// Its rule was renamed or removed. With packs of the command line's own choice nobody can tell.
  [[nodiscard]] bool is_of_no_rule(const gate::BaselineEntry& entry) const {
    if (has_other_rules(options_)) return false;
    const std::vector<std::string> names = rule_names(run_);
    return std::find(names.begin(), names.end(), entry.rule) == names.end();
  }

  [[nodiscard]] std::string_view pack_of(std::string_view rule) const {
    const auto found = std::find_if(run_.outcomes.rules.begin(), run_.outcomes.rules.end(),
                                    [&](const engine::RuleAccount& account) { return account.id == rule; });
    return found == run_.outcomes.rules.end() ? std::string_view() : std::string_view(found->pack);
  }

  /// Patterns of --add that no rule of the run has.
  [[nodiscard]] Diagnostics unknown_patterns() const {
    Diagnostics mistakes;
    for (const std::string& pattern : options_.added_rules) {
      std::vector<std::string> names;
      bool is_known = false;
      for (const engine::RuleAccount& rule : run_.outcomes.rules) {
        is_known = is_known || gate::names_rule(pattern, rule.pack, rule.id);
        names.push_back(rule.id);
      }
      if (is_known) continue;
      const auto nearest = nearest_name(pattern, names);
      mistakes.add(DiagnosticCode::use_unknown_rule, Span{}, "--add: `" + pattern + "` matches no rule").help =
          nearest ? "did you mean `" + *nearest + "`?" : "`roadlint rules` lists them";
    }
    return mistakes;
  }

  [[nodiscard]] bool is_wanted(const engine::Finding& finding) const {
    return std::any_of(options_.added_rules.begin(), options_.added_rules.end(), [&](const std::string& pattern) {
      return gate::names_rule(pattern, pack_of(finding.rule), finding.rule);
    });
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
