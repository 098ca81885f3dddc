// See compare.hpp.
#include "tests/twin/compare.hpp"

#include "engine/findings.hpp"
#include "tests/twin/describe.hpp"
#include "tests/twin/evaluator/evaluate.hpp"

namespace roadlint::twin {
namespace {

std::vector<std::size_t> all_rules(const dsl::Program& program) {
  std::vector<std::size_t> rules;
  for (std::size_t index = 0; index < program.rules.size(); ++index) rules.push_back(index);
  return rules;
}

std::string findings_text(const BuiltWorld& built, const std::vector<engine::RuleOutcomes>& outcomes) {
  return describe(engine::make_outcomes(built.program, built.data, outcomes, built.files));
}

void compare_side(const BuiltWorld& built, const std::vector<engine::RuleOutcomes>& expected, const Evaluator& side,
                  std::vector<Difference>& result) {
  Diagnostics diagnostics;
  const auto found = side(built.program, built.data, all_rules(built.program), twin_day(), diagnostics);
  if (found.size() != expected.size()) {
    result.push_back({"", std::to_string(expected.size()) + " rules\n", std::to_string(found.size()) + " rules\n"});
    return;
  }
  const std::size_t known = result.size();
  for (std::size_t index = 0; index < found.size(); ++index) {
    std::string left = describe(expected[index]);
    std::string right = describe(found[index]);
    if (left == right) continue;
    result.push_back({built.program.rules[index].id, std::move(left), std::move(right)});
  }
  if (result.size() > known) return;
  std::string left = findings_text(built, expected);
  std::string right = findings_text(built, found);
  if (left != right) result.push_back({"", std::move(left), std::move(right)});
}

}  // namespace

CalendarPeriod twin_day() { return CalendarPeriod::of_day(*day_number(2028, 6, 29)); }

std::vector<engine::RuleOutcomes> plain_outcomes(const BuiltWorld& built) {
  Diagnostics diagnostics;
  return evaluate(built.program, built.data, all_rules(built.program), twin_day(), diagnostics);
}

std::vector<Difference> differences(const BuiltWorld& built, const std::vector<engine::RuleOutcomes>& expected,
                                    const std::vector<Evaluator>& sides) {
  std::vector<Difference> result;
  for (const Evaluator& side : sides) {
    compare_side(built, expected, side, result);
    if (!result.empty()) break;
  }
  return result;
}

std::optional<Difference> difference_in(const World& world, const std::vector<Evaluator>& sides) {
  BuiltWorld built;
  build_program(world, built);
  if (built.rule_diagnostics.has_errors()) return std::nullopt;
  load_data(world, built);
  const std::vector<Difference> found = differences(built, plain_outcomes(built), sides);
  if (found.empty()) return std::nullopt;
  return found.front();
}

}  // namespace roadlint::twin
