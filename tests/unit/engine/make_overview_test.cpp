#include "engine/make_overview.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/unit/check_sources.hpp"

using namespace roadlint;

namespace {

/// What the roadmap model makes of a roadmap, on 29 June 2026.
engine::Overview overview_of(const std::string& roadmap) {
  std::ifstream file("rules/roadmap.model");
  const std::string model{std::istreambuf_iterator<char>(file), {}};
  test::Evaluated run;
  test::evaluate_sources(run, {model}, {roadmap});
  REQUIRE_FALSE(run.rules.diagnostics.has_errors());
  REQUIRE_FALSE(run.data_diagnostics.has_errors());
  return engine::make_overview(run.rules.program.model, run.data, CalendarPeriod::of_day(*day_number(2026, 6, 29)));
}

constexpr const char* milestones = R"(roadmap:
  id: R
  title: Roadmap
  goals:
    - id: G
      title: Goal
      milestones:
        - {id: PAST, title: Past, due: 2026-Q1}
        - {id: DONE, title: Done, due: 2026-Q1, status: achieved}
        - {id: LEFT, title: Left, due: 2026-Q1, status: abandoned}
        - {id: NOW, title: Now, due: 2026-06, depends_on: [LATER]}
        - {id: LATER, title: Later, due: 2027, depends_on: [DONE]}
        - {id: OPEN, title: Open}
)";

constexpr const char* indicator = R"(roadmap:
  id: R
  title: Roadmap
  goals:
    - id: G
      title: Goal
      milestones:
        - id: M
          title: Milestone
          due: 2030
          indicators:
            - name: Share
              baseline_year: 2024
              baseline: 10 %
              target: {operator: at_least, value: 50 %}
              observations:
                - {date: 2026-03-31, value: 20 %}
                - {date: 2025-03-31, value: 12 %}
)";

}  // namespace

TEST_CASE("overview: milestones are overdue, achieved or out of order") {
  const engine::Overview overview = overview_of(milestones);
  std::vector<std::string> overdue;
  std::vector<std::string> out_of_order;
  for (const engine::OverviewMilestone& milestone : overview.milestones) {
    CHECK(milestone.goal == "G");
    CHECK(milestone.roadmap == "R");
    if (milestone.is_overdue) overdue.push_back(milestone.id);
    if (milestone.is_out_of_order) out_of_order.push_back(milestone.id);
    CHECK(milestone.is_achieved == (milestone.id == "DONE"));
    CHECK(milestone.is_abandoned == (milestone.id == "LEFT"));
    CHECK(milestone.due.has_value() == (milestone.id != "OPEN"));
  }
  CHECK(overdue == std::vector<std::string>{"PAST"});
  CHECK(out_of_order == std::vector<std::string>{"NOW"});
}

TEST_CASE("overview: observations stand in the order of their dates, in the unit that they have") {
  const engine::Overview overview = overview_of(indicator);
  REQUIRE(overview.progress.size() == 1);
  const engine::OverviewProgress& progress = overview.progress.front();
  CHECK(progress.subject == "M");
  CHECK(progress.name == "Share");
  CHECK(progress.observations.front().unit == "%");
  CHECK_FALSE(progress.has_different_units);
  REQUIRE(progress.observations.size() == 2);
  CHECK(calendar_text(progress.observations.front().date) == "2025-03-31");
  REQUIRE(progress.target.has_value());
  CHECK(calendar_text(progress.target->date) == "2030");
}

TEST_CASE("overview: a value keeps its unit, and different units are not compared") {
  std::string stated = indicator;
  stated.insert(stated.find("              baseline_year"), "              unit: GW\n");
  for (const char* const value : {"10 %", "50 %", "20 %", "12 %"}) stated.erase(stated.find(value) + 2, 2);
  CHECK(overview_of(stated).progress.front().observations.front().unit == "GW");
  CHECK_FALSE(overview_of(stated).progress.front().has_different_units);
  for (const char* const value : {"10 %", "50 %", "12 %"}) {
    std::string mixed = indicator;
    mixed.replace(mixed.find(value), 4, "60 GW");
    const engine::OverviewProgress progress = overview_of(mixed).progress.front();
    CHECK(progress.has_different_units);
    CHECK_FALSE(progress.is_reached.has_value());
    CHECK(progress.observations.back().unit == "%");
  }
}

TEST_CASE("overview: whether a target is reached follows from its operator, the baseline and the direction") {
  const auto is_reached = [](const std::string& target, const char* value, const char* more) {
    std::string text = indicator;
    text.replace(text.find("{operator: at_least, value: 50 %}"), 33, "{" + target + "}");
    text.replace(text.find("20 %"), 4, value);
    const std::string baseline = "              baseline_year: 2024\n              baseline: 10 %\n";
    text.replace(text.find(baseline), baseline.size(), more);
    return overview_of(text).progress.front().is_reached;
  };
  CHECK(is_reached("operator: at_most, value: 5 %", "7 %", "") == false);
  CHECK(is_reached("operator: at_most, value: 5 %", "5 %", "") == true);
  CHECK(is_reached("operator: less_than, value: 5 %", "5 %", "") == false);
  CHECK(is_reached("operator: more_than, value: 50 %", "50 %", "") == false);
  CHECK(is_reached("operator: exactly, value: 50 %", "80 %", "") == false);
  CHECK(is_reached("operator: exactly, value: 50 %", "50 %", "") == true);
  CHECK(is_reached("operator: at_least, value: 50 %", "50 %", "") == true);
  CHECK(is_reached("value: 50 %", "60 %", "") == true);
  CHECK(is_reached("value: 50 %", "60 %", "              direction: decrease\n") == false);
  CHECK(is_reached("value: 50 %", "60 %", "              baseline: 70 %\n") == false);
  CHECK(is_reached("due: 2030", "60 %", "") == std::nullopt);
}

TEST_CASE("overview: the date of a target may have passed") {
  CHECK_FALSE(overview_of(indicator).progress.front().is_past);
  std::string past = indicator;
  past.replace(past.find("due: 2030"), 9, "due: 2025");
  CHECK(overview_of(past).progress.front().is_past);
}

TEST_CASE("overview: no money is not counted twice, and lines without a programme are added up") {
  const engine::Overview overview = overview_of(R"(roadmaps:
  - {id: A, title: First, funding: [{title: One, programme: P, amount: 5 million EUR}, {amount: 2 EUR}, {amount: 3 EUR}]}
  - {id: B, title: Second, funding: [{title: Two, programme: P, status: none}, {amount: 4 EUR, status: none}, {year: 2027}]}
register:
  programmes: [{id: P, title: Programme}]
)");
  REQUIRE(overview.funding.size() == 2);
  CHECK_FALSE(overview.funding[0].may_be_counted_twice);
  CHECK_FALSE(overview.funding[1].may_be_counted_twice);
  CHECK(overview.funding[1].has_no_money);
  CHECK(overview.other_funding.lines == 3);
  REQUIRE(overview.other_funding.sums.size() == 1);
  CHECK(overview.other_funding.sums[0].amount == Number(5));
}

TEST_CASE("overview: a programme and one that it includes may be counted twice") {
  const engine::Overview overview = overview_of(R"(roadmap:
  id: A
  title: First
  funding:
    - {title: Outer, programme: O}
    - {title: Inner, programme: I}
    - {title: Other, programme: X}
    - {title: Uncounted, programme: I, counted: false}
register:
  programmes:
    - {id: O, title: Outer, includes: [M]}
    - {id: M, title: Middle, includes: [I]}
    - {id: I, title: Inner}
    - {id: X, title: Other, includes: [Y]}
    - {id: Y, title: Nowhere}
)");
  std::vector<std::string> marked;
  for (const engine::OverviewFunding& line : overview.funding) {
    if (line.may_be_counted_twice) marked.push_back(line.title);
  }
  CHECK(marked == std::vector<std::string>{"Outer", "Inner"});
}

TEST_CASE("overview: money of a programme that two roadmaps may count is marked") {
  const engine::Overview overview = overview_of(R"(roadmaps:
  - {id: A, title: First, funding: [{title: One, programme: P, amount: 5 million EUR, counted: true}]}
  - {id: B, title: Second, funding: [{title: Two, programme: P}, {title: Three, programme: P, counted: false}]}
register:
  programmes: [{id: P, title: Programme}]
)");
  std::vector<std::string> marked;
  for (const engine::OverviewFunding& line : overview.funding) {
    CHECK(line.programme_title == "Programme");
    if (line.may_be_counted_twice) marked.push_back(line.title);
  }
  CHECK(marked == std::vector<std::string>{"One", "Two"});
}
