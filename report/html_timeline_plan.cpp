// See html_timeline_plan.hpp.
#include "report/html_timeline_plan.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t rows_per_sheet = 42;
constexpr double label_column_width = 6.6;
constexpr double label_margin = 26;
constexpr std::size_t longest_label = 24;
constexpr double least_tick_distance = 44;

/// Scopes in the order of the overview; milestones outside of all come last.
using ScopeOrder = std::pair<std::size_t, std::size_t>;

ScopeOrder order_of(const HtmlScope& scope) {
  constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
  return {scope.roadmap.value_or(last), scope.goal.value_or(last)};
}

double label_width(const engine::OverviewMilestone& milestone) {
  const std::size_t columns = std::min(utf8::display_width(utf8::printable(milestone.id)), longest_label);
  return static_cast<double>(columns) * label_column_width + label_margin;
}

TimelineBar bar_of(const engine::OverviewMilestone& milestone, const TimeScale& scale) {
  TimelineBar bar = {&milestone, scale.x(milestone.due->first), scale.x(milestone.due->last + 1), false};
  if (bar.end - bar.begin < timeline_least_bar) {
    const double middle = (bar.begin + bar.end) / 2;
    bar.begin = middle - timeline_least_bar / 2;
    bar.end = middle + timeline_least_bar / 2;
  }
  bar.has_label_on_left = bar.end + label_width(milestone) > timeline_width;
  return bar;
}

/// Puts bars into as few lanes as a greedy choice needs, labels included.
std::vector<std::vector<TimelineBar>> lanes_of(std::vector<TimelineBar> bars) {
  const auto left_of = [](const TimelineBar& bar) {
    return bar.has_label_on_left ? bar.begin - label_width(*bar.milestone) : bar.begin;
  };
  const auto right_of = [](const TimelineBar& bar) {
    return bar.has_label_on_left ? bar.end : bar.end + label_width(*bar.milestone);
  };
  std::ranges::stable_sort(bars, std::less(), left_of);
  std::vector<std::vector<TimelineBar>> lanes;
  for (const TimelineBar& bar : bars) {
    const auto lane =
        std::ranges::find_if(lanes, [&](const auto& taken) { return right_of(taken.back()) <= left_of(bar); });
    if (lane == lanes.end()) {
      lanes.push_back({bar});
    } else {
      lane->push_back(bar);
    }
  }
  return lanes;
}

/// Cuts rows into sheets; a lane is never far from the names of its goal and roadmap.
std::vector<TimelineSheet> sheets_of(const std::vector<TimelineRow>& rows) {
  std::vector<TimelineSheet> sheets;
  for (const TimelineRow& row : rows) {
    const bool has_room = !sheets.empty() && sheets.back().size() < rows_per_sheet - (row.is_heading ? 1 : 0);
    if (has_room) {
      sheets.back().push_back(row);
      continue;
    }
    sheets.emplace_back();
    if (!row.is_heading) sheets.back().push_back({row.scope, true, false, {}});
    sheets.back().push_back(row);
    sheets.back().back().is_named = !row.is_heading;
  }
  return sheets;
}

std::vector<TimelineRow> rows_of(const TimelinePlan& plan, const HtmlScopes& scopes) {
  std::map<ScopeOrder, std::pair<HtmlScope, std::vector<TimelineBar>>> groups;
  for (const engine::OverviewMilestone* milestone : plan.shown) {
    if (!milestone->due) continue;
    const HtmlScope scope = scopes.of_goal(milestone->goal, milestone->roadmap);
    auto& [group_scope, bars] = groups[order_of(scope)];
    group_scope = scope;
    bars.push_back(bar_of(*milestone, plan.scale));
  }
  std::vector<TimelineRow> rows;
  for (const auto& [order, group] : groups) {
    const auto& [scope, bars] = group;
    if (rows.empty() || rows.back().scope.roadmap != scope.roadmap) rows.push_back({scope, true, false, {}});
    bool is_first = true;
    for (std::vector<TimelineBar>& lane : lanes_of(bars)) {
      rows.push_back({scope, false, is_first, std::move(lane)});
      is_first = false;
    }
  }
  return rows;
}

}  // namespace

TimeScale::TimeScale(DayNumber first, DayNumber last)
    : first_year_(year_of(first)),
      last_year_(year_of(last)),
      first_(day_number(first_year_, 1, 1).value_or(first)),
      last_(day_number(last_year_, 12, 31).value_or(last)) {}

double TimeScale::x(DayNumber day) const {
  const double share = static_cast<double>(day - first_) / static_cast<double>(last_ - first_ + 1);
  return timeline_left + share * (timeline_right - timeline_left);
}

int TimeScale::years_per_tick() const {
  const double per_year = (timeline_right - timeline_left) / (last_year_ - first_year_ + 1);
  for (const int years : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
    if (per_year * years >= least_tick_distance) return years;
  }
  return 1000;
}

TimelinePlan plan_timeline(const engine::Overview& overview, const HtmlScopes& scopes, std::optional<DayNumber> today,
                           std::size_t limit) {
  TimelinePlan plan;
  std::optional<DayNumber> first = today;
  std::optional<DayNumber> last = today;
  for (const engine::OverviewMilestone& milestone : overview.milestones) {
    if (plan.shown.size() == limit) break;
    plan.shown.push_back(&milestone);
    if (!milestone.due) {
      plan.undated.push_back(&milestone);
      continue;
    }
    first = std::min(first.value_or(milestone.due->first), milestone.due->first);
    last = std::max(last.value_or(milestone.due->last), milestone.due->last);
  }
  if (first && last) plan.scale = TimeScale(*first, *last);
  plan.sheets = sheets_of(rows_of(plan, scopes));
  return plan;
}

}  // namespace roadlint::report
