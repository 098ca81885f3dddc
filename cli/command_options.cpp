// See command_options.hpp.
#include "cli/command_options.hpp"

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

/// The first format is the standard one.
CLI::Option* add_formats(CLI::App& command, Command kind, Words& words) {
  std::string names;
  for (const std::string& name : format_names(kind)) names += (names.empty() ? "" : ",") + name;
  const std::string standard = names.substr(0, names.find(','));
  const bool has_languages = kind == Command::check || kind == Command::list;
  return command
      .add_option("--format", words.formats,
                  "What to write, and with =FILE where to; repeatable (default: " + standard + ")" +
                      (has_languages ? "; `csv:de` is in German whatever --lang says" : ""))
      ->type_name("FMT[=FILE]:{" + names + "}")
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
  add_formats(check, Command::check, words);
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
  add_formats(diff, Command::diff, words);
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
  add_formats(rules, Command::rules, words);
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
  CLI::Option* const read =
      list.add_option("--read", options.answer_files,
                      "Read an answered list (xlsx or csv) and write proposals for review; repeatable")
          ->type_name("FILE")
          ->allow_extra_args(false);
  list.add_option("--out", options.list_out,
                  "Write a file for each into this folder; with --read: the file for the proposals")
      ->type_name("FOLDER");
  // What shapes the lists that are written says nothing about those that are read.
  list.add_option("--by", options.list_by, "What findings are put together by (default: responsible)")
      ->check(CLI::IsMember({"responsible", "roadmap", "goal", "rule"}))
      ->excludes(read);
  list.add_option("--only", options.list_only, "Only the findings of this body, roadmap, goal or rule")
      ->type_name("NAME")
      ->excludes(read);
  list.add_option("--answer-by", words.answer_by, "When an answer is expected; default: from the letterhead")
      ->type_name("DATE")
      ->excludes(read);
  add_formats(list, Command::list, words)->excludes(read);
  list.add_flag("--byte-order-mark", options.byte_order_mark, "CSV that Excel takes for UTF-8")->excludes(read);
  add_checking(list, options, words);
  add_baseline_file(list, options);
  add_threads(list, words);
  add_common(list, options, words);
}

void add_config(CLI::App& config, Options& options, Words& words) {
  config.add_option("PATH", options.paths, "Files or folders with roadmaps, for which the configuration is looked for");
  config.add_flag("--resolved", options.is_resolved, "Every setting with its value and where that comes from");
  config.add_flag("--schema", options.wants_schema, "The JSON Schema of roadlint.yaml, for editors");
  add_formats(config, Command::config, words);
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

}  // namespace

std::vector<std::string> format_names(Command command) {
  if (command == Command::diff || command == Command::rules) return {"human", "json"};
  if (command == Command::list) return {"text", "html", "xlsx", "csv", "markdown"};
  std::vector<std::string> names;
  for (const report::Format& format : report::formats()) names.emplace_back(format.name);
  return names;
}

void set_up(CLI::App& app, std::string_view first_word, Options& options, Words& words) {
  app.footer(std::string(footer));
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help, or that of a command");
  add_commands(app, first_word, options, words);
}

}  // namespace roadlint::cli
