// Exact numbers in eight bytes each: what nearly every number of the data fits into. The few that do not fit are kept
// whole in a list beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "values/number.hpp"

namespace roadlint {

/// An exact number in eight bytes: numerator (48 bits, signed) and denominator (16 bits), in lowest terms. Denominator
/// 0: the numerator is the place of a number that does not fit, in a list beside.
struct PackedNumber {
  std::uint64_t bits = 1;  // zero: 0/1

  [[nodiscard]] std::int64_t numerator() const { return static_cast<std::int64_t>(bits) >> 16U; }
  [[nodiscard]] std::uint16_t denominator() const { return static_cast<std::uint16_t>(bits); }
  [[nodiscard]] bool is_spilled() const { return denominator() == 0; }

  /// Nothing when the number does not fit.
  [[nodiscard]] static std::optional<PackedNumber> pack(const Number& number);
  /// An integer of at most 48 bits with its sign.
  [[nodiscard]] static PackedNumber of_integer(std::int64_t integer) {
    return {static_cast<std::uint64_t>(integer) << 16U | 1U};
  }
  [[nodiscard]] static bool fits(std::int64_t integer) {
    constexpr std::int64_t bound = std::int64_t{1} << 47U;
    return integer >= -bound && integer < bound;
  }
};

/// A list of exact numbers.
class PackedNumbers {
 public:
  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  /// New entries are zero.
  void resize(std::size_t size) { packed_.resize(size); }
  void shrink_to_fit() { packed_.shrink_to_fit(); }
  void set(std::size_t index, const Number& number);
  void set(std::size_t index, PackedNumber number) { packed_[index] = number; }
  [[nodiscard]] Number at(std::size_t index) const;
  [[nodiscard]] PackedNumber packed(std::size_t index) const { return packed_[index]; }
  /// The whole number of a packed one that `is_spilled`.
  [[nodiscard]] const Number& spilled(PackedNumber number) const {
    return spilled_[static_cast<std::size_t>(number.numerator())];
  }
  /// Adds the numbers of another list behind those of this one.
  void append(const PackedNumbers& other);

 private:
  std::vector<PackedNumber> packed_;
  std::vector<Number> spilled_;
};

}  // namespace roadlint
