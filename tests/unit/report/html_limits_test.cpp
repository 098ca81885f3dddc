// What the HTML report does with more than a page can hold: it shows less, says so, and counts all.
#include "report/closing.hpp"
#include "report/html_matrix_plan.hpp"
#include "report/html_timeline_plan.hpp"
#include "tests/unit/report/html_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

constexpr std::size_t findings_of_page = 4'000;

/// Notes first, then more errors than a page holds; the last one is the only finding of its body.
void add_many_findings(Sample& sample) {
  const std::size_t count = findings_of_page + 110;
  for (std::size_t index = 0; index < count; ++index) {
    const Severity severity = index < 100 ? Severity::note : Severity::error;
    sample.outcomes.findings.push_back(plain_finding(sample, "many", severity, std::to_string(index)));
  }
  sample.outcomes.findings.back().severity = Severity::note;
  sample.outcomes.findings.back().responsible = "BMWE";
}

/// Roadmaps R0, R1, ... with the goals R0-G0, R0-G1, ...
engine::Overview overview_of(std::size_t roadmaps, std::size_t goals) {
  engine::Overview overview;
  for (std::size_t roadmap = 0; roadmap < roadmaps; ++roadmap) {
    const std::string id = "R" + std::to_string(roadmap);
    overview.roadmaps.push_back({id, "", {}});
    for (std::size_t goal = 0; goal < goals; ++goal) {
      overview.goals.push_back({id + "-G" + std::to_string(goal), "", id, {}});
    }
  }
  return overview;
}

/// A finding for each goal of an overview, and one more for the first.
void add_findings_of_goals(Sample& sample, const engine::Overview& overview) {
  for (const engine::OverviewGoal& goal : overview.goals) {
    engine::Finding finding = plain_finding(sample, "goal-budget", Severity::warning, goal.id);
    finding.subject = {"goal", goal.id};
    sample.outcomes.findings.push_back(finding);
  }
  sample.outcomes.findings.push_back(sample.outcomes.findings.front());
}

Matrix matrix_of(const Sample& sample, const engine::Overview& overview) {
  Report report = sample.report();
  report.overview = &overview;
  HtmlWriter out("en");
  const HtmlScopes scopes(&overview);
  std::vector<const engine::Finding*> active;
  for (const engine::Finding& finding : sample.outcomes.findings) active.push_back(&finding);
  return plan_matrix({report, out, scopes, active, active});
}

std::size_t total_of(const Matrix& matrix) {
  std::size_t total = 0;
  for (const auto& [key, cells] : matrix.rows) {
    for (const auto& [rule, cell] : cells) total += cell.count;
  }
  for (const auto& [rule, cell] : matrix.other_rows) total += cell.count;
  return total;
}

TimelinePlan timeline_of(const engine::Overview& overview, std::size_t limit) {
  const HtmlScopes scopes(&overview);
  return plan_timeline(overview, scopes, read_calendar_period("2026-06-29")->last, limit);
}

std::size_t count_at_edge(const TimelinePlan& plan, TimelineEdge edge) {
  std::size_t count = 0;
  for (const TimelineSheet& sheet : plan.sheets) {
    for (const TimelineRow& row : sheet) {
      for (const TimelineBar& bar : row.bars) count += bar.edge == edge ? 1 : 0;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("HTML: no more findings than a page holds, the most severe and some of every body, and it says so",
          "[report]") {
  Sample sample;
  add_many_findings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(count_nodes(page, "//ol[@id='findings']/li") == findings_of_page);
  CHECK(count_nodes(page, "//ol[@id='findings']/li[@data-severity='note']") == 1);
  CHECK(text_of(page, "//ol[@id='findings']/li[last()]").find("BMWE") != std::string::npos);
  CHECK(text_of(page, "//p[@class='remark']/bdi[@lang='en']").find("lists 4,000 of 4,110 findings") !=
        std::string::npos);
  CHECK(text_of(page, "//p[@class='remark']/bdi[@lang='de']").find("führt 4.000 von 4.110 Befunden auf") !=
        std::string::npos);
}

TEST_CASE("HTML: summary, matrix and filter count what the page leaves out", "[report]") {
  Sample sample;
  add_many_findings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(text_of(page, "//p[@class='summary']/bdi[@lang='en']").find("4,009 errors and 101 notes") != std::string::npos);
  CHECK(text_of(page, "//table[@class='matrix']//a[@class='pick'][@data-rule='many']") == "4110");
  // No roadmaps: the first number is the entity. Then file, body, rule, severity, whether undecidable, and how many.
  CHECK(std::string(page.select_node("//div[@id='left-out']").node().attribute("data-rows").value()) ==
        "0,0,0,0,0,0,10;0,0,0,0,2,0,100");
  CHECK(text_of(page, "//p[@id='shown']/span[@lang='en']") ==
        "4,000 of 4,110 findings shown; 110 are not on this page");
}

TEST_CASE("HTML: a page that holds everything says nothing of what it leaves out", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(count_nodes(page, "//div[@id='left-out']") == 0);
  CHECK(count_nodes(page, "//section[@aria-labelledby='findings-heading']/p[@class='remark']") == 0);
}

TEST_CASE("HTML: the matrix has a row for each goal, or for each roadmap, and counts all of them", "[report]") {
  Sample few;
  const engine::Overview small = overview_of(3, 2);
  add_findings_of_goals(few, small);
  CHECK(matrix_of(few, small).rows.size() == 3 + 6);  // each roadmap has a row of its own too

  Sample many;
  const engine::Overview large = overview_of(90, 2);
  add_findings_of_goals(many, large);
  const Matrix by_roadmap = matrix_of(many, large);
  CHECK(by_roadmap.is_by_roadmap);
  CHECK(by_roadmap.rows.size() == 90);
  CHECK(total_of(by_roadmap) == 181);

  Sample most;
  const engine::Overview huge = overview_of(250, 1);
  add_findings_of_goals(most, huge);
  const Matrix cut = matrix_of(most, huge);
  CHECK(cut.rows.size() == 100);
  CHECK(cut.other_row_count == 150);
  CHECK(total_of(cut) == 251);
}

TEST_CASE("HTML: the matrix has columns for the most severe rules, however frequent the others are", "[report]") {
  Sample sample;
  const engine::Overview overview = overview_of(1, 1);
  for (std::size_t rule = 0; rule < 14; ++rule) {
    for (std::size_t count = 0; count < 3; ++count) {
      const std::string name = "frequent-" + std::to_string(rule);
      sample.outcomes.findings.push_back(plain_finding(sample, name, Severity::warning, name));
    }
  }
  sample.outcomes.findings.push_back(plain_finding(sample, "rare", Severity::error, "rare"));
  const Matrix matrix = matrix_of(sample, overview);
  REQUIRE(matrix.columns.size() == 12);
  CHECK(matrix.columns.front() == "rare");
  CHECK(matrix.has_others);
}

TEST_CASE("HTML: roadmaps and goals without a finding have a row, but not in the list of one body", "[report]") {
  Sample sample;
  const engine::Overview overview = overview_of(2, 1);
  sample.outcomes.findings.push_back(plain_finding(sample, "goal-budget", Severity::error, "f1"));
  sample.outcomes.findings[0].subject = {"goal", "R0-G0"};
  Report report = sample.report();
  report.overview = &overview;
  const pugi::xml_document page = parsed(write_html(report, {}));
  CHECK(count_nodes(page, "//table[@class='matrix']/tbody/tr[not(@class)]") == 4);
  CHECK(count_nodes(page, "//td[@class='clean']") == 3);
  CHECK(count_nodes(page, "//table[@class='matrix']//th[@title][@data-title-de]") == 1);
  report.list_name = "BMFTR";
  CHECK(count_nodes(parsed(write_html(report, {})), "//td[@class='clean']") == 0);
}

TEST_CASE("HTML: a date of long ago or far ahead leaves the others their room", "[report]") {
  engine::Overview overview;
  for (const char* const due : {"2027", "2028", "2029", "2030", "9999", "0001-06"}) {
    overview.milestones.push_back(milestone(due, due));
  }
  const TimelinePlan plan = timeline_of(overview, 100);
  CHECK(plan.scale.first_year() == 2026);
  CHECK(plan.scale.last_year() == 2030);
  CHECK(plan.outside == 2);
  CHECK(count_at_edge(plan, TimelineEdge::after) == 1);
  CHECK(count_at_edge(plan, TimelineEdge::before) == 1);
  CHECK(count_at_edge(plan, TimelineEdge::none) == 4);
}

TEST_CASE("HTML: dates of one generation share an axis", "[report]") {
  engine::Overview overview;
  for (const char* const due : {"2027", "2028", "2045"}) overview.milestones.push_back(milestone(due, due));
  const TimelinePlan plan = timeline_of(overview, 100);
  CHECK(plan.scale.last_year() == 2045);
  CHECK(plan.outside == 0);
}

TEST_CASE("HTML: nothing but far dates", "[report]") {
  engine::Overview overview;
  overview.milestones = {milestone("M", "9999-12-31")};
  const TimelinePlan plan = timeline_of(overview, 100);
  CHECK(plan.scale.first_year() == 9999);
  CHECK(plan.outside == 0);
}

TEST_CASE("HTML: a timeline of some milestones has those that need a look", "[report]") {
  engine::Overview overview = overview_of(2, 0);
  for (std::size_t index = 0; index < 20; ++index) {
    overview.milestones.push_back(milestone("M" + std::to_string(index), "2028"));
    overview.milestones.back().roadmap = index < 19 ? "R0" : "R1";
    overview.milestones.back().is_overdue = index == 18;
  }
  const TimelinePlan plan = timeline_of(overview, 5);
  REQUIRE(plan.shown.size() == 5);
  CHECK(plan.shown[3]->id == "M18");
  CHECK(plan.shown[4]->id == "M19");
}

TEST_CASE("HTML: rules that matched nothing are counted, not listed", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  sample.diagnostics.append({std::string(matched_nothing_code),
                             Severity::warning,
                             "rule `x` matched no record",
                             sample.at("5 %"),
                             {},
                             {},
                             {}});
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(count_nodes(page, "//ul[@class='besides']") == 0);
  CHECK(text_of(page, "//details[@id='idle-rules']/summary/bdi[@lang='en']") == "5 rules, 1 of them matched no record");
}

TEST_CASE("HTML: what turns the text around is replaced, wherever it stands", "[report]") {
  std::string page;
  append_escaped(page,
                 "a\xE2\x80\xAE"
                 "b\xE2\x81\xA9\xE2\x81\xA6"
                 "c");
  CHECK(page ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD"
        "c");
  HtmlWriter out("en");
  out.data("plain, Größe").data(" ").data("\xD7\xA2 abc").data("two\nlines");
  CHECK(out.take() == "plain, Größe <bdi>\xD7\xA2 abc</bdi><bdi>two&#10;lines</bdi>");
}
