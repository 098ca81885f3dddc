// `roadlint check`: runs the pipeline, writes every report asked for, and tells by the exit status how it went.
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/report_of.hpp"
#include "cli/terminal.hpp"
#include "report/formats.hpp"

namespace roadlint::cli {
namespace {

/// False when a file could not be written.
bool write_report(const Options& options, const Output& output, const report::Report& report) {
  const report::ReportOptions details = report_options(options, output);
  const bool is_written = write_output(options, output, report::find_format(output.format)->write(report, details));
  const auto first = std::find_if(options.outputs.begin(), options.outputs.end(),
                                  [](const Output& other) { return other.format == "github"; });
  if (output.format != "github" || &output != &*first) return is_written;
  // GitHub shows what is appended to this file on the page of the run; annotations alone would end at ten.
  const char* const summary = std::getenv("GITHUB_STEP_SUMMARY");  // NOLINT(concurrency-mt-unsafe): from one thread
  if (summary == nullptr || *summary == '\0') return is_written;
  return append_output(options, summary, report::write_github_summary(report, details)) && is_written;
}

}  // namespace

ExitStatus check_command(const Options& given) {
  // Kept until the process ends, which is when its memory goes.
  static std::unique_ptr<Run> kept;
  kept = std::make_unique<Run>();
  Run& run = *kept;
  const Options options = completed(given, run);
  if (!run.rules.mistakes.has_errors()) run_check(options, run);
  if (run.rules.mistakes.has_errors()) {
    print_mistakes(options, run.files, run.rules.mistakes);
    return ExitStatus::wrong_use;
  }
  if (refuses_outputs(options, run.files)) return ExitStatus::wrong_use;
  const Diagnostics diagnostics = all_diagnostics(run);
  report::Report report = report_of(options, run, run.outcomes, diagnostics);
  const bool has_pictures = std::any_of(options.outputs.begin(), options.outputs.end(),
                                        [](const Output& output) { return output.format == "html"; });
  const engine::Overview overview = has_pictures ? overview_of(options, run) : engine::Overview();
  if (has_pictures) report.overview = &overview;
  bool is_written = true;
  for (const Output& output : options.outputs) is_written = write_report(options, output, report) && is_written;
  // --quiet leaves only counts; what could not be read must be named all the same.
  if (options.quiet && run.data_mistakes.has_errors()) {
    print_mistakes(options, run.files, run.data_mistakes);
  }
  if (!is_written) return ExitStatus::wrong_use;
  if (run.data_mistakes.has_errors()) return ExitStatus::unreadable;
  return fails(options, run.outcomes.findings) ? ExitStatus::findings : ExitStatus::success;
}

}  // namespace roadlint::cli
