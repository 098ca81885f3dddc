// What the checker accepts and refuses: sums, keys, towers of definitions, rules that can never fire.
#include <catch2/catch.hpp>

#include "tests/unit/check_sources.hpp"

using roadlint::test::check_rules;
using roadlint::test::Checked;
using Lines = std::vector<std::string>;

namespace {

const std::string model =
    "model test\nentity plan in document.plans { id: id  amount: number?  cost: money(EUR)?  by: deadline?  "
    "start: date?  tags: list text  next: list -> plan }\n";

Lines codes(const std::string& pack) {
  Checked checked;
  check_rules(checked, {model, "pack test\n" + pack});
  return checked.codes();
}

Lines codes_of_rule(const std::string& body) {
  return codes("rule r { title en \"t\"\n" + body + "\nmessage en \"no\" }\n");
}

}  // namespace

TEST_CASE("a plus with spaces adds, directly behind a field it is the closure", "[check]") {
  CHECK(codes_of_rule("for p in plan require p.amount + 1 > 7").empty());
  CHECK(codes_of_rule("for p in plan require p.amount+1 > 7").empty());
  CHECK(codes_of_rule("for p in plan require p.amount\n + p.amount > 7").empty());
  CHECK(codes_of_rule("for p in plan require p.cost + 1 EUR > 7 EUR").empty());
  CHECK(codes_of_rule("for p in plan require p.start + 1 year < as_of").empty());
  CHECK(codes_of_rule("for p in plan require p not in p.next+").empty());
  CHECK(codes_of_rule("for p in plan require p.cost + 1 USD > 7 EUR") == Lines{"rule-currency-mismatch 3"});
}

TEST_CASE("a key of a group may be a name", "[check]") {
  CHECK(codes_of_rule("for p in plan let y = year(p.by) group by y into l require count(l) = 1 subject y").empty());
  CHECK(codes_of_rule("for p in plan let y = year(p.by) group by y into l require p.amount = 1") ==
        Lines{"rule-unknown-name 3"});
}

TEST_CASE("definitions on top of each other are bounded in whatever order they stand", "[check]") {
  std::string from_below = "define d0(p: plan) = p.amount is present\n";
  std::string from_above;
  for (int number = 1; number <= 8; ++number) {
    const std::string definition =
        "define d" + std::to_string(number) + "(p: plan) = d" + std::to_string(number - 1) + "(p)\n";
    from_below += definition;
    from_above = definition + from_above;
  }
  from_above += "define d0(p: plan) = p.amount is present\n";
  const auto rule = [](const std::string& name) {
    return "rule r { title en \"t\" for p in plan require " + name + "(p) message en \"no\" }\n";
  };
  CHECK(codes(from_below + rule("d8")) == Lines{"rule-recursion 10"});
  CHECK(codes(from_above + rule("d8")) == Lines{"rule-recursion 9"});
}

TEST_CASE("a rule whose conditions exclude each other can never fire", "[check]") {
  CHECK(codes_of_rule("for p in plan where p.amount > 5 and p.amount <= 5 require p.by is present") ==
        Lines{"rule-never-fires 3"});
  CHECK(codes_of_rule("for p in plan where p.amount > 5 where p.amount < 3 require p.by is present") ==
        Lines{"rule-never-fires 3"});
  CHECK(codes_of_rule("for p in plan where p.cost >= 5 EUR require p.cost > 4 EUR") == Lines{"rule-never-fires 3"});
  CHECK(codes_of_rule("for p in plan where p.amount = 5 require p.amount < 3") == Lines{"rule-constant-condition 3"});
  CHECK(codes_of_rule("for p in plan where p.amount >= 5 require p.amount > 5").empty());
  CHECK(codes_of_rule("for p in plan where p.amount > 3 and p.amount < 5 require p.by is present").empty());
  CHECK(codes_of_rule("for p in plan where p.amount < 3 or p.amount > 5 require p.by is present").empty());
}

TEST_CASE("a cell that does not fit its family is one mistake", "[check]") {
  CHECK(codes("family f(path) {\n for p in plan\n require p.path > 3\n message en \"no\" }\n"
              "members f {\n | a | 7 | en \"t\" |\n}\n") == Lines{"rule-family 7"});
}

TEST_CASE("families with a large body and many members end in a diagnostic", "[check]") {
  std::string pack = "family f(low) { for p in plan require p.amount in [low";
  for (int number = 0; number < 20'000; ++number) pack += ",low";
  pack += "] message en \"no\" }\nmembers f {\n";
  for (int number = 0; number < 60; ++number) pack += "| r" + std::to_string(number) + " | 1 | en \"t\" |\n";
  CHECK(codes(pack + "}\n") == Lines{"rule-family 54"});
}

TEST_CASE("a mistake in a rule on one line is one mistake", "[check]") {
  CHECK(codes("rule r { title en \"t\" for p in plan require p.amount > message en \"no\" }\n") ==
        Lines{"rule-syntax 2"});
}

TEST_CASE("two kinds of record cannot stand at one place, inside one another's place or inside a field", "[check]") {
  const auto codes_of_model = [](const std::string& places) {
    Checked checked;
    check_rules(checked, {"model test\nentity a in document.as { id: id  note: text? }\n" + places});
    return checked.codes();
  };
  CHECK(codes_of_model("entity b in document.as { id: id }\n") == Lines{"rule-model 3"});
  CHECK(codes_of_model("entity b in document.as.bs { id: id }\n") == Lines{"rule-model 3"});
  CHECK(codes_of_model("entity b in document.parts.bs { id: id }\nentity c in document.parts { id: id }\n") ==
        Lines{"rule-model 4"});
  CHECK(codes_of_model("entity b in a.note.bs { id: id }\n") == Lines{"rule-model 3"});
  CHECK(codes_of_model("entity b in a.bs, document.bs { id: id }\nentity c in document.parts.cs, a.cs { id: id }\n"
                       "entity d in document.parts.ds { id: id }\n")
            .empty());
}

TEST_CASE("a name beside a refused field is not reported too", "[check]") {
  CHECK(codes_of_rule("for p in plan require p.knd = ipcei") == Lines{"rule-unknown-field 3"});
}
