// See options.hpp. CLI11 reads the words; what they mean is decided here.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <thread>

#include "base/edit_distance.hpp"
#include "cli/command_options.hpp"

namespace roadlint::cli {
namespace {

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

/// Notes which options the command line itself gives; CLI11 gives values of variables too, so that words decide.
void note_origins(const std::vector<std::string>& arguments, Options& options) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    if (!argument.starts_with("--")) continue;
    const std::string name = argument.substr(2, argument.find('=') - 2);
    options.origins[name] = {"--" + name, {}};
  }
}

/// What is wrong with the language of one report, or nothing.
std::string mistake_in_language(const Output& output, Command command) {
  if (command != Command::check && command != Command::list) {
    return "`" + output.format + ":" + output.language + "`: reports of this command have the language of --lang";
  }
  if (output.language == "en" || output.language == "de") return "";
  return "`" + output.language + "` is no language of reports; there are en and de";
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments) {
  Options options;
  Words words;
  CLI::App app(application_description, "roadlint");
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
  if (const std::size_t colon = output.format.find(':'); colon != std::string::npos) {
    output.language = output.format.substr(colon + 1);
    output.format.erase(colon);
    const std::string mistake = mistake_in_language(output, command);
    if (!mistake.empty()) return mistake;
  }
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
  CLI::App app(application_description, "roadlint");
  set_up(app, "-", unused, words);
  return describe(app, options);
}

}  // namespace roadlint::cli
