// Asking git: see git_changes.hpp.
#include "cli/git_changes.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "cli/program.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// They would lead git to another repository or another format: hooks set some of them.
const std::vector<std::string> left_out = {"GIT_DIR",           "GIT_WORK_TREE", "GIT_INDEX_FILE",       "GIT_PREFIX",
                                           "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS"};

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
    const ProgramResult result =
        run({"diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--no-relative",
             "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all", base, "--"});
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
    std::set<std::string, std::less<>> names;
    std::string_view rest = result.output;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\0'), rest.size());
      names.emplace(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
  }

 private:
  ProgramResult run(const std::vector<std::string>& words) const {
    std::vector<std::string> all = {"git", "-C", folder_};
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all, left_out);
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
    std::vector<std::string> known;
    std::string_view rest;
    const ProgramResult names = run({"for-each-ref", "--format=%(refname:short)"});
    for (rest = names.output; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      known.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto nearest = nearest_name(revision_, known);
    report(DiagnosticCode::git_revision, "there is no revision " + name,
           nearest ? "did you mean `" + *nearest + "`?" : "a branch, a tag or a commit is expected");
    return "";
  }

  std::string revision_;
  Diagnostics& diagnostics_;
  std::string folder_;
};

fs::path real_path(const std::string& name) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(name, error), error);
}

}  // namespace

std::map<FileId, std::vector<gate::LineRange>> lines_changed_since(const std::string& revision,
                                                                   const std::vector<FileId>& data_files,
                                                                   const SourceFiles& files, Diagnostics& diagnostics) {
  std::map<FileId, std::vector<gate::LineRange>> changed;
  if (data_files.empty()) return changed;
  Git git(revision, diagnostics);
  const fs::path first = real_path(files.file(data_files.front()).name());
  const std::string top = git.find_top(first.parent_path().string());
  if (top.empty()) return changed;
  const std::string base = git.find_base();
  if (base.empty()) return changed;
  const auto patch = git.patch_since(base);
  const auto known = git.known_files();
  if (!patch || !known) return changed;
  const gate::ChangedLines lines = gate::read_patch(*patch);
  const fs::path real_top = real_path(top);
  for (const FileId file : data_files) {
    const std::string name = real_path(files.file(file).name()).lexically_relative(real_top).generic_string();
    const auto found = lines.find(name);
    if (!known->contains(name)) {
      changed[file] = {gate::every_line};
    } else if (found != lines.end()) {
      changed[file] = found->second;
    }
  }
  return changed;
}

}  // namespace roadlint::cli
