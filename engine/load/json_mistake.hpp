// What is said to people about JSON that cannot be read, and where. simdjson says only that something is wrong; this is
// a second, slow look that finds the first mistake.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace roadlint::engine {

/// Whether `token` is a number as JSON writes it.
[[nodiscard]] bool is_json_number(std::string_view token);

/// The first mistake in the JSON text `bytes` from `begin` on, nesting deeper than the limit included; nothing when it
/// is well-formed.
[[nodiscard]] std::optional<Diagnostic> find_json_mistake(FileId file, std::string_view bytes, std::uint32_t begin);

}  // namespace roadlint::engine
