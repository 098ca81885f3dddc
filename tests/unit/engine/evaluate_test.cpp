// The semantics of DESIGN section 4, one property a test: small model, one rule, data in which the answer is plain.
#include <catch2/catch.hpp>

#include "tests/unit/check_sources.hpp"

using roadlint::test::evaluate_sources;
using roadlint::test::Evaluated;
using Lines = std::vector<std::string>;

namespace {

const std::string model = R"(
model test
enum state { open, done }
entity plan in document.plans { id: id  total: money(EUR)?  start: date?  end: date?  by: deadline?  share: percent?
  size: quantity?  goal_size: quantity?  state: state?  tags: list text  next: list -> plan  owner: -> person? }
entity line in plan.lines { amount: money?  counted: bool?  group: text?  plan_of: -> plan? }
entity person in document.people { id: id }
)";

std::string rule(const std::string& body) {
  return "pack test\nrule r {\n  title en \"t\"\n" + body + "\n  message en \"no\"\n}\n";
}

Lines findings(const std::string& body, const std::string& data) {
  Evaluated run;
  evaluate_sources(run, {model, rule(body)}, {data});
  for (const auto& diagnostic : run.rules.diagnostics.entries()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(!run.rules.diagnostics.has_errors());
  return run.findings();
}

}  // namespace

TEST_CASE("require is satisfied only when true, violated when false, undecidable when unknown", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, by: 2027}\n  - {id: B, by: 2031}\n  - {id: C}\n";
  CHECK(findings("for p in plan require p.by <= 2030", data) == Lines{"r B violated", "r C undecidable"});
}

TEST_CASE("unknown and false is false, unknown or true is true", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, tags: [x]}\n";
  CHECK(findings("for p in plan require p.by <= 2030 and \"y\" in p.tags", data) == Lines{"r A violated"});
  CHECK(findings("for p in plan require p.by <= 2030 or \"x\" in p.tags", data).empty());
  CHECK(findings("for p in plan require p.by <= 2030 or \"y\" in p.tags", data) == Lines{"r A undecidable"});
}

TEST_CASE("where keeps a record only when true and counts those for which it is unknown", "[evaluate]") {
  Evaluated run;
  evaluate_sources(run, {model, rule("for p in plan where p.by <= 2030 require p.owner is present")},
                   {"plans:\n  - {id: A, by: 2027}\n  - {id: B, by: 2031}\n  - {id: C}\n"});
  CHECK(run.findings() == Lines{"r A violated"});
  CHECK(run.account("r").matched == 1);
  CHECK(run.account("r").unscoped == 1);
  REQUIRE(run.account("r").unscoped_reasons.size() == 1);
  CHECK(run.account("r").unscoped_reasons[0].reason.in("en") == "plan[C].by is absent");
}

TEST_CASE("blank text, null and a missing key are all absent; a null list is empty", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, lines: [{group: '  '}]}\n  - {id: B, lines: [{group: null}]}\n  - {id: C, lines: [{}]}\n"
      "  - {id: D, lines: [{group: x}], tags: null}\n";
  CHECK(findings("for l in line require l.group is present", data) ==
        Lines{"r A.lines.0 violated", "r B.lines.0 violated", "r C.lines.0 violated"});
  CHECK(findings("for p in plan require count(p.tags) = 0", data).empty());
}

TEST_CASE("aggregates over nothing", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A}\n";
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines) = 0 EUR", data).empty());
  CHECK(findings("for p in plan require count(p.lines) = 0", data).empty());
  CHECK(findings("for p in plan require min(l.amount for l in p.lines) > 0 EUR", data) == Lines{"r A undecidable"});
  CHECK(findings("for p in plan require avg(l.amount for l in p.lines) is absent", data).empty());
  CHECK(findings("for p in plan require all l in p.lines satisfies l.counted", data).empty());
  CHECK(findings("for p in plan require none l in p.lines satisfies l.counted", data).empty());
  CHECK(findings("for p in plan require any l in p.lines satisfies l.counted", data) == Lines{"r A violated"});
}

TEST_CASE("an absent addend or an unknown filter makes a sum unknown; a presence filter opts out", "[evaluate]") {
  const std::string data =
      "plans:\n  - id: A\n    lines: [{amount: 3 EUR, counted: true}, {counted: true}]\n"
      "  - id: B\n    lines: [{amount: 3 EUR, counted: true}, {amount: 9 EUR}]\n";
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines where l.counted) <= 5 EUR", data) ==
        Lines{"r A undecidable", "r B undecidable"});
  CHECK(
      findings("for p in plan require sum(l.amount for l in p.lines where l.counted is present and l.amount is present "
               "and l.counted) <= 5 EUR",
               data)
          .empty());
}

TEST_CASE("money in mixed currencies is undecidable, and exact", "[evaluate]") {
  const std::string mixed = "plans:\n  - {id: A, lines: [{amount: 3 EUR}, {amount: 3 USD}]}\n";
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines) <= 100 EUR", mixed) == Lines{"r A undecidable"});
  const std::string cents = "plans:\n  - {id: A, lines: [{amount: '0.10 EUR'}, {amount: '0.20 EUR'}]}\n";
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines) = 0.30 EUR", cents).empty());
}

TEST_CASE("a record without group key is undecidable and in no group", "[evaluate]") {
  Evaluated run;
  evaluate_sources(run, {model, rule("for l in line group by l.group into ls require count(ls) <= 1")},
                   {"plans:\n  - {id: A, lines: [{group: x}, {group: x}, {group: y}, {}]}\n"});
  CHECK(run.findings() == Lines{"r x violated", "r A.lines.3 undecidable"});
  CHECK(run.account("r").matched == 3);
  CHECK(run.account("r").satisfied == 1);
}

TEST_CASE("a dangling reference is one finding of the loader, present, unequal, and passed over", "[evaluate]") {
  const std::string data = "people: [{id: P}]\nplans:\n  - {id: A, owner: Q, next: [A, Z]}\n";
  const Lines dangling = {"data-dangling-reference A violated", "data-dangling-reference A violated"};
  CHECK(findings("for p in plan require p.owner is present", data) == dangling);
  CHECK(findings("for p in plan require count(p.next) = 1", data) == dangling);
  CHECK(findings("for p in plan, q in person require p.owner != q", data) == dangling);
  CHECK(findings("for p in plan require list(dangling(p.next)) = \"Z\"", data) == dangling);
  CHECK(findings("for p in plan require p.owner = p.owner and id(p.owner) = \"Q\"", data) == dangling);
}

TEST_CASE("navigating through a dangling reference is unknown", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, lines: [{plan_of: Z}]}\n";
  CHECK(findings("for l in line require l.plan_of.by <= 2030", data) ==
        Lines{"data-dangling-reference A.lines.0 violated", "r A.lines.0 undecidable"});
}

TEST_CASE("a reference to an id used twice means every record of it", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, by: 2027}\n  - {id: A, by: 2031}\n  - {id: B, next: [A], lines: [{plan_of: A}]}\n";
  CHECK(findings("for p in plan, d in p.next where id(p) = \"B\" require d.by <= 2030", data) ==
        Lines{"data-duplicate-id A violated", "r B violated"});
  CHECK(findings("for l in line require l.plan_of.by <= 2030", data) ==
        Lines{"data-duplicate-id A violated", "r B.lines.0 undecidable"});
}

TEST_CASE("closure finds cycles, and only what lies on them", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, next: [B]}\n  - {id: B, next: [C]}\n  - {id: C, next: [B]}\n  - {id: D, next: [D]}\n";
  CHECK(findings("for p in plan require p not in p.next+", data) ==
        Lines{"r B violated", "r C violated", "r D violated"});
}

TEST_CASE("dates are periods: an order that is not certain is undecidable", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, start: 2026, end: 2027}\n  - {id: B, start: 2027, end: 2026}\n  - {id: C, start: 2026, end: "
      "2026-06}\n"
      "  - {id: D, start: 2026-06-29, end: 2026-06-29}\n";
  CHECK(findings("for p in plan require p.start <= p.end", data) == Lines{"r B violated", "r C undecidable"});
}

TEST_CASE("a deadline counts by its last day", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, by: 2026}\n  - {id: B, by: 2026-06}\n";
  CHECK(findings("for p in plan require p.by >= 2026-12-31", data) == Lines{"r B violated"});
  CHECK(findings("for p in plan require p.by - as_of < 30 days", data) == Lines{"r A violated"});
}

TEST_CASE("shares are exact: one sixth is not 0.1667", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, total: 18 Mrd. EUR, share: 1/6, lines: [{amount: 3 Mrd. EUR}]}\n";
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines) >= p.share * p.total", data).empty());
  CHECK(findings("for p in plan require sum(l.amount for l in p.lines) > p.share * p.total", data) ==
        Lines{"r A violated"});
}

TEST_CASE("quantities compare in one unit only", "[evaluate]") {
  const std::string data =
      "plans:\n  - {id: A, size: 3 GW, goal_size: 6 GW}\n  - {id: B, size: 3 GW, goal_size: 6000 MW}\n  - {id: C, "
      "size: 60 %, goal_size: 50 %}\n";
  CHECK(findings("for p in plan require p.size < p.goal_size", data) == Lines{"r B undecidable", "r C violated"});
  CHECK(findings("for p in plan where unit(p.size) = \"%\" require p.size > 50 %", data).empty());
}

TEST_CASE("reverse navigation and set difference", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, next: [B], tags: [x, y]}\n  - {id: B, tags: [y]}\n";
  CHECK(findings("for p in plan require (plan.next -> p) is present", data) == Lines{"r A violated"});
  CHECK(findings("for p in plan, q in p.next require count(p.tags except q.tags) = 0", data) == Lines{"r A violated"});
}

TEST_CASE("an undecidable finding names the finding that already names the absent value", "[evaluate]") {
  Evaluated run;
  evaluate_sources(
      run,
      {model, rule("for p in plan require p.by <= 2030") +
                  "rule s {\n title en \"t\"\n for p in plan require p.by is present\n message en \"no\"\n}\n"},
      {"plans:\n  - {id: A}\n"});
  REQUIRE(run.findings() == Lines{"r A undecidable", "s A violated"});
  CHECK(run.outcomes.findings[0].caused_by == Lines{run.outcomes.findings[1].fingerprint});
  CHECK(run.outcomes.findings[1].caused_by.empty());
  CHECK(run.outcomes.findings[0].message.in("en") == "A cannot be checked: plan[A].by is absent.");
}

TEST_CASE("fingerprints do not change when lines move or values change", "[evaluate]") {
  Evaluated first;
  Evaluated second;
  evaluate_sources(first, {model, rule("for p in plan require p.by <= 2030")}, {"plans:\n  - {id: A, by: 2031}\n"});
  evaluate_sources(second, {model, rule("for p in plan require p.by <= 2030")},
                   {"people: []\n\n\nplans:\n  - {id: B, by: 2029}\n  - {by: 2040, id: A}\n"});
  REQUIRE(first.outcomes.findings.size() == 1);
  REQUIRE(second.outcomes.findings.size() == 1);
  CHECK(first.outcomes.findings[0].fingerprint == second.outcomes.findings[0].fingerprint);
}

TEST_CASE("the evidence of a sum is every addend, that of an absent field its place", "[evaluate]") {
  Evaluated run;
  evaluate_sources(run, {model, rule("for p in plan require sum(l.amount for l in p.lines) <= 5 EUR")},
                   {"plans:\n  - id: A\n    lines:\n      - {amount: 3 EUR}\n      - {amount: 4 EUR}\n"});
  REQUIRE(run.outcomes.findings.size() == 1);
  Lines evidence;
  for (const auto& entry : run.outcomes.findings[0].evidence)
    evidence.push_back(entry.path + "=" + entry.value.value_or("-"));
  CHECK(evidence == Lines{"plan[A].lines[0].amount=3 EUR", "plan[A].lines[1].amount=4 EUR"});
}

TEST_CASE("references work across files and in any order of files", "[evaluate]") {
  Evaluated run;
  evaluate_sources(run, {model, rule("for p in plan require p.owner is present")},
                   {"plans:\n  - {id: A, owner: P}\n", "people:\n  - id: P\n"});
  CHECK(run.findings().empty());
  CHECK(run.outcomes.records == 2);
}

TEST_CASE("a file that cannot be read contributes nothing, the others are checked", "[evaluate]") {
  Evaluated run;
  evaluate_sources(run, {model, rule("for p in plan require p.owner is present")},
                   {"plans:\n  - {id: A}\n  - {id: B\n", "plans:\n  - {id: C}\n"});
  CHECK(run.findings() == Lines{"r C violated"});
  CHECK(run.data_diagnostics.error_count() == 1);
}

TEST_CASE("a quantity with a unit is written in quotes", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, size: 3 GW}\n  - {id: B, size: 6 GW}\n  - {id: C, size: 6 MW}\n";
  CHECK(findings("for p in plan require p.size > \"5 GW\"", data) == Lines{"r A violated", "r C undecidable"});
}

TEST_CASE("a list of the wrong type is no empty list", "[evaluate]") {
  const std::string data = "plans:\n  - {id: A, tags: five}\n";
  CHECK(findings("for p in plan require count(p.tags) = 0", data) ==
        Lines{"r A undecidable", "data-wrong-type A violated"});
  CHECK(findings("for p in plan require none l in p.lines satisfies l.counted", "plans:\n  - {id: A, lines: 5}\n") ==
        Lines{"r A undecidable", "data-wrong-type A violated"});
  CHECK(findings("for p in plan require p.tags is absent", data) == Lines{"data-wrong-type A violated"});
}
