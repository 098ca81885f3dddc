// Which undecidable findings are not drawn themselves, because a finding that is drawn already names their cause.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/outcome.hpp"

namespace roadlint::report {

struct Folding {
  /// For each finding: whether it is folded.
  std::vector<bool> is_folded;
  /// For each finding that is drawn: those it leaves undecided, in their order. A finding with several causes is named
  /// under each.
  std::vector<std::vector<const engine::Finding*>> folded_under;
  std::size_t count = 0;
};

/// The pointers lead into `findings`. Findings that name only each other as causes are all drawn.
[[nodiscard]] Folding fold(const std::vector<engine::Finding>& findings);

}  // namespace roadlint::report
