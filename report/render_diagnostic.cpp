// The renderer's door: see render_diagnostic.hpp. The drawing itself is in drawing.cpp.
#include "report/render_diagnostic.hpp"

#include "report/drawing.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

std::string draw_counts(const Diagnostics& diagnostics, const Words& words) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.entries()) {
    if (diagnostic.severity == Severity::error) ++errors;
    if (diagnostic.severity == Severity::warning) ++warnings;
  }
  return words.errors.with(errors, words.language) + ", " + words.warnings.with(warnings, words.language) + "\n";
}

}  // namespace

std::string render_diagnostic(const SourceFiles& files, const Diagnostic& diagnostic, const RenderStyle& style) {
  Drawing drawing;
  drawing.diagnostic = diagnostic;
  return draw(files, drawing, style);
}

std::string render_diagnostics(const SourceFiles& files, const Diagnostics& diagnostics, const RenderStyle& style) {
  if (diagnostics.entries().empty()) return {};
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.entries()) {
    result += render_diagnostic(files, diagnostic, style) + "\n";
  }
  return result + draw_counts(diagnostics, words_in(style.language));
}

}  // namespace roadlint::report
