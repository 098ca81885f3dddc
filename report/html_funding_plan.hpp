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
inline constexpr double funding_left = 310;
inline constexpr double funding_right = 690;
inline constexpr double funding_node_width = 10;

/// A programme or a roadmap.
struct FundingNode {
  std::string id;
  std::string title;
  double top = 0;
  double height = 0;
  /// Of all bands that have an amount; nothing when none has.
  std::optional<Money> sum;
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

/// The first `limit` lines, the most frequent currency first; lines without an amount are in the first picture.
[[nodiscard]] std::vector<FundingPlan> plan_funding(const engine::Overview& overview, std::size_t limit);

}  // namespace roadlint::report
