// Edit distance with transpositions (optimal string alignment).
#include "base/edit_distance.hpp"

#include <algorithm>

namespace roadlint {
namespace {

/// Longer names are never compared: a typing mistake in them is not worth quadratic time.
constexpr std::size_t longest_compared_name = 80;

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<std::size_t>> distance(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t row = 0; row <= left.size(); ++row) distance[row][0] = row;
  for (std::size_t column = 0; column <= right.size(); ++column) distance[0][column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const std::size_t replaced = distance[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
      std::size_t best = std::min({distance[row - 1][column] + 1, distance[row][column - 1] + 1, replaced});
      const bool swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
      if (swapped) best = std::min(best, distance[row - 2][column - 2] + 1);
      distance[row][column] = best;
    }
  }
  return distance[left.size()][right.size()];
}

std::optional<std::string> nearest_name(std::string_view name, std::vector<std::string> candidates) {
  if (name.size() > longest_compared_name) return std::nullopt;
  std::sort(candidates.begin(), candidates.end());
  const std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates) {
    if (candidate == name || candidate.size() > longest_compared_name) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace roadlint
