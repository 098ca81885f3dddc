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
  CHECK(progress.unit == "%");
  REQUIRE(progress.observations.size() == 2);
  CHECK(calendar_text(progress.observations.front().date) == "2025-03-31");
  REQUIRE(progress.target.has_value());
  CHECK(calendar_text(progress.target->date) == "2030");
}

TEST_CASE("overview: a unit is that of the indicator, and none where measurements differ") {
  std::string stated = indicator;
  stated.insert(stated.find("              baseline_year"), "              unit: percent\n");
  CHECK(overview_of(stated).progress.front().unit == "percent");
  std::string mixed = indicator;
  mixed.replace(mixed.find("12 %"), 4, "12 GW");
  CHECK(overview_of(mixed).progress.front().unit.empty());
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
