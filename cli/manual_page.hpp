// The manual page roadlint(1).
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace roadlint::cli {

/// In roff, the commands and options as the program itself knows them. The same for every build of the same version.
[[nodiscard]] std::string manual_page(const CLI::App& app, std::string_view version);

}  // namespace roadlint::cli
