// What the command line offers, as plain values: the one place that knows how CLI11 keeps commands and options. The
// completion scripts and the manual page are written from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace roadlint::cli {

/// What the shell can complete where a value stands.
enum class ValueKind {
  none,              // a flag
  text,              // anything
  choice,            // one of OptionOutline::choices
  path,              // a file or folder
  choice_with_path,  // one of the choices, and a file behind `=`
};

/// An option, or a positional argument, which has no names.
struct OptionOutline {
  std::vector<std::string> names;  // as typed: -h, --help
  std::string value_name;          // such as PATH; empty for a flag
  ValueKind kind = ValueKind::none;
  std::vector<std::string> choices;
  std::string description;  // one line
  bool is_required = false;
  bool is_repeatable = false;
};

struct CommandOutline {
  std::string name;
  std::string path;         // with the commands above: `roadlint baseline create`
  std::string description;  // one line
  std::vector<OptionOutline> options;
  std::vector<OptionOutline> arguments;
  std::vector<CommandOutline> commands;
};

/// Without commands and options that `--help` does not show either.
[[nodiscard]] CommandOutline outline_of(const CLI::App& app);

/// The command, the commands below it, the commands below those, in the order in which they were added.
[[nodiscard]] std::vector<const CommandOutline*> with_commands_below(const CommandOutline& command);

/// The text with every occurrence replaced.
[[nodiscard]] std::string with_replaced(std::string text, std::string_view from, std::string_view to);

/// The words with the separator between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view separator);

}  // namespace roadlint::cli
