// Where the bands of the funding picture run: programmes on the left, roadmaps on the right, a picture for a currency.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/report.hpp"
#include "values/amounts.hpp"

namespace roadlint::report {

/// Lengths of the picture.
inline constexpr double funding_width = 1000;
inline constexpr double funding_left = 320;
inline constexpr double funding_right = 672;
inline constexpr double funding_node_width = 10;

/// A programme or a roadmap.
struct FundingNode {
  std::string id;
  std::string title;
  double top = 0;
  double height = 0;
  /// Of all its lines that have an amount and are counted, those that the picture leaves out too; nothing when none
  /// has.
  std::optional<Money> sum;
  /// The same of those that are not counted.
  std::optional<Money> sum_not_counted;
};

struct FundingBand {
  const engine::OverviewFunding* line = nullptr;
  double left_top = 0;
  double right_top = 0;
  double thickness = 0;
  /// In proportion to the amount; else it only says that there is a line.
  bool has_amount = false;
};

struct FundingPlan {
  /// "EUR"; empty when no line has an amount.
  std::string currency;
  std::vector<FundingNode> programmes;
  std::vector<FundingNode> roadmaps;
  std::vector<FundingBand> bands;
  double height = 0;
};

/// At most `limit` lines, in the order of the data: those that may be counted twice before others, and some of every
/// roadmap and every programme.
[[nodiscard]] std::vector<const engine::OverviewFunding*> shown_funding(const engine::Overview& overview,
                                                                        std::size_t limit);

/// A picture for each currency, the most frequent one first; lines without an amount are in the first picture.
[[nodiscard]] std::vector<FundingPlan> plan_funding(const engine::Overview& overview,
                                                    const std::vector<const engine::OverviewFunding*>& lines);

}  // namespace roadlint::report
