// Fingerprints: short names of findings that survive when lines move and values change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace roadlint::engine {

/// Gives each finding of a run a different fingerprint of 16 hexadecimal digits. Equal parts are told apart by a
/// running number, so the order of calls must not depend on chance.
class Fingerprints {
 public:
  std::string next(const std::vector<std::string_view>& parts);

 private:
  std::unordered_set<std::uint64_t> used_;
  /// How often equal parts came so far.
  std::unordered_map<std::uint64_t, std::uint64_t> counts_;
};

}  // namespace roadlint::engine
