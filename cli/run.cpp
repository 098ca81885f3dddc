// Chooses the command and keeps internal errors from looking like anything else.
#include "cli/run.hpp"

#include <exception>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"

namespace roadlint::cli {
namespace {

ExitStatus run_command(const Options& options) {
  switch (options.command) {
    case Command::check:
      return check_command(options);
    case Command::diff:
      return diff_command(options);
    case Command::rules:
      return rules_command(options);
    case Command::explain:
      return explain_command(options);
    case Command::list:
      return list_command(options);
    case Command::baseline:
      return baseline_command(options);
    case Command::config:
      return config_command(options);
    case Command::init:
      return init_command(options);
    case Command::completions:
    case Command::manual:
      return describe_command(options);
    case Command::dump:
      return dump_command(options);
    case Command::version:
      print("roadlint " ROADLINT_VERSION "\n");
      return ExitStatus::success;
  }
  return ExitStatus::wrong_use;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  try {
    const ParsedOptions parsed = parse_options(arguments);
    if (!parsed.options) {
      if (parsed.is_help) {
        print(parsed.text);
        return ExitStatus::success;
      }
      print_error(parsed.text);
      return ExitStatus::wrong_use;
    }
    static_cast<void>(start_log(parsed.options->log_level));
    const ExitStatus status = run_command(*parsed.options);
    if (output_failure().empty()) return status;
    print_error("error[use-output]: cannot write to standard output: " + output_failure() + "\n");
    return ExitStatus::wrong_use;
  } catch (const std::exception& error) {
    print_error("internal error: " + std::string(error.what()) +
                "\nThis is a mistake in roadlint itself; please report it with the input that caused it.\n");
    return ExitStatus::unreadable;
  }
}

}  // namespace roadlint::cli
