// Edit distance with transpositions (optimal string alignment).
#include "base/edit_distance.hpp"

#include <algorithm>
#include <utility>

namespace roadlint {
namespace {

/// Longer names are never compared: a typing mistake in them is not worth quadratic time.
constexpr std::size_t longest_compared_name = 80;

/// The edit distance; when it is above `bound`, some number above `bound`. `rows` is memory to work in.
std::size_t bounded_distance(std::string_view left, std::string_view right, std::size_t bound,
                             std::vector<std::size_t>& rows) {
  // Three rows of the table of distances between beginnings; swaps look two rows back.
  const std::size_t width = right.size() + 1;
  rows.assign(3 * width, 0);
  std::size_t* before_previous = rows.data();
  std::size_t* previous = before_previous + width;
  std::size_t* current = previous + width;
  for (std::size_t column = 0; column < width; ++column) previous[column] = column;
  std::size_t least_before = 0;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    current[0] = row;
    std::size_t least = row;
    for (std::size_t column = 1; column < width; ++column) {
      const std::size_t replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
      std::size_t best = std::min({previous[column] + 1, current[column - 1] + 1, replaced});
      const bool swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
      if (swapped) best = std::min(best, before_previous[column - 2] + 1);
      current[column] = best;
      least = std::min(least, best);
    }
    // What follows grows from the last two rows.
    if (std::min(least, least_before) > bound) return least;
    least_before = least;
    std::size_t* const free_row = std::exchange(before_previous, previous);
    previous = std::exchange(current, free_row);
  }
  return previous[right.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> rows;
  return bounded_distance(left, right, std::max(left.size(), right.size()), rows);
}

std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  if (name.size() > longest_compared_name) return std::nullopt;
  const std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
  const std::string* best = nullptr;
  std::vector<std::size_t> rows;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates) {
    if (candidate == name || candidate.size() > longest_compared_name) continue;
    const std::size_t difference = std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size());
    if (difference > best_distance) continue;
    const std::size_t distance = bounded_distance(name, candidate, best_distance, rows);
    const bool is_first_of_equals = distance == best_distance && best != nullptr && candidate < *best;
    if (distance < best_distance || is_first_of_equals) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace roadlint
