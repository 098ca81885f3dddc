// See html_scopes.hpp.
#include "report/html_scopes.hpp"

namespace roadlint::report {

HtmlScopes::HtmlScopes(const engine::Overview* overview) {
  if (overview == nullptr) return;
  for (std::size_t index = 0; index < overview->roadmaps.size(); ++index) {
    const engine::OverviewRoadmap& roadmap = overview->roadmaps[index];
    roadmaps_.emplace(roadmap.id, index);
    by_id_.emplace(roadmap.id, HtmlScope{index, std::nullopt});
    if (roadmap.span.is_known()) by_place_.emplace(std::pair(roadmap.span.file, roadmap.span.begin), index);
  }
  for (std::size_t index = 0; index < overview->goals.size(); ++index) {
    const engine::OverviewGoal& goal = overview->goals[index];
    HtmlScope scope = {std::nullopt, index};
    if (const auto found = roadmaps_.find(goal.roadmap); found != roadmaps_.end()) scope.roadmap = found->second;
    by_id_.emplace(goal.id, scope);
  }
  for (const engine::OverviewMilestone& milestone : overview->milestones) {
    by_id_.emplace(milestone.id, of_goal(milestone.goal, milestone.roadmap));
  }
}

HtmlScope HtmlScopes::of_goal(std::string_view goal, std::string_view roadmap) const {
  HtmlScope scope;
  if (const auto found = by_id_.find(goal); !goal.empty() && found != by_id_.end()) scope = found->second;
  const auto found = roadmaps_.find(roadmap);
  if (!scope.roadmap && found != roadmaps_.end()) scope.roadmap = found->second;
  return scope;
}

/// Records without an id are named by the path from one that has one: "KI.funding[3]".
std::optional<HtmlScope> HtmlScopes::of_id(std::string_view id) const {
  while (!id.empty()) {
    if (const auto found = by_id_.find(id); found != by_id_.end()) return found->second;
    const std::size_t end = id.find_last_of(".[");
    if (end == std::string_view::npos) break;
    id = id.substr(0, end);
  }
  return std::nullopt;
}

/// The last roadmap that begins before the place, in its file; else the first of that file.
std::optional<std::size_t> HtmlScopes::roadmap_at(const Span& span) const {
  if (!span.is_known()) return std::nullopt;
  const auto next = by_place_.upper_bound({span.file, span.begin});
  if (next != by_place_.begin() && std::prev(next)->first.first == span.file) return std::prev(next)->second;
  if (next != by_place_.end() && next->first.first == span.file) return next->second;
  return std::nullopt;
}

HtmlScope HtmlScopes::of(const engine::Finding& finding) const {
  std::string_view rest = finding.subject.id;
  while (!rest.empty()) {
    const std::size_t end = rest.find('|');
    if (const auto scope = of_id(rest.substr(0, end))) return *scope;
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return {roadmap_at(finding.span), std::nullopt};
}

std::string scope_keys(const HtmlScope& scope) {
  std::string keys;
  if (scope.roadmap) keys += "r" + std::to_string(*scope.roadmap);
  if (scope.goal) keys += (keys.empty() ? "g" : " g") + std::to_string(*scope.goal);
  return keys;
}

std::string narrowest_key(const HtmlScope& scope) {
  if (scope.goal) return "g" + std::to_string(*scope.goal);
  return scope.roadmap ? "r" + std::to_string(*scope.roadmap) : "none";
}

}  // namespace roadlint::report
