// A diagnostic with what only findings have, and the one function that draws either.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "report/render_diagnostic.hpp"

namespace roadlint::report {

/// A remark under the excerpts: "= evidence: ...", its further lines aligned with the first.
struct Remark {
  std::string word;
  std::vector<std::string> lines;
};

struct Drawing {
  Diagnostic diagnostic;
  /// Stands between code and colon of the head, "undecidable"; may be empty.
  std::string qualifier;
  /// Places of equal rank with the diagnostic's own, each with an excerpt of its own.
  std::vector<Span> further_places;
  /// How many places there are beyond these.
  std::size_t places_left_out = 0;
  /// Drawn after the diagnostic's own notes and help.
  std::vector<Remark> remarks;
};

/// Head, excerpts and remarks; ends with a line break.
[[nodiscard]] std::string draw(const SourceFiles& files, const Drawing& drawing, const RenderStyle& style);

}  // namespace roadlint::report
