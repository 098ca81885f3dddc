// Packing and unpacking: see packed_number.hpp.
#include "values/packed_number.hpp"

#include <limits>

namespace roadlint {
namespace {

PackedNumber place_beside(std::size_t place) { return {static_cast<std::uint64_t>(place) << 16U}; }

}  // namespace

std::optional<PackedNumber> PackedNumber::pack(const Number& number) {
  const auto small = number.small_ratio();
  if (!small || !fits(small->numerator)) return std::nullopt;
  if (small->denominator > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
  return PackedNumber{static_cast<std::uint64_t>(small->numerator) << 16U |
                      static_cast<std::uint64_t>(small->denominator)};
}

void PackedNumbers::set(std::size_t index, const Number& number) {
  if (const auto packed = PackedNumber::pack(number)) {
    packed_[index] = *packed;
    return;
  }
  packed_[index] = place_beside(spilled_.size());
  spilled_.push_back(number);
}

Number PackedNumbers::at(std::size_t index) const {
  const PackedNumber number = packed_[index];
  if (number.is_spilled()) return spilled(number);
  return Number::of_lowest_terms({number.numerator(), number.denominator()});
}

void PackedNumbers::append(const PackedNumbers& other) {
  const std::size_t spilled_before = spilled_.size();
  const std::size_t first = packed_.size();
  packed_.insert(packed_.end(), other.packed_.begin(), other.packed_.end());
  spilled_.insert(spilled_.end(), other.spilled_.begin(), other.spilled_.end());
  if (spilled_before == 0 || other.spilled_.empty()) return;
  for (std::size_t index = first; index < packed_.size(); ++index) {
    const PackedNumber number = packed_[index];
    if (number.is_spilled()) {
      packed_[index] = place_beside(static_cast<std::size_t>(number.numerator()) + spilled_before);
    }
  }
}

}  // namespace roadlint
