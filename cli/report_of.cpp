// See report_of.hpp.
#include "cli/report_of.hpp"

#include <algorithm>

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

std::vector<report::HashedFile> hashes_of(const Run& run, bool of_data) {
  std::vector<report::HashedFile> hashes;
  for (std::size_t file = 0; file < run.files.size(); ++file) {
    const auto id = static_cast<FileId>(file);
    const bool is_data = std::find(run.data.files.begin(), run.data.files.end(), id) != run.data.files.end();
    const std::string& name = run.files.file(id).name();
    const bool is_rule = name.ends_with(".rules") || name.ends_with(".model") || name.starts_with("builtin:words/");
    if (of_data ? !is_data : !is_rule) continue;
    hashes.push_back({name, report::sha256_hexadecimal(run.files.file(id).bytes())});
  }
  return hashes;
}

}  // namespace

report::Report report_of(const Options& options, const Run& run, const engine::Outcomes& outcomes,
                         const Diagnostics& diagnostics) {
  report::Report report{run.files,        data_file_names(run),         outcomes,        diagnostics,
                        ROADLINT_VERSION, calendar_text(options.as_of), working_folder()};
  report.letterhead = options.letterhead;
  report.answer_by = answer_by(options);
  if (wants(options, "protocol")) {
    report.rule_hashes = hashes_of(run, false);
    report.data_hashes = hashes_of(run, true);
  }
  return report;
}

report::ReportOptions report_options(const Options& options, const Output& output) {
  report::ReportOptions result;
  result.language = options.language;
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
