// The order in which findings are reported.
#pragma once

#include <cstdint>
#include <vector>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"

namespace roadlint::engine {

/// Places of the findings, sorted by file name, place in the file, rule and subject; equal ones keep their order.
[[nodiscard]] std::vector<std::uint32_t> finding_order(const std::vector<Finding>& findings, const SourceFiles& files);

}  // namespace roadlint::engine
