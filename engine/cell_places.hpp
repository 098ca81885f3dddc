// Where the values of one column stand in the file, in four bytes each: an offset from the beginning of the record and
// a length. The few places that are too far or too long for that are kept beside.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/span.hpp"

namespace roadlint::engine {

class CellPlaces {
 public:
  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  /// New places are empty ranges.
  void resize(std::size_t size);
  void shrink_to_fit() { packed_.shrink_to_fit(); }
  /// `record_begin`: first byte of the record that holds the cell; for an element, of the record that holds the list.
  void set(std::size_t index, ByteRange range, std::uint32_t record_begin) {
    const std::uint32_t offset = range.begin - record_begin;
    const std::uint32_t length = range.end - range.begin;
    if (offset < too_far && length < too_long) {
      packed_[index] = offset << length_bits | length;
    } else {
      set_beside(index, range);
    }
  }
  [[nodiscard]] ByteRange get(std::size_t index, std::uint32_t record_begin) const {
    const std::uint32_t packed = packed_[index];
    if (packed == beside) return beside_.at(static_cast<std::uint32_t>(index));
    const std::uint32_t begin = record_begin + (packed >> length_bits);
    return {begin, begin + (packed & (too_long - 1))};
  }
  /// Adds the places of another list behind those of this one.
  void append(const CellPlaces& other);

 private:
  static constexpr std::uint32_t length_bits = 12;
  static constexpr std::uint32_t too_long = 1U << length_bits;
  static constexpr std::uint32_t too_far = (1U << (32 - length_bits)) - 1;
  static constexpr std::uint32_t beside = 0xFFFFFFFF;

  void set_beside(std::size_t index, ByteRange range);

  std::vector<std::uint32_t> packed_;
  std::unordered_map<std::uint32_t, ByteRange> beside_;
};

}  // namespace roadlint::engine
