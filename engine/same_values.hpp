// Finds values that are the same among many, without comparing each with all: `distinct`, `except`, `group by`.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/value.hpp"

namespace roadlint::engine {

/// Rows of values, numbered from 0 in the order of adding. Two rows are the same when are_same holds for each place.
class SameValues {
 public:
  using Values = std::vector<Value>;

  /// The number of the first row that is the same.
  [[nodiscard]] std::optional<std::size_t> find(const Values& values) const;
  void add(Values values);

 private:
  /// The number of the first row whose values could only be told by comparing.
  [[nodiscard]] std::optional<std::size_t> find_compared(const Values& values,
                                                         const std::vector<std::size_t>& rows) const;

  std::vector<Values> rows_;
  std::unordered_map<std::string, std::size_t> by_key_;
  /// Rows without a key: an id used twice, a zero without unit, a duration.
  std::vector<std::size_t> keyless_;
};

}  // namespace roadlint::engine
