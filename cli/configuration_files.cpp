// See configuration_files.hpp.
#include "cli/configuration_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

#include "base/limits.hpp"
#include "cli/data_files.hpp"
#include "cli/paths.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array names = {"roadlint.yaml", "roadlint.yml"};

/// As people write it: relative where it lies in the working folder.
std::string shown_name(const fs::path& path) {
  return gate::ConfigurationFolder{working_folder(), working_folder()}.resolved(path.generic_string());
}

/// A place to point at, for a file that cannot be read.
Span place_of(const std::string& path, SourceFiles& files) { return {files.add(path, ""), 0, 0}; }

/// The configuration of one folder; empty when it has none.
fs::path configuration_in(const fs::path& folder, SourceFiles& files, Diagnostics& diagnostics) {
  std::vector<fs::path> found;
  for (const char* name : names) {
    std::error_code error;
    if (fs::is_regular_file(folder / name, error)) found.push_back(folder / name);
  }
  if (found.empty()) return {};
  if (found.size() > 1) {
    const std::string first = shown_name(found[0]);
    diagnostics
        .add(DiagnosticCode::config_several, place_of(first, files),
             "both `" + first + "` and `" + shown_name(found[1]) + "` could be meant")
        .help = "keep one of them, or name one with --config";
  }
  return found.front();
}

fs::path search_upwards(fs::path folder, SourceFiles& files, Diagnostics& diagnostics) {
  while (true) {
    const fs::path found = configuration_in(folder, files, diagnostics);
    if (!found.empty()) return found;
    std::error_code error;
    // What lies above the repository is none of its business.
    if (fs::exists(folder / ".git", error) || !folder.has_relative_path()) return {};
    folder = folder.parent_path();
  }
}

/// The folder in which the search for a path begins.
fs::path folder_of(const std::string& path) {
  std::error_code error;
  const fs::path absolute = real_path(path);
  return fs::is_directory(absolute, error) ? absolute : absolute.parent_path();
}

/// Follows `extends` from file to file.
class ConfigurationChain {
 public:
  ConfigurationChain(SourceFiles& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  gate::Configuration read(const std::string& path) {
    add(fs::path(path), Span{});
    return std::move(configuration_);
  }

 private:
  void add(const fs::path& path, const Span& user) {
    const std::string name = shown_name(fs::absolute(path).lexically_normal());
    std::error_code error;
    const std::string real = fs::weakly_canonical(path, error).generic_string();
    if (std::find(open_.begin(), open_.end(), real) != open_.end()) return report_cycle(real, user);
    if (!read_.insert(real).second) return;  // two files may build on the same one
    FileBytes content = read_file(path.string(), limits::rule_file_bytes);
    if (!content.failure.empty()) {
      const Span place = user.is_known() ? user : place_of(name, files_);
      diagnostics_.add(DiagnosticCode::config_not_found, place, "cannot read `" + name + "`: " + content.failure).help =
          "check the path";
      return;
    }
    const auto root = gate::read_document(files_, files_.add(name, std::move(content.bytes)), diagnostics_);
    if (!root) return;
    open_.push_back(real);
    const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
    for (const gate::SettingValue& base : gate::bases_of(*root)) add(folder / base.text, base.span);
    open_.pop_back();
    gate::add_settings(*root, {folder.generic_string(), working_folder()}, configuration_, diagnostics_);
    configuration_.files.push_back(name);
  }

  void report_cycle(const std::string& real, const Span& user) {
    Diagnostic& diagnostic =
        diagnostics_.add(DiagnosticCode::config_cycle, user, "`" + shown_name(real) + "` builds on itself");
    std::string way;
    for (auto file = std::find(open_.begin(), open_.end(), real); file != open_.end(); ++file) {
      way += "`" + shown_name(*file) + "` extends ";
    }
    diagnostic.notes.push_back(way + "`" + shown_name(real) + "`");
    diagnostic.help = "remove one of the `extends`";
  }

  SourceFiles& files_;
  Diagnostics& diagnostics_;
  gate::Configuration configuration_;
  /// Files that are being read, as real paths, from the first to the one that it extends, and so on.
  std::vector<std::string> open_;
  /// All files read so far, as real paths.
  std::set<std::string> read_;
};

}  // namespace

std::string find_configuration(const std::vector<std::string>& paths, SourceFiles& files, Diagnostics& diagnostics) {
  std::vector<fs::path> found;
  for (const std::string& path : paths) {
    const fs::path nearest = search_upwards(folder_of(path), files, diagnostics);
    const bool is_new = !nearest.empty() && std::find(found.begin(), found.end(), nearest) == found.end();
    if (is_new) found.push_back(nearest);
  }
  if (found.empty()) return "";
  if (found.size() > 1) {
    const std::string first = shown_name(found[0]);
    diagnostics
        .add(DiagnosticCode::config_several, place_of(first, files),
             "the data has several configurations: `" + first + "` and `" + shown_name(found[1]) + "`")
        .help = "name one with --config, or check the folders one by one";
  }
  return found.front().generic_string();
}

gate::Configuration read_configuration(const std::string& path, SourceFiles& files, Diagnostics& diagnostics) {
  return ConfigurationChain(files, diagnostics).read(path);
}

}  // namespace roadlint::cli
