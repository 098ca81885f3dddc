// `roadlint list`: the deficiency lists that stakeholders get, one for each responsible body, roadmap, goal or rule.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "cli/answered_lists.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/report_of.hpp"
#include "cli/terminal.hpp"
#include "report/formats.hpp"
#include "report/list_words.hpp"

namespace roadlint::cli {
namespace {

namespace fs = std::filesystem;

/// What findings are put together by; empty where there is nothing of the kind.
class Grouping {
 public:
  Grouping(const Options& options, const engine::Overview& overview) : options_(options) {
    for (const engine::OverviewGoal& goal : overview.goals) {
      goals_[goal.id] = goal.id;
      roadmaps_[goal.id] = goal.roadmap;
    }
    for (const engine::OverviewRoadmap& roadmap : overview.roadmaps) roadmaps_[roadmap.id] = roadmap.id;
    for (const engine::OverviewMilestone& milestone : overview.milestones) {
      goals_[milestone.id] = milestone.goal;
      roadmaps_[milestone.id] = milestone.roadmap;
    }
  }

  [[nodiscard]] std::string key_of(const engine::Finding& finding) const {
    if (options_.list_by == "responsible") return finding.responsible;
    if (options_.list_by == "rule") return finding.rule;
    const auto& ids = options_.list_by == "goal" ? goals_ : roadmaps_;
    // Of several parts the first is what the finding is about; a record without an id is called by the one around it.
    for (std::string id = finding.subject.id.substr(0, finding.subject.id.find('|')); !id.empty();
         id = id.substr(0, id.rfind('.') == std::string::npos ? 0 : id.rfind('.'))) {
      const auto found = ids.find(id);
      if (found != ids.end()) return found->second;
    }
    return "";
  }

 private:
  const Options& options_;
  std::map<std::string, std::string> goals_;
  std::map<std::string, std::string> roadmaps_;
};

using Groups = std::map<std::string, std::vector<engine::Finding>>;

Groups groups_of(const Options& options, const Run& run, const engine::Overview& overview) {
  const Grouping grouping(options, overview);
  Groups groups;
  for (const engine::Finding& finding : run.outcomes.findings) {
    if (finding.standing == engine::Standing::active) groups[grouping.key_of(finding)].push_back(finding);
  }
  return groups;
}

/// Leaves the one that was asked for; false, and said, when there is none of this name.
bool keep_only(const Options& options, Groups& groups) {
  if (options.list_only.empty()) return true;
  if (groups.contains(options.list_only)) {
    std::erase_if(groups, [&](const auto& group) { return group.first != options.list_only; });
    return true;
  }
  std::vector<std::string> names;
  for (const auto& [name, findings] : groups) names.push_back(name);
  Diagnostics mistakes;
  const auto nearest = nearest_name(options.list_only, names);
  mistakes
      .add(DiagnosticCode::use_option, Span{},
           "--only: no finding belongs to `" + utf8::printable(options.list_only) + "`")
      .help = nearest ? "did you mean `" + *nearest + "`?" : "`roadlint list --by " + options.list_by + "` shows all";
  print_mistakes(options, SourceFiles{}, mistakes);
  return false;
}

/// A name for a file that every system takes; no two are the same.
class FileNames {
 public:
  explicit FileNames(const std::string& language)
      : without_name_(report::list_words_in(language).file_without_assignment) {}

  std::string name_for(const std::string& group) {
    std::string name;
    for (const char character : group) {
      const bool is_safe = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                           (character >= '0' && character <= '9') || character == '-' || character == '_';
      name += is_safe ? character : '_';
    }
    constexpr std::size_t longest = 100;
    name = name.empty() ? without_name_ : name.substr(0, longest);
    std::string unique = name;
    for (int number = 2; !taken_.insert(unique).second; ++number) unique = name + "-" + std::to_string(number);
    return unique;
  }

 private:
  std::string without_name_;
  std::set<std::string> taken_;
};

/// ".xlsx", or ".de.xlsx" where a report has a language of its own.
std::string extension_of(const Output& output) {
  const std::string language = output.language.empty() ? "" : "." + output.language;
  if (output.format == "markdown") return language + ".md";
  if (output.format == "text") return language + ".txt";
  return language + "." + output.format;
}

/// The outcomes with these findings only, for a report of their own.
engine::Outcomes outcomes_with(const engine::Outcomes& all, std::vector<engine::Finding> findings) {
  engine::Outcomes part;
  part.findings = std::move(findings);
  part.rules = all.rules;
  part.records = all.records;
  part.waivers = all.waivers;
  part.acceptances = all.acceptances;
  return part;
}

class ListWriter {
 public:
  ListWriter(const Options& options, const Run& run, const engine::Overview& overview)
      : options_(options), run_(run), overview_(overview) {}

  /// False when a file could not be written.
  bool write(Groups groups) { return options_.list_out.empty() ? write_one(groups) : write_each(std::move(groups)); }

 private:
  /// A file for each group and format.
  bool write_each(Groups groups) {
    std::error_code error;
    fs::create_directories(options_.list_out, error);  // when it cannot be made, its first file says so
    FileNames names(options_.language);
    std::string lines;
    for (auto& [group, findings] : groups) {
      const std::string name = names.name_for(group);
      const std::string count = ": " + std::to_string(findings.size()) + "\n";
      const engine::Outcomes outcomes = outcomes_with(run_.outcomes, std::move(findings));
      for (const Output& output : options_.outputs) {
        const std::string path = (fs::path(options_.list_out) / (name + extension_of(output))).generic_string();
        if (!write_output(options_, {output.format, path}, text_of(output, outcomes, title_of(group, output)))) {
          return false;
        }
        lines += path + count;
      }
    }
    const bool is_partial = run_.data_mistakes.has_errors();
    const char* const nothing =
        is_partial ? "no findings in what could be read; no file was written\n" : "no findings; no file was written\n";
    print(lines.empty() ? nothing : lines);
    return true;
  }

  /// What the list of findings that nobody is responsible for is called: it is not the list of all.
  [[nodiscard]] std::string title_of(const std::string& group, const Output& output) const {
    if (!group.empty() || options_.list_by != "responsible") return group;
    return std::string(report::list_words_in(report_options(options_, output).language).without_responsible);
  }

  bool write_one(const Groups& groups) {
    bool is_written = true;
    for (const Output& output : options_.outputs) {
      // A text shows findings by body; put together otherwise, there is a list for each.
      const bool is_list_for_each = output.format == "text" && options_.list_by != "responsible";
      const std::string text = is_list_for_each ? texts_of(output, groups) : text_of_all(output, groups);
      is_written = write_output(options_, output, text) && is_written;
    }
    return is_written;
  }

  [[nodiscard]] std::string texts_of(const Output& output, const Groups& groups) const {
    std::string text;
    for (const auto& [group, findings] : groups) {
      text += (text.empty() ? "" : "\n\n") + text_of(output, outcomes_with(run_.outcomes, findings), group);
    }
    return text.empty() ? text_of_all(output, groups) : text;
  }

  [[nodiscard]] std::string text_of_all(const Output& output, const Groups& groups) const {
    std::vector<engine::Finding> findings;
    for (const auto& [group, members] : groups) findings.insert(findings.end(), members.begin(), members.end());
    return text_of(output, outcomes_with(run_.outcomes, std::move(findings)), "");
  }

  [[nodiscard]] std::string text_of(const Output& output, const engine::Outcomes& outcomes,
                                    const std::string& group) const {
    // What could not be read is missing from the list, and the list must say so.
    report::Report report = report_of(options_, run_, outcomes, run_.data_mistakes);
    report.overview = &overview_;
    report.list_name = group;
    report::ReportOptions details = report_options(options_, output);
    details.color = false;
    return report::find_format(output.format)->write(report, details);
  }

  const Options& options_;
  const Run& run_;
  const engine::Overview& overview_;
};

}  // namespace

ExitStatus list_command(const Options& given) {
  Run run;
  const Options options = completed(given, run);
  if (!options.answer_files.empty()) return read_answered_lists(options, run);
  if (!run.rules.mistakes.has_errors()) run_check(options, run);
  if (run.rules.mistakes.has_errors()) {
    print_mistakes(options, run.files, run.rules.mistakes);
    return ExitStatus::wrong_use;
  }
  print_mistakes(options, run.files, run.data_mistakes);
  const engine::Overview overview = overview_of(options, run);
  Groups groups = groups_of(options, run, overview);
  if (refuses_outputs(options, run.files) || !keep_only(options, groups)) return ExitStatus::wrong_use;
  if (!ListWriter(options, run, overview).write(std::move(groups))) return ExitStatus::wrong_use;
  return run.data_mistakes.has_errors() ? ExitStatus::unreadable : ExitStatus::success;
}

}  // namespace roadlint::cli
