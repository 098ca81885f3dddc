// See terminal.hpp.
#include "cli/terminal.hpp"

#include <cstdlib>

#include "cli/console.hpp"
#include "cli/paths.hpp"
#include "report/render_diagnostic.hpp"

namespace roadlint::cli {

bool uses_color(ColorMode mode, bool is_terminal) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): called from one thread
  const bool is_refused = no_color != nullptr && *no_color != '\0';
  return is_terminal && !is_refused;
}

namespace {

/// True when nothing failed.
bool say_failure(const Options& options, const std::string& path, const std::string& failure) {
  if (failure.empty()) return true;
  Diagnostics mistake;
  mistake.add(DiagnosticCode::use_output, Span{},
              "cannot write " + (path.empty() ? "to standard output" : "`" + path + "`") + ": " + failure);
  print_mistakes(options, SourceFiles{}, mistake);
  return false;
}

}  // namespace

bool refuses_outputs(const Options& options, const SourceFiles& inputs) {
  std::vector<std::string> paths;
  for (const Output& output : options.outputs) paths.push_back(output.path);
  const Diagnostics mistakes = overwritten_inputs(paths, inputs);
  if (mistakes.has_errors()) print_mistakes(options, inputs, mistakes);
  return mistakes.has_errors();
}

bool write_output(const Options& options, const Output& output, std::string_view text) {
  const bool is_lost = output.format == "xlsx" && text.empty();
  if (is_lost) return say_failure(options, output.path, "no room for the temporary parts of the workbook");
  if (output.path.empty()) {
    static_cast<void>(print(text));  // a reader that closes early is no mistake
    return true;
  }
  return say_failure(options, output.path, write_file(output.path, text));
}

bool append_output(const Options& options, const std::string& path, std::string_view text) {
  return say_failure(options, path, append_to_file(path, text));
}

void print_mistakes(const Options& options, const SourceFiles& files, const Diagnostics& mistakes) {
  const report::RenderStyle style = {options.language, uses_color(options.color, error_is_terminal())};
  print_error(report::render_diagnostics(files, mistakes, style));
}

ExitStatus refuse(const Options& options, const SourceFiles& files, const Diagnostics& mistakes, ExitStatus status) {
  print_mistakes(options, files, mistakes);
  return status;
}

}  // namespace roadlint::cli
