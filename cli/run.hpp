// The whole program behind main(): arguments in, exit status out.
#pragma once

#include <string>
#include <vector>

namespace roadlint::cli {

/// Exit status, the first that applies: 2 wrong use or a mistake in rules; 3 data that cannot be read, or an internal
/// error; 1 findings at or above --fail-on; 0 none.
enum class ExitStatus : int { success = 0, findings = 1, wrong_use = 2, unreadable = 3 };

/// Runs `roadlint` with the arguments behind the program's name.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& arguments);

}  // namespace roadlint::cli
