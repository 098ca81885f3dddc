// See shrink.hpp. Removable parts go in runs of half their number, then of a quarter, down to single ones; then every
// expression is tried as each smaller expression of its sort inside it, and as a literal.
#include "tests/twin/shrink.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace roadlint::twin {
namespace {

/// The places of children on the way from the root to a node.
using Way = std::vector<std::size_t>;

Node& at(Node& root, const Way& way) {
  Node* node = &root;
  for (const std::size_t step : way) node = &node->children[step];
  return *node;
}

/// All nodes for which `fits` holds, from the outside in.
template <typename Fits>
void collect_ways(const Node& node, Way& way, const Fits& fits, std::vector<Way>& ways) {
  if (fits(node)) ways.push_back(way);
  for (std::size_t index = 0; index < node.children.size(); ++index) {
    way.push_back(index);
    collect_ways(node.children[index], way, fits, ways);
    way.pop_back();
  }
}

template <typename Fits>
std::vector<Way> ways_to(const Node& root, const Fits& fits) {
  std::vector<Way> ways;
  Way way;
  collect_ways(root, way, fits, ways);
  return ways;
}

void collect_of_sort(const Node& node, const std::string& sort, std::vector<Node>& found) {
  for (const Node& child : node.children) {
    if (child.sort == sort) found.push_back(child);
    collect_of_sort(child, sort, found);
  }
}

const std::map<std::string, std::string, std::less<>>& plain_literals() {
  static const std::map<std::string, std::string, std::less<>> literals = {
      {"number", "1"},       {"percent", "1 %"}, {"money", "1 EUR"}, {"date", "2028-01"},
      {"duration", "1 day"}, {"text", "\"\""},   {"bool", "true"}};
  return literals;
}

class Shrinker {
 public:
  Shrinker(World world, const StillFails& still_fails, std::size_t attempts)
      : world_(std::move(world)), still_fails_(still_fails), attempts_(attempts) {}

  World run() {
    bool has_changed = true;
    while (has_changed && attempts_ > 0) {
      has_changed = remove_parts();
      has_changed = replace_parts() || has_changed;
    }
    return std::move(world_);
  }

 private:
  /// Keeps the candidate if it still fails.
  bool accepts(World candidate) {
    if (attempts_ == 0) return false;
    --attempts_;
    if (!still_fails_(candidate)) return false;
    world_ = std::move(candidate);
    return true;
  }

  // --- taking away -----------------------------------------------------------------------------------------------

  static bool has_removable_children(const Node& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const Node& child) { return child.is_removable; });
  }

  bool remove_parts() {
    bool has_changed = false;
    std::vector<Way> parents = ways_to(world_.tree, has_removable_children);
    for (std::size_t index = 0; index < parents.size(); ++index) {
      if (!remove_children(parents[index])) continue;
      has_changed = true;
      parents = ways_to(world_.tree, has_removable_children);  // the same parents up to here, in the same order
    }
    return has_changed;
  }

  bool remove_children(const Way& parent) {
    bool has_changed = false;
    std::size_t run_length = std::max<std::size_t>(1, removable_places(parent).size() / 2);
    while (true) {
      for (std::size_t first = 0; first < removable_places(parent).size();) {
        if (remove_run(parent, first, run_length)) {
          has_changed = true;
        } else {
          first += run_length;
        }
      }
      if (run_length == 1) return has_changed;
      run_length /= 2;
    }
  }

  std::vector<std::size_t> removable_places(const Way& parent) {
    const Node& node = at(world_.tree, parent);
    std::vector<std::size_t> places;
    for (std::size_t index = 0; index < node.children.size(); ++index) {
      if (node.children[index].is_removable) places.push_back(index);
    }
    return places;
  }

  bool remove_run(const Way& parent, std::size_t first, std::size_t length) {
    const std::vector<std::size_t> places = removable_places(parent);
    World candidate = world_;
    std::vector<Node>& children = at(candidate.tree, parent).children;
    for (std::size_t index = std::min(first + length, places.size()); index > first; --index) {
      children.erase(children.begin() + static_cast<std::ptrdiff_t>(places[index - 1]));
    }
    return accepts(std::move(candidate));
  }

  // --- replacing -------------------------------------------------------------------------------------------------

  bool replace_parts() {
    bool has_changed = false;
    const auto has_sort = [](const Node& node) { return !node.sort.empty(); };
    std::vector<Way> ways = ways_to(world_.tree, has_sort);
    for (std::size_t index = 0; index < ways.size(); ++index) {
      if (!replace(ways[index])) continue;
      has_changed = true;
      ways = ways_to(world_.tree, has_sort);
    }
    return has_changed;
  }

  bool replace(const Way& way) {
    const Node node = at(world_.tree, way);
    const std::size_t length = rendered(node).size();
    std::vector<Node> substitutes;
    if (const auto literal = plain_literals().find(node.sort); literal != plain_literals().end()) {
      substitutes.emplace_back(literal->second);
      substitutes.back().sort = node.sort;
    }
    collect_of_sort(node, node.sort, substitutes);
    for (Node& substitute : substitutes) {
      if (rendered(substitute).size() >= length) continue;
      substitute.is_removable = node.is_removable;
      World candidate = world_;
      at(candidate.tree, way) = std::move(substitute);
      if (accepts(std::move(candidate))) return true;
    }
    return false;
  }

  World world_;
  const StillFails& still_fails_;
  std::size_t attempts_;
};

}  // namespace

World shrunk(World world, const StillFails& still_fails, std::size_t attempts) {
  return Shrinker(std::move(world), still_fails, attempts).run();
}

}  // namespace roadlint::twin
