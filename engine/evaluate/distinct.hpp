// The elements of a list without repetitions.
#pragma once

#include "engine/evaluate/keys.hpp"

namespace roadlint::engine {

/// Places of the elements of lane `index` that are not the same as an earlier one, in order; missing ones stay.
/// `element_type` is that of the elements; `is_keyed` says that all of them have keys.
[[nodiscard]] std::vector<std::uint32_t> distinct_places(const LaneValues& lanes, const Vector& list, std::size_t index,
                                                         const dsl::Type& element_type, bool is_keyed);

}  // namespace roadlint::engine
