// See data_files.hpp.
#include "cli/data_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "base/limits.hpp"
#include "cli/mapped_file.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

bool has_data_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
  });
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

/// Files beside the data that are about it: configuration, baselines, waivers.
bool is_about_data(const fs::path& path) {
  const std::string stem = path.stem().string();
  constexpr std::array names = {"roadlint",          "baseline",         "waivers",
                                "roadlint-baseline", "roadlint-waivers", "gl-code-quality-report"};
  return std::find(names.begin(), names.end(), stem) != names.end() || stem.ends_with(".baseline") ||
         stem.ends_with(".waivers");
}

/// What roadlint wrote itself, for people or for other programs: it shows at the very beginning.
bool is_own_report(std::string_view bytes) {
  constexpr std::size_t searched = 600;
  const std::string_view start = bytes.substr(0, searched);
  if (!start.starts_with('{') && !start.starts_with('[')) return false;
  const auto holds = [&](std::string_view text) { return start.find(text) != std::string_view::npos; };
  const bool is_report = holds("\"schema\"") && holds("\"roadlint/");
  const bool is_sarif = holds("\"$schema\"") && holds("sarif");
  const bool is_schema = holds("\"$schema\"") && holds("\"roadlint.yaml\"");
  const bool is_review = holds("\"source\"") && holds("\"name\": \"roadlint\"");
  const bool is_code_quality = holds("\"check_name\"") && holds("\"fingerprint\"");
  return is_report || is_sarif || is_schema || is_review || is_code_quality;
}

std::string reason() { return std::strerror(errno); }  // NOLINT(concurrency-mt-unsafe): called from one thread

class DataFinder {
 public:
  DataFinder(SourceFiles& files, Diagnostics& diagnostics, const DataFileOptions& options)
      : files_(files), diagnostics_(diagnostics), options_(options) {
    std::error_code error;
    for (const std::string& path : options.passed_over) passed_over_.insert(fs::weakly_canonical(path, error));
  }

  std::vector<FileId> run(const std::vector<std::string>& paths) {
    // First, so that what is being edited takes the place of the file.
    if (std::find(paths.begin(), paths.end(), "-") != paths.end()) add_stdin();
    for (const std::string& path : paths) {
      if (path != "-") add_path(path);
    }
    return std::move(found_);
  }

 private:
  void report(DiagnosticCode code, const std::string& path, const std::string& message, const std::string& help = "") {
    // The place is the path itself: an empty file of this name stands for what could not be read.
    const FileId file = files_.add(path, "");
    diagnostics_.add(code, Span(file, 0, 0), message).help = help;
  }

  void add_stdin() {
    const std::string name =
        options_.stdin_name.empty() ? "<stdin>" : fs::path(options_.stdin_name).lexically_normal().generic_string();
    stdin_name_ = options_.stdin_name.empty() ? "" : name;
    FileBytes content = read_standard_input(limits::data_file_bytes);
    if (content.failure.empty()) {
      found_.push_back(files_.add(name, std::move(content.bytes)));
      return;
    }
    ++failures_;
    report(content.is_too_large ? DiagnosticCode::data_too_large : DiagnosticCode::data_unreadable, name,
           "cannot read standard input: " + content.failure);
  }

  /// Standard input takes the place of this file, whichever way it is written.
  bool is_stdin(const std::string& name) {
    if (stdin_name_.empty()) return false;
    std::error_code error;
    const bool is_same = fs::weakly_canonical(name, error) == fs::weakly_canonical(stdin_name_, error);
    is_stdin_met_ = is_stdin_met_ || is_same;
    return is_same;
  }

  [[nodiscard]] bool is_passed_over(const fs::path& path) const {
    if (passed_over_.empty()) return false;
    std::error_code error;
    return passed_over_.contains(fs::weakly_canonical(path, error));
  }

  void add_path(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      report(DiagnosticCode::data_not_found, path, "there is no file or folder `" + path + "`", "check the path");
    } else if (status.type() == fs::file_type::directory) {
      add_folder(path);
    } else if (error) {
      report(DiagnosticCode::data_unreadable, path, "cannot look at `" + path + "`: " + error.message());
    } else {
      add_file(path, false);
    }
  }

  void add_folder(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    fs::recursive_directory_iterator entry(path, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      const bool is_hidden = entry->path().filename().string().starts_with(".");
      std::error_code entry_error;
      if (entry->is_directory(entry_error)) {
        if (is_hidden) entry.disable_recursion_pending();
        continue;
      }
      const bool is_data = !is_hidden && has_data_extension(entry->path()) && !is_about_data(entry->path());
      if (is_data && !is_passed_over(entry->path())) {
        names.push_back(entry->path().lexically_normal().generic_string());
      }
    }
    if (error)
      report(DiagnosticCode::data_unreadable, path, "cannot read the folder `" + path + "`: " + error.message());
    std::sort(names.begin(), names.end());
    const std::size_t before = found_.size() + failures_;
    for (const std::string& name : names) add_file(name, true);
    if (found_.size() + failures_ == before && !is_stdin_met_ && !error) {
      report(DiagnosticCode::data_none, path, "the folder `" + path + "` holds no data files",
             "data files end in .yaml, .yml or .json");
    }
  }

  void add_file(const std::string& path, bool is_in_folder) {
    const std::string name = fs::path(path).lexically_normal().generic_string();
    if (!seen_.insert(name).second || is_stdin(name)) return;
    FileBytes content = read_file(path, limits::data_file_bytes, LargeFiles::mapped);
    if (!content.failure.empty()) {
      ++failures_;
      report(content.is_too_large ? DiagnosticCode::data_too_large : DiagnosticCode::data_unreadable, name,
             "cannot read `" + name + "`: " + content.failure);
      return;
    }
    if (is_in_folder && is_own_report(content.mapped ? content.mapped->bytes() : content.bytes)) return;
    found_.push_back(content.mapped ? files_.add(name, std::move(content.mapped))
                                    : files_.add(name, std::move(content.bytes)));
  }

  SourceFiles& files_;
  Diagnostics& diagnostics_;
  const DataFileOptions& options_;
  std::set<fs::path> passed_over_;
  /// The file whose place standard input takes.
  std::string stdin_name_;
  bool is_stdin_met_ = false;
  std::vector<FileId> found_;
  std::set<std::string> seen_;
  std::size_t failures_ = 0;
};

}  // namespace

namespace {

/// The bytes up to the end of the file, which may lie elsewhere than its size said, but not beyond the limit.
void read_all(int descriptor, std::size_t limit, FileBytes& result) {
  constexpr std::size_t least_step = 1 << 16;
  std::size_t size = 0;
  while (size <= limit) {
    if (result.bytes.size() - size < least_step) result.bytes.resize(size + least_step + size / 2);
    const ssize_t count = ::read(descriptor, result.bytes.data() + size, result.bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) result.failure = reason();
    if (count <= 0) break;
    size += static_cast<std::size_t>(count);
  }
  result.bytes.resize(size);
  if (size <= limit) return;
  result.failure = "it is larger than " + std::to_string(limit) + " bytes";
  result.is_too_large = true;
}

}  // namespace

FileBytes read_file(const std::string& path, std::size_t limit, LargeFiles large) {
  constexpr std::size_t least_mapped_bytes = 1024 * 1024;
  FileBytes result;
  // Without O_NONBLOCK a named pipe that nobody writes to would wait for ever.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    result.failure = reason();
    return result;
  }
  struct stat status = {};
  const bool has_status = ::fstat(descriptor, &status) == 0;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (has_status && !S_ISREG(status.st_mode)) {
    result.failure = S_ISDIR(status.st_mode) ? "it is a folder" : "it is no regular file";
  } else if (size > limit) {
    result.failure = "it is larger than " + std::to_string(limit) + " bytes";
    result.is_too_large = true;
  } else {
    if (large == LargeFiles::mapped && size >= least_mapped_bytes) result.mapped = map_file(descriptor, size);
    if (!result.mapped) {
      result.bytes.resize(size + (1U << 16U));
      read_all(descriptor, limit, result);
    }
  }
  ::close(descriptor);
  return result;
}

FileBytes read_standard_input(std::size_t limit) {
  FileBytes result;
  read_all(STDIN_FILENO, limit, result);
  return result;
}

std::vector<FileId> find_data_files(const std::vector<std::string>& paths, SourceFiles& files, Diagnostics& diagnostics,
                                    const DataFileOptions& options) {
  return DataFinder(files, diagnostics, options).run(paths);
}

}  // namespace roadlint::cli
