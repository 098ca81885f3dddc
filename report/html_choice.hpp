// What a page shows of more than it can hold: the most severe, and something of every roadmap and every body.
#pragma once

#include <cstddef>
#include <vector>

namespace roadlint::report {

struct HtmlCandidate {
  /// Greater ones come first.
  int weight = 0;
  /// What it belongs to, such as a roadmap and a responsible body; each of these gets something.
  std::size_t group = 0;
  std::size_t second_group = 0;
};

/// The places of at most `limit` candidates, the heaviest first, else in their order. Up to half of them go to the
/// heaviest of each group; of the rest those of equal weight are spread over the groups evenly.
[[nodiscard]] std::vector<std::size_t> choose_for_page(const std::vector<HtmlCandidate>& candidates, std::size_t limit);

}  // namespace roadlint::report
