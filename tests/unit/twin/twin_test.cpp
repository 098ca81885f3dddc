// The twin test itself: an engine with a mistake in it is found, and its case is shrunk to what matters.
#include <catch2/catch.hpp>

#include "tests/twin/compare.hpp"
#include "tests/twin/describe.hpp"
#include "tests/twin/evaluator/evaluate.hpp"
#include "tests/twin/generate_world.hpp"
#include "tests/twin/run.hpp"
#include "tests/twin/shrink.hpp"

namespace roadlint::test {
namespace {

using twin::Node;

/// An engine that takes every undecidable case for a satisfied one.
std::vector<engine::RuleOutcomes> forgetful(const dsl::Program& program, const engine::DataSet& data,
                                            const std::vector<std::size_t>& rules, const CalendarPeriod& as_of,
                                            Diagnostics& diagnostics) {
  auto all = twin::evaluate(program, data, rules, as_of, diagnostics);
  for (engine::RuleOutcomes& outcomes : all) {
    outcomes.satisfied += std::erase_if(outcomes.findings, [](const engine::RawFinding& finding) {
      return finding.verdict == engine::Verdict::undecidable;
    });
  }
  return all;
}

/// Two plans of which one lacks its date, and two rules of which one asks for it.
twin::World world_of_two_plans() {
  twin::World world;
  world.rule_files().add("model m\nentity plan in document.plans { id: id  by: deadline?  name: text? }\n");
  world.rule_files().add_removable(
      "rule named { title en \"t\" for p in plan require p.name is present message en \"m\" }\n");
  Node requirement = Node{"bool", "(", Node{"bool", "(p.by <= 2030)"}, " or ", Node{"bool", "(p.name = \"x\")"}, ")"};
  world.rule_files().add_removable(
      Node{"", "rule dated { title en \"t\" for p in plan require ", std::move(requirement), " message en \"m\" }\n"});
  Node file("plans:\n");
  file = Node{"", std::move(file)};
  file.add_removable("  - {id: A, by: 2027, name: y}\n");
  file.add_removable("  - {id: B, name: y}\n");
  file.add_removable("  - {id: C, by: 2031, name: y}\n");
  world.data_files().add_removable(std::move(file));
  return world;
}

}  // namespace

TEST_CASE("an engine with a mistake is found and its case is shrunk to what matters", "[twin]") {
  const std::vector<twin::Evaluator> sides = {forgetful};
  const auto difference = twin::difference_in(world_of_two_plans(), sides);
  REQUIRE(difference);
  CHECK(difference->rule == "dated");
  const auto still_fails = [&](const twin::World& world) { return twin::difference_in(world, sides).has_value(); };
  const twin::World small = twin::shrunk(world_of_two_plans(), still_fails, 1000);
  REQUIRE(small.rule_files().children.size() == 2);
  CHECK(rendered(small.rule_files().children[1]) ==
        "rule dated { title en \"t\" for p in plan require (p.by <= 2030) message en \"m\" }\n");
  CHECK(rendered(small.data_files()) == "plans:\n  - {id: B, name: y}\n");
}

TEST_CASE("a mistake of the engine is found among generated cases and explained with seed and both outcomes",
          "[twin]") {
  const std::vector<twin::Evaluator> sides = {forgetful};
  twin::TwinOptions options;
  options.cases = 1;
  const twin::TwinReport report = twin::run_twin(options, sides);
  REQUIRE_FALSE(report.failing_seeds.empty());
  const std::string text = twin::explain_failure(report.failing_seeds.front(), sides);
  CHECK(text.find("seed " + std::to_string(report.failing_seeds.front())) == 0);
  CHECK(text.find("plain evaluator:") != std::string::npos);
  CHECK(text.find("| undecidable") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') < 80);
}

TEST_CASE("the same seed gives the same world, and the report does not depend on threads", "[twin]") {
  const auto text_of = [](std::uint64_t seed) {
    twin::World world;
    twin::BuiltWorld built;
    twin::generate_world(seed, world, built);
    return twin::world_text(world);
  };
  CHECK(text_of(7) == text_of(7));
  CHECK(text_of(7) != text_of(8));
  twin::TwinOptions options;
  options.cases = 100;
  const twin::TwinReport one = twin::run_twin(options, twin::engine_sides());
  options.threads = 3;
  const twin::TwinReport three = twin::run_twin(options, twin::engine_sides());
  CHECK(one.cases == three.cases);
  CHECK(one.coverage.counts() == three.coverage.counts());
}

TEST_CASE("a description holds every field of the outcomes", "[twin]") {
  engine::RuleOutcomes outcomes;
  outcomes.rule = 4;
  outcomes.matched = 3;
  outcomes.satisfied = 2;
  engine::RawFinding finding;
  finding.verdict = engine::Verdict::undecidable;
  finding.subject = {"plan", "A"};
  finding.subject_record = {1, 2};
  finding.subject_cell = {{1, 2}, 3};
  finding.case_names = {"A", "B"};
  finding.message.set("en", "message text");
  finding.help.set("de", "help text");
  finding.evidence = {{{5, 6}, 7}};
  finding.causes = {{engine::MissingReason::dangling, {{8, 9}, 10}}};
  finding.locations = {{{11, 12}, dsl::no_id}};
  outcomes.findings.push_back(finding);
  outcomes.unscoped.push_back({engine::Cause{engine::MissingReason::absent, {{13, 14}, 15}}, 2});
  CHECK(twin::describe(outcomes) ==
        "rule 4\n  matched: 3\n  satisfied: 2\nundecidable\n  subject: plan A\n  subject record: 1/2\n"
        "  subject cell: 1/2/3\n  case: A\n  case: B\n  message en: message text\n  help de: help text\n"
        "  evidence: 5/6/7\n  cause: 2 8/9/10\n  location: 11/12/-\nunscoped\n  count: 2\n  cause: 0 13/14/15\n");
}

TEST_CASE("a difference is shown from its first line on", "[twin]") {
  CHECK(twin::first_difference("a\nb\nc\nd\n", "a\nx\n", 2) ==
        "first difference in line 2\nplain evaluator:\n  | b\n  | c\n  | ...\nengine:\n  | x\n");
}

}  // namespace roadlint::test
