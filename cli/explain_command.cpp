// `roadlint explain`: what one rule checks, on what basis, and when it cannot decide.
#include <algorithm>

#include "base/edit_distance.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "dsl/typed/expression_text.hpp"
#include "dsl/typed/optional_fields.hpp"
#include "dsl/typed/rule_text.hpp"
#include "dsl/typed/used_names.hpp"
#include "engine/load/mistakes.hpp"
#include "engine/plan/print_plan.hpp"
#include "gate/waivers.hpp"
#include "report/plain_text.hpp"
#include "report/words.hpp"

namespace roadlint::cli {
namespace {

/// The headings and sentences of an explanation.
struct ExplanationWords {
  std::string_view severity;
  std::string_view basis;
  std::string_view certainty;
  std::string_view heuristic;
  std::string_view judgement;
  std::string_view pack;
  std::string_view place;
  std::string_view what_it_does;
  std::string_view when_undecided;
  std::string_view undecidable;
  std::string_view unscoped;
  std::string_view always_decides;
  std::string_view parameters;
  std::string_view definitions;
  std::string_view patterns;
  std::string_view how_it_is_evaluated;
  std::string_view checked_while_reading;
  std::string_view checked_with_waivers;
};

constexpr ExplanationWords english = {
    .severity = "severity",
    .basis = "basis",
    .certainty = "certainty",
    .heuristic = "heuristic: a guess, no gate fails by it unless asked",
    .judgement = "judgement: reports what a person judged",
    .pack = "pack",
    .place = "defined in",
    .what_it_does = "What it does",
    .when_undecided = "When it cannot decide",
    .undecidable = "A case is undecidable when one of these is absent where it is needed:",
    .unscoped = "A record is left unscoped when one of these is absent where it is needed:",
    .always_decides = "It needs no field that may be absent.",
    .parameters = "Parameters (--set NAME=VALUE)",
    .definitions = "Definitions",
    .patterns = "Word lists and patterns",
    .how_it_is_evaluated = "How it is evaluated",
    .checked_while_reading = "Checked by roadlint itself while it reads the data, against the model.",
    .checked_with_waivers = "Checked where waivers are put to use, after all other rules.",
};

constexpr ExplanationWords german = {
    .severity = "Schwere",
    .basis = "Grundlage",
    .certainty = "Gewissheit",
    .heuristic = "heuristisch: eine Vermutung, an der nur auf Wunsch eine Freigabe scheitert",
    .judgement = "Beurteilung: gibt wieder, was eine Person beurteilt hat",
    .pack = "Regelpaket",
    .place = "steht in",
    .what_it_does = "Was sie prüft",
    .when_undecided = "Wann sie nicht entscheiden kann",
    .undecidable = "Ein Fall ist nicht entscheidbar, wenn hiervon etwas fehlt, wo es gebraucht wird:",
    .unscoped = "Ein Datensatz bleibt außer Betracht, wenn hiervon etwas fehlt, wo es gebraucht wird:",
    .always_decides = "Sie braucht kein Feld, das fehlen darf.",
    .parameters = "Parameter (--set NAME=WERT)",
    .definitions = "Definitionen",
    .patterns = "Wortlisten und Muster",
    .how_it_is_evaluated = "Wie sie ausgewertet wird",
    .checked_while_reading = "Prüft roadlint selbst beim Lesen der Daten, anhand des Modells.",
    .checked_with_waivers = "Geprüft, wo Ausnahmen angewandt werden, nach allen anderen Regeln.",
};

class Explanation {
 public:
  Explanation(const Options& options, const SourceFiles& files, const dsl::Program& program)
      : language_(options.language),
        words_(options.language == "de" ? german : english),
        report_words_(report::words_in(options.language)),
        files_(files),
        program_(program) {}

  std::string of_rule(const dsl::Rule& rule) {
    add_head(rule.id, rule.title.in(language_), rule.severity);
    std::string basis;
    for (const Basis& entry : rule.basis) {
      basis += (basis.empty() ? "" : ", ") + report::basis_text(entry, report_words_);
    }
    if (!basis.empty()) add_property(words_.basis, basis);
    if (rule.certainty != Certainty::mechanical) {
      add_property(words_.certainty, rule.certainty == Certainty::heuristic ? words_.heuristic : words_.judgement);
    }
    if (!rule.pack.empty()) add_property(words_.pack, rule.pack);
    add_property(words_.place, place_of(rule.span));
    add_heading(words_.what_it_does);
    for (const dsl::Branch& branch : rule.branches) add_branch(branch, &branch == &rule.branches.front());
    add_plan(rule);
    add_limits(dsl::optional_fields(program_, rule));
    add_names(dsl::used_names(program_, rule));
    return std::move(text_);
  }

  std::string of_waiver_rule(const engine::RuleAccount& rule) {
    add_head(rule.id, rule.title.in(language_), rule.severity);
    for (const Basis& entry : rule.basis) add_property(words_.basis, report::basis_text(entry, report_words_));
    add_heading(words_.checked_with_waivers);
    return std::move(text_);
  }

  std::string of_data_rule(const engine::DataRule& rule) {
    add_head(rule.id, language_ == "de" ? rule.title_de : rule.title_en, Severity::error);
    add_heading(words_.checked_while_reading);
    return std::move(text_);
  }

 private:
  void add_line(std::string_view line) { text_.append(line).append("\n"); }
  void add_heading(std::string_view heading) { text_.append("\n").append(heading).append("\n"); }

  void add_head(std::string_view id, std::string_view title, Severity severity) {
    add_line(std::string(id) + ": " + report::one_line(title));
    text_ += "\n";
    add_property(words_.severity, report::severity_word(report_words_, severity));
  }

  void add_property(std::string_view name, std::string_view value) {
    constexpr std::size_t width = 12;  // of the longest name and two blanks
    add_line("  " + std::string(name) + std::string(width - name.size(), ' ') + std::string(value));
  }

  [[nodiscard]] std::string place_of(const Span& span) const {
    const Location place = files_.locate(span);
    return place.file + ":" + std::to_string(place.line);
  }

  // --- statements ----------------------------------------------------------------------------------------------

  void add_branch(const dsl::Branch& branch, bool is_first) {
    if (!is_first) text_ += "\n";
    for (const std::string& line : dsl::branch_lines(program_, branch, dsl::TypeNotes::hidden)) add_line("  " + line);
    add_template("message", branch.message);
    add_template("help", branch.help);
  }

  /// The text in the language of the explanation, else in the first language of the pack.
  void add_template(std::string_view word, const std::vector<dsl::MessageTemplate>& texts) {
    if (texts.empty()) return;
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.language == language_; });
    const dsl::MessageTemplate& text = found == texts.end() ? texts.front() : *found;
    add_line("  " + std::string(word) + " " + text.language + " " + dsl::template_text(program_, text));
  }

  // --- limits --------------------------------------------------------------------------------------------------

  void add_limits(const dsl::OptionalFields& fields) {
    add_heading(words_.when_undecided);
    if (fields.of_requirements.empty() && fields.of_conditions.empty()) {
      add_line("  " + std::string(words_.always_decides));
    }
    add_fields(words_.undecidable, fields.of_requirements);
    add_fields(words_.unscoped, fields.of_conditions);
  }

  void add_fields(std::string_view sentence, const std::set<std::string>& fields) {
    if (fields.empty()) return;
    add_line("  " + std::string(sentence));
    for (const std::string& field : fields) add_line("    " + field);
  }

  void add_plan(const dsl::Rule& rule) {
    add_heading(words_.how_it_is_evaluated);
    const auto number = static_cast<std::size_t>(&rule - program_.rules.data());
    const engine::Plan plan = engine::make_plan(program_, {number});
    for (const std::string& line : engine::plan_words(plan, plan.rules.front(), language_)) add_line("  " + line);
  }

  // --- names ---------------------------------------------------------------------------------------------------

  void add_names(const dsl::UsedNames& names) {
    if (!names.parameters.empty()) add_heading(words_.parameters);
    for (const std::uint32_t id : names.parameters) {
      const dsl::Parameter& parameter = program_.parameters[id];
      add_line("  " + parameter.name + ": " + type_text(program_.model, parameter.type) + " = " +
               dsl::constant_text(program_.model, parameter.type, parameter.value));
    }
    if (!names.definitions.empty()) add_heading(words_.definitions);
    for (const dsl::DefinitionId id : names.definitions) {
      add_line("  " + dsl::definition_text(program_, program_.definitions[id]));
    }
    if (!names.patterns.empty()) add_heading(words_.patterns);
    for (const dsl::PatternId id : names.patterns) {
      add_line("  " + program_.patterns[id].name + " (" + place_of(program_.patterns[id].span) + ")");
    }
  }

  std::string language_;
  const ExplanationWords& words_;
  const report::Words& report_words_;
  const SourceFiles& files_;
  const dsl::Program& program_;
  std::string text_;
};

/// The explanation of the rule with this name, or with this pack and name; empty when there is none.
std::string explain(const Options& options, const SourceFiles& files, const dsl::Program& program) {
  for (const dsl::Rule& rule : program.rules) {
    const bool is_meant = rule.id == options.rule_name || rule.pack + "/" + rule.id == options.rule_name;
    if (is_meant) return Explanation(options, files, program).of_rule(rule);
  }
  for (const engine::DataRule& rule : engine::data_rules()) {
    if (rule.id == options.rule_name) return Explanation(options, files, program).of_data_rule(rule);
  }
  for (const engine::RuleAccount& rule : gate::waiver_rules()) {
    if (rule.id == options.rule_name) return Explanation(options, files, program).of_waiver_rule(rule);
  }
  return {};
}

void report_unknown_rule(const Options& options, const dsl::Program& program, Diagnostics& mistakes) {
  std::vector<std::string> names;
  for (const dsl::Rule& rule : program.rules) names.push_back(rule.id);
  for (const engine::DataRule& rule : engine::data_rules()) names.emplace_back(rule.id);
  for (const engine::RuleAccount& rule : gate::waiver_rules()) names.push_back(rule.id);
  Diagnostic& mistake = mistakes.add(DiagnosticCode::use_unknown_rule, Span{},
                                     "there is no rule `" + report::one_line(options.rule_name) + "`");
  const auto nearest = nearest_name(options.rule_name, names);
  mistake.help = nearest ? "did you mean `" + *nearest + "`?" : "`roadlint rules` lists the rules";
}

}  // namespace

ExitStatus explain_command(const Options& given) {
  Run run;
  const Options options = completed(given, run);
  Diagnostics& mistakes = run.rules.mistakes;
  if (!mistakes.has_errors()) read_rules(options, run);
  const std::string text = mistakes.has_errors() ? "" : explain(options, run.files, run.rules.program);
  if (text.empty() && !mistakes.has_errors()) report_unknown_rule(options, run.rules.program, mistakes);
  print_mistakes(options, run.files, mistakes);
  if (mistakes.has_errors()) return ExitStatus::wrong_use;
  print(text);
  return ExitStatus::success;
}

}  // namespace roadlint::cli
