// Scripts with which a shell completes the command line of roadlint: commands, options, the values of options that have
// a fixed choice, and files where a path is expected.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace roadlint::cli {

/// For `bash`, `zsh` or `fish`; empty for any other shell.
[[nodiscard]] std::string completion_script(const CLI::App& app, std::string_view shell);

}  // namespace roadlint::cli
