// Draws a diagnostic: severity, code, message, place, source excerpt with carets, labels, notes and help. The only such
// renderer; rule mistakes, data mistakes and findings all pass through it.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace roadlint::report {

/// The words a rendering needs ("help", "note") in a language, and whether to use colours (ANSI).
struct RenderStyle {
  std::string language = "en";
  bool color = false;
};

[[nodiscard]] std::string render_diagnostic(const SourceFiles& files, const Diagnostic& diagnostic,
                                            const RenderStyle& style);
/// All entries one after the other, and at the end how many errors and warnings there are.
[[nodiscard]] std::string render_diagnostics(const SourceFiles& files, const Diagnostics& diagnostics,
                                             const RenderStyle& style);

}  // namespace roadlint::report
