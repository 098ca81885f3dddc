// `roadlint init`: a starter roadmap, a configuration and a CI file that pass their own check. The files are those of
// templates/, with the dates filled in.
#include <filesystem>
#include <optional>
#include <string>

#include "cli/builtin_files.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// Where a template goes, relative to the folder; nothing when it is the CI file of somebody else.
std::optional<std::string> target_of(std::string_view name, const std::string& ci) {
  if (name == "github-workflow.yml") {
    return ci == "github" ? std::optional<std::string>(".github/workflows/roadlint.yml") : std::nullopt;
  }
  if (name == "gitlab-ci.yml") return ci == "gitlab" ? std::optional<std::string>(".gitlab-ci.yml") : std::nullopt;
  return std::string(name);
}

/// "today", "year", "year+2", "year-1"; nothing for other words.
std::optional<std::string> value_of(std::string_view word, const CalendarPeriod& as_of) {
  if (word == "today") return calendar_text(as_of);
  if (!word.starts_with("year")) return std::nullopt;
  const std::string_view difference = word.substr(4);
  if (difference.empty()) return std::to_string(year_of(as_of.first));
  const bool is_number = difference.size() == 2 && (difference[0] == '+' || difference[0] == '-') &&
                         difference[1] >= '0' && difference[1] <= '9';
  if (!is_number) return std::nullopt;
  const int years = difference[1] - '0';
  return std::to_string(year_of(as_of.first) + (difference[0] == '+' ? years : -years));
}

/// The text with `{{year+1}}` and its like replaced; other braces, as workflows have them, stay.
std::string filled_in(std::string_view text, const CalendarPeriod& as_of) {
  std::string result;
  while (true) {
    const std::size_t begin = text.find("{{");
    const std::size_t end = begin == std::string_view::npos ? begin : text.find("}}", begin);
    if (end == std::string_view::npos) return result.append(text);
    const auto value = value_of(text.substr(begin + 2, end - begin - 2), as_of);
    result.append(text.substr(0, begin));
    result.append(value ? *value : text.substr(begin, end + 2 - begin));
    text.remove_prefix(end + 2);
  }
}

struct StarterFile {
  std::string path;
  std::string text;
};

std::vector<StarterFile> starter_files(const Options& options) {
  std::vector<StarterFile> files;
  for (const BuiltinFile& file : builtin_templates()) {
    const auto target = target_of(file.name, options.ci);
    if (!target) continue;
    const fs::path path = fs::path(options.init_folder) / *target;
    files.push_back({path.lexically_normal().generic_string(), filled_in(file.text, options.as_of)});
  }
  return files;
}

ExitStatus refuse(const Options& options, const Diagnostics& mistakes) {
  print_mistakes(options, SourceFiles{}, mistakes);
  return ExitStatus::wrong_use;
}

/// None is touched when one of them exists.
Diagnostics find_existing(const std::vector<StarterFile>& files) {
  Diagnostics mistakes;
  for (const StarterFile& file : files) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(file.path, error))) continue;
    mistakes.add(DiagnosticCode::use_exists, Span{}, "`" + file.path + "` exists already").help =
        "name another folder, or move the file away; nothing was written";
  }
  return mistakes;
}

/// All of them before the first file is written.
Diagnostics make_folders(const std::vector<StarterFile>& files) {
  Diagnostics mistakes;
  for (const StarterFile& file : files) {
    std::error_code error;
    const fs::path folder = fs::path(file.path).parent_path();
    if (!folder.empty()) fs::create_directories(folder, error);
    if (!error) continue;
    mistakes.add(DiagnosticCode::use_output, Span{},
                 "cannot make the folder `" + folder.generic_string() + "`: " + error.message());
    return mistakes;
  }
  return mistakes;
}

}  // namespace

ExitStatus init_command(const Options& given) {
  Run run;
  Options options = given;
  options.has_no_config = true;  // what is there already is another project's
  options = completed(options, run);
  print_mistakes(options, run.files, run.rules.mistakes);
  if (run.rules.mistakes.has_errors()) return ExitStatus::wrong_use;
  const std::vector<StarterFile> files = starter_files(options);
  const Diagnostics existing = find_existing(files);
  if (existing.has_errors()) return refuse(options, existing);
  const Diagnostics unmade = make_folders(files);
  if (unmade.has_errors()) return refuse(options, unmade);
  std::string lines;
  for (const StarterFile& file : files) {
    if (!write_output(options, {"starter", file.path}, file.text)) return ExitStatus::wrong_use;
    lines += "wrote " + file.path + "\n";
  }
  const std::string place = options.init_folder.empty() ? "." : options.init_folder;
  print(lines + "\nNext: fill in " + (fs::path(place) / "roadmaps/roadmap.yaml").lexically_normal().generic_string() +
        ", and run `roadlint check " + place + "`.\n");
  return ExitStatus::success;
}

}  // namespace roadlint::cli
