// What bounds the cost of a rule: it is given up, and told; the others go on.
#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/check_sources.hpp"

using namespace roadlint;
using roadlint::test::Evaluated;

namespace {

const std::string model =
    "model costs\n"
    "entity plan in document.plans { id: id  code: text?  amount: number?  next: list -> plan }\n";

std::string plans(int count) {
  std::string data = "plans:\n";
  for (int number = 0; number < count; ++number) {
    data += "  - {id: P" + std::to_string(number) + ", next: [P" + std::to_string((number + 1) % count) + "]}\n";
  }
  return data;
}

std::string rule(const std::string& name, const std::string& statements) {
  return "rule " + name + " {\n title en \"A title\"\n severity error\n " + statements +
         "\n message en \"It is.\"\n}\n";
}

/// Loads, and evaluates with a bound on steps.
struct Costs {
  Evaluated run;
  Diagnostics diagnostics;
  std::vector<engine::RuleOutcomes> outcomes;

  Costs(const std::string& rules, const std::string& data, std::uint64_t most_steps) {
    test::evaluate_sources(run, {model + "languages en\n" + rules}, {data});
    REQUIRE(run.rules.diagnostics.entries().empty());
    std::vector<std::size_t> all;
    for (std::size_t index = 0; index < run.rules.program.rules.size(); ++index) all.push_back(index);
    const engine::Plan plan = engine::make_plan(run.rules.program, all);
    engine::EvaluationOptions options{CalendarPeriod::of_day(0), 2};
    options.most_steps = most_steps;
    options.sizes = {4, 3};
    outcomes = engine::evaluate(plan, run.data, options, diagnostics);
  }
};

}  // namespace

TEST_CASE("a rule that takes too many steps is given up, and the others report", "[costs]") {
  const std::string rules = rule("pairs", "for p in plan, q in plan require p.code = q.code") +
                            rule("codes", "for p in plan require p.code is present");
  const Costs costs(rules, plans(200), 150'000);
  REQUIRE(costs.outcomes.size() == 2);
  CHECK(costs.outcomes[0].is_given_up);
  CHECK(costs.outcomes[0].matched == 0);
  CHECK(costs.outcomes[0].findings.empty());
  CHECK_FALSE(costs.outcomes[1].is_given_up);
  CHECK(costs.outcomes[1].findings.size() == 200);
  REQUIRE(costs.diagnostics.entries().size() == 1);
  const Diagnostic& diagnostic = costs.diagnostics.entries().front();
  CHECK(diagnostic.code == "rule-too-costly");
  CHECK(diagnostic.message == "rule `pairs` was given up: it takes more steps than the limit on this data");
  CHECK(diagnostic.help == "join by references instead of combining all records with all others");
}

TEST_CASE("kept evidence counts as work", "[costs]") {
  const std::string rules = rule("cycle", "for p in plan require p not in p.next+");
  CHECK(Costs(rules, plans(50), 100'000).outcomes[0].is_given_up);
  CHECK(Costs(rules, plans(50), 10'000'000).outcomes[0].findings.size() == 50);
}

TEST_CASE("records left out by pairs are counted, not kept one by one", "[costs]") {
  const Costs costs(rule("pairs", "for p in plan, q in plan where p.code = q.code require p.id is present"), plans(30),
                    10'000'000);
  REQUIRE(costs.outcomes[0].unscoped.size() == 1);
  CHECK(costs.outcomes[0].unscoped[0].count == 900);
  CHECK(costs.outcomes[0].matched == 0);
}

TEST_CASE("an undecidable finding names a bounded number of absent values", "[costs]") {
  const Costs costs(rule("sum", "for p in plan require sum(q.amount for q in plan where q.code = p.id) = 0"),
                    plans(150), 100'000'000);
  REQUIRE(costs.outcomes[0].findings.size() == 150);
  CHECK(costs.outcomes[0].findings[0].causes.size() == 100);
  CHECK(costs.outcomes[0].findings[0].evidence.size() == 100);
  const engine::Outcomes outcomes =
      engine::make_outcomes(costs.run.rules.program, costs.run.data, costs.outcomes, costs.run.rules.files);
  CHECK(
      outcomes.findings.front().message.in("en") ==
      "P0 cannot be checked: plan[P0].code is absent, plan[P1].code is absent, plan[P2].code is absent and many more.");
}

TEST_CASE("a long chain of definitions by `let` is computed step by step", "[costs]") {
  std::string statements = "for p in plan\n let a0 = 1\n";
  for (int number = 1; number < 190; ++number) {
    statements += "let a" + std::to_string(number) + " = a" + std::to_string(number - 1) + " + 1\n";
  }
  const Costs costs(rule("chain", statements + "require a189 = 191"), plans(1), 1'000'000);
  CHECK(costs.outcomes[0].findings.size() == 1);
}

TEST_CASE("an index over an id used and referred to thousands of times is refused, not built", "[costs]") {
  std::string data = "plans:\n";
  for (int number = 0; number < 10'100; ++number) data += "  - {id: P, next: [P]}\n";
  const std::string rules = rule("backwards", "for p in plan require count(plan.next -> p) < 3") +
                            rule("codes", "for p in plan require p.code is present");
  const Costs costs(rules, data, 2'000'000'000);
  CHECK(costs.outcomes[0].is_given_up);
  CHECK(costs.outcomes[1].findings.size() == 10'100);
}
