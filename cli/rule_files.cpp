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
/// The built-in packs as a path; a folder of this name is `./builtin`.
constexpr std::string_view builtin_packs = "builtin";

class RuleReader {
 public:
  RuleReader(SourceFiles& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  std::vector<dsl::ast::File> run(const std::vector<std::string>& paths) {
    if (paths.empty()) add_builtin_packs();
    // First, so that other packs may be read beside them in any order.
    if (std::find(paths.begin(), paths.end(), builtin_packs) != paths.end()) add_builtin_packs();
    for (const std::string& path : paths) {
      if (path != builtin_packs) add_path(path);
    }
    return std::move(trees_);
  }

 private:
  void add_builtin_packs() {
    for (const BuiltinFile& file : builtin_files()) {
      if (file.name.ends_with(".rules") || file.name.ends_with(".model")) add_builtin(file);
    }
  }

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
    for (dsl::ast::WordList& list : trees_.back().word_lists) {
      for (const dsl::ast::Name& word_file : list.files) add_words(word_file, name, list);
    }
    // Trees may move when more are added, so the uses are copied.
    const std::vector<dsl::ast::Use> uses = trees_.back().uses;
    for (const dsl::ast::Use& use : uses) add_used(use, name);
  }

  /// Where a file that another one names was found: on disk, or among the built-in ones.
  struct Found {
    std::string path;
    const BuiltinFile* builtin = nullptr;
  };

  /// Beside the file that names it, then in the folders given, then among the built-in ones; else it is reported.
  std::optional<Found> find(const dsl::ast::Name& wanted, const std::string& user) {
    const bool is_builtin_user = user.starts_with(builtin_prefix);
    const fs::path folder = fs::path(is_builtin_user ? user.substr(builtin_prefix.size()) : user).parent_path();
    const std::string beside = (folder / wanted.text).lexically_normal().generic_string();
    std::error_code error;
    if (!is_builtin_user && fs::is_regular_file(beside, error)) return Found{beside, nullptr};
    for (const fs::path& root : folders_) {
      const fs::path inside = root / wanted.text;
      if (!is_builtin_user && fs::is_regular_file(inside, error)) return Found{inside.generic_string(), nullptr};
    }
    for (const std::string& name : {beside, wanted.text}) {
      if (const BuiltinFile* file = find_builtin(name); file != nullptr) return Found{"", file};
    }
    const std::vector<std::string> names = names_alike(wanted.text, is_builtin_user ? "" : folder);
    Diagnostic& diagnostic = diagnostics_.add(
        DiagnosticCode::rule_not_found, wanted.span,
        "there is no file `" + wanted.text + "` beside this one, in the folders given with --rules or built in");
    if (const auto nearest = nearest_name(wanted.text, names)) diagnostic.help = "did you mean `" + *nearest + "`?";
    return std::nullopt;
  }

  void add_used(const dsl::ast::Use& use, const std::string& user) {
    const auto found = find(use.file, user);
    if (!found) {
      trees_.back().lacks_used_file = true;  // names from the missing file are not reported as unknown
    } else if (found->builtin != nullptr) {
      add_builtin(*found->builtin);
    } else {
      add_file(found->path);
    }
  }

  void add_words(const dsl::ast::Name& file, const std::string& user, dsl::ast::WordList& list) {
    const auto found = find(file, user);
    if (!found) return;
    FileBytes content;
    if (found->builtin != nullptr) {
      content.bytes = std::string(found->builtin->text);
    } else {
      content = read_file(found->path, limits::rule_file_bytes);
    }
    if (!content.failure.empty()) {
      diagnostics_.add(DiagnosticCode::rule_not_found, file.span,
                       "cannot read `" + found->path + "`: " + content.failure);
      return;
    }
    const std::string name =
        found->builtin != nullptr ? std::string(builtin_prefix) + std::string(found->builtin->name) : found->path;
    const std::size_t errors_before = diagnostics_.error_count();
    const std::vector<dsl::ast::Name> words =
        dsl::parse_words(files_, files_.add(name, std::move(content.bytes)), diagnostics_);
    if (words.empty() && diagnostics_.error_count() == errors_before) {
      diagnostics_.add(DiagnosticCode::rule_pattern, file.span, "`" + file.text + "` holds no words").help =
          "write one word a line";
    }
    list.words.insert(list.words.end(), words.begin(), words.end());
  }

  /// Names of files that stand where a misspelt one was looked for.
  [[nodiscard]] std::vector<std::string> names_alike(const fs::path& wanted, const fs::path& folder) const {
    std::vector<std::string> names;
    const auto is_of_kind = [&](const fs::path& path) { return path.extension() == wanted.extension(); };
    for (const BuiltinFile& file : builtin_files()) {
      if (is_of_kind(file.name)) names.emplace_back(file.name);
    }
    std::vector<fs::path> roots = folders_;
    roots.push_back(folder);
    for (const fs::path& root : roots) {
      std::error_code error;
      const fs::path searched = root / wanted.parent_path();
      for (fs::directory_iterator entry(searched.empty() ? "." : searched, error);
           !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = wanted.parent_path() / entry->path().filename();
        if (is_of_kind(name)) names.push_back(name.generic_string());
      }
    }
    std::sort(names.begin(), names.end());  // folders are read in any order
    return names;
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
