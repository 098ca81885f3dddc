// Which fields decide a rule, and whether it compares two versions of the data.
#include "dsl/typed/used_names.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/dsl/dsl_reading.hpp"

namespace roadlint::dsl {
namespace {

using testing::checked;
using Fields = std::set<std::string>;

const std::string model = R"(
model roadmap
enum kind { research, transfer }
entity actor in register.actors { id: id  name: text? }
entity goal in document.goals { id: id  title: text  budget: money(EUR)?  publisher: -> actor? }
entity milestone in goal.milestones {
  id: id  title: text  kind: kind?  due: deadline?  owner: -> actor?  depends_on: list -> milestone
  indicators: list indicator
}
entity funding in document.funding { goal: -> goal?  amount: money(EUR)?  counted: bool? }
record indicator { name: text?  baseline: quantity?  target: { value: quantity? }? }
policy topics { goal: -> goal  topic: text }
)";

const std::string names = R"(
words vague = [ "some*" ]
define measurable(i: indicator) = i.target.value is present
define is_late(m: milestone) = m.due > 2030
define is_kept(m: milestone) = m.before is present
)";

/// A program with one rule, which has these statements and this message.
Program program_of(const std::string& statements, const std::string& message = "No.") {
  return checked({model, names,
                  "rule sample {\n  title en \"Sample\"\n" + statements + "\n  message en \"" + message + "\"\n}\n"});
}

Fields fields(const std::string& statements, const std::string& message = "No.") {
  const Program program = program_of(statements, message);
  return deciding_fields(program, program.rules.front());
}

bool compares(const std::string& statements, const std::string& message = "No.") {
  const Program program = program_of(statements, message);
  return uses_earlier_version(program, program.rules.front());
}

// --- deciding fields -----------------------------------------------------------------------------------------------

TEST_CASE("conditions and requirements decide a rule") {
  CHECK(fields("for m in milestone where m.kind = research require m.owner is present") ==
        Fields{"milestone.kind", "milestone.owner"});
  CHECK(fields("for m in milestone require m.due < 2030 require m.title matches vague") ==
        Fields{"milestone.due", "milestone.title"});
  CHECK(fields("for m in milestone require count(milestone) < 3").empty());
}

TEST_CASE("every step of a path decides, but not the way to the record around") {
  CHECK(fields("for m in milestone require m.owner.name is present") == Fields{"actor.name", "milestone.owner"});
  CHECK(fields("for m in milestone require m.goal.publisher is present") == Fields{"goal.publisher"});
  CHECK(fields("for m in milestone, i in m.indicators require i.target.value > 3") ==
        Fields{"indicator.target", "indicator.target.value", "milestone.indicators"});
  CHECK(fields("for q in policy.topics require q.goal.budget is present") ==
        Fields{"goal.budget", "policy.topics.goal"});
}

TEST_CASE("chains of references and ways back decide") {
  CHECK(fields("for m in milestone require m not in m.depends_on+") == Fields{"milestone.depends_on"});
  CHECK(fields("for g in goal require funding.goal -> g is present") == Fields{"funding.goal"});
  CHECK(fields("for m in milestone require dangling(m.depends_on) is absent") == Fields{"milestone.depends_on"});
}

TEST_CASE("what quantifiers, aggregates and choices read decides") {
  CHECK(fields("for g in goal require sum(f.amount for f in funding where f.goal = g and f.counted) <= g.budget") ==
        Fields{"funding.amount", "funding.counted", "funding.goal", "goal.budget"});
  CHECK(fields("for m in milestone require if m.kind = research then m.due is present else m.owner is present") ==
        Fields{"milestone.due", "milestone.kind", "milestone.owner"});
}

TEST_CASE("the keys of groups decide, and what is read of the lists") {
  CHECK(fields("for f in funding group by f.goal into claims require sum(claims.amount) <= 5 EUR") ==
        Fields{"funding.amount", "funding.goal"});
}

TEST_CASE("the bodies of definitions decide, also when one is used twice") {
  CHECK(fields("for m in milestone require any i in m.indicators satisfies measurable(i)") ==
        Fields{"indicator.target", "indicator.target.value", "milestone.indicators"});
  CHECK(fields("for m in milestone, n in m.depends_on require is_late(m) or not is_late(n)") ==
        Fields{"milestone.depends_on", "milestone.due"});
}

TEST_CASE("what only texts print does not decide") {
  CHECK(fields("for m in milestone require m.owner is present", "{m.title} is due {m.due}.") ==
        Fields{"milestone.owner"});
  CHECK(fields("for m in milestone require m.owner is present subject m.goal at m.indicators") ==
        Fields{"milestone.owner"});
}

TEST_CASE("the value of a name decides where the name is used") {
  CHECK(fields("for m in milestone let due = m.due require m.owner is present", "{due}") == Fields{"milestone.owner"});
  CHECK(fields("for m in milestone let due = m.due require due is present") == Fields{"milestone.due"});
  CHECK(fields("for m in milestone let body = m.owner let called = body.name require called is present") ==
        Fields{"actor.name", "milestone.owner"});
  CHECK(fields("for m in milestone let body = m.owner let called = body.name require body is present", "{called}") ==
        Fields{"milestone.owner"});
}

TEST_CASE("all branches decide") {
  CHECK(fields("for m in milestone where m.title matches vague require m.owner is present message en \"No.\" "
               "for g in goal require g.budget is present") ==
        Fields{"goal.budget", "milestone.owner", "milestone.title"});
}

TEST_CASE("fields of the earlier version are called like those of the later one, and the way there is no field") {
  CHECK(fields("for m in milestone require m.due <= m.before.due") == Fields{"milestone.due"});
  CHECK(fields("for m in before.milestone require m.after.owner is present") == Fields{"milestone.owner"});
  CHECK(fields("for m in milestone require before.milestone.depends_on -> m.before is absent") ==
        Fields{"milestone.depends_on"});
  CHECK(fields("for m in milestone require m.before is present").empty());
}

// --- two versions --------------------------------------------------------------------------------------------------

TEST_CASE("a rule about one version compares nothing") {
  CHECK_FALSE(compares("for m in milestone require m.owner is present"));
  CHECK_FALSE(compares("for m in milestone require any n in m.depends_on+ satisfies n.due is present"));
}

TEST_CASE("the other version counts wherever it is read") {
  CHECK(compares("for m in before.milestone require m.owner is present"));
  CHECK(compares("for m in milestone where m.before is present require m.owner is present"));
  CHECK(compares("for m in milestone require m.due <= m.before.due"));
  CHECK(compares("for g in goal require count(milestone) >= count(before.milestone)"));
  CHECK(compares("for g in goal require all m in before.milestone satisfies m.after is present"));
  CHECK(compares("for m in milestone require before.milestone.depends_on -> m.before is absent"));
}

TEST_CASE("the other version counts in names, definitions and texts too") {
  CHECK(compares("for m in milestone where is_kept(m) require m.owner is present"));
  CHECK(compares("for m in milestone let earlier = m.before require earlier.owner is present"));
  CHECK(compares("for m in milestone require m.owner is present", "Before: {m.before.owner}."));
}

TEST_CASE("a declared field is no way to the other version") {
  const std::string own = "model own\nentity plan in document.plans { id: id  before: -> plan?  due: deadline? }\n";
  const Program program = checked({own, R"(
    rule plan-order { title en "O" for p in plan require p.before.due <= p.due message en "No." }
    rule plan-kept { title en "K" for p in before.plan require p.after is present message en "No." }
  )"});
  REQUIRE(program.rules.size() == 2);
  CHECK_FALSE(uses_earlier_version(program, program.rules[0]));
  CHECK(deciding_fields(program, program.rules[0]) == Fields{"plan.before", "plan.due"});
  CHECK(uses_earlier_version(program, program.rules[1]));
}

}  // namespace
}  // namespace roadlint::dsl
