// See html_timeline_plan.hpp.
#include "report/html_timeline_plan.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"
#include "report/html_choice.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t rows_per_sheet = 42;
constexpr double label_column_width = 6.6;
constexpr double label_margin = 26;
constexpr std::size_t longest_label = 24;
/// " 9999"
constexpr std::size_t columns_of_year = 5;
constexpr double least_tick_distance = 44;

constexpr DayNumber days_per_year = 365;
/// So far around the middle half of all dates others are still shown at their place.
constexpr DayNumber least_reach = 20 * days_per_year;
/// Dates farther from today than this do not say when things happen.
constexpr DayNumber farthest = 100 * days_per_year;

/// Scopes in the order of the overview; milestones outside of all come last.
using ScopeOrder = std::pair<std::size_t, std::size_t>;

ScopeOrder order_of(const HtmlScope& scope) {
  constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
  return {scope.roadmap.value_or(last), scope.goal.value_or(last)};
}

double label_width(const TimelineBar& bar) {
  const std::size_t columns = std::min(utf8::display_width(utf8::printable(bar.milestone->id)), longest_label) +
                              (bar.edge == TimelineEdge::none ? 0 : columns_of_year);
  return static_cast<double>(columns) * label_column_width + label_margin;
}

TimelineEdge edge_of(const CalendarPeriod& due, const TimeScale& scale) {
  if (scale.is_before(due.last)) return TimelineEdge::before;
  return scale.is_after(due.first) ? TimelineEdge::after : TimelineEdge::none;
}

TimelineBar bar_of(const engine::OverviewMilestone& milestone, const TimeScale& scale) {
  TimelineBar bar = {&milestone, scale.x(milestone.due->first), scale.x(milestone.due->last + 1), false,
                     edge_of(*milestone.due, scale)};
  if (bar.end - bar.begin < timeline_least_bar) {
    const double middle = (bar.begin + bar.end) / 2;
    bar.begin = middle - timeline_least_bar / 2;
    bar.end = middle + timeline_least_bar / 2;
  }
  bar.has_label_on_left = bar.end + label_width(bar) > timeline_width;
  return bar;
}

/// Puts bars into as few lanes as a greedy choice needs, labels included.
std::vector<std::vector<TimelineBar>> lanes_of(std::vector<TimelineBar> bars) {
  const auto left_of = [](const TimelineBar& bar) {
    return bar.has_label_on_left ? bar.begin - label_width(bar) : bar.begin;
  };
  const auto right_of = [](const TimelineBar& bar) {
    return bar.has_label_on_left ? bar.end : bar.end + label_width(bar);
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

std::vector<const engine::OverviewMilestone*> shown_milestones(const engine::Overview& overview,
                                                               const HtmlScopes& scopes, std::size_t limit) {
  std::vector<HtmlCandidate> candidates;
  for (const engine::OverviewMilestone& milestone : overview.milestones) {
    const HtmlScope scope = scopes.of_goal(milestone.goal, milestone.roadmap);
    const bool is_remarkable = milestone.is_overdue || milestone.is_out_of_order;
    candidates.push_back({is_remarkable ? 1 : 0, scope.roadmap ? *scope.roadmap + 1 : 0});
  }
  std::vector<std::size_t> chosen = choose_for_page(candidates, limit);
  std::ranges::sort(chosen);
  std::vector<const engine::OverviewMilestone*> shown;
  shown.reserve(chosen.size());
  for (const std::size_t place : chosen) shown.push_back(&overview.milestones[place]);
  return shown;
}

/// The first and the last day of each milestone, in order.
std::vector<DayNumber> sorted_days(const std::vector<const engine::OverviewMilestone*>& milestones,
                                   std::optional<DayNumber> today) {
  std::vector<DayNumber> days;
  for (const engine::OverviewMilestone* milestone : milestones) {
    if (milestone->due) days.insert(days.end(), {milestone->due->first, milestone->due->last});
  }
  std::ranges::sort(days);
  const auto is_far = [&](DayNumber day) { return day < *today - farthest || day > *today + farthest; };
  if (today && !std::ranges::all_of(days, is_far)) std::erase_if(days, is_far);
  return days;
}

/// The years of all dates that are not too far from the middle half of them.
TimeScale scale_of(const std::vector<const engine::OverviewMilestone*>& milestones, std::optional<DayNumber> today) {
  std::vector<DayNumber> days = sorted_days(milestones, today);
  if (days.empty()) return today ? TimeScale(*today, *today) : TimeScale();
  const DayNumber lower = days[(days.size() - 1) / 4];
  const DayNumber upper = days[(days.size() - 1) * 3 / 4];
  const DayNumber reach = std::max(least_reach, 2 * (upper - lower));
  if (today) days.push_back(*today);
  std::erase_if(days, [&](DayNumber day) { return day < lower - reach || day > upper + reach; });
  const auto [first, last] = std::ranges::minmax(days);
  return {first, last};
}

}  // namespace

TimeScale::TimeScale(DayNumber first, DayNumber last)
    : first_year_(year_of(first)),
      last_year_(year_of(last)),
      first_(day_number(first_year_, 1, 1).value_or(first)),
      last_(day_number(last_year_, 12, 31).value_or(last)) {}

double TimeScale::x(DayNumber day) const {
  const DayNumber shown = std::clamp(day, first_, last_ + 1);
  const double share = static_cast<double>(shown - first_) / static_cast<double>(last_ - first_ + 1);
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
  plan.shown = shown_milestones(overview, scopes, limit);
  for (const engine::OverviewMilestone* milestone : plan.shown) {
    if (!milestone->due) plan.undated.push_back(milestone);
  }
  plan.scale = scale_of(plan.shown, today);
  plan.outside =
      static_cast<std::size_t>(std::ranges::count_if(plan.shown, [&](const engine::OverviewMilestone* milestone) {
        return milestone->due && edge_of(*milestone->due, plan.scale) != TimelineEdge::none;
      }));
  plan.sheets = sheets_of(rows_of(plan, scopes));
  return plan;
}

}  // namespace roadlint::report
