// Where everything of the timeline stands: milestones in lanes, lanes in rows, rows on sheets that fit on a page.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "report/html_scopes.hpp"
#include "report/report.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {

/// Lengths of the timeline.
inline constexpr double timeline_width = 1000;
inline constexpr double timeline_left = 236;
inline constexpr double timeline_right = 984;
inline constexpr double timeline_top = 34;
inline constexpr double timeline_row_height = 24;
inline constexpr double timeline_bar_height = 12;
/// A period so short that nobody would see it is drawn this wide.
inline constexpr double timeline_least_bar = 9;

/// Days to places from left to right.
class TimeScale {
 public:
  TimeScale() = default;
  /// From the beginning of the first year to the end of the last.
  TimeScale(DayNumber first, DayNumber last);

  /// Days outside of the years are at the edge.
  [[nodiscard]] double x(DayNumber day) const;
  [[nodiscard]] bool is_before(DayNumber day) const { return day < first_; }
  [[nodiscard]] bool is_after(DayNumber day) const { return day > last_; }
  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int last_year() const { return last_year_; }
  /// Years between two ticks, so that their labels do not touch.
  [[nodiscard]] int years_per_tick() const;

 private:
  int first_year_ = 1;
  int last_year_ = 1;
  DayNumber first_ = 0;
  DayNumber last_ = 1;
};

/// A date so far from all others that showing it would leave no room for them stands at the edge.
enum class TimelineEdge { none, before, after };

struct TimelineBar {
  const engine::OverviewMilestone* milestone = nullptr;
  double begin = 0;
  double end = 0;
  /// The label stands left of the bar because there is no room right of it.
  bool has_label_on_left = false;
  TimelineEdge edge = TimelineEdge::none;
};

/// A heading with the roadmap's name, or a lane of a goal's milestones.
struct TimelineRow {
  HtmlScope scope;
  bool is_heading = false;
  /// The first lane of its goal on this sheet, which says the goal's name.
  bool is_named = false;
  std::vector<TimelineBar> bars;
};

using TimelineSheet = std::vector<TimelineRow>;

struct TimelinePlan {
  TimeScale scale;
  std::vector<TimelineSheet> sheets;
  std::vector<const engine::OverviewMilestone*> shown;
  std::vector<const engine::OverviewMilestone*> undated;
  /// How many are at the edge.
  std::size_t outside = 0;
};

/// Of at most `limit` milestones, those that are overdue or out of order before others, and some of every roadmap;
/// `today` is on the picture too when it is known.
[[nodiscard]] TimelinePlan plan_timeline(const engine::Overview& overview, const HtmlScopes& scopes,
                                         std::optional<DayNumber> today, std::size_t limit);

}  // namespace roadlint::report
