// Findings of which somebody said that they will be mended: see waivers.hpp.
#include <string_view>
#include <unordered_map>
#include <utility>

#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

/// The acceptances of one rule, by number.
struct OfRule {
  std::unordered_map<std::string_view, std::uint32_t> by_fingerprint;
  std::unordered_map<std::string_view, std::uint32_t> by_subject;
};

/// One about this very finding, else one about its subject.
std::optional<std::uint32_t> acceptance_of(const OfRule& rule, const engine::Finding& finding) {
  const auto one = rule.by_fingerprint.find(finding.fingerprint);
  if (one != rule.by_fingerprint.end()) return one->second;
  const auto any = rule.by_subject.find(finding.subject_name());
  return any == rule.by_subject.end() ? std::nullopt : std::optional(any->second);
}

}  // namespace

void apply_acceptances(std::vector<engine::Acceptance> acceptances, engine::Outcomes& outcomes) {
  outcomes.acceptances = std::move(acceptances);
  std::unordered_map<std::string_view, OfRule> rules;
  std::uint32_t number = 0;
  for (const engine::Acceptance& acceptance : outcomes.acceptances) {
    OfRule& rule = rules[acceptance.rule];
    const bool is_about_one = !acceptance.fingerprint.empty();
    // Of two about the same the last holds, which is the newer answer.
    (is_about_one ? rule.by_fingerprint[acceptance.fingerprint] : rule.by_subject[acceptance.subject]) = number++;
  }
  for (engine::Finding& finding : outcomes.findings) {
    const auto rule = rules.find(finding.rule);
    if (rule != rules.end()) finding.acceptance = acceptance_of(rule->second, finding);
  }
}

}  // namespace roadlint::gate
