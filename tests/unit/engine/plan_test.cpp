// What the planner decides, as the dump of the plan says it: which equalities and memberships become hash joins and
// which stay conditions, what is computed once, and the loops of several bindings.
#include "engine/plan/plan.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "engine/plan/print_plan.hpp"
#include "tests/unit/check_sources.hpp"

namespace {

using roadlint::test::check_rules;
using roadlint::test::Checked;
using Lines = std::vector<std::string>;

const std::string model = R"(
model test
enum state { open, done }
entity programme in document.programmes { id: id  name: text  year: number  total: money(EUR)  size: quantity
  length: duration  state: state  begin: date  end: deadline  share: percent  tags: list text  next: list -> programme }
entity line in document.lines { id: id  programme: -> programme  name: text  year: number  amount: money(EUR)
  size: quantity  length: duration  state: state  begin: date  end: deadline  share: percent  tags: list text
  counted: bool }
)";

std::string rule(const std::string& id, const std::string& body) {
  return "rule " + id + " {\n  title en \"t\"\n  " + body + "\n  message en \"no\"\n}\n";
}

/// The lines of the plan of one rule, without its name.
Lines plan_of(const std::string& body, const std::string& definitions = "") {
  Checked checked;
  check_rules(checked, {model, "pack test\nparam now : number = 2026\n" + definitions + rule("r", body)});
  for (const auto& diagnostic : checked.diagnostics.entries()) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(!checked.diagnostics.has_errors());
  std::istringstream text(roadlint::engine::print_plan(roadlint::engine::make_plan(checked.program, {0})));
  Lines lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  REQUIRE(lines.front() == "rule r");
  lines.erase(lines.begin());
  return lines;
}

/// How the records of `line` are found for each programme p, under a condition.
std::string search(const std::string& condition) {
  const std::string counted = "count(l for l in line where " + condition + ")";
  const Lines lines = plan_of("for p in programme require " + counted + " < 3");
  REQUIRE(lines.size() >= 3);
  CHECK(lines[0] == "  scan programme as p");
  return lines[2].substr(lines[2].find_first_not_of(' '));
}

}  // namespace

TEST_CASE("equalities of values that have keys become hash joins, either way round", "[plan]") {
  CHECK(search("l.programme = p") == "hash join line as l on l.programme = p");
  CHECK(search("p = l.programme") == "hash join line as l on l.programme = p");
  for (const std::string field : {"name", "year", "state", "begin", "end", "share"}) {
    CHECK(search("l." + field + " = p." + field) == "hash join line as l on l." + field + " = p." + field);
  }
  CHECK(search("l.year + 1 = p.year * 2") == "hash join line as l on l.year + 1 = p.year * 2");
  CHECK(search("l.programme.year = p.year") == "hash join line as l on l.programme.year = p.year");
}

TEST_CASE("all equalities of a conjunction are keys, the rest is checked", "[plan]") {
  CHECK(search("l.counted and l.programme = p and (l.year = p.year and l.amount > 5 EUR)") ==
        "hash join line as l on l.programme = p and l.year = p.year check l.counted and l.amount > 5 EUR");
}

TEST_CASE("amounts with units and durations are compared one by one", "[plan]") {
  CHECK(search("l.amount = p.total") == "scan line as l check l.amount = p.total");
  CHECK(search("l.size = p.size") == "scan line as l check l.size = p.size");
  CHECK(search("l.length = p.length") == "scan line as l check l.length = p.length");
}

TEST_CASE("a side that is the same for all cases, or that mixes both, is no key", "[plan]") {
  CHECK(search("l.year = 2026 and l.id = id(p)") == "hash join line as l on l.id = id(p) check l.year = 2026");
  CHECK(search("l.year = now and p.year > 3") == "scan line as l check l.year = now and p.year > 3");
  CHECK(search("l.year = l.programme.year and p.year > 3") ==
        "scan line as l check l.year = l.programme.year and p.year > 3");
  CHECK(search("l.year + p.year = 4000") == "scan line as l check l.year + p.year = 4000");
  CHECK(search("l.year = l.programme.year + p.year") == "scan line as l check l.year = l.programme.year + p.year");
}

TEST_CASE("a membership is a key whichever side is the list, but for closures and its negation", "[plan]") {
  CHECK(search("p.name in l.tags") == "hash join line as l on p.name in l.tags");
  CHECK(search("l.name in p.tags") == "hash join line as l on l.name in p.tags");
  CHECK(search("l.programme in p.next") == "hash join line as l on l.programme in p.next");
  CHECK(search("l.name not in p.tags") == "scan line as l check l.name not in p.tags");
  CHECK(search("l.programme in p.next+") == "scan line as l check l.programme in p.next+");
}

TEST_CASE("only equalities that must hold are keys", "[plan]") {
  CHECK(search("l.year != p.year") == "scan line as l check l.year != p.year");
  CHECK(search("l.year <= p.year") == "scan line as l check l.year <= p.year");
  CHECK(search("l.programme = p or l.counted") == "scan line as l check l.programme = p or l.counted");
  CHECK(search("not l.programme = p") == "scan line as l check not (l.programme = p)");
}

TEST_CASE("the where directly behind a for finds its records", "[plan]") {
  CHECK(plan_of("for p in programme, l in line where l.programme = p and l.counted require l.year > 2000") ==
        Lines{"  scan programme as p", "  hash join line as l on l.programme = p",
              "  filter l.programme = p and l.counted", "  require l.year > 2000"});
  CHECK(plan_of("for l in line, p in programme where l.programme = p require l.year > 2000") ==
        Lines{"  scan line as l", "  hash join programme as p on p = l.programme", "  filter l.programme = p",
              "  require l.year > 2000"});
  CHECK(plan_of("for p in programme, l in line let y = l.year where l.programme = p require y > 2000") ==
        Lines{"  scan programme as p", "  hash join line as l on l.programme = p", "  let y = l.year",
              "  filter l.programme = p", "  require y > 2000"});
  CHECK(plan_of("for p in programme, t in p.tags where t = p.name require p.year > 2000") ==
        Lines{"  scan programme as p", "  elements of p.tags as t", "  filter t = p.name", "  require p.year > 2000"});
}

TEST_CASE("each of several bindings is found by what is known before it; the last checks the whole condition",
          "[plan]") {
  CHECK(
      plan_of("for s in line require count(l for p in programme, l in line where p.year = s.year and l.programme = p) "
              "< 3") ==
      Lines{"  scan line as s",
            "  require count(l for p in programme, l in line where p.year = s.year and l.programme = p) < 3",
            "    hash join programme as p on p.year = s.year",
            "    hash join line as l on l.programme = p check p.year = s.year and l.programme = p"});
  // The tags of a line are evidence, whichever of them fits: no line is passed over.
  CHECK(plan_of("for p in programme require count(t for l in line, t in l.tags where l.programme = p) < 3") ==
        Lines{"  scan programme as p", "  require count(t for l in line, t in l.tags where l.programme = p) < 3",
              "    scan line as l", "    elements of l.tags as t"});
}

TEST_CASE("what does not depend on the case is computed once", "[plan]") {
  CHECK(plan_of("for p in programme require p.total < sum(q.total for q in programme where q.year = now)") ==
        Lines{"  scan programme as p", "  require p.total < sum(q.total for q in programme where q.year = now)",
              "    once sum(q.total for q in programme where q.year = now)",
              "      scan programme as q check q.year = now"});
  CHECK(plan_of("for p in programme require p.total < sum(q.total for q in programme where q.year = p.year)") ==
        Lines{"  scan programme as p", "  require p.total < sum(q.total for q in programme where q.year = p.year)",
              "    hash join programme as q on q.year = p.year"});
}

TEST_CASE("a definition is planned with the case inside its arguments", "[plan]") {
  CHECK(plan_of("for p in programme require is_funded(p)",
                "define is_funded(q: programme) = any l in line where l.programme = q satisfies l.counted\n") ==
        Lines{"  scan programme as p", "  require is_funded(p)", "    in is_funded",
              "      hash join line as l on l.programme = q"});
}

TEST_CASE("closures and reverse navigation name what is prepared for all records", "[plan]") {
  CHECK(plan_of("for p in programme require p not in p.next+ and count(line.programme -> p) < 3") ==
        Lines{"  scan programme as p", "  require p not in p.next+ and count(line.programme -> p) < 3",
              "    components of programme.next", "    reverse index of line.programme"});
}

TEST_CASE("only the rules asked for are planned, in that order", "[plan]") {
  Checked checked;
  check_rules(checked, {model, "pack test\n" + rule("a", "for p in programme require p.year > 1") +
                                   rule("b", "for p in programme require p.year > 2") +
                                   rule("c", "for p in programme require p.year > 3")});
  REQUIRE(!checked.diagnostics.has_errors());
  CHECK(roadlint::engine::print_plan(roadlint::engine::make_plan(checked.program, {2, 0})) ==
        "rule c\n  scan programme as p\n  require p.year > 3\n\nrule a\n  scan programme as p\n  require p.year > 1\n");
}
