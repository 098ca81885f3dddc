// Which configuration files there are, read with all that they build on.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "gate/configuration.hpp"

namespace roadlint::cli {

/// The configuration file that is nearest to the data: in the folder of each path or in one above it, up to the root of
/// the repository. Empty when there is none. That several apply is a mistake.
[[nodiscard]] std::string find_configuration(const std::vector<std::string>& paths, SourceFiles& files,
                                             Diagnostics& diagnostics);

/// Reads a configuration file, after the files that it builds on.
[[nodiscard]] gate::Configuration read_configuration(const std::string& path, SourceFiles& files,
                                                     Diagnostics& diagnostics);

}  // namespace roadlint::cli
