// `roadlint completions` and `roadlint manual`: descriptions of the program, made of its own options.
#include "cli/commands.hpp"
#include "cli/completion_scripts.hpp"
#include "cli/console.hpp"
#include "cli/manual_page.hpp"

namespace roadlint::cli {

ExitStatus describe_command(const Options& options) {
  const auto describe = [](const CLI::App& application, const Options& chosen) {
    return chosen.command == Command::manual ? manual_page(application, ROADLINT_VERSION)
                                             : completion_script(application, chosen.shell);
  };
  print(describe_application(describe, options));
  return ExitStatus::success;
}

}  // namespace roadlint::cli
