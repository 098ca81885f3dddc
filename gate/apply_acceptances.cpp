// Findings of which somebody said that they will be mended: see waivers.hpp.
#include <string_view>
#include <unordered_map>
#include <utility>

#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

/// Of one rule: the subjects, with the number of their acceptance.
using Subjects = std::unordered_map<std::string_view, std::uint32_t>;

}  // namespace

void apply_acceptances(std::vector<engine::Acceptance> acceptances, engine::Outcomes& outcomes) {
  outcomes.acceptances = std::move(acceptances);
  std::unordered_map<std::string_view, Subjects> by_rule;
  std::uint32_t number = 0;
  for (const engine::Acceptance& acceptance : outcomes.acceptances) {
    by_rule[acceptance.rule][acceptance.subject] = number++;  // of two the last, which is the newer answer
  }
  for (engine::Finding& finding : outcomes.findings) {
    const auto subjects = by_rule.find(finding.rule);
    if (subjects == by_rule.end()) continue;
    const auto found = subjects->second.find(finding.subject_name());
    if (found != subjects->second.end()) finding.acceptance = found->second;
  }
}

}  // namespace roadlint::gate
