// See options.hpp. CLI11 reads the words; what they mean is decided here.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <thread>

#include "base/edit_distance.hpp"
#include "cli/log.hpp"
#include "report/formats.hpp"

namespace roadlint::cli {
namespace {

constexpr std::string_view footer = R"(Exit status, the first that applies:
  2  wrong use, or a mistake in rules or configuration
  3  data that cannot be read, or an internal error; readable files are checked all the same
  1  findings at or above --fail-on
  0  none

What is not said on the command line is asked of the environment (ROADLINT_FAIL_ON for --fail-on) and then of
roadlint.yaml, which is looked for from the data upwards.

Examples:
  roadlint init my-roadmap
  roadlint check roadmaps/
  roadlint check draft.yaml --lang de --select 'milestone-*'
  roadlint check roadmaps/ --format human --format json=findings.json
  roadlint check roadmaps/ --format sarif=roadlint.sarif --baseline roadlint-baseline.json
  roadlint check roadmaps/ --diff-base origin/main
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
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string waiver_notice;
  std::string answer_by;
  std::string color = "auto";
  std::string stage = "ast";
  std::string dump_file;
  std::string old_path;
  std::string new_path;
  unsigned threads = 0;  // as many as there are processors
};

void add_rule_options(CLI::App& command, Options& options) {
  command
      .add_option("--rules", options.rule_paths,
                  "Rule files or folders; `builtin` stands for the built-in packs, which are the default")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command.add_option("--lang", options.language, "Language of messages")->check(CLI::IsMember({"en", "de"}));
}

void add_configuration(CLI::App& command, Options& options) {
  command.add_option("--config", options.config_path, "Configuration; default: roadlint.yaml, from the data upwards")
      ->envname("ROADLINT_CONFIG")
      ->type_name("FILE");
  command.add_flag("--no-config", options.has_no_config, "Read no configuration file");
}

void add_selection(CLI::App& command, Words& words) {
  command
      .add_option("--select", words.select,
                  "Only rules whose name matches, such as 'milestone-*' or 'paper/*' (data-* and waiver-* always run)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command.add_option("--ignore", words.ignore, "Not the rules whose name matches")
      ->type_name("GLOB")
      ->allow_extra_args(false);
}

void add_common(CLI::App& command, Options& options, Words& words) {
  command.add_option("--color", words.color, "Colours")
      ->envname("ROADLINT_COLOR")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--log-level", options.log_level, "Log of roadlint's own steps on standard error")
      ->envname("ROADLINT_LOG")
      ->check(CLI::IsMember({"off", "info", "debug"}));
}

void add_formats(CLI::App& command, Words& words) {
  command.add_option("--format", words.formats, "What to write, and with =FILE where to; repeatable (default: human)")
      ->type_name("FMT[=FILE]:{human,json}")
      ->allow_extra_args(false);
}

void add_check_formats(CLI::App& command, Words& words) {
  command.add_option("--format", words.formats, "What to write, and with =FILE where to; repeatable (default: human)")
      ->type_name("FMT[=FILE]:{human,line,json,sarif,github,gitlab,junit,rdjson,html,xlsx,csv,markdown,text,protocol}")
      ->allow_extra_args(false);
}

/// What checking needs beside the paths and formats.
void add_checking(CLI::App& command, Options& options, Words& words) {
  add_rule_options(command, options);
  command.add_option("--fail-on", words.fail_on, "Least severity that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command.add_flag("--fail-on-heuristic", options.fail_on_heuristic,
                   "Heuristic findings, which are guesses, count for --fail-on too");
  command.add_option("--as-of", words.as_of, "What \"today\" is, such as 2026-06-29; default: today")
      ->type_name("DATE");
  command.add_option("--set", words.parameters, "A rule parameter")->type_name("NAME=VALUE")->allow_extra_args(false);
  add_selection(command, words);
  command.add_option("--waivers", options.waiver_files, "File with waivers; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--waiver-notice", words.waiver_notice,
                  "How long before its expiry a waiver is warned of (default: 30 days)")
      ->type_name("TIME");
  add_configuration(command, options);
}

void add_baseline_file(CLI::App& command, Options& options) {
  command.add_option("--baseline", options.baseline, "Findings that are known: they are counted, and fail nothing")
      ->type_name("FILE");
}

void add_threads(CLI::App& command, Words& words) {
  command
      .add_option("--threads", words.threads,
                  "Threads to use, by default one for each processor; the output is the same for any number")
      ->envname("ROADLINT_THREADS")
      ->check(CLI::Range(1, 1024));
}

void add_check(CLI::App& check, Options& options, Words& words) {
  check.add_option("PATH", options.paths,
                   "Files or folders with roadmaps (*.yaml, *.yml, *.json), `-` for standard input; default: the "
                   "`paths` of the configuration");
  check
      .add_option("--before", options.before,
                  "An earlier version of the data, for rules that compare the two; `roadlint diff` shows more")
      ->type_name("PATH")
      ->allow_extra_args(false);
  add_check_formats(check, words);
  add_checking(check, options, words);
  add_baseline_file(check, options);
  check
      .add_option("--diff-base", options.diff_base,
                  "Only findings that the change since this git revision touches, such as origin/main")
      ->envname("ROADLINT_DIFF_BASE")
      ->type_name("REV");
  check.add_option("--stdin-filename", options.stdin_name, "Read standard input as this file")->type_name("FILE");
  check.add_flag("--byte-order-mark", options.byte_order_mark, "CSV that Excel takes for UTF-8");
  check.add_flag("--show-waived", options.show_waived, "Waived findings too, marked as such (human, sarif)");
  add_threads(check, words);
  check.add_flag("--quiet", options.quiet, "Only the closing count (human)");
  check.add_flag("--statistics", options.statistics, "How every rule fared, and what was left unscoped and why");
  add_common(check, options, words);
}

void add_diff(CLI::App& diff, Options& options, Words& words) {
  diff.add_option("OLD", words.old_path, "File or folder with the earlier version")->required();
  diff.add_option("NEW", words.new_path, "File or folder with the later version")->required();
  add_formats(diff, words);
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
  add_selection(rules, words);
  add_configuration(rules, options);
  add_common(rules, options, words);
}

void add_explain(CLI::App& explain, Options& options, Words& words) {
  explain.add_option("RULE", options.rule_name, "Name of the rule")->required();
  explain.add_option("--set", words.parameters, "A rule parameter")->type_name("NAME=VALUE")->allow_extra_args(false);
  add_rule_options(explain, options);
  add_configuration(explain, options);
  add_common(explain, options, words);
}

/// What each of the three actions takes.
void add_baseline_action(CLI::App& action, Options& options, Words& words) {
  action.add_option("FILE", options.baseline, "The baseline")->required();
  action.add_option("PATH", options.paths, "Files or folders with roadmaps; default: the `paths` of the configuration");
  add_checking(action, options, words);
  add_threads(action, words);
  action.add_flag("--quiet", options.quiet, "Only the closing count");
  add_common(action, options, words);
}

void add_baseline(CLI::App& baseline, Options& options, Words& words) {
  baseline.require_subcommand(1);
  CLI::App& create = *baseline.add_subcommand("create", "Write all present findings to a new file");
  add_baseline_action(create, options, words);
  create.add_flag("--force", options.overwrites, "Replace a file that exists");
  CLI::App& update = *baseline.add_subcommand(
      "update", "Bring the known findings up to date, and add new ones of the rules that --add names");
  add_baseline_action(update, options, words);
  update.add_option("--add", options.added_rules, "Rules whose new findings are added: 'milestone-*', 'paper/*', '*'")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  add_baseline_action(*baseline.add_subcommand("prune", "Remove the findings that are fixed"), options, words);
}

void add_list(CLI::App& list, Options& options, Words& words) {
  list.add_option("PATH", options.paths, "Files or folders with roadmaps; default: the `paths` of the configuration");
  list.add_option("--by", options.list_by, "What findings are put together by (default: responsible)")
      ->check(CLI::IsMember({"responsible", "roadmap", "goal", "rule"}));
  list.add_option("--only", options.list_only, "Only the findings of this body, roadmap, goal or rule")
      ->type_name("NAME");
  list.add_option("--out", options.list_folder, "Write a file for each into this folder")->type_name("FOLDER");
  list.add_option("--answer-by", words.answer_by, "When an answer is expected; default: from the letterhead")
      ->type_name("DATE");
  list.add_option("--format", words.formats, "What to write, and with =FILE where to (default: text)")
      ->type_name("FMT[=FILE]:{text,html,xlsx,csv,markdown}")
      ->allow_extra_args(false);
  list.add_flag("--byte-order-mark", options.byte_order_mark, "CSV that Excel takes for UTF-8");
  add_checking(list, options, words);
  add_baseline_file(list, options);
  add_threads(list, words);
  add_common(list, options, words);
}

void add_config(CLI::App& config, Options& options, Words& words) {
  config.add_option("PATH", options.paths, "Files or folders with roadmaps, for which the configuration is looked for");
  config.add_flag("--resolved", options.is_resolved, "Every setting with its value and where that comes from");
  config.add_flag("--schema", options.wants_schema, "The JSON Schema of roadlint.yaml, for editors");
  add_check_formats(config, words);
  add_checking(config, options, words);
  add_baseline_file(config, options);
  add_common(config, options, words);
}

void add_init(CLI::App& init, Options& options, Words& words) {
  init.add_option("FOLDER", options.init_folder, "Where to write; default: here");
  init.add_option("--ci", options.ci, "Whose CI file to write (default: github)")
      ->check(CLI::IsMember({"github", "gitlab", "none"}));
  init.add_option("--as-of", words.as_of, "What \"today\" is, from which the dates of the roadmap are counted")
      ->type_name("DATE");
  add_common(init, options, words);
}

void add_completions(CLI::App& completions, Options& options, Words&) {
  completions.add_option("SHELL", options.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

void add_manual(CLI::App&, Options&, Words&) {}

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
    {"list", "Write the deficiency lists that responsible bodies get", add_list},
    {"diff", "Compare two versions of roadmaps: what changed, and which findings are new or gone", add_diff},
    {"rules", "List the rules, or say which paragraphs of a document they answer", add_rules},
    {"explain", "Say what a rule checks, on what basis, and when it cannot decide", add_explain},
    {"baseline", "Keep a file of known findings, so that only new ones stop a gate", add_baseline},
    {"config", "Show the configuration and where it comes from", add_config},
    {"init", "Write a starter roadmap, a configuration and a CI file", add_init},
    {"dump", "Show a stage of the work, for those who build or test roadlint", add_dump},
    {"completions", "Print the completions of a shell", add_completions},
    {"manual", "Print the manual page", add_manual},
    {"version", "Print the version", add_version}};

/// All commands. Only the one that the first word names has its options; behind an option it may be any.
void add_commands(CLI::App& app, std::string_view first_word, Options& options, Words& words) {
  for (const CommandWords& command : command_words) {
    CLI::App& added = *app.add_subcommand(command.name, command.description);
    added.fallthrough(false);
    if (first_word == command.name || first_word.starts_with("-")) command.add_options(added, options, words);
  }
}

std::string understand_formats(const Words& words, Options& options) {
  for (const std::string& word : words.formats) {
    const std::string mistake = add_output(word, options.command, options.outputs);
    if (!mistake.empty()) return "--format: " + mistake;
  }
  return "";
}

std::string understand_parameters(const Words& words, Options& options) {
  for (const std::string& word : words.parameters) {
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos || sign == 0) return "--set: expected NAME=VALUE, found `" + word + "`";
    options.parameters.push_back({word.substr(0, sign), word.substr(sign + 1), {"--set", {}}});
  }
  return "";
}

std::string understand_dates(const Words& words, Options& options) {
  options.as_of = CalendarPeriod::of_day(today());
  if (!words.as_of.empty()) {
    const std::string mistake = set_as_of(words.as_of, options);
    if (!mistake.empty()) return "--as-of: " + mistake;
  }
  if (!words.answer_by.empty()) {
    const auto day = read_calendar_period(words.answer_by);
    if (!day || day->precision != DatePrecision::day) {
      return "--answer-by: expected a day such as 2026-06-29, found `" + words.answer_by + "`";
    }
    options.answer_by = words.answer_by;
  }
  if (words.waiver_notice.empty()) return "";
  const auto notice = read_duration(words.waiver_notice);
  if (!notice) return "--waiver-notice: expected a time such as `30 days`, found `" + words.waiver_notice + "`";
  options.waiver_notice = *notice;
  return "";
}

void understand_choices(const Words& words, Options& options) {
  set_fail_on(words.fail_on, options);
  for (const std::string& pattern : words.select) options.select.push_back({pattern, {"--select", {}}});
  for (const std::string& pattern : words.ignore) options.ignore.push_back({pattern, {"--ignore", {}}});
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
  for (const auto step : {understand_formats, understand_parameters, understand_dates}) {
    const std::string mistake = step(words, options);
    if (!mistake.empty()) return mistake;
  }
  return "";
}

std::string in_words(const std::vector<std::string>& names) {
  std::string words;
  for (std::size_t index = 0; index < names.size(); ++index) {
    const bool is_last = index + 1 == names.size();
    words += (index == 0 ? "" : is_last ? " and " : ", ") + names[index];
  }
  return words;
}

/// Says that a word is none of the commands there are.
std::string unknown_name(const std::string& word, const CLI::App& app, const std::string& shown) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  if (word.starts_with("-") || names.empty() || std::find(names.begin(), names.end(), word) != names.end()) return "";
  const auto nearest = nearest_name(word, names);
  const std::string help = nearest ? "; did you mean `" + *nearest + "`?" : "; there are " + in_words(names);
  return "error: there is no command `" + shown + "`" + help + "\nRun `roadlint --help` for help.\n";
}

/// Says that the first word is no command; nothing when it is one or an option.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty()) return "error: which command? Run `roadlint --help` for help.\n";
  const std::string& word = arguments.front();
  const std::string mistake = unknown_name(word, app, word);
  if (!mistake.empty() || word.starts_with("-") || arguments.size() < 2) return mistake;
  // `roadlint baseline` has commands of its own.
  return unknown_name(arguments[1], *app.get_subcommand(word), word + " " + arguments[1]);
}

Command chosen_command(const CLI::App& app) {
  if (app.got_subcommand("list")) return Command::list;
  if (app.got_subcommand("diff")) return Command::diff;
  if (app.got_subcommand("rules")) return Command::rules;
  if (app.got_subcommand("explain")) return Command::explain;
  if (app.got_subcommand("baseline")) return Command::baseline;
  if (app.got_subcommand("config")) return Command::config;
  if (app.got_subcommand("init")) return Command::init;
  if (app.got_subcommand("dump")) return Command::dump;
  if (app.got_subcommand("completions")) return Command::completions;
  if (app.got_subcommand("manual")) return Command::manual;
  if (app.got_subcommand("version")) return Command::version;
  return Command::check;
}

BaselineAction chosen_action(const CLI::App& baseline) {
  if (baseline.got_subcommand("update")) return BaselineAction::update;
  if (baseline.got_subcommand("prune")) return BaselineAction::prune;
  return BaselineAction::create;
}

/// The formats of a command. Only findings have all of them.
std::vector<std::string> format_names(Command command) {
  if (command == Command::diff || command == Command::rules) return {"human", "json"};
  if (command == Command::list) return {"text", "html", "xlsx", "csv", "markdown"};
  std::vector<std::string> names;
  for (const report::Format& format : report::formats()) names.emplace_back(format.name);
  return names;
}

/// Notes which options the command line itself gives; CLI11 gives values of variables too, so that words decide.
void note_origins(const std::vector<std::string>& arguments, Options& options) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    if (!argument.starts_with("--")) continue;
    const std::string name = argument.substr(2, argument.find('=') - 2);
    options.origins[name] = {"--" + name, {}};
  }
}

void set_up(CLI::App& app, std::string_view first_word, Options& options, Words& words) {
  app.footer(std::string(footer));
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help, or that of a command");
  add_commands(app, first_word, options, words);
}

constexpr const char* description =
    "Checks technology roadmaps against rules and says, with file, line and column,\n"
    "what is missing, contradictory or counted twice.";

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments) {
  Options options;
  Words words;
  CLI::App app(description, "roadlint");
  set_up(app, arguments.empty() ? "" : arguments.front(), options, words);
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
  if (options.command == Command::baseline) options.baseline_action = chosen_action(*app.get_subcommand("baseline"));
  note_origins(arguments, options);
  std::string mistake = understand(words, options);
  if (mistake.empty()) mistake = lacking_coverage(options);
  if (!mistake.empty()) return {std::nullopt, "error: " + mistake + "\nRun `roadlint --help` for help.\n", false};
  return {std::move(options), "", false};
}

std::string add_output(const std::string& word, Command command, std::vector<Output>& outputs) {
  const std::size_t sign = word.find('=');
  Output output{word.substr(0, sign), sign == std::string::npos ? "" : word.substr(sign + 1)};
  const std::vector<std::string> names = format_names(command);
  if (std::find(names.begin(), names.end(), output.format) == names.end()) {
    const auto nearest = nearest_name(output.format, names);
    return "`" + output.format + "` is no format of this command; " +
           (nearest ? "did you mean `" + *nearest + "`?" : "there are " + in_words(names));
  }
  if (sign != std::string::npos && output.path.empty()) return "`" + word + "` names no file behind `=`";
  if (output.path == "-") output.path.clear();
  if (!output.path.empty()) output.path = std::filesystem::path(output.path).lexically_normal().generic_string();
  const bool is_taken = !output.path.empty() && std::any_of(outputs.begin(), outputs.end(), [&](const Output& other) {
    return other.path == output.path;
  });
  if (is_taken) return "two reports would be written to `" + output.path + "`";
  outputs.push_back(std::move(output));
  return "";
}

std::string set_as_of(const std::string& word, Options& options) {
  const auto period = read_calendar_period(word);
  if (!period || period->precision != DatePrecision::day) {
    return "expected a day such as 2026-06-29, found `" + word + "`";
  }
  options.as_of = *period;
  return "";
}

void set_fail_on(const std::string& word, Options& options) {
  options.fail_on.reset();
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (severity_name(severity) == word) options.fail_on = severity;
  }
}

std::string describe_application(std::string (*describe)(const CLI::App& application, const Options& options),
                                 const Options& options) {
  Options unused;
  Words words;
  CLI::App app(description, "roadlint");
  set_up(app, "-", unused, words);
  return describe(app, options);
}

}  // namespace roadlint::cli
