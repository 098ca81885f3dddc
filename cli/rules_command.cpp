// `roadlint rules`: the rules as a table or JSON, or how they cover the documents that they come from.
#include <algorithm>

#include "base/edit_distance.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/selection.hpp"
#include "cli/terminal.hpp"
#include "dsl/typed/used_names.hpp"
#include "engine/load/mistakes.hpp"
#include "gate/waivers.hpp"
#include "report/closing.hpp"
#include "report/rule_listing.hpp"

namespace roadlint::cli {
namespace {

report::ListedRule listed(const dsl::Program& program, const dsl::Rule& rule) {
  report::ListedRule entry;
  entry.id = rule.id;
  entry.pack = rule.pack;
  entry.severity = rule.severity;
  entry.certainty = rule.certainty;
  entry.title = rule.title;
  entry.basis = rule.basis;
  const std::set<std::string> fields = dsl::deciding_fields(program, rule);
  entry.reads.assign(fields.begin(), fields.end());
  entry.needs_earlier_version = dsl::uses_earlier_version(program, rule);
  return entry;
}

report::ListedRule listed(const engine::DataRule& rule) {
  report::ListedRule entry;
  entry.id = rule.id;
  entry.is_of_loader = true;
  entry.title.set("en", std::string(rule.title_en));
  entry.title.set("de", std::string(rule.title_de));
  return entry;
}

report::ListedRule listed(const engine::RuleAccount& waiver_rule) {
  report::ListedRule entry;
  entry.id = waiver_rule.id;
  entry.is_of_waivers = true;
  entry.severity = waiver_rule.severity;
  entry.title = waiver_rule.title;
  entry.basis = waiver_rule.basis;
  return entry;
}

std::vector<report::ListedRule> listed_rules(const Options& options, const LoadedRules& rules) {
  std::vector<report::ListedRule> entries;
  for (const std::size_t index : rules.selected) entries.push_back(listed(rules.program, rules.program.rules[index]));
  for (const engine::DataRule& rule : engine::data_rules()) {
    if (is_selected(options, "", rule.id)) entries.push_back(listed(rule));
  }
  for (const engine::RuleAccount& rule : gate::waiver_rules()) {
    if (is_selected(options, "", rule.id)) entries.push_back(listed(rule));
  }
  return entries;
}

std::vector<report::ListedDocument> listed_documents(const Options& options, const dsl::Program& program) {
  std::vector<report::ListedDocument> entries;
  for (const dsl::Document& document : program.documents) {
    const bool is_wanted = options.bases.empty() ||
                           std::find(options.bases.begin(), options.bases.end(), document.name) != options.bases.end();
    if (!is_wanted) continue;
    report::ListedDocument& entry = entries.emplace_back();
    entry.name = document.name;
    entry.title = document.title;
    entry.is_unread = document.is_unread;
    for (const dsl::Paragraph& paragraph : document.paragraphs) {
      entry.paragraphs.push_back({paragraph.place, paragraph.title});
    }
  }
  return entries;
}

/// A misspelt name must not look like a document without paragraphs.
void check_bases(const Options& options, LoadedRules& rules) {
  for (const std::string& name : options.bases) {
    if (rules.program.find_document(name) != nullptr) continue;
    std::vector<std::string> names;
    for (const dsl::Document& document : rules.program.documents) names.push_back(document.name);
    Diagnostic& diagnostic = rules.mistakes.add(DiagnosticCode::use_unknown_document, Span{},
                                                "--basis: no rule file declares the document `" + name + "`");
    if (const auto nearest = nearest_name(name, names)) diagnostic.help = "did you mean `" + *nearest + "`?";
  }
}

void add_accounts(const engine::Outcomes& outcomes, std::vector<report::ListedRule>& rules) {
  for (report::ListedRule& rule : rules) {
    const auto account = std::find_if(outcomes.rules.begin(), outcomes.rules.end(),
                                      [&](const engine::RuleAccount& entry) { return entry.id == rule.id; });
    if (account != outcomes.rules.end()) rule.account = *account;
  }
}

std::string text_of(const Options& options, const Output& output, const std::vector<report::ListedRule>& rules,
                    const std::vector<report::ListedDocument>& documents) {
  const bool is_json = output.format == "json";
  if (!options.coverage) {
    return is_json ? report::write_rules_json(rules, documents, ROADLINT_VERSION)
                   : report::draw_rules(rules, options.language);
  }
  if (is_json) return report::write_coverage_json(rules, documents, ROADLINT_VERSION);
  report::ReportOptions report_options;
  report_options.language = options.language;
  report_options.color = output.path.empty() && uses_color(options.color, output_is_terminal());
  return report::draw_coverage(rules, documents, report_options);
}

}  // namespace

ExitStatus rules_command(const Options& given) {
  Run run;
  const Options options = completed(given, run);
  if (run.rules.mistakes.has_errors()) {
    // Without the configuration nobody knows which rules are meant.
  } else if (options.coverage && !options.paths.empty()) {
    run_check(options, run);
  } else {
    read_rules(options, run);
  }
  if (!run.rules.mistakes.has_errors()) check_bases(options, run.rules);
  if (run.rules.mistakes.has_errors()) {
    print_mistakes(options, run.files, run.rules.mistakes);
    return ExitStatus::wrong_use;
  }
  print_mistakes(options, run.files, shown_diagnostics(run));
  std::vector<report::ListedRule> rules = listed_rules(options, run.rules);
  if (!run.data_mistakes.has_errors()) add_accounts(run.outcomes, rules);
  const std::vector<report::ListedDocument> documents = listed_documents(options, run.rules.program);
  if (refuses_outputs(options, run.files)) return ExitStatus::wrong_use;
  bool is_written = true;
  for (const Output& output : options.outputs) {
    is_written = write_output(options, output, text_of(options, output, rules, documents)) && is_written;
  }
  if (!is_written) return ExitStatus::wrong_use;
  return run.data_mistakes.has_errors() ? ExitStatus::unreadable : ExitStatus::success;
}

}  // namespace roadlint::cli
