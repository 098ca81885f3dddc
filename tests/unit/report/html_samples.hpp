// An overview with something of everything, and a reader of the HTML report that is not ours.
#pragma once

#include <catch2/catch.hpp>

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <utility>

#include "tests/unit/report/ci_samples.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {

inline engine::OverviewPoint point(std::string_view date, int value, std::string unit = "%") {
  return {read_calendar_period(date).value(), Number(value), std::move(unit)};
}

inline engine::OverviewMilestone milestone(std::string id, std::string_view due) {
  engine::OverviewMilestone milestone;
  milestone.id = std::move(id);
  milestone.goal = "KI-WI";
  milestone.roadmap = "KI";
  milestone.due = read_calendar_period(due);
  return milestone;
}

/// A roadmap with a goal, milestones of every kind, money with and without an amount, and a measured indicator.
inline engine::Overview sample_overview(const Sample& sample) {
  engine::Overview overview;
  overview.roadmaps = {{"KI", "Künstliche Intelligenz", sample.at("id: KI")}};
  overview.goals = {{"KI-WI", "Wirtschaft", "KI", sample.at("id: KI-WI")}};
  overview.milestones = {milestone("KI-WI4", ""), milestone("KI-WI5", "2028"), milestone("KI-WI6", "2026-03-31")};
  overview.milestones[1].depends_on = {"KI-WI6"};
  overview.milestones[2].is_overdue = true;
  overview.funding = {{"P1", "Aktionsplan", "KI", "Rechner", Money{Number(1'600'000), {}}, true, false, true, {}},
                      {"P2", "Fonds", "KI", "Netze", std::nullopt, std::nullopt, false, false, {}}};
  engine::OverviewProgress progress;
  progress.subject = "KI-WI4";
  progress.name = "Anteil";
  progress.baseline = point("2024", 5);
  progress.target = point("2030", 20);
  progress.observations = {point("2026-06-30", 6)};
  progress.is_reached = false;
  progress.span = sample.at("5 %");
  overview.progress = {progress};
  return overview;
}

inline pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_doctype);
  INFO(result.description() << " at: " << page.substr(static_cast<std::size_t>(result.offset), 200));
  REQUIRE(result);
  return document;
}

inline std::size_t count_nodes(const pugi::xml_document& document, const char* path) {
  return document.select_nodes(path).size();
}

inline std::string text_of(const pugi::xml_document& document, const char* path) {
  std::string text;
  for (const pugi::xpath_node& found : document.select_nodes((std::string(path) + "//text()").c_str())) {
    text += found.node().value();
  }
  return text;
}

}  // namespace roadlint::report
