// How far a rule can be trusted: whether it decides by facts, guesses from words, or reports what a person judged.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace roadlint {

enum class Certainty : std::uint8_t {
  mechanical,  // decided by facts
  heuristic,   // a guess, from word lists for instance: never an error, and no gate fails unless asked
  judgement,   // a person's recorded judgement
};
inline constexpr std::array all_certainties = {Certainty::mechanical, Certainty::heuristic, Certainty::judgement};

/// The word of the rule language.
[[nodiscard]] constexpr std::string_view certainty_name(Certainty certainty) {
  constexpr std::array<std::string_view, all_certainties.size()> names = {"mechanical", "heuristic", "judgement"};
  return names.at(static_cast<std::size_t>(certainty));
}

}  // namespace roadlint
