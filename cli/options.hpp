// The command line as a value.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "values/calendar.hpp"

namespace roadlint::cli {

enum class Command { check, diff, rules, explain, dump, version };
enum class ColorMode { automatic, always, never };
enum class DumpStage { ast, typed, plan, data };

/// A format and where it goes; an empty path is standard output.
struct Output {
  std::string format;
  std::string path;
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
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  ColorMode color = ColorMode::automatic;
  unsigned threads = 1;
  bool quiet = false;
  bool statistics = false;
  std::string rule_name;           // explain
  bool coverage = false;           // rules
  std::vector<std::string> bases;  // rules --coverage: which documents, by default all
  DumpStage stage = DumpStage::ast;
  std::string log_level = "off";
};

/// The options, or the text to print and the status to end with (help, wrong use).
struct ParsedOptions {
  std::optional<Options> options;
  std::string text;
  bool is_help = false;
};

[[nodiscard]] ParsedOptions parse_options(const std::vector<std::string>& arguments);

}  // namespace roadlint::cli
