// `roadlint diff`: checks both versions, and says what changed between them.
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "engine/changes.hpp"
#include "report/version_comparison.hpp"

namespace roadlint::cli {
namespace {

/// The earlier version, checked on its own, with the configuration of the later one.
Options options_of_earlier_version(const Options& given, const Options& completed_later) {
  Options earlier = given;
  earlier.paths = given.before;
  earlier.before.clear();
  earlier.has_no_config = completed_later.config_files.empty();
  // The last one read is the one that was found; it builds on the others.
  if (!earlier.has_no_config) earlier.config_path = completed_later.config_files.back();
  return earlier;
}

report::Report report_of(const Options& options, const Run& run, const Diagnostics& diagnostics) {
  return {run.files, data_file_names(run), run.outcomes, diagnostics, ROADLINT_VERSION, calendar_text(options.as_of)};
}

/// The run of the later version has read both; only when that of the earlier one failed first has it not.
void print_unreadable(const Options& options, const Run& before, const Run& after) {
  const Run& run = after.data_mistakes.has_errors() ? after : before;
  print_mistakes(options, run.files, run.data_mistakes);
}

std::string text_of(const Options& options, const Output& output, const report::VersionComparison& comparison) {
  if (output.format == "json") return report::write_comparison_json(comparison);
  report::ReportOptions report_options;
  report_options.language = options.language;
  report_options.quiet = options.quiet;
  report_options.color = output.path.empty() && uses_color(options.color, output_is_terminal());
  return report::draw_comparison(comparison, report_options);
}

}  // namespace

ExitStatus diff_command(const Options& given) {
  Run before;
  Run after;
  const Options options = completed(given, after);
  if (!after.rules.mistakes.has_errors()) {
    // Once more, as places in the configuration belong to the files of one run.
    const Options earlier = completed(options_of_earlier_version(given, options), before);
    if (!before.rules.mistakes.has_errors()) run_check(earlier, before);
    if (!before.rules.mistakes.has_errors()) run_check(options, after);
  }
  const Run& failed = before.rules.mistakes.has_errors() ? before : after;
  if (failed.rules.mistakes.has_errors()) {
    print_mistakes(options, failed.files, failed.rules.mistakes);
    return ExitStatus::wrong_use;
  }
  if (before.data_mistakes.has_errors() || after.data_mistakes.has_errors()) {
    // Compared with a part, everything in the other part would look new or gone.
    print_unreadable(options, before, after);
    return ExitStatus::unreadable;
  }
  if (refuses_outputs(options, after.files)) return ExitStatus::wrong_use;
  const Diagnostics diagnostics_before = all_diagnostics(before);
  const Diagnostics diagnostics_after = all_diagnostics(after);
  const report::Report report_before = report_of(options, before, diagnostics_before);
  const report::Report report_after = report_of(options, after, diagnostics_after);
  const report::VersionComparison comparison = report::compare_versions(
      report_before, report_after, engine::changes_between(after.rules.program.model, after.data));
  bool is_written = true;
  for (const Output& output : options.outputs) {
    is_written = write_output(options, output, text_of(options, output, comparison)) && is_written;
  }
  if (!is_written) return ExitStatus::wrong_use;
  return fails(options, comparison.new_findings) ? ExitStatus::findings : ExitStatus::success;
}

}  // namespace roadlint::cli
