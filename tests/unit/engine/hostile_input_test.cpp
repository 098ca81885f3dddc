// What must stay bounded or known when data and rules are large, broken or meant to do harm.
#include <catch2/catch.hpp>

#include "engine/fingerprint.hpp"
#include "engine/same_values.hpp"
#include "tests/unit/check_sources.hpp"

using roadlint::test::evaluate_sources;
using roadlint::test::Evaluated;
using Lines = std::vector<std::string>;

namespace {

const std::string model = R"(
model test
entity plan in document.plans { id: id  amount: number?  by: deadline?  state: text?  span: duration?
  numbers: list number  owners: list -> person  owner: -> person?  next: list -> plan }
entity person in document.people { id: id  name: text? }
)";

Evaluated run_of(const std::string& body, const std::string& data, const std::string& message = "no") {
  Evaluated run;
  const std::string rule = "pack test\nrule r {\n  title en \"t\"\n" + body + "\n  message en \"" + message + "\"\n}\n";
  evaluate_sources(run, {model, rule}, {data});
  for (const auto& diagnostic : run.rules.diagnostics.entries()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(!run.rules.diagnostics.has_errors());
  return run;
}

Lines findings(const std::string& body, const std::string& data) {
  Lines lines;
  for (const std::string& line : run_of(body, data).findings()) {
    if (line.starts_with("r ")) lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("an element of the wrong type leaves sum and count unknown", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, numbers: [1, many, 3]}\n  - {id: B, numbers: [1, null]}\n  - {id: C, numbers: [4]}\n";
  CHECK(findings("for p in plan require sum(p.numbers) = 4", data) == Lines{"r A undecidable", "r B undecidable"});
  CHECK(findings("for p in plan require count(p.numbers) = 1", data) == Lines{"r A undecidable", "r B undecidable"});
}

TEST_CASE("an unreadable reference in a list is neither followed nor counted away", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, owners: [{a: b}, x]}\npeople:\n  - {id: x}\n";
  CHECK(findings("for p in plan require count(p.owners) = 1", data) == Lines{"r A undecidable"});
  CHECK(findings("for p in plan require dangling(p.owners) is absent", data).empty());
  CHECK(findings("for p in plan require p.owners is absent", data) == Lines{"r A violated"});
}

TEST_CASE("a list of absent values is absent", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, owners: [x]}\n  - {id: B, owners: [y]}\npeople:\n  - {id: x}\n  - {id: y, name: Y}\n";
  CHECK(findings("for p in plan require p.owners.name is present", data) == Lines{"r A violated"});
}

TEST_CASE("deadlines are the same by their last day, wherever they are compared", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, by: 2028}\n  - {id: B, by: 2028-12-31}\n";
  CHECK(findings("for p in plan require p.by in [2028-12-31]", data).empty());
  CHECK(findings("for p in plan require count(distinct plan.by) = 1", data).empty());
  CHECK(findings("for p in plan require count(plan.by except [2028-12]) = 0", data).empty());
  CHECK(findings("for p in plan group by p.by into l require count(l) = 1", data) == Lines{"r 2028 violated"});
}

TEST_CASE("a group whose number alone decides shows what put its records into it", "[evaluate]") {
  const Evaluated run = run_of("for p in plan group by p.state into l require count(l) = 1",
                               "plans:\n  - {id: A, state: x}\n  - {id: B, state: x}\n");
  REQUIRE(run.outcomes.findings.size() == 1);
  REQUIRE(run.outcomes.findings[0].evidence.size() == 2);
  CHECK(run.outcomes.findings[0].evidence[1].path == "plan[B].state");
}

TEST_CASE("a cycle of any length is shown link by link, once each", "[evaluate]") {
  constexpr int length = 120;
  std::string data = "plans:\n";
  for (int number = 0; number < length; ++number) {
    data += "  - {id: P" + std::to_string(number) + ", next: [P" + std::to_string((number + 1) % length) + "]}\n";
  }
  const Evaluated run = run_of("for p in plan require p not in p.next+", data);
  REQUIRE(run.outcomes.findings.size() == length);
  CHECK(run.outcomes.findings[0].evidence.size() == length);
  CHECK(run.outcomes.findings[0].evidence[2].path == "plan[P2].next");
}

TEST_CASE("numbers that grow without end are undecidable", "[evaluate]") {
  std::string body = "for p in plan\n let a0 = p.amount * p.amount\n";
  for (int number = 1; number < 40; ++number) {
    const std::string last = "a" + std::to_string(number - 1);
    body += " let a" + std::to_string(number) + " = " + last + " * " + last + "\n";
  }
  const Evaluated run = run_of(body + " require a39 > 1", "plans:\n  - {id: A, amount: 12345678901234567890}\n");
  REQUIRE(run.findings() == Lines{"r A undecidable"});
  CHECK(run.outcomes.findings[0].message.in("en") ==
        "A cannot be checked: plan[A].amount leads to a number with too many digits.");
}

TEST_CASE("a duration times a huge number stays at its bounds", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, span: 9999999 years}\n";
  CHECK(findings("for p in plan require p.span * 9000000000000000000 > 1 year", data).empty());
}

TEST_CASE("one absent value names the first few findings that name it", "[evaluate]") {
  Evaluated run;
  std::string data = "people:\n  - {id: x}\nplans:\n";
  for (int number = 0; number < 50; ++number) data += "  - {id: P" + std::to_string(number) + ", owner: x}\n";
  evaluate_sources(run,
                   {model,
                    "pack test\n"
                    "rule a { title en \"t\" for p in plan require p.owner.name is present message en \"no\" }\n"
                    "rule b { title en \"t\" for p in plan require p.owner.name = \"X\" message en \"no\" }\n"},
                   {data});
  REQUIRE(run.outcomes.findings.size() == 100);
  for (const auto& finding : run.outcomes.findings) CHECK(finding.caused_by.size() == (finding.rule == "b" ? 10U : 0U));
}

TEST_CASE("references to an id used many times share their targets", "[load]") {
  std::string data = "people:\n";
  for (int number = 0; number < 100; ++number) data += "  - {id: x}\n";
  data += "plans:\n";
  for (int number = 0; number < 100; ++number) data += "  - {id: P" + std::to_string(number) + ", owner: x}\n";
  const Evaluated run = run_of("for p in plan require p.owner is absent", data);
  CHECK(run.data.targets.size() == 100);
  CHECK(run.outcomes.findings.size() == 199);
}

TEST_CASE("fingerprints of equal parts differ and keep their order", "[fingerprint]") {
  roadlint::engine::Fingerprints fingerprints;
  roadlint::engine::Fingerprints others;
  const std::string first = fingerprints.next({"rule", "x"});
  const std::string second = fingerprints.next({"rule", "x"});
  const std::string third = fingerprints.next({"rule", "x"});
  CHECK(first != second);
  CHECK(second != third);
  CHECK(first != third);
  CHECK(others.next({"rule", "x"}) == first);
  CHECK(others.next({"rule", "x"}) == second);
}

TEST_CASE("the same values are found by key and by comparing", "[values]") {
  using namespace roadlint;
  using namespace roadlint::engine;
  SameValues known;
  known.add({Quantity{Number(0), ""}});
  known.add({Number(3)});
  known.add({std::string("3")});
  known.add({Quantity{Number(3), "GW"}});
  CHECK(known.find({Number(3)}) == 1);
  CHECK(known.find({std::string("3")}) == 2);
  CHECK(known.find({Quantity{Number(3), "GW"}}) == 3);
  CHECK(known.find({Quantity{Number(0), "GW"}}) == 0);
  CHECK_FALSE(known.find({Quantity{Number(3), "MW"}}));
  CHECK_FALSE(known.find({Duration::of_months(3)}));
}
