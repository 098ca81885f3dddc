// What the pictures of a report show of the data itself, beside its findings: who is in it, when, with which money and
// how far. Made of the tables of the roadmap model; what a model does not have stays empty.
#pragma once

#include <cstddef>
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
  bool is_abandoned = false;
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
  /// The line states that there is no money, whatever its amount.
  bool has_no_money = false;
  /// Lines of several roadmaps count the same programme, or do not say that they do not; or another line counts a
  /// programme that this one includes or that includes it.
  bool may_be_counted_twice = false;
  Span span;
};

/// The lines of money that name no programme, without those that state that there is no money.
struct OverviewOtherFunding {
  std::size_t lines = 0;
  /// Of the amounts that they state, one for each currency.
  std::vector<Money> sums;
};

/// A value at a time.
struct OverviewPoint {
  CalendarPeriod date;
  Number value;
  /// As the value states it, else that of the indicator.
  std::string unit;
};

/// How a value must stand to a target that it reaches.
enum class OverviewComparison : std::uint8_t { at_least, more_than, exactly, at_most, less_than };

/// An indicator that has been measured since its baseline.
struct OverviewProgress {
  /// Id of the goal, milestone or measure that the indicator belongs to.
  std::string subject;
  std::string name;
  std::optional<OverviewPoint> baseline;
  std::optional<OverviewPoint> target;
  /// In the order of their dates; never empty.
  std::vector<OverviewPoint> observations;
  /// That of the target, or the one that follows from the baseline or from which way is better.
  OverviewComparison comparison = OverviewComparison::at_least;
  /// Values of baseline, target and observations cannot be compared.
  bool has_different_units = false;
  /// By the last observation; nothing without a target, or where values cannot be compared.
  std::optional<bool> is_reached;
  /// The date of the target lies before "today".
  bool is_past = false;
  Span span;
};

struct Overview {
  std::vector<OverviewRoadmap> roadmaps;
  std::vector<OverviewGoal> goals;
  /// In the order of the data.
  std::vector<OverviewMilestone> milestones;
  std::vector<OverviewFunding> funding;
  OverviewOtherFunding other_funding;
  std::vector<OverviewProgress> progress;
};

}  // namespace roadlint::engine
