// Which files hold the data, and their bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace roadlint::cli {

struct DataFileOptions {
  /// What standard input is called, which the path `-` reads. A file of this name in a folder is then not read.
  std::string stdin_name;
  /// Files in folders that are no data, whatever they are called.
  std::vector<std::string> passed_over;
};

/// Reads the files that the paths name; folders are searched for *.yaml, *.yml and *.json, sorted by name.
/// Configuration
/// (`roadlint.yaml`), baselines, waivers and roadlint's own reports are passed over in folders. What cannot be read
/// gets a diagnostic.
[[nodiscard]] std::vector<FileId> find_data_files(const std::vector<std::string>& paths, SourceFiles& files,
                                                  Diagnostics& diagnostics, const DataFileOptions& options = {});

/// The bytes of a file, or why it could not be read.
struct FileBytes {
  std::string bytes;
  /// Instead of `bytes`, when the file is large and was asked for as a mapping.
  std::unique_ptr<const MappedBytes> mapped;
  std::string failure;
  bool is_too_large = false;
};
enum class LargeFiles : std::uint8_t { read, mapped };
/// Standard input up to its end.
[[nodiscard]] FileBytes read_standard_input(std::size_t limit);
[[nodiscard]] FileBytes read_file(const std::string& path, std::size_t limit, LargeFiles large = LargeFiles::read);

}  // namespace roadlint::cli
