// See report_of.hpp.
#include "cli/report_of.hpp"

#include <algorithm>
#include <set>

#include "cli/console.hpp"
#include "cli/paths.hpp"
#include "cli/terminal.hpp"
#include "engine/make_overview.hpp"
#include "report/sha256.hpp"

namespace roadlint::cli {
namespace {

/// The day before which an answer is expected: `answer-within` of the letterhead, counted from "today".
std::string answer_by(const Options& options) {
  if (!options.answer_by.empty()) return options.answer_by;
  const auto within = options.letterhead.find("answer-within");
  const auto duration = within == options.letterhead.end() ? std::nullopt : read_duration(within->second);
  const auto day = duration ? moved(options.as_of, *duration, 1) : std::nullopt;
  return day ? calendar_text(CalendarPeriod::of_day(day->last)) : "";
}

bool wants(const Options& options, std::string_view format) {
  return std::any_of(options.outputs.begin(), options.outputs.end(),
                     [&](const Output& output) { return output.format == format; });
}

using HashedFiles = std::vector<report::HashedFile>;

/// A list of words that several rule files use is read for each of them, and named once.
HashedFiles hashes_of(const SourceFiles& files, const std::vector<FileId>& ids) {
  HashedFiles hashes;
  std::set<std::string_view> names;
  for (const FileId id : ids) {
    const SourceText& file = files.file(id);
    if (names.insert(file.name()).second) hashes.push_back({file.name(), report::sha256_hexadecimal(file.bytes())});
  }
  return hashes;
}

/// Of files that are neither rules nor data.
HashedFiles hashes_of_others(const Run& run, const std::vector<std::string>& names) {
  std::vector<FileId> ids;
  for (std::size_t file = 0; file < run.files.size(); ++file) {
    const auto id = static_cast<FileId>(file);
    if (std::ranges::find(names, run.files.file(id).name()) != names.end()) ids.push_back(id);
  }
  return hashes_of(run.files, ids);
}

void add_hashes(const Options& options, const Run& run, report::Report& report) {
  report.rule_hashes = hashes_of(run.files, run.rules.files);
  report.data_hashes = hashes_of(run.files, run.data.files);
  report.configuration_hashes = hashes_of_others(run, options.config_files);
  report.waiver_hashes = hashes_of_others(run, options.waiver_files);
  if (!options.baseline.empty()) report.baseline_hashes = hashes_of_others(run, {options.baseline});
}

}  // namespace

report::Report report_of(const Options& options, const Run& run, const engine::Outcomes& outcomes,
                         const Diagnostics& diagnostics) {
  report::Report report{run.files,        data_file_names(run),         outcomes,        diagnostics,
                        ROADLINT_VERSION, calendar_text(options.as_of), working_folder()};
  report.letterhead = options.letterhead;
  report.answer_by = answer_by(options);
  report.fail_on = options.fail_on;
  report.fail_on_heuristic = options.fail_on_heuristic;
  if (wants(options, "protocol")) add_hashes(options, run, report);
  return report;
}

report::ReportOptions report_options(const Options& options, const Output& output) {
  report::ReportOptions result;
  result.language = output.language.empty() ? options.language : output.language;
  result.quiet = options.quiet;
  result.statistics = options.statistics;
  result.show_waived = options.show_waived;
  result.byte_order_mark = options.byte_order_mark;
  result.color = output.path.empty() && uses_color(options.color, output_is_terminal());
  return result;
}

engine::Overview overview_of(const Options& options, const Run& run) {
  return engine::make_overview(run.rules.program.model, run.data, options.as_of);
}

}  // namespace roadlint::cli
