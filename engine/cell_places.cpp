// The rare steps of keeping places: see cell_places.hpp.
#include "engine/cell_places.hpp"

namespace roadlint::engine {

void CellPlaces::resize(std::size_t size) {
  for (std::size_t index = size; index < packed_.size() && !beside_.empty(); ++index) {
    if (packed_[index] == beside) beside_.erase(static_cast<std::uint32_t>(index));
  }
  packed_.resize(size);
}

void CellPlaces::set_beside(std::size_t index, ByteRange range) {
  packed_[index] = beside;
  beside_[static_cast<std::uint32_t>(index)] = range;
}

void CellPlaces::append(const CellPlaces& other) {
  const auto first = static_cast<std::uint32_t>(packed_.size());
  packed_.insert(packed_.end(), other.packed_.begin(), other.packed_.end());
  for (const auto& [index, range] : other.beside_) beside_.emplace(first + index, range);
}

}  // namespace roadlint::engine
