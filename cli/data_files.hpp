// Which files hold the data, and their bytes.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace roadlint::cli {

/// Reads the files that the paths name; folders are searched for *.yaml, *.yml and *.json, sorted by name.
/// Configuration
/// (`roadlint.yaml`), baselines, waivers and roadlint's own reports are passed over in folders. What cannot be read
/// gets a diagnostic.
[[nodiscard]] std::vector<FileId> find_data_files(const std::vector<std::string>& paths, SourceFiles& files,
                                                  Diagnostics& diagnostics);

/// The bytes of a file, or why it could not be read.
struct FileBytes {
  std::string bytes;
  std::string failure;
  bool is_too_large = false;
};
[[nodiscard]] FileBytes read_file(const std::string& path, std::size_t limit);

}  // namespace roadlint::cli
