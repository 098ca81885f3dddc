// What a page chooses of more than it can hold.
#include "report/html_choice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace roadlint::report;

namespace {

std::vector<HtmlCandidate> candidates_of(std::size_t count, HtmlCandidate candidate) {
  return std::vector<HtmlCandidate>(count, candidate);
}

void append(std::vector<HtmlCandidate>& candidates, std::size_t count, HtmlCandidate candidate) {
  candidates.insert(candidates.end(), count, candidate);
}

/// How many of the chosen ones a condition holds for.
template <typename Condition>
std::size_t count_chosen(const std::vector<HtmlCandidate>& candidates, std::size_t limit, const Condition& condition) {
  const std::vector<std::size_t> chosen = choose_for_page(candidates, limit);
  return static_cast<std::size_t>(
      std::ranges::count_if(chosen, [&](std::size_t place) { return condition(candidates[place]); }));
}

}  // namespace

TEST_CASE("A page that holds everything has the heaviest first, else the order of the data", "[report]") {
  const std::vector<HtmlCandidate> candidates = {{0}, {2}, {1}, {2}};
  CHECK(choose_for_page(candidates, 4) == std::vector<std::size_t>{1, 3, 2, 0});
  CHECK(choose_for_page({}, 4).empty());
}

TEST_CASE("A page that is too small keeps the heaviest", "[report]") {
  std::vector<HtmlCandidate> candidates = candidates_of(100, {0});
  append(candidates, 10, {2});
  CHECK(choose_for_page(candidates, 20).size() == 20);
  CHECK(count_chosen(candidates, 20, [](const HtmlCandidate& candidate) { return candidate.weight == 2; }) == 10);
  CHECK(choose_for_page(candidates, 1) == std::vector<std::size_t>{100});
}

TEST_CASE("Each group has something on a page, however light it is", "[report]") {
  std::vector<HtmlCandidate> candidates = candidates_of(1'000, {2, 0, 0});
  append(candidates, 5, {0, 1, 0});
  append(candidates, 5, {0, 0, 1});
  const auto of_group = [](const HtmlCandidate& candidate) { return candidate.group == 1; };
  const auto of_second = [](const HtmlCandidate& candidate) { return candidate.second_group == 1; };
  CHECK(count_chosen(candidates, 100, of_group) == 5);
  CHECK(count_chosen(candidates, 100, of_second) == 5);
}

TEST_CASE("Equally heavy ones are spread over the groups", "[report]") {
  std::vector<HtmlCandidate> candidates = candidates_of(1'000, {1, 0});
  append(candidates, 1'000, {1, 1});
  append(candidates, 30, {1, 2});
  for (const std::size_t group : {0, 1, 2}) {
    const auto is_of_group = [&](const HtmlCandidate& candidate) { return candidate.group == group; };
    CHECK(count_chosen(candidates, 90, is_of_group) == 30);
  }
}

TEST_CASE("More groups than places are no trouble", "[report]") {
  std::vector<HtmlCandidate> candidates;
  for (std::size_t group = 0; group < 1'000; ++group) candidates.push_back({1, group, group});
  CHECK(choose_for_page(candidates, 10).size() == 10);
  CHECK(choose_for_page(candidates, 0).empty());
}
