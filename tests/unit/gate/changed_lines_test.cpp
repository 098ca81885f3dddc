// Patches of git, and which findings a change touches.
#include "gate/changed_lines.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/check_sources.hpp"

namespace roadlint::gate {
namespace {

std::string lines_text(const std::vector<LineRange>& lines) {
  std::string text;
  for (const LineRange& range : lines) {
    text += std::to_string(range.first) +
            (range.is_gap ? " gap " + std::to_string(range.gap_indentation) : "-" + std::to_string(range.last)) + " ";
  }
  return text;
}

TEST_CASE("the later side of each hunk counts", "[gate]") {
  const ChangedLines changed = read_patch(
      "diff --git a/ki.yaml b/ki.yaml\n--- a/ki.yaml\n+++ b/ki.yaml\n"
      "@@ -3 +3 @@ roadmap:\n-old\n+new\n"
      "@@ -7,0 +8,2 @@\n+one\n+two\n");
  REQUIRE(changed.size() == 1);
  CHECK(lines_text(changed.at("ki.yaml")) == "3-3 8-9 ");
}

TEST_CASE("where lines were taken away there is a gap, as deep as the first of them", "[gate]") {
  const std::string head = "--- a/a.yaml\n+++ b/a.yaml\n";
  CHECK(lines_text(read_patch(head + "@@ -5,3 +4,0 @@\n-\n-    x\n-  y\n").at("a.yaml")) == "4 gap 4 ");
  CHECK(lines_text(read_patch(head + "@@ -1,2 +0,0 @@\n-x\n-  y\n").at("a.yaml")) == "0 gap 0 ");
}

TEST_CASE("lines that look like headers are content", "[gate]") {
  const ChangedLines changed = read_patch(
      "--- a/a.yaml\n+++ b/a.yaml\n"
      "@@ -1,0 +2,3 @@\n+++ b/other.yaml\n+@@ -1 +90 @@\n+x\n\\ No newline at end of file\n"
      "@@ -9 +12 @@\n---- a/third.yaml\n+++++ b/third.yaml\n");
  REQUIRE(changed.size() == 1);
  CHECK(lines_text(changed.at("a.yaml")) == "2-4 12-12 ");
}

TEST_CASE("a file that is gone has no lines", "[gate]") {
  CHECK(read_patch("--- a/a.yaml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n").empty());
}

TEST_CASE("names in quotes are read as git writes them", "[gate]") {
  const ChangedLines changed = read_patch(
      "--- \"a/k\\303\\274nste \\\"x\\\".yaml\"\n+++ \"b/k\\303\\274nste \\\"x\\\"\\ttab.yaml\"\n@@ -1 +1 "
      "@@\n-x\n+y\n");
  CHECK(changed.contains("künste \"x\"\ttab.yaml"));
  // Behind a name with blanks git writes a tab, also behind quotes.
  CHECK(read_patch("+++ b/a b.yaml\t\n@@ -1 +1 @@\n-x\n+y\n").contains("a b.yaml"));
  CHECK(read_patch("+++ \"b/\\303\\244 b.yaml\"\t\n@@ -1 +1 @@\n-x\n+y\n").contains("ä b.yaml"));
}

const std::string rules = R"(
model demo
entity roadmap in document.roadmap { id: id  budget: money(EUR)?  }
entity milestone in roadmap.milestones { id: id  owner: text?  steps: list step }
record step { name: text?  date: date? }
entity funding in roadmap.funding { title: text?  amount: money(EUR)?  counted: bool? }
)";
const std::string checks = R"(
pack demo
use model "rules-0.rules"
rule roadmap-budget { title en "t"  for r in roadmap  require r.budget is present  message en "m" }
rule milestone-owner { title en "t"  for m in milestone  require m.owner is present  message en "m" }
rule funding-sum { title en "t"  for r in roadmap
  require sum(f.amount for f in funding where f.roadmap = r) < 1 EUR  message en "m" }
)";

/// What a change of these lines touches, as "rule subject" of each.
std::vector<std::string> touched(const std::string& yaml, std::vector<LineRange> lines) {
  test::Evaluated run;
  test::evaluate_sources(run, {rules, checks}, {yaml});
  REQUIRE(run.rules.diagnostics.entries().empty());
  const FileId file = run.data.files.front();
  apply_changed_lines({{file, std::move(lines)}}, run.rules.program.model, run.data, run.rules.files, run.outcomes);
  std::vector<std::string> names;
  for (const engine::Finding& finding : run.outcomes.findings) {
    if (finding.standing == engine::Standing::active) names.push_back(finding.rule + " " + finding.subject.id);
  }
  return names;
}

using Names = std::vector<std::string>;

// Lines 1 to 15.
const std::string data = R"(roadmap:
  id: R
  funding:
    - title: Pilot
      amount: 2 EUR
  milestones:
    - id: A
      steps:
        - name: first
    - id: B
      steps:
        - name: second
        - name: third
    - {id: C, owner: X}
    - {id: D}
)";

TEST_CASE("a changed line touches the record that it belongs to, and none around it", "[gate]") {
  CHECK(touched(data, {{9, 9}}) == Names{"milestone-owner A"});
  CHECK(touched(data, {{10, 10}}) == Names{"milestone-owner B"});
  CHECK(touched(data, {{15, 15}}) == Names{"milestone-owner D"});
  CHECK(touched(data, {{14, 14}}) == Names{});
  CHECK(touched(data, {{2, 2}}) == Names{"roadmap-budget R", "funding-sum R"});
}

TEST_CASE("a changed value among the evidence touches a finding elsewhere", "[gate]") {
  CHECK(touched(data, {{5, 5}}) == Names{"funding-sum R"});
}

TEST_CASE("what was taken away belongs to the record that is as deep", "[gate]") {
  // "      owner: Y" behind line 13, the last line of B.
  CHECK(touched(data, {{13, 13, true, 6}}) == Names{"milestone-owner B"});
  // "        - name: fourth" behind line 13.
  CHECK(touched(data, {{13, 13, true, 8}}) == Names{"milestone-owner B"});
  // "    - id: gone" behind line 13: a milestone of the roadmap.
  CHECK(touched(data, {{13, 13, true, 4}}) == Names{"roadmap-budget R", "funding-sum R"});
  // "  budget: 5 EUR" behind line 5, the last line of a funding.
  CHECK(touched(data, {{5, 5, true, 2}}) == Names{"roadmap-budget R", "funding-sum R"});
  CHECK(touched(data, {{0, 0, true, 0}}) == Names{});
}

TEST_CASE("a new file is touched as a whole, and nothing by no change", "[gate]") {
  CHECK(touched(data, {every_line}).size() == 5);
  CHECK(touched(data, {}) == Names{});
}

TEST_CASE("the first changed place is noted", "[gate]") {
  test::Evaluated run;
  test::evaluate_sources(run, {rules, checks}, {data});
  apply_changed_lines({{run.data.files.front(), {{12, 13}}}}, run.rules.program.model, run.data, run.rules.files,
                      run.outcomes);
  const auto of_b = std::find_if(run.outcomes.findings.begin(), run.outcomes.findings.end(),
                                 [](const engine::Finding& finding) { return finding.subject.id == "B"; });
  REQUIRE(of_b != run.outcomes.findings.end());
  CHECK(run.rules.files.text(of_b->changed) == "name: second");
}

TEST_CASE("what is waived stays so", "[gate]") {
  test::Evaluated run;
  test::evaluate_sources(run, {rules, checks}, {data});
  for (engine::Finding& finding : run.outcomes.findings) finding.standing = engine::Standing::waived;
  REQUIRE(run.outcomes.findings.size() == 5);
  apply_changed_lines({}, run.rules.program.model, run.data, run.rules.files, run.outcomes);
  for (const engine::Finding& finding : run.outcomes.findings) CHECK(finding.standing == engine::Standing::waived);
}

}  // namespace
}  // namespace roadlint::gate
