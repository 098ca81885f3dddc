// The typed dump as a whole, expressions one by one, and the way back: what is printed means what was read.
#include "dsl/typed/print_typed.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/quoted_text.hpp"
#include "cli/rule_files.hpp"
#include "dsl/typed/expression_text.hpp"
#include "dsl/typed/optional_fields.hpp"
#include "dsl/typed/rule_text.hpp"
#include "dsl/typed/used_names.hpp"
#include "tests/unit/dsl/dsl_reading.hpp"

namespace roadlint::dsl {
namespace {

using testing::checked;

const std::string model = R"(
model roadmap
enum kind { research, transfer }
entity actor in register.actors { id: id  name: text? }
entity goal in document.goals { id: id  title: text  budget: money(EUR)?  share: percent? }
entity milestone in goal.milestones {
  id: id  title: text  kind: kind?  due: deadline?  owner: -> actor? responsible  decided: date?  done: bool?
  indicators: list indicator  depends_on: list -> milestone  actors: list -> actor
}
record indicator { name: text?  baseline: quantity?  target: { value: quantity?  factor: factor? }? }
policy topics { goal: -> goal  topic: text  due: deadline? }
)";

const std::string names = R"(
param horizon : deadline = 2030
param least_share : percent = 1/6
words vague = [ "some*" ]
define measurable(i: indicator) = i.target.value is present or i.target.factor is present
)";

/// A rule of one branch with these statements.
std::string rule_with(const std::string& statements) {
  return "rule sample {\n  title en \"Sample\"\n" + statements + "\n  message en \"No.\"\n}\n";
}

/// What a requirement about a milestone `m` and a goal `g` is printed as.
std::string printed(const std::string& requirement) {
  const Program program = checked({model, names, rule_with("for m in milestone, g in goal require " + requirement)});
  return expression_text(program, program.rules.front().branches.front().requirements.front());
}

TEST_CASE("the typed dump shows model, names and rules with the types of variables and values") {
  const Program program = checked({
      R"(enum kind { research, transfer en "transfer" de "Transfer" }
         entity goal in document.goals { id: id  title: text?  kind: kind? }
         entity funding in document.money.funding, goal.funding { goal: -> goal?  amount: money(EUR)?  tags: list text }
         policy topics { topic: text })",
      R"(pack money
         languages en, de
         param limit : money(EUR) = 1.5 million EUR
         words vague = [ "some*" ]
         define known(f: funding) = f.amount is present
         rule funding-limit {
           title en "Limit" de "Grenze"
           basis ZVEI "1", ZVEI "2.1"
           severity warning
           for f in funding, t in policy.topics where known(f)
           group by f.goal into claims
           let total = sum(claims.amount)
           require total <= limit
           at claims
           message en "{f.goal}: {total} {{}" de "{f.goal}"
           help en "Less." de "Weniger."
         })",
  });
  CHECK(print_typed(program) == R"(enum kind
  research, transfer en "transfer" de "Transfer"
entity goal in document.goals
  id: id
  title: text?
  kind: kind?
  funding: list funding  standing in it
entity funding in document.money.funding, goal.funding
  goal: -> goal?
  amount: money(EUR)?
  tags: list text
policy topics in document.policy.topics
  topic: text
param limit: money(EUR) = 1.5 million EUR
pattern vague
define known(f: funding) = f.amount is present :: bool
rule funding-limit
  title en "Limit"
  title de "Grenze"
  basis ZVEI 1, ZVEI 2.1
  severity warning
  pack money in en, de
  branch
    for f: funding in funding, t: policy.topics in policy.topics
    where known(f) :: bool
    group by f.goal :: goal into claims: list of funding
    let total: money(EUR) = sum(claims.amount)
    require total <= limit :: bool
    subject f.goal :: goal
    at claims :: list of funding
    message en "{f.goal}: {total} {{}}"
    message de "{f.goal}"
    help en "Less."
    help de "Weniger."
)");
}

TEST_CASE("an expression is printed with the brackets that its meaning needs") {
  CHECK(printed("(m.done or m.owner is present) and m.due is present") ==
        "(m.done or m.owner is present) and m.due is present");
  CHECK(printed("1 - (2 - count(goal)) < 3") == "1 - (2 - count(goal)) < 3");
  CHECK(printed("(1 - 2) - count(goal) < 3") == "1 - 2 - count(goal) < 3");
  CHECK(printed("2 * (1 + count(goal)) / 3 > -(1 + count(goal))") == "2 * (1 + count(goal)) / 3 > -(1 + count(goal))");
  CHECK(printed("m.depends_on except (milestone except m.depends_on) is present") ==
        "m.depends_on except (milestone except m.depends_on) is present");
  CHECK(printed("(if m.done then 1 else 2) = count(goal)") == "(if m.done then 1 else 2) = count(goal)");
  CHECK(printed("(m.done) is present") == "m.done is present");
}

TEST_CASE("a quantifier stands in brackets unless nothing follows it") {
  CHECK(printed("(any i in m.indicators satisfies measurable(i)) and m.done") ==
        "(any i in m.indicators satisfies measurable(i)) and m.done");
  CHECK(printed("m.done and (any i in m.indicators satisfies measurable(i))") ==
        "m.done and any i in m.indicators satisfies measurable(i)");
  CHECK(printed("m.due is absent or (m.done and any i in m.indicators satisfies measurable(i))") ==
        "m.due is absent or (m.done and any i in m.indicators satisfies measurable(i))");
  CHECK(printed("(m.done and any i in m.indicators satisfies measurable(i)) or m.due is absent") ==
        "(m.done and any i in m.indicators satisfies measurable(i)) or m.due is absent");
}

TEST_CASE("brackets that only help readers are printed for `not` and for `and` within `or`") {
  CHECK(printed("not m.due < 2030") == "not (m.due < 2030)");
  CHECK(printed("not not m.done") == "not not m.done");
  CHECK(printed("m.done and m.due is present or m.due is absent") ==
        "(m.done and m.due is present) or m.due is absent");
}

TEST_CASE("every form is printed as it is written") {
  const std::vector<std::string> forms = {
      "m.due > 2030",
      "m.due >= 2028-Q4",
      "m.decided < 2028-06-30",
      "m.due <= horizon",
      "g.budget != 1.5 million EUR",
      "g.budget < 18 billion EUR",
      "g.budget < 1234567 EUR",
      "g.share * g.budget > 100 EUR",
      "g.share >= 12.5 %",
      "g.share > least_share",
      "m.due - as_of > 18 months",
      "m.due + 2 years > horizon",
      "m.decided - 30 days < as_of",
      "m.title = \"a \\\"quoted\\\" \\\\ text\\n\"",
      "m.kind = research",
      "m.kind in [research, transfer]",
      "m.kind not in [transfer]",
      "m.title matches vague",
      "m.title not matches vague",
      "m in m.depends_on+",
      "m.goal = g",
      "m.goal.budget is absent",
      "milestone.owner -> m.owner is present",
      "dangling(m.depends_on) is absent",
      "count(distinct m.depends_on.goal) = 1",
      "list(distinct x.title for x in milestone) = \"a\"",
      "sum(x.budget for x in goal where x.budget is present) = g.budget",
      "avg(i.baseline for i in m.indicators) = 3",
      "max(x.due for x in milestone, y in x.depends_on where y = m) < 2030",
      "(x for x in milestone where x.done) is present",
      "m.depends_on intersect milestone is present",
      "exactly 2 x in milestone satisfies x.done",
      "at least 1 x in milestone where x.owner is present satisfies x.done",
      "at most 3 x in milestone satisfies x.done",
      "all x in m.depends_on satisfies none y in x.depends_on satisfies y = m",
      "any t in policy.topics satisfies t.goal = g",
      "if m.done then m.due < 2030 else true",
      "length(m.title) > 3 and lower(m.title) = \"x\"",
      "year(m.due) = 2030",
      "start(m.due) < end(m.decided)",
      "all i in m.indicators satisfies amount(i.baseline) = 3 and unit(i.baseline) = \"GW\"",
      "all i in m.indicators satisfies i.baseline = 50 %",
      "all i in m.indicators satisfies i.target.factor = 4",
      "text(m.due) = id(m)",
      "1 / 3 * count(goal) > -2",
  };
  for (const std::string& form : forms) CHECK(printed(form) == form);
}

// --- the way back --------------------------------------------------------------------------------------------------

std::string texts_of(const Program& program, const std::string& word, const std::vector<MessageTemplate>& texts) {
  std::string result;
  for (const MessageTemplate& text : texts) {
    result += (result.empty() ? word : "") + " " + text.language + " " + template_text(program, text) + "\n";
  }
  return result;
}

/// The rule written as rule text again.
std::string source_of(const Program& program, const Rule& rule) {
  std::string text = "rule " + rule.id + " {\ntitle";
  for (const auto& [language, title] : rule.title.entries()) text += " " + language + " " + quoted_text(title);
  for (const Basis& basis : rule.basis) text += "\nbasis " + basis.document + " " + quoted_text(basis.place);
  text += "\nseverity " + std::string(severity_name(rule.severity));
  text += "\ncertainty " + std::string(certainty_name(rule.certainty)) + "\n";
  for (const Branch& branch : rule.branches) {
    for (const std::string& line : branch_lines(program, branch, TypeNotes::hidden)) text += line + "\n";
    text += texts_of(program, "message", branch.message) + texts_of(program, "help", branch.help);
  }
  return text + "}\n";
}

TEST_CASE("the built-in rules mean the same when they are printed and read again") {
  SourceFiles files;
  Diagnostics mistakes;
  std::vector<ast::File> trees = cli::parse_rule_files({}, files, mistakes);
  REQUIRE_FALSE(mistakes.has_errors());
  const Program program = testing::checked_trees(trees);
  REQUIRE_FALSE(program.rules.empty());
  // The model and what rules share stay as they are; the rules themselves are written anew.
  for (ast::File& tree : trees) {
    tree.rules.clear();
    tree.members.clear();
  }
  std::map<std::string, std::string> packs;
  for (const Rule& rule : program.rules) packs[rule.pack] += source_of(program, rule);
  for (const auto& [pack, rules] : packs) {
    trees.push_back(testing::parsed(files, pack, "pack " + pack + "\nlanguages en, de\n" + rules));
  }
  const Program again = testing::checked_trees(trees);
  REQUIRE(again.rules.size() == program.rules.size());
  std::map<std::string, std::string> printed;
  for (const Rule& rule : again.rules) printed[rule.id] = print_typed_rule(again, rule);
  for (const Rule& rule : program.rules) CHECK(printed[rule.id] == print_typed_rule(program, rule));
}

// --- what is known of a rule without data --------------------------------------------------------------------------

OptionalFields fields_of(const std::string& statements) {
  const Program program = checked({model, names, rule_with(statements)});
  return optional_fields(program, program.rules.front());
}

using Fields = std::set<std::string>;

TEST_CASE("optional fields that a requirement reads can leave it undecidable") {
  CHECK(fields_of("for m in milestone require m.due < 2030").of_requirements == Fields{"milestone.due"});
  CHECK(fields_of("for g in goal let all_money = sum(x.budget for x in goal) require all_money > g.budget * g.share")
            .of_requirements == Fields{"goal.budget", "goal.share"});
  CHECK(fields_of("for t in policy.topics require t.due < 2030").of_requirements == Fields{"policy.topics.due"});
  CHECK(fields_of("for i in milestone.indicators require i.target.value > 3").of_requirements ==
        Fields{"indicator.target", "indicator.target.value"});
}

TEST_CASE("fields whose presence is asked for leave nothing undecidable") {
  CHECK(fields_of("for m in milestone require m.owner is present").of_requirements.empty());
  CHECK(fields_of("for m in milestone require m.due is absent or m.due < 2030").of_requirements.empty());
  CHECK(fields_of("for m in milestone require m.due is present and m.due < 2030").of_requirements.empty());
  CHECK(fields_of("for m in milestone where m.due is present require m.due < 2030").of_requirements.empty());
  CHECK(
      fields_of("for m in milestone require if m.due is present then m.due < 2030 else true").of_requirements.empty());
  CHECK(fields_of(
            "for g in goal let known = (x for x in goal where x.budget is present) require sum(known.budget) > 1 EUR")
            .of_requirements.empty());
}

TEST_CASE("optional fields that `where` reads can leave a record unscoped") {
  const OptionalFields fields = fields_of("for m in milestone where m.due < 2030 require m.due > 2020 and m.done");
  CHECK(fields.of_conditions == Fields{"milestone.due"});
  CHECK(fields.of_requirements == Fields{"milestone.done"});
}

TEST_CASE("the names that a rule uses are found in definitions and messages too") {
  const Program program = checked({
      model,
      "param horizon : deadline = 2030\nparam unused : number = 1\nwords vague = [ \"some*\" ]\n"
      "define late(x: milestone) = x.due > horizon\n"
      "rule sample { title en \"S\" for m in milestone require not late(m) message en \"{m.title matches vague}\" }",
  });
  const UsedNames used = used_names(program, program.rules.front());
  CHECK(used.parameters == std::set<std::uint32_t>{0});
  CHECK(used.definitions == std::set<DefinitionId>{0});
  CHECK(used.patterns == std::set<PatternId>{0});
}

}  // namespace
}  // namespace roadlint::dsl
