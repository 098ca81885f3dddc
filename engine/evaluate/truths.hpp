// Vectors of true, false and unknown.
#pragma once

#include "engine/evaluate/vector.hpp"

namespace roadlint::engine {

/// All false.
[[nodiscard]] inline std::shared_ptr<Vector> make_truths(std::size_t count) {
  auto result = std::make_shared<Vector>();
  result->missing.resize(count);
  result->values.resize(count);
  return result;
}

/// Closes a lane with the truth of another vector.
inline void add_truth(VectorBuilder& builder, const Vector& truths, std::size_t index) {
  if (truths.is_missing(index)) {
    builder.add_missing();
  } else {
    builder.add_value(truths.value(index));
  }
}

}  // namespace roadlint::engine
