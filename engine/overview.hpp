// What the pictures of a report show of the data itself, beside its findings: who is in it, when, with which money and
// how far. Made of the tables of the roadmap model; what a model does not have stays empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "engine/outcome.hpp"
#include "values/amounts.hpp"
#include "values/calendar.hpp"

namespace roadlint::engine {

struct OverviewRoadmap {
  std::string id;
  std::string title;
  Span span;
};

struct OverviewGoal {
  std::string id;
  std::string title;
  /// Id of its roadmap; empty when it stands outside of one.
  std::string roadmap;
  Span span;
};

struct OverviewMilestone {
  std::string id;
  std::string title;
  /// Ids; empty when it stands outside of one.
  std::string goal;
  std::string roadmap;
  /// Nothing when it has no date that can be read.
  std::optional<CalendarPeriod> due;
  bool is_achieved = false;
  /// Its last day lies before "today", and it is neither achieved nor abandoned.
  bool is_overdue = false;
  /// Ids of the milestones that it depends on.
  std::vector<std::string> depends_on;
  /// It is due before one of them.
  bool is_out_of_order = false;
  Span span;
};

/// A line of money that names a programme.
struct OverviewFunding {
  /// Id and title of the programme.
  std::string programme;
  std::string programme_title;
  /// Id of the roadmap that the line stands in.
  std::string roadmap;
  std::string title;
  std::optional<Money> amount;
  /// Whether it counts towards the total of the roadmap; nothing when the line does not say.
  std::optional<bool> counted;
  /// Lines of several roadmaps count the same programme, or do not say that they do not.
  bool may_be_counted_twice = false;
  Span span;
};

/// A value at a time.
struct OverviewPoint {
  CalendarPeriod date;
  Number value;
};

/// An indicator that has been measured since its baseline.
struct OverviewProgress {
  /// Id of the goal, milestone or measure that the indicator belongs to.
  std::string subject;
  std::string name;
  std::string unit;
  std::optional<OverviewPoint> baseline;
  std::optional<OverviewPoint> target;
  /// In the order of their dates; never empty.
  std::vector<OverviewPoint> observations;
  Span span;
};

struct Overview {
  std::vector<OverviewRoadmap> roadmaps;
  std::vector<OverviewGoal> goals;
  /// In the order of the data.
  std::vector<OverviewMilestone> milestones;
  std::vector<OverviewFunding> funding;
  std::vector<OverviewProgress> progress;
};

}  // namespace roadlint::engine
