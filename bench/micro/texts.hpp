// Rule text and data text of any size for the microbenchmarks, made in memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roadlint::bench {

/// The model of the data below: milestones that depend on each other, programmes, and payments.
[[nodiscard]] std::string model_text();
/// A pack with one rule, whose statements are given.
[[nodiscard]] std::string pack_text(std::string_view statements);
/// A pack with so many rules of several kinds.
[[nodiscard]] std::string large_pack_text(std::size_t rule_count);
/// So many milestones in chains of twenty, two payments for each, and a programme for every fifty.
[[nodiscard]] std::string json_text(std::size_t milestone_count);
/// The same data as YAML.
[[nodiscard]] std::string yaml_text(std::size_t milestone_count);

}  // namespace roadlint::bench
