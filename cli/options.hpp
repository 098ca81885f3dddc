// The command line as a value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "gate/severities.hpp"
#include "values/calendar.hpp"

namespace CLI {
class App;
}

namespace roadlint::cli {

enum class Command { check, list, diff, rules, explain, baseline, config, init, dump, completions, manual, version };
enum class ColorMode { automatic, always, never };
enum class DumpStage { ast, typed, plan, data };
enum class BaselineAction { create, update, prune };

/// A format and where it goes; an empty path is standard output.
struct Output {
  std::string format;
  std::string path;
  /// "en" or "de", when it is another one than that of the run.
  std::string language = {};
};

/// Where a setting comes from: "--select", "ROADLINT_SELECT", or a place in a configuration file.
struct Origin {
  /// What a complaint begins with; for a file the name of the key.
  std::string name;
  /// In a configuration file; unknown otherwise.
  Span span;
};

/// Rule names that are chosen or left out.
struct RulePattern {
  std::string text;
  Origin origin;
};

struct Parameter {
  std::string name;
  std::string value;
  Origin origin;
};

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;
  /// An earlier version of the data, for rules that compare the two.
  std::vector<std::string> before;
  std::vector<std::string> rule_paths;
  std::vector<Output> outputs;
  std::string language = "en";
  /// Least severity that makes the exit status 1; nothing for `never`.
  std::optional<Severity> fail_on = Severity::error;
  /// Whether heuristic findings count for the exit status too.
  bool fail_on_heuristic = false;
  CalendarPeriod as_of;
  std::vector<Parameter> parameters;
  std::vector<RulePattern> select;
  std::vector<RulePattern> ignore;
  gate::Severities severities;
  /// By key of the letterhead.
  std::map<std::string, std::string, std::less<>> letterhead;
  /// The one configuration file to read; else it is looked for.
  std::string config_path;
  bool has_no_config = false;
  /// Configuration files in use, those that others build on first.
  std::vector<std::string> config_files;
  /// File with the findings that are known; empty for none.
  std::string baseline;
  std::vector<std::string> waiver_files;
  /// How long before its expiry a waiver is warned of.
  Duration waiver_notice = Duration::of_days(30);
  /// Only findings that the change since this git revision touches; empty for all.
  std::string diff_base;
  /// What standard input is called, when it is read.
  std::string stdin_name;
  bool show_waived = false;
  ColorMode color = ColorMode::automatic;
  unsigned threads = 1;
  bool quiet = false;
  bool statistics = false;
  std::string rule_name;           // explain
  bool coverage = false;           // rules
  std::vector<std::string> bases;  // rules --coverage: which documents, by default all
  DumpStage stage = DumpStage::ast;
  BaselineAction baseline_action = BaselineAction::create;
  std::vector<std::string> added_rules;  // baseline update: whose new findings are added
  bool overwrites = false;               // baseline create
  bool is_resolved = false;              // config
  bool wants_schema = false;             // config
  std::string list_by = "responsible";
  std::string list_only;  // list: only this group
  std::string list_out;   // list: a folder for a file of each group, or with `answer_files` the file of proposals
  std::vector<std::string> answer_files;  // list: answered lists to read
  std::string answer_by;                  // list: "2026-12-31"; else counted from the letterhead
  bool byte_order_mark = false;
  std::string init_folder;
  std::string ci = "github";  // init
  std::string shell;          // completions
  std::string log_level = "off";
  /// By name of a setting ("fail-on"): where its value comes from, when it is not the standard.
  std::map<std::string, Origin, std::less<>> origins;

  [[nodiscard]] bool is_given(std::string_view setting) const { return origins.find(setting) != origins.end(); }
};

/// Whether command line or environment choose rules, for once, beside those of the configuration.
[[nodiscard]] inline bool has_other_rules(const Options& options) {
  const auto origin = options.origins.find("rules");
  return origin != options.origins.end() && !origin->second.span.is_known();
}

/// The options, or the text to print and the status to end with (help, wrong use).
struct ParsedOptions {
  std::optional<Options> options;
  std::string text;
  bool is_help = false;
};

/// What the command line says. The environment and configuration files are asked later: see settings.hpp.
[[nodiscard]] ParsedOptions parse_options(const std::vector<std::string>& arguments);

/// Reads "FMT" or "FMT=FILE", with `-` for standard output, and behind FMT perhaps a language: "csv:de=FILE"; says what
/// is wrong, or nothing.
[[nodiscard]] std::string add_output(const std::string& word, Command command, std::vector<Output>& outputs);
/// Sets what "today" is; says what is wrong, or nothing.
[[nodiscard]] std::string set_as_of(const std::string& word, Options& options);
void set_fail_on(const std::string& word, Options& options);

/// Gives the application with all commands and options to a function: what completions and manual are made of.
[[nodiscard]] std::string describe_application(std::string (*describe)(const CLI::App& application,
                                                                       const Options& options),
                                               const Options& options);

}  // namespace roadlint::cli
