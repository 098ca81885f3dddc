// See options.hpp. CLI11 reads the words; what they mean is decided here.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <thread>

#include "base/edit_distance.hpp"
#include "cli/log.hpp"

namespace roadlint::cli {
namespace {

constexpr std::string_view footer = R"(Exit status, the first that applies:
  2  wrong use, or a mistake in rules or configuration
  3  data that cannot be read, or an internal error; readable files are checked all the same
  1  findings at or above --fail-on
  0  none

Examples:
  roadlint check roadmaps/
  roadlint check draft.yaml --lang de --select 'milestone-*'
  roadlint check roadmaps/ --format human --format json=findings.json
  roadlint check roadmaps/ --ignore 'wording/*'
  roadlint diff last-year/ roadmaps/
  roadlint rules --coverage --basis ZVEI roadmaps/
  roadlint explain milestone-owner)";

/// The words of the command line before they are understood.
struct Words {
  std::vector<std::string> formats;
  std::string fail_on = "error";
  std::string as_of;
  std::vector<std::string> parameters;
  std::string color = "auto";
  std::string stage = "ast";
  std::string dump_file;
  std::string old_path;
  std::string new_path;
  unsigned threads = 0;  // as many as there are processors
};

void add_rule_options(CLI::App& command, Options& options) {
  command.add_option("--rules", options.rule_paths, "Rule files or folders; default: the built-in packs")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command.add_option("--lang", options.language, "Language of messages")->check(CLI::IsMember({"en", "de"}));
}

void add_selection(CLI::App& command, Options& options) {
  command
      .add_option("--select", options.select,
                  "Only rules whose name matches, such as 'milestone-*' or 'paper/*' (data-* always run)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command.add_option("--ignore", options.ignore, "Not the rules whose name matches")
      ->type_name("GLOB")
      ->allow_extra_args(false);
}

void add_common(CLI::App& command, Options& options, Words& words) {
  command.add_option("--color", words.color, "Colours")->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--log-level", options.log_level, "Log of roadlint's own steps on standard error")
      ->envname("ROADLINT_LOG")
      ->check(CLI::IsMember({"off", "info", "debug"}));
}

void add_formats(CLI::App& command, Words& words) {
  command.add_option("--format", words.formats, "human or json, =FILE to write a file; repeatable (default: human)")
      ->type_name("FMT[=FILE]")
      ->allow_extra_args(false);
}

/// What checking needs beside the paths.
void add_checking(CLI::App& command, Options& options, Words& words) {
  add_rule_options(command, options);
  add_formats(command, words);
  command.add_option("--fail-on", words.fail_on, "Least severity that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command.add_flag("--fail-on-heuristic", options.fail_on_heuristic,
                   "Heuristic findings, which are guesses, count for --fail-on too");
  command.add_option("--as-of", words.as_of, "What \"today\" is, such as 2026-06-29; default: today")
      ->type_name("DATE");
  command.add_option("--set", words.parameters, "A rule parameter")->type_name("NAME=VALUE")->allow_extra_args(false);
  add_selection(command, options);
}

void add_check(CLI::App& check, Options& options, Words& words) {
  check.add_option("PATH", options.paths, "Files or folders with roadmaps (*.yaml, *.yml, *.json)")->required();
  check
      .add_option("--before", options.before,
                  "An earlier version of the data, for rules that compare the two; `roadlint diff` shows more")
      ->type_name("PATH")
      ->allow_extra_args(false);
  add_checking(check, options, words);
  check
      .add_option("--threads", words.threads,
                  "Threads to use, by default one for each processor; the output is the same for any number")
      ->check(CLI::Range(1, 1024));
  check.add_flag("--quiet", options.quiet, "Only the closing count");
  check.add_flag("--statistics", options.statistics, "How every rule fared, and what was left unscoped and why");
  add_common(check, options, words);
}

void add_diff(CLI::App& diff, Options& options, Words& words) {
  diff.add_option("OLD", words.old_path, "File or folder with the earlier version")->required();
  diff.add_option("NEW", words.new_path, "File or folder with the later version")->required();
  add_checking(diff, options, words);
  diff.add_flag("--quiet", options.quiet, "Only the closing counts");
  add_common(diff, options, words);
}

void add_rules(CLI::App& rules, Options& options, Words& words) {
  rules.add_option("PATH", options.paths, "With --coverage: roadmaps to check, so that it says what rules found");
  rules.add_flag("--coverage", options.coverage, "Paragraph by paragraph of a document: which rules answer it");
  rules.add_option("--basis", options.bases, "With --coverage: only this document, such as ZVEI; repeatable")
      ->type_name("NAME")
      ->allow_extra_args(false);
  rules.add_option("--as-of", words.as_of, "What \"today\" is, when roadmaps are checked")->type_name("DATE");
  add_formats(rules, words);
  add_rule_options(rules, options);
  add_selection(rules, options);
  add_common(rules, options, words);
}

void add_explain(CLI::App& explain, Options& options, Words& words) {
  explain.add_option("RULE", options.rule_name, "Name of the rule")->required();
  explain.add_option("--set", words.parameters, "A rule parameter")->type_name("NAME=VALUE")->allow_extra_args(false);
  add_rule_options(explain, options);
  add_common(explain, options, words);
}

void add_dump(CLI::App& dump, Options& options, Words& words) {
  dump.add_option("--stage", words.stage, "ast, typed or plan of a rule file, data of a data file")
      ->check(CLI::IsMember({"ast", "typed", "plan", "data"}));
  dump.add_option("FILE", words.dump_file, "The file")->required();
  add_rule_options(dump, options);
  add_common(dump, options, words);
}

void add_version(CLI::App&, Options&, Words&) {}

struct CommandWords {
  const char* name;
  const char* description;
  void (*add_options)(CLI::App&, Options&, Words&);
};
constexpr CommandWords command_words[] = {
    {"check", "Check roadmaps: the main job", add_check},
    {"diff", "Compare two versions of roadmaps: what changed, and which findings are new or gone", add_diff},
    {"rules", "List the rules, or say which paragraphs of a document they answer", add_rules},
    {"explain", "Say what a rule checks, on what basis, and when it cannot decide", add_explain},
    {"dump", "Show a stage of the work, for those who build or test roadlint", add_dump},
    {"version", "Print the version", add_version}};

/// All commands. Only the one that the first word names has its options; behind an option it may be any.
void add_commands(CLI::App& app, std::string_view first_word, Options& options, Words& words) {
  for (const CommandWords& command : command_words) {
    CLI::App& added = *app.add_subcommand(command.name, command.description);
    if (first_word == command.name || first_word.starts_with("-")) command.add_options(added, options, words);
  }
}

std::string understand_formats(const Words& words, Options& options) {
  for (const std::string& word : words.formats) {
    const std::size_t sign = word.find('=');
    Output output{word.substr(0, sign), sign == std::string::npos ? "" : word.substr(sign + 1)};
    if (output.format != "human" && output.format != "json") {
      return "--format: `" + output.format + "` is no format of this version; there are human and json";
    }
    if (sign != std::string::npos && output.path.empty()) return "--format: `" + word + "` names no file behind `=`";
    options.outputs.push_back(std::move(output));
  }
  if (options.outputs.empty()) options.outputs.push_back({"human", ""});
  return "";
}

std::string understand_parameters(const Words& words, Options& options) {
  for (const std::string& word : words.parameters) {
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos || sign == 0) return "--set: expected NAME=VALUE, found `" + word + "`";
    options.parameters.emplace_back(word.substr(0, sign), word.substr(sign + 1));
  }
  return "";
}

std::string understand_date(const Words& words, Options& options) {
  options.as_of = CalendarPeriod::of_day(today());
  if (words.as_of.empty()) return "";
  const auto period = read_calendar_period(words.as_of);
  if (!period || period->precision != DatePrecision::day) {
    return "--as-of: expected a day such as 2026-06-29, found `" + words.as_of + "`";
  }
  options.as_of = *period;
  return "";
}

void understand_choices(const Words& words, Options& options) {
  options.fail_on.reset();
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (severity_name(severity) == words.fail_on) options.fail_on = severity;
  }
  if (words.color == "always") options.color = ColorMode::always;
  if (words.color == "never") options.color = ColorMode::never;
  options.threads = words.threads > 0 ? words.threads : std::max(1U, std::thread::hardware_concurrency());
  if (words.stage == "typed") options.stage = DumpStage::typed;
  if (words.stage == "plan") options.stage = DumpStage::plan;
  if (words.stage == "data") options.stage = DumpStage::data;
  if (!words.dump_file.empty()) options.paths = {words.dump_file};
  if (!words.new_path.empty()) {
    options.paths = {words.new_path};
    options.before = {words.old_path};
  }
}

/// Words that mean something only with --coverage.
std::string lacking_coverage(const Options& options) {
  if (options.command != Command::rules || options.coverage) return "";
  if (!options.paths.empty()) return "PATH: roadmaps are checked only with --coverage";
  if (!options.bases.empty()) return "--basis: it chooses what --coverage shows";
  return "";
}

/// What is wrong with the words, or nothing.
std::string understand(const Words& words, Options& options) {
  understand_choices(words, options);
  for (const auto step : {understand_formats, understand_parameters, understand_date}) {
    const std::string mistake = step(words, options);
    if (!mistake.empty()) return mistake;
  }
  return "";
}

/// Says that the first word is no command; nothing when it is one or an option.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty()) return "error: which command? Run `roadlint --help` for help.\n";
  const std::string& word = arguments.front();
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  if (word.starts_with("-") || std::find(names.begin(), names.end(), word) != names.end()) return "";
  const auto nearest = nearest_name(word, names);
  return "error: there is no command `" + word + "`" + (nearest ? "; did you mean `" + *nearest + "`?" : "") +
         "\nRun `roadlint --help` for help.\n";
}

Command chosen_command(const CLI::App& app) {
  if (app.got_subcommand("diff")) return Command::diff;
  if (app.got_subcommand("rules")) return Command::rules;
  if (app.got_subcommand("explain")) return Command::explain;
  if (app.got_subcommand("dump")) return Command::dump;
  if (app.got_subcommand("version")) return Command::version;
  return Command::check;
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments) {
  Options options;
  Words words;
  CLI::App app(
      "Checks technology roadmaps against rules and says, with file, line and column,\n"
      "what is missing, contradictory or counted twice.",
      "roadlint");
  app.footer(std::string(footer));
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help, or that of a command");
  add_commands(app, arguments.empty() ? "" : arguments.front(), options, words);
  bool wants_version = false;
  app.add_flag("--version", wants_version, "Print the version");
  // `roadlint --version` needs no command.
  if (arguments.size() == 1 && arguments.front() == "--version") {
    options.command = Command::version;
    return {options, "", false};
  }
  const std::string complaint_of_command = unknown_command(app, arguments);
  if (!complaint_of_command.empty()) return {std::nullopt, complaint_of_command, false};
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream complaint;
    const int status = app.exit(error, out, complaint);
    return {std::nullopt, status == 0 ? out.str() : "error: " + complaint.str(), status == 0};
  }
  options.command = chosen_command(app);
  std::string mistake = understand(words, options);
  if (mistake.empty()) mistake = lacking_coverage(options);
  if (!mistake.empty()) return {std::nullopt, "error: " + mistake + "\nRun `roadlint --help` for help.\n", false};
  return {std::move(options), "", false};
}

}  // namespace roadlint::cli
