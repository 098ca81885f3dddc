// `roadlint check`: runs the pipeline, writes every report asked for, and tells by the exit status how it went.
#include <cstdlib>
#include <memory>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "report/render_diagnostic.hpp"
#include "report/report.hpp"

namespace roadlint::cli {
namespace {

/// False when its file could not be written.
bool write_report(const Options& options, const Output& output, const report::Report& report) {
  report::ReportOptions report_options;
  report_options.language = options.language;
  report_options.quiet = options.quiet;
  report_options.statistics = options.statistics;
  report_options.color = output.path.empty() && uses_color(options.color, output_is_terminal());
  const std::string text =
      output.format == "json" ? report::write_json(report) : report::write_human(report, report_options);
  return write_output(options, output, text);
}

}  // namespace

ExitStatus check_command(const Options& options) {
  // Kept until the process ends, which is when its memory goes.
  static std::unique_ptr<Run> kept;
  kept = std::make_unique<Run>();
  Run& run = *kept;
  run_check(options, run);
  if (run.rules.mistakes.has_errors()) {
    print_error(report::render_diagnostics(run.files, run.rules.mistakes, style_of(options)));
    return ExitStatus::wrong_use;
  }
  const Diagnostics diagnostics = all_diagnostics(run);
  report::Report report{run.files, {}, run.outcomes, diagnostics, ROADLINT_VERSION, calendar_text(options.as_of)};
  report.data_files = data_file_names(run);
  bool is_written = true;
  for (const Output& output : options.outputs) is_written = write_report(options, output, report) && is_written;
  // --quiet leaves only counts; what could not be read must be named all the same.
  if (options.quiet && run.data_mistakes.has_errors()) {
    print_error(report::render_diagnostics(run.files, run.data_mistakes, style_of(options)));
  }
  if (!is_written) return ExitStatus::wrong_use;
  if (run.data_mistakes.has_errors()) return ExitStatus::unreadable;
  return fails(options, run.outcomes.findings) ? ExitStatus::findings : ExitStatus::success;
}

}  // namespace roadlint::cli
