// A whole random world, made from one number.
#pragma once

#include <cstdint>

#include "tests/twin/world.hpp"

namespace roadlint::twin {

/// Rules of each world before the checker has refused some.
inline constexpr std::size_t rules_of_world = 32;

/// Generates a world and reads it into `built`; rules that the checker refuses are thrown away.
/// Returns how many were.
std::size_t generate_world(std::uint64_t seed, World& world, BuiltWorld& built);

}  // namespace roadlint::twin
