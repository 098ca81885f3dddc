// Names of files as the system sees them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace roadlint::cli {

/// Absolute path of the folder that relative names count from.
[[nodiscard]] std::string working_folder();

/// Absolute and without links, as far as it exists: two names of one file have the same.
[[nodiscard]] std::filesystem::path real_path(const std::string& name);

/// Says which of the files to be written were read: a report in the place of what it is about would lose data.
[[nodiscard]] Diagnostics overwritten_inputs(const std::vector<std::string>& outputs, const SourceFiles& inputs);

}  // namespace roadlint::cli
