// See gate_files.hpp.
#include "cli/gate_files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "cli/data_files.hpp"
#include "cli/git_changes.hpp"
#include "cli/paths.hpp"
#include "cli/selection.hpp"
#include "engine/load/mistakes.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// Nothing, and reported, when the file cannot be read.
std::optional<FileId> open_file(const std::string& path, DiagnosticCode not_found, const std::string& help, Run& run) {
  FileBytes content = read_file(path, limits::data_file_bytes);
  if (content.failure.empty()) return run.files.add(path, std::move(content.bytes));
  run.rules.mistakes
      .add(not_found, Span(run.files.add(path, ""), 0, 0), "cannot read `" + path + "`: " + content.failure)
      .help = help;
  return std::nullopt;
}

/// "paper/milestone-owner" is the rule of that pack.
void drop_pack(const dsl::Program& program, std::string& name) {
  if (name.find('/') == std::string::npos) return;
  for (const dsl::Rule& rule : program.rules) {
    if (rule.pack + "/" + rule.id == name) name = rule.id;
  }
}

/// A rule that a waiver or an acceptance names.
struct NamedRule {
  std::string& name;
  Span span;
  bool is_in_comment = false;
};

NamedRule rule_of(gate::PlacedWaiver& placed) {
  return {placed.waiver.rule, placed.waiver.rule_span, placed.waiver.is_comment};
}
NamedRule rule_of(engine::Acceptance& acceptance) { return {acceptance.rule, acceptance.rule_span}; }

void report_unknown_rule(const Options& options, const NamedRule& rule, const std::vector<std::string>& known,
                         Run& run) {
  Diagnostic diagnostic = make_diagnostic(DiagnosticCode::waiver_unknown_rule, rule.span,
                                          "there is no rule `" + utf8::printable(rule.name) + "`");
  // A comment stays in the data, whoever checks it with whatever rules; a file of waivers goes with the rules, unless
  // the command line chose others for once.
  if (rule.is_in_comment || has_other_rules(options)) diagnostic.severity = Severity::warning;
  const auto nearest = nearest_name(rule.name, known);
  diagnostic.help = nearest ? "did you mean `" + *nearest + "`?" : "`roadlint rules` lists them";
  if (rule.name.find_first_of("*?") != std::string::npos) diagnostic.help = "a waiver names its rule in full";
  run.rules.mistakes.append(std::move(diagnostic));
}

/// Reports waivers or acceptances of rules that do not exist, and takes them out.
template <typename Entry>
void check_rules(const Options& options, std::vector<Entry>& entries, Run& run) {
  const std::vector<std::string> known = rule_names(run);
  const std::set<std::string_view> names(known.begin(), known.end());
  std::erase_if(entries, [&](Entry& entry) {
    const NamedRule rule = rule_of(entry);
    drop_pack(run.rules.program, rule.name);
    if (names.contains(rule.name)) return false;
    report_unknown_rule(options, rule, known, run);
    return true;
  });
}

std::set<std::string> ignored_waiver_rules(const Options& options) {
  std::set<std::string> ignored;
  for (const engine::RuleAccount& rule : gate::waiver_rules()) {
    const auto names = [&](const RulePattern& pattern) { return gate::names_rule(pattern.text, "", rule.id); };
    if (std::any_of(options.ignore.begin(), options.ignore.end(), names)) ignored.insert(rule.id);
  }
  return ignored;
}

/// What the run looked at, for comparing it with a baseline.
gate::RunScope scope_of(const Options& options, const Run& run) {
  gate::RunScope scope;
  if (run.data_mistakes.has_errors()) return scope;  // what could not be read would look fixed
  for (const engine::RuleAccount& rule : run.outcomes.rules) scope.rules.insert(rule.id);
  for (const FileId file : run.data.files) scope.files.insert(name_in_baseline(options, run.files.file(file).name()));
  std::set<std::string_view> names;
  for (const gate::BaselineEntry& entry : run.baseline->entries) names.insert(entry.file);
  std::error_code error;
  const fs::path folder = real_path(options.baseline).parent_path();
  for (const std::string_view name : names) {
    if (!name.empty() && !fs::exists(folder / name, error)) scope.vanished_files.emplace(name);
  }
  return scope;
}

}  // namespace

GateInput read_gate_files(const Options& options, Run& run) {
  GateInput input;
  Diagnostics& mistakes = run.rules.mistakes;
  for (const std::string& path : options.waiver_files) {
    const auto file = open_file(path, DiagnosticCode::waiver_not_found, "check the path", run);
    if (!file) continue;
    input.waiver_files.push_back(*file);
    gate::WaiverFile found = gate::read_waivers(run.files, *file, mistakes);
    std::move(found.waivers.begin(), found.waivers.end(), std::back_inserter(input.waivers));
    std::move(found.acceptances.begin(), found.acceptances.end(), std::back_inserter(input.acceptances));
  }
  check_rules(options, input.waivers, run);
  check_rules(options, input.acceptances, run);
  if (options.baseline.empty()) return input;
  const auto file = open_file(options.baseline, DiagnosticCode::baseline_not_found,
                              "`roadlint baseline create " + options.baseline + "` writes one", run);
  if (file) run.baseline = gate::read_baseline(run.files, *file, mistakes);
  if (run.baseline) gate::check_baseline_rules(*run.baseline, rule_names(run), mistakes);
  return input;
}

void look_at_data(const Options& options, Run& run, GateInput& input) {
  std::vector<gate::PlacedWaiver> comments;
  for (const FileId file : run.data.files) {
    std::vector<gate::PlacedWaiver> found = gate::read_waiver_comments(run.files, file, run.rules.mistakes);
    std::move(found.begin(), found.end(), std::back_inserter(comments));
  }
  gate::name_records(run.rules.program.model, run.data, comments);
  check_rules(options, comments, run);
  std::move(comments.begin(), comments.end(), std::back_inserter(input.waivers));
  if (options.diff_base.empty()) return;
  std::vector<FileId> changed_files = run.data.files;
  changed_files.insert(changed_files.end(), input.waiver_files.begin(), input.waiver_files.end());
  input.changed_lines = lines_changed_since(options.diff_base, changed_files, run.files, run.rules.mistakes);
}

void apply_gate(const Options& options, GateInput input, Run& run) {
  const gate::WaiverSettings settings = {options.as_of.first, day_range(options.waiver_notice).greatest,
                                         ignored_waiver_rules(options)};
  gate::apply_acceptances(std::move(input.acceptances), run.outcomes);
  gate::apply_waivers(std::move(input.waivers), settings, run.files, run.outcomes);
  gate::apply_severities(options.severities, run.files, working_folder(), run.outcomes);
  if (run.baseline) gate::apply_baseline(*run.baseline, options.baseline, scope_of(options, run), run.outcomes);
  gate::drop_switched_off(run.outcomes);
  if (!input.changed_lines) return;
  run.outcomes.diff_base = options.diff_base;
  gate::apply_changed_lines(*input.changed_lines, run.rules.program.model, run.data, run.files, run.outcomes);
}

std::string name_in_baseline(const Options& options, const std::string& file) {
  const fs::path folder = real_path(options.baseline).parent_path();
  return real_path(file).lexically_relative(folder).generic_string();
}

std::vector<std::string> rule_names(const Run& run) {
  std::vector<std::string> names;
  for (const dsl::Rule& rule : run.rules.program.rules) names.push_back(rule.id);
  for (const engine::DataRule& rule : engine::data_rules()) names.emplace_back(rule.id);
  for (const engine::RuleAccount& rule : gate::waiver_rules()) names.push_back(rule.id);
  return names;
}

}  // namespace roadlint::cli
