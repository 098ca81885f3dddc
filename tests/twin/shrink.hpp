// Makes a failing world small: takes parts away and puts smaller parts in their place, as long as it still fails.
#pragma once

#include <cstddef>
#include <functional>

#include "tests/twin/world.hpp"

namespace roadlint::twin {

/// Whether a world still shows what is looked for.
using StillFails = std::function<bool(const World& world)>;

/// `world` fails. Ends when nothing more can go, or after `attempts` questions.
[[nodiscard]] World shrunk(World world, const StillFails& still_fails, std::size_t attempts);

}  // namespace roadlint::twin
