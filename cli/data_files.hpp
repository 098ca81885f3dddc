// Which files hold the data, and their bytes.
#pragma once

#include <cstdint>
#include <memory>
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
  /// Instead of `bytes`, when the file is large and was asked for as a mapping.
  std::unique_ptr<const MappedBytes> mapped;
  std::string failure;
  bool is_too_large = false;
};
enum class LargeFiles : std::uint8_t { read, mapped };
[[nodiscard]] FileBytes read_file(const std::string& path, std::size_t limit, LargeFiles large = LargeFiles::read);

}  // namespace roadlint::cli
