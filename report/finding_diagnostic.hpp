// Findings as drawings, so that the one renderer of diagnostics draws them too.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "report/drawing.hpp"
#include "report/words.hpp"

namespace roadlint::report {

/// The places of a finding beyond its own, each once, in the order given.
[[nodiscard]] std::vector<Span> further_places(const engine::Finding& finding);

/// The first values that decided a finding, a line each, with their places as `place_name` has them (empty for none);
/// the last line says how many more there are.
[[nodiscard]] std::vector<std::string> evidence_lines(const engine::Finding& finding, const Words& words,
                                                      const std::function<std::string(const Span&)>& place_name);

/// "ZVEI 2.1.2, ZVEI 3.2"
[[nodiscard]] std::string basis_line(const std::vector<Basis>& basis, const Words& words);

/// The code is the rule's id. `folded` are the findings that this one leaves undecided and that are not drawn.
[[nodiscard]] Drawing finding_drawing(const SourceFiles& files, const engine::Finding& finding,
                                      const std::vector<const engine::Finding*>& folded, std::string_view language);

/// "roadmaps/ki.yaml:44"; empty for an unknown place.
[[nodiscard]] std::string file_and_line(const SourceFiles& files, const Span& span);

}  // namespace roadlint::report
