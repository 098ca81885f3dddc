// See html_choice.hpp.
#include "report/html_choice.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace roadlint::report {
namespace {

/// More of a group would not tell a reader more about it.
constexpr std::size_t most_for_each_group = 20;

class Chooser {
 public:
  Chooser(const std::vector<HtmlCandidate>& candidates, std::size_t limit)
      : candidates_(candidates), limit_(limit), is_chosen_(candidates.size(), false) {
    for (std::size_t place = 0; place < candidates.size(); ++place) order_.push_back(place);
    std::ranges::stable_sort(order_, std::greater(), [&](std::size_t place) { return candidates_[place].weight; });
  }

  [[nodiscard]] std::vector<std::size_t> choose() {
    if (candidates_.size() <= limit_) return order_;
    choose_for_each_group();
    fill_up();
    std::erase_if(order_, [&](std::size_t place) { return !is_chosen_[place]; });
    return order_;
  }

 private:
  void take(std::size_t place) {
    is_chosen_[place] = true;
    ++chosen_;
  }

  void choose_for_each_group() {
    std::map<std::size_t, std::size_t> taken;
    std::map<std::size_t, std::size_t> taken_of_second;
    const std::size_t most = share_of_group();
    for (const std::size_t place : order_) {
      if (chosen_ >= limit_ / 2) break;
      std::size_t& of_group = taken[candidates_[place].group];
      std::size_t& of_second = taken_of_second[candidates_[place].second_group];
      if (of_group >= most && of_second >= most) continue;
      ++of_group;
      ++of_second;
      take(place);
    }
  }

  [[nodiscard]] std::size_t share_of_group() const {
    std::set<std::size_t> groups;
    std::set<std::size_t> second_groups;
    for (const HtmlCandidate& candidate : candidates_) {
      groups.insert(candidate.group);
      second_groups.insert(candidate.second_group);
    }
    const std::size_t count = groups.size() + second_groups.size();
    return std::clamp<std::size_t>(limit_ / 2 / count, 1, most_for_each_group);
  }

  /// The heaviest that are left; of those with the same weight the first of each group, then the second of each.
  void fill_up() {
    std::map<std::pair<int, std::size_t>, std::size_t> seen;
    std::vector<std::pair<std::size_t, std::size_t>> left;  // how many of its group come before it, and its place
    for (const std::size_t place : order_) {
      const std::size_t turn = seen[{candidates_[place].weight, candidates_[place].group}]++;
      if (!is_chosen_[place]) left.emplace_back(turn, place);
    }
    std::ranges::stable_sort(left, [&](const auto& one, const auto& other) {
      const int weight = candidates_[one.second].weight;
      const int other_weight = candidates_[other.second].weight;
      return weight != other_weight ? weight > other_weight : one.first < other.first;
    });
    for (const auto& [turn, place] : left) {
      if (chosen_ == limit_) break;
      take(place);
    }
  }

  const std::vector<HtmlCandidate>& candidates_;
  std::size_t limit_;
  std::vector<bool> is_chosen_;
  std::vector<std::size_t> order_;
  std::size_t chosen_ = 0;
};

}  // namespace

std::vector<std::size_t> choose_for_page(const std::vector<HtmlCandidate>& candidates, std::size_t limit) {
  return Chooser(candidates, limit).choose();
}

}  // namespace roadlint::report
