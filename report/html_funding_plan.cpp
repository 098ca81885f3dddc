// See html_funding_plan.hpp.
#include "report/html_funding_plan.hpp"

#include <algorithm>
#include <map>

#include "report/html_choice.hpp"
#include "report/html_picture.hpp"

namespace roadlint::report {
namespace {

/// What all amounts of a picture take together.
constexpr double amounts_height = 320;
/// A picture with few bands is not that high.
constexpr double height_per_band = 64;
constexpr double least_thickness = 1.5;
/// Of a band without an amount.
constexpr double thin = 6;
/// Two lines of text.
constexpr double least_node_height = 32;
constexpr double node_gap = 14;
constexpr double top_margin = 8;

bool has_amount(const engine::OverviewFunding& line) {
  return !line.has_no_money && line.amount && line.amount->amount > Number(0);
}

std::string currency_of(const engine::OverviewFunding& line) {
  return has_amount(line) ? std::string(line.amount->currency.text()) : std::string();
}

/// Most frequent first; a single empty one when no line has an amount.
std::vector<std::string> currencies_of(const std::vector<const engine::OverviewFunding*>& lines) {
  std::map<std::string, std::size_t> counts;
  for (const engine::OverviewFunding* line : lines) {
    if (has_amount(*line)) ++counts[currency_of(*line)];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string, std::size_t>::second);
  std::vector<std::string> currencies;
  currencies.reserve(sorted.size());
  for (const auto& [currency, count] : sorted) currencies.push_back(currency);
  if (currencies.empty()) currencies.emplace_back();
  return currencies;
}

class PlanBuilder {
 public:
  PlanBuilder(const engine::Overview& overview, std::string currency) : overview_(overview) {
    plan_.currency = std::move(currency);
  }

  void add(const engine::OverviewFunding& line) { plan_.bands.push_back({&line, 0, 0, 0, has_amount(line)}); }

  [[nodiscard]] FundingPlan build() {
    set_thickness();
    for (FundingBand& band : plan_.bands) {
      const engine::OverviewFunding& line = *band.line;
      place(plan_.programmes, line.programme, line.programme_title, band, band.left_top);
      place(plan_.roadmaps, line.roadmap, roadmap_title(line.roadmap), band, band.right_top);
    }
    add_up();
    const double left = stack(plan_.programmes);
    const double right = stack(plan_.roadmaps);
    plan_.height = std::max(left, right);
    for (FundingBand& band : plan_.bands) {
      band.left_top += node_of(plan_.programmes, band.line->programme).top;
      band.right_top += node_of(plan_.roadmaps, band.line->roadmap).top;
    }
    return std::move(plan_);
  }

 private:
  void set_thickness() {
    const double height = std::min(amounts_height, static_cast<double>(plan_.bands.size()) * height_per_band);
    double total = 0;
    for (const FundingBand& band : plan_.bands) total += band.has_amount ? length_of(band.line->amount->amount) : 0;
    for (FundingBand& band : plan_.bands) {
      band.thickness =
          band.has_amount ? std::max(least_thickness, length_of(band.line->amount->amount) / total * height) : thin;
    }
  }

  [[nodiscard]] std::string roadmap_title(const std::string& id) const {
    const auto found = std::ranges::find(overview_.roadmaps, id, &engine::OverviewRoadmap::id);
    return found == overview_.roadmaps.end() ? std::string() : found->title;
  }

  [[nodiscard]] static FundingNode& node_of(std::vector<FundingNode>& nodes, const std::string& id) {
    return *std::ranges::find(nodes, id, &FundingNode::id);
  }

  /// Puts a band below those that its node has; `offset` is counted from the top of the node.
  static void place(std::vector<FundingNode>& nodes, const std::string& id, const std::string& title,
                    const FundingBand& band, double& offset) {
    if (std::ranges::find(nodes, id, &FundingNode::id) == nodes.end())
      nodes.push_back({id, title, 0, 0, std::nullopt, std::nullopt});
    FundingNode& node = node_of(nodes, id);
    offset = node.height;
    node.height += band.thickness;
  }

  /// The sums of all lines, whether the picture shows them or not.
  void add_up() {
    for (const engine::OverviewFunding& line : overview_.funding) {
      if (!has_amount(line) || currency_of(line) != plan_.currency) continue;
      add_to(plan_.programmes, line.programme, line);
      add_to(plan_.roadmaps, line.roadmap, line);
    }
  }

  static void add_to(std::vector<FundingNode>& nodes, const std::string& id, const engine::OverviewFunding& line) {
    const auto node = std::ranges::find(nodes, id, &FundingNode::id);
    if (node == nodes.end()) return;
    std::optional<Money>& sum = line.counted.value_or(true) ? node->sum : node->sum_not_counted;
    if (sum) {
      sum->amount = sum->amount + line.amount->amount;
    } else {
      sum = line.amount;
    }
  }

  /// One node below the other; the height of all.
  static double stack(std::vector<FundingNode>& nodes) {
    double top = top_margin;
    for (FundingNode& node : nodes) {
      node.top = top;
      top += std::max(node.height, least_node_height) + node_gap;
    }
    return top;
  }

  const engine::Overview& overview_;
  FundingPlan plan_;
};

}  // namespace

std::vector<const engine::OverviewFunding*> shown_funding(const engine::Overview& overview, std::size_t limit) {
  std::map<std::string_view, std::size_t> roadmaps;
  std::map<std::string_view, std::size_t> programmes;
  std::vector<HtmlCandidate> candidates;
  for (const engine::OverviewFunding& line : overview.funding) {
    candidates.push_back({line.may_be_counted_twice ? 1 : 0,
                          roadmaps.emplace(line.roadmap, roadmaps.size()).first->second,
                          programmes.emplace(line.programme, programmes.size()).first->second});
  }
  std::vector<std::size_t> chosen = choose_for_page(candidates, limit);
  std::ranges::sort(chosen);
  std::vector<const engine::OverviewFunding*> lines;
  lines.reserve(chosen.size());
  for (const std::size_t place : chosen) lines.push_back(&overview.funding[place]);
  return lines;
}

std::vector<FundingPlan> plan_funding(const engine::Overview& overview,
                                      const std::vector<const engine::OverviewFunding*>& lines) {
  std::vector<FundingPlan> plans;
  for (const std::string& currency : currencies_of(lines)) {
    PlanBuilder builder(overview, currency);
    for (const engine::OverviewFunding* line : lines) {
      const std::string of_line = currency_of(*line);
      if (of_line == currency || (of_line.empty() && plans.empty())) builder.add(*line);
    }
    plans.push_back(builder.build());
  }
  return plans;
}

}  // namespace roadlint::report
