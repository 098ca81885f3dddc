// See pipeline.hpp.
#include "cli/pipeline.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "cli/console.hpp"
#include "cli/data_files.hpp"
#include "cli/gate_files.hpp"
#include "cli/log.hpp"
#include "cli/progress.hpp"
#include "cli/rule_files.hpp"
#include "cli/selection.hpp"
#include "cli/settings.hpp"
#include "dsl/check/check.hpp"
#include "dsl/typed/used_names.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/findings.hpp"
#include "engine/load/load.hpp"
#include "engine/load/mistakes.hpp"
#include "report/closing.hpp"

namespace roadlint::cli {
namespace {

/// The severities that the configuration sets for all files. For single files, and for rules that are no part of a
/// pack, the gate sets them.
void set_severities(const Options& options, dsl::Program& program) {
  for (dsl::Rule& rule : program.rules) {
    const gate::SeverityRow* const row = gate::row_for(options.severities.rows, rule.pack, rule.id);
    if (row != nullptr && row->severity) rule.severity = gate::allowed_severity(*row->severity, rule.certainty);
  }
}

/// Whether the configuration switches the rule off and for no files on again.
bool is_switched_off(const Options& options, const dsl::Rule& rule) {
  const gate::SeverityRow* const row = gate::row_for(options.severities.rows, rule.pack, rule.id);
  if (row == nullptr || row->severity) return false;
  return std::none_of(
      options.severities.paths.begin(), options.severities.paths.end(),
      [&](const gate::PathRows& part) { return gate::row_for(part.rows, rule.pack, rule.id) != nullptr; });
}

std::vector<std::size_t> selected_rules(const Options& options, const dsl::Program& program) {
  std::vector<std::size_t> selected;
  for (std::size_t index = 0; index < program.rules.size(); ++index) {
    if (is_switched_off(options, program.rules[index])) continue;
    if (is_selected(options, program.rules[index].pack, program.rules[index].id)) selected.push_back(index);
  }
  return selected;
}

/// Patterns that match no rule are typing mistakes, and would let a gate pass in silence.
class PatternCheck {
 public:
  PatternCheck(const Options& options, LoadedRules& rules) : options_(options), mistakes_(rules.mistakes) {
    for (const dsl::Rule& rule : rules.program.rules) names_.emplace_back(rule.pack, rule.id);
    for (const engine::DataRule& rule : engine::data_rules()) names_.emplace_back("", rule.id);
    for (const engine::RuleAccount& rule : gate::waiver_rules()) names_.emplace_back("", rule.id);
  }

  void run() {
    for (const RulePattern& pattern : options_.select) check(pattern);
    for (const RulePattern& pattern : options_.ignore) check(pattern);
    const auto check_rows = [&](const std::vector<gate::SeverityRow>& rows) {
      for (const gate::SeverityRow& row : rows) check({row.pattern, {"severity", row.span}});
    };
    check_rows(options_.severities.rows);
    for (const gate::PathRows& part : options_.severities.paths) check_rows(part.rows);
  }

 private:
  void check(const RulePattern& pattern) {
    const auto is_named = [&](const auto& name) { return gate::names_rule(pattern.text, name.first, name.second); };
    if (std::any_of(names_.begin(), names_.end(), is_named)) return;
    const bool is_of_file = pattern.origin.span.is_known();
    // A configuration speaks of the rules that it chooses, not of others that a single run looks at.
    if (is_of_file && has_other_rules(options_)) return;
    Diagnostic& diagnostic =
        mistakes_.add(is_of_file ? DiagnosticCode::config_unknown_rule : DiagnosticCode::use_unknown_rule,
                      pattern.origin.span, pattern.origin.name + ": `" + pattern.text + "` matches no rule");
    const auto nearest = nearest_name(pattern.text, names_like(pattern.text));
    diagnostic.help = nearest ? "did you mean `" + *nearest + "`?" : "`roadlint rules` lists them";
  }

  /// With their packs, or whole packs, when the pattern has one.
  [[nodiscard]] std::vector<std::string> names_like(const std::string& pattern) const {
    std::vector<std::string> names;
    const bool has_pack = pattern.find('/') != std::string::npos;
    for (const auto& [pack, id] : names_) {
      if (has_pack && pack.empty()) continue;
      names.push_back(has_pack ? pack + "/" + (pattern.ends_with("/*") ? "*" : id) : id);
    }
    return names;
  }

  const Options& options_;
  Diagnostics& mistakes_;
  std::vector<std::pair<std::string, std::string>> names_;  // pack and id
};

/// The loader's own rules always run; only --ignore leaves them out.
void ignore_mistakes(const Options& options, std::vector<engine::DataMistake>& mistakes) {
  std::erase_if(mistakes, [&](const engine::DataMistake& mistake) {
    return std::any_of(options.ignore.begin(), options.ignore.end(),
                       [&](const RulePattern& pattern) { return gate::names_rule(pattern.text, "", mistake.rule); });
  });
}

void set_parameters(const Options& options, LoadedRules& rules) {
  for (const Parameter& parameter : options.parameters) {
    const std::string failure = dsl::set_parameter(rules.program, parameter.name, parameter.value);
    if (failure.empty()) continue;
    const bool is_of_file = parameter.origin.span.is_known();
    rules.mistakes.add(is_of_file ? DiagnosticCode::config_value : DiagnosticCode::use_parameter, parameter.origin.span,
                       parameter.origin.name + " " + parameter.name + ": " + failure);
  }
}

/// A rule that matched nothing is a warning: its data may be missing, or its condition too narrow.
void warn_of_idle_rules(const dsl::Program& program, const std::vector<engine::RuleOutcomes>& outcomes,
                        Diagnostics& diagnostics) {
  for (const engine::RuleOutcomes& entry : outcomes) {
    if (entry.matched > 0 || entry.is_given_up) continue;
    const dsl::Rule& rule = program.rules[entry.rule];
    diagnostics.add(DiagnosticCode::rule_matched_nothing, rule.span, "rule `" + rule.id + "` matched no record");
  }
}

/// Rules that compare two versions have nothing to say about one, or about a part of one: every record in a file that
/// could not be read would look new or gone.
std::vector<std::size_t> applicable_rules(const LoadedRules& rules, bool has_earlier_version) {
  std::vector<std::size_t> applicable = rules.selected;
  if (has_earlier_version) return applicable;
  std::erase_if(applicable,
                [&](std::size_t rule) { return dsl::uses_earlier_version(rules.program, rules.program.rules[rule]); });
  return applicable;
}

/// A value that is wrong in the earlier version counts as absent, so that comparisons with it say nothing.
void warn_of_earlier_mistakes(const engine::DataSet& data, Diagnostics& diagnostics) {
  if (data.earlier_mistakes.empty()) return;
  const std::size_t count = data.earlier_mistakes.size();
  const std::string message = "the earlier version has " +
                              (count == 1 ? std::string("a mistake") : std::to_string(count) + " mistakes") +
                              ", so that comparisons with it may have gaps";
  diagnostics.add(DiagnosticCode::data_earlier_version, data.earlier_mistakes.front().span, message).help =
      "check the earlier version on its own";
}

/// What is named as baseline, waivers or configuration is no data, whatever it is called.
DataFileOptions data_file_options(const Options& options) {
  DataFileOptions result{options.stdin_name, options.waiver_files};
  if (!options.baseline.empty()) result.passed_over.push_back(options.baseline);
  result.passed_over.insert(result.passed_over.end(), options.config_files.begin(), options.config_files.end());
  return result;
}

/// A thread takes longer to start than little data takes to read and to check.
unsigned useful_threads(const Options& options, const SourceFiles& files, const std::vector<FileId>& data_files) {
  constexpr std::size_t little = 200'000;
  std::size_t bytes = 0;
  for (const FileId file : data_files) bytes += files.file(file).bytes().size();
  return bytes < little ? 1 : options.threads;
}

}  // namespace

Options completed(const Options& options, Run& run) {
  Options result = options;
  complete_options(result, run.files, run.rules.mistakes);
  return result;
}

LoadedRules load_rules(const Options& options, SourceFiles& files) {
  LoadedRules rules;
  const std::size_t first = files.size();
  rules.trees = parse_rule_files(options.rule_paths, files, rules.mistakes);
  for (std::size_t file = first; file < files.size(); ++file) rules.files.push_back(static_cast<FileId>(file));
  rules.program = dsl::check(rules.trees, rules.mistakes);
  set_parameters(options, rules);
  if (!rules.mistakes.has_errors()) PatternCheck(options, rules).run();
  set_severities(options, rules.program);
  rules.selected = selected_rules(options, rules.program);
  rules.mistakes.sort();
  rules.mistakes.keep_at_most_per_file(limits::errors_per_file);
  return rules;
}

void read_rules(const Options& options, Run& run) {
  const Diagnostics known = std::move(run.rules.mistakes);
  run.rules = load_rules(options, run.files);
  for (const Diagnostic& diagnostic : known.entries()) run.rules.mistakes.append(diagnostic);
}

void run_check(const Options& options, Run& run) {
  Progress progress(error_is_terminal() && !options.quiet ? print_error : Progress::Writer());
  progress.start("rules", "reading rules");
  read_rules(options, run);
  log_step("rules checked", run.rules.program.rules.size());
  if (run.rules.mistakes.has_errors()) return;
  GateInput gate_input = read_gate_files(options, run);
  if (run.rules.mistakes.has_errors()) return;
  progress.start("load", "reading data");
  const std::vector<FileId> data_files =
      find_data_files(options.paths, run.files, run.data_mistakes, data_file_options(options));
  std::vector<FileId> earlier_files;
  if (!options.before.empty()) earlier_files = find_data_files(options.before, run.files, run.data_mistakes);
  const unsigned threads = useful_threads(options, run.files, data_files);
  run.data = engine::load(run.rules.program.model, run.files, data_files, run.data_mistakes, threads, earlier_files);
  ignore_mistakes(options, run.data.mistakes);
  ignore_mistakes(options, run.data.earlier_mistakes);
  warn_of_earlier_mistakes(run.data, run.data_mistakes);
  log_step("records read", run.data.record_count);
  look_at_data(options, run, gate_input);
  if (run.rules.mistakes.has_errors()) return;
  progress.start("plan", "planning");
  const engine::Plan plan = engine::make_plan(
      run.rules.program, applicable_rules(run.rules, !options.before.empty() && !run.data_mistakes.has_errors()));
  progress.start("evaluate", "checking");
  const auto show_share = [&](double share) { progress.show_share(share); };
  auto outcomes = engine::evaluate(plan, run.data, {options.as_of, threads, show_share}, run.data_mistakes);
  progress.start("findings", "putting findings together");
  warn_of_idle_rules(run.rules.program, outcomes, run.rules.mistakes);
  run.outcomes = engine::make_outcomes(run.rules.program, run.data, std::move(outcomes), run.files, threads);
  apply_gate(options, std::move(gate_input), run);
  log_step("findings", run.outcomes.findings.size());
}

Diagnostics all_diagnostics(const Run& run) {
  Diagnostics all;
  for (const Diagnostic& diagnostic : run.data_mistakes.entries()) all.append(diagnostic);
  for (const Diagnostic& diagnostic : run.rules.mistakes.entries()) all.append(diagnostic);
  return all;
}

Diagnostics shown_diagnostics(const Run& run) {
  const Diagnostics all = all_diagnostics(run);
  Diagnostics shown;
  for (const Diagnostic& diagnostic : all.entries()) {
    if (diagnostic.code != report::matched_nothing_code) shown.append(diagnostic);
  }
  return shown;
}

std::vector<std::string> data_file_names(const Run& run) {
  std::vector<std::string> names;
  for (const FileId file : run.data.files) names.push_back(run.files.file(file).name());
  return names;
}

bool fails(const Options& options, const std::vector<engine::Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const engine::Finding& finding) {
    const bool counts = options.fail_on_heuristic || finding.certainty != Certainty::heuristic;
    const bool is_active = finding.standing == engine::Standing::active;
    return is_active && options.fail_on && counts && finding.severity >= *options.fail_on;
  });
}

}  // namespace roadlint::cli
