// See rule_files.hpp.
#include "cli/rule_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "cli/builtin_files.hpp"
#include "cli/data_files.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// Names of built-in files begin like this, so that nobody takes them for files on disk.
constexpr std::string_view builtin_prefix = "builtin:";

class RuleReader {
 public:
  RuleReader(SourceFiles& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  std::vector<dsl::ast::File> run(const std::vector<std::string>& paths) {
    if (paths.empty()) {
      for (const BuiltinFile& file : builtin_files()) add_builtin(file);
    }
    for (const std::string& path : paths) add_path(path);
    return std::move(trees_);
  }

 private:
  void report_missing(const std::string& path, const std::string& message, const std::string& help = "") {
    diagnostics_.add(DiagnosticCode::rule_not_found, Span(files_.add(path, ""), 0, 0), message).help = help;
  }

  void add_path(const std::string& path) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      return report_missing(path, "there is no rule file or folder `" + path + "`", "check the path");
    }
    if (!fs::is_directory(path, error)) return add_file(path);
    folders_.emplace_back(path);
    std::vector<std::string> names;
    fs::recursive_directory_iterator entry(path, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      const std::string extension = entry->path().extension().string();
      if (extension == ".rules" || extension == ".model") names.push_back(entry->path().generic_string());
    }
    std::sort(names.begin(), names.end());
    if (names.empty())
      report_missing(path, "the folder `" + path + "` holds no rule files", "rule files end in .rules or .model");
    for (const std::string& name : names) add_file(name);
  }

  void add_file(const std::string& path) {
    const std::string name = fs::path(path).lexically_normal().generic_string();
    std::error_code error;
    const fs::path real = fs::weakly_canonical(name, error);
    if (!seen_.insert(error ? name : real.string()).second) return;
    FileBytes content = read_file(name, limits::rule_file_bytes);
    if (content.is_too_large) {
      diagnostics_.add(DiagnosticCode::rule_file_too_large, Span(files_.add(name, ""), 0, 0),
                       "this rule file is larger than " + std::to_string(limits::rule_file_bytes) + " bytes");
      return;
    }
    if (!content.failure.empty()) return report_missing(name, "cannot read `" + name + "`: " + content.failure);
    add_tree(files_.add(name, std::move(content.bytes)), name);
  }

  void add_builtin(const BuiltinFile& file) {
    const std::string name = std::string(builtin_prefix) + std::string(file.name);
    if (!seen_.insert(name).second) return;
    add_tree(files_.add(name, std::string(file.text)), name);
  }

  void add_tree(FileId file, const std::string& name) {
    trees_.push_back(dsl::parse(files_, file, diagnostics_));
    // Trees may move when more are added, so the uses are copied.
    const std::vector<dsl::ast::Use> uses = trees_.back().uses;
    for (const dsl::ast::Use& use : uses) add_used(use, name);
  }

  void add_used(const dsl::ast::Use& use, const std::string& user) {
    const bool is_builtin_user = user.starts_with(builtin_prefix);
    const fs::path folder = fs::path(is_builtin_user ? user.substr(builtin_prefix.size()) : user).parent_path();
    const std::string beside = (folder / use.file.text).lexically_normal().generic_string();
    std::error_code error;
    if (!is_builtin_user && fs::is_regular_file(beside, error)) return add_file(beside);
    for (const fs::path& root : folders_) {
      const fs::path inside = root / use.file.text;
      if (!is_builtin_user && fs::is_regular_file(inside, error)) return add_file(inside.generic_string());
    }
    for (const std::string& name : {beside, use.file.text}) {
      if (const BuiltinFile* file = find_builtin(name); file != nullptr) return add_builtin(*file);
    }
    std::vector<std::string> names;
    for (const BuiltinFile& file : builtin_files()) names.emplace_back(file.name);
    Diagnostic& diagnostic = diagnostics_.add(
        DiagnosticCode::rule_not_found, use.file.span,
        "there is no file `" + use.file.text + "` beside this one, in the folders given with --rules or built in");
    if (const auto nearest = nearest_name(use.file.text, names)) diagnostic.help = "did you mean `" + *nearest + "`?";
    trees_.back().lacks_used_file = true;  // names from the missing file are not reported as unknown
  }

  static const BuiltinFile* find_builtin(std::string_view name) {
    for (const BuiltinFile& file : builtin_files()) {
      if (file.name == name) return &file;
    }
    return nullptr;
  }

  SourceFiles& files_;
  Diagnostics& diagnostics_;
  std::vector<dsl::ast::File> trees_;
  std::set<std::string> seen_;
  /// Folders given on the command line: names of used files may also be relative to them.
  std::vector<fs::path> folders_;
};

}  // namespace

std::vector<dsl::ast::File> parse_rule_files(const std::vector<std::string>& paths, SourceFiles& files,
                                             Diagnostics& diagnostics) {
  return RuleReader(files, diagnostics).run(paths);
}

}  // namespace roadlint::cli
