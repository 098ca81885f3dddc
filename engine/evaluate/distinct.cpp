// See distinct.hpp.
#include "engine/evaluate/distinct.hpp"

#include <algorithm>

namespace roadlint::engine {

std::vector<std::uint32_t> distinct_places(const LaneValues& lanes, const Vector& list, std::size_t index,
                                           const dsl::Type& element_type, bool is_keyed) {
  constexpr std::uint32_t few = 12;  // so many are compared one by one before it pays to hash them
  std::vector<std::uint32_t> places;
  const std::uint32_t begin = list.begin_of(index);
  const std::uint32_t end = list.end_of(index);
  const Vector& elements = *list.elements;
  if (is_keyed && end - begin <= few) {
    std::vector<std::uint64_t> known;
    for (std::uint32_t at = begin; at < end; ++at) {
      if (!elements.is_missing(at)) {
        const std::uint64_t key = *key_of(elements, at, element_type);
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        known.push_back(key);
      }
      places.push_back(at);
    }
    return places;
  }
  Sameness known(lanes, is_keyed);
  for (std::uint32_t at = begin; at < end; ++at) {
    if (!elements.is_missing(at)) {
      const std::size_t before = known.size();
      if (known.add(elements, at, element_type) < before) continue;
    }
    places.push_back(at);
  }
  return places;
}

}  // namespace roadlint::engine
