// Findings about waivers themselves: the rules, and their sentences.
#pragma once

#include "engine/fingerprint.hpp"
#include "engine/outcome.hpp"

namespace roadlint::gate {

/// In the order of waiver_rules().
enum class WaiverFault : std::uint8_t { expired, expires_soon, unapproved, unused };

/// What the sentences need beside the waiver.
struct WaiverFacts {
  /// What it is for: its subject, or the record that a comment stands at.
  std::string subject;
  std::int64_t days_left = 0;
  /// Of one without use: the subject with findings of the rule that is most like its own; may be empty.
  std::string similar_subject;
};

[[nodiscard]] engine::Finding waiver_finding(WaiverFault fault, const engine::Waiver& waiver, const WaiverFacts& facts,
                                             engine::Fingerprints& fingerprints);

}  // namespace roadlint::gate
