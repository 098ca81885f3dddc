// Asking git: see git_changes.hpp.
#include "cli/git_changes.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "cli/paths.hpp"
#include "cli/program.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// Some would lead git to another repository or another format: hooks set them. Its words are to be English, it must
/// fetch nothing, and it must not write to its index.
const EnvironmentChange environment = {
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES",
     "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
     "GIT_ICASE_PATHSPECS", "GIT_TRACE"},
    {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1"}};

/// Settings of a repository that would run programs or change what a patch looks like.
const std::vector<std::string> fixed_settings = {"-c", "core.fsmonitor=false", "-c", "diff.interHunkContext=0"};

class Git {
 public:
  Git(const std::string& revision, Diagnostics& diagnostics) : revision_(revision), diagnostics_(diagnostics) {}

  /// The top folder of the repository that holds a folder; empty, and reported, when there is none.
  std::string find_top(const std::string& folder) {
    folder_ = folder.empty() ? "." : folder;
    const ProgramResult result = run({"rev-parse", "--show-toplevel"});
    if (!result.has_run) {
      report(DiagnosticCode::git_missing, "git cannot be run", "install git, or leave out --diff-base");
      return "";
    }
    if (result.status != 0) {
      Diagnostic& diagnostic =
          report(DiagnosticCode::git_no_repository, "`" + folder_ + "` lies in no git repository that can be read", "");
      note_words(result, diagnostic);
      return "";
    }
    return first_line(result.output);
  }

  /// The commit to compare with; empty, and reported, when it cannot be known.
  std::string find_base() {
    if (revision_.starts_with("-")) return refuse_revision();
    const ProgramResult commit = run({"rev-parse", "--verify", "--quiet", "--end-of-options", revision_ + "^{commit}"});
    if (commit.status != 0) return refuse_revision();
    const ProgramResult base = run({"merge-base", first_line(commit.output), "HEAD"});
    if (base.status == 0) return first_line(base.output);
    if (is_shallow()) {
      report_shallow("the clone is too shallow to know where this branch left `" + revision_ + "`");
      return "";
    }
    return first_line(commit.output);  // nothing in common: all of it is the change
  }

  /// A patch without context, of files as they lie there.
  std::optional<std::string> patch_since(const std::string& base) {
    const ProgramResult result = run({"diff", "-O/dev/null", "--text", "--unified=0", "--no-color", "--no-ext-diff",
                                      "--no-textconv", "--find-renames", "--no-relative", "--src-prefix=a/",
                                      "--dst-prefix=b/", "--ignore-submodules=all", base, "--"});
    if (result.status == 0) return result.output;
    report_failure("compare the files with `" + revision_ + "`", result);
    return std::nullopt;
  }

  /// Names that git knows, relative to the top.
  std::optional<std::set<std::string, std::less<>>> known_files() {
    const ProgramResult result = run({"ls-files", "-z", "--full-name", "--", ":/"});
    if (result.status != 0) {
      report_failure("list the files", result);
      return std::nullopt;
    }
    const std::vector<std::string> names = parts(result.output, '\0');
    return std::set<std::string, std::less<>>(names.begin(), names.end());
  }

 private:
  ProgramResult run(const std::vector<std::string>& words) const {
    std::vector<std::string> all = {"git", "-C", folder_};
    all.insert(all.end(), fixed_settings.begin(), fixed_settings.end());
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all, environment);
  }

  /// Each ends with the separator.
  static std::vector<std::string> parts(std::string_view text, char separator) {
    std::vector<std::string> found;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(separator), text.size());
      found.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
  }

  static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

  Diagnostic& report(DiagnosticCode code, const std::string& message, const std::string& help) {
    Diagnostic& diagnostic = diagnostics_.add(code, Span{}, "--diff-base: " + message);
    diagnostic.help = help;
    return diagnostic;
  }

  /// What git itself said, in its first line.
  static void note_words(const ProgramResult& result, Diagnostic& diagnostic) {
    const std::string words = utf8::printable(first_line(result.error));
    if (!words.empty()) diagnostic.notes.push_back("git says: " + words);
  }

  void report_failure(const std::string& task, const ProgramResult& result) {
    note_words(result, report(DiagnosticCode::git_failed, "git could not " + task, ""));
  }

  [[nodiscard]] bool is_shallow() const {
    return first_line(run({"rev-parse", "--is-shallow-repository"}).output) == "true";
  }

  void report_shallow(const std::string& message) {
    report(DiagnosticCode::git_shallow, message,
           "fetch the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, or "
           "`git fetch --unshallow`");
  }

  std::string refuse_revision() {
    const std::string name = "`" + utf8::printable(revision_) + "`";
    if (is_shallow()) {
      report_shallow("there is no revision " + name + " in this shallow clone");
      return "";
    }
    const std::vector<std::string> known = parts(run({"for-each-ref", "--format=%(refname:short)"}).output, '\n');
    const auto nearest = nearest_name(revision_, known);
    report(DiagnosticCode::git_revision, "there is no revision " + name,
           nearest ? "did you mean `" + *nearest + "`?" : "a branch, a tag or a commit is expected");
    return "";
  }

  std::string revision_;
  Diagnostics& diagnostics_;
  std::string folder_;
};

/// What changed in one repository.
struct RepositoryChange {
  fs::path top;
  gate::ChangedLines lines;
  std::set<std::string, std::less<>> known_files;
};

/// Nothing, and reported, when it cannot be known.
std::optional<RepositoryChange> change_in(Git& git, const std::string& top) {
  const std::string base = git.find_base();
  if (base.empty()) return std::nullopt;
  const auto patch = git.patch_since(base);
  auto known = patch ? git.known_files() : std::nullopt;
  if (!known) return std::nullopt;
  return RepositoryChange{real_path(top), gate::read_patch(*patch), std::move(*known)};
}

/// The changed lines of a file; nothing when it is as it was.
std::optional<std::vector<gate::LineRange>> lines_of(const RepositoryChange& change, const fs::path& file) {
  const std::string name = file.lexically_relative(change.top).generic_string();
  if (!change.known_files.contains(name)) return std::vector{gate::every_line};
  const auto lines = change.lines.find(name);
  return lines == change.lines.end() ? std::nullopt : std::optional(lines->second);
}

}  // namespace

gate::ChangedLinesOfFiles lines_changed_since(const std::string& revision, const std::vector<FileId>& data_files,
                                              const SourceFiles& files, Diagnostics& diagnostics) {
  gate::ChangedLinesOfFiles changed;
  std::map<std::string, std::string> tops;  // by folder
  std::map<std::string, RepositoryChange> changes;
  Git git(revision, diagnostics);
  for (const FileId file : data_files) {
    const fs::path path = real_path(files.file(file).name());
    const std::string folder = path.parent_path().string();
    if (!tops.contains(folder)) tops[folder] = git.find_top(folder);
    const std::string& top = tops[folder];
    if (top.empty()) return {};
    if (!changes.contains(top)) {
      auto change = change_in(git, top);
      if (!change) return {};
      changes.emplace(top, std::move(*change));
    }
    if (auto lines = lines_of(changes.at(top), path)) changed[file] = std::move(*lines);
  }
  return changed;
}

}  // namespace roadlint::cli
