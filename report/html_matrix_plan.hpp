// What the matrix of the HTML report counts: findings by goal and rule, all of them, however many rows there are.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html_sections.hpp"

namespace roadlint::report {

/// The key of the column for all rules that have none.
inline constexpr std::string_view other_rules;

/// The findings of a row and a column.
struct MatrixCell {
  std::size_t count = 0;
  const engine::Finding* worst = nullptr;

  void add(const engine::Finding& finding) { add(1, finding); }
  void add(const MatrixCell& cell) { add(cell.count, *cell.worst); }

 private:
  static std::pair<Severity, bool> rank(const engine::Finding& finding) {
    return {finding.severity, finding.verdict == engine::Verdict::violated};
  }
  void add(std::size_t number, const engine::Finding& finding) {
    count += number;
    if (worst == nullptr || rank(finding) > rank(*worst)) worst = &finding;
  }
};

/// By rule; of the rules without a column of their own under `other_rules`.
using MatrixCells = std::map<std::string, MatrixCell, std::less<>>;

/// What a row stands for: a scope or, without an overview, the entity of the subjects.
struct MatrixRowKey {
  /// Roadmaps in their order; those outside of all come last.
  std::size_t roadmap = 0;
  /// 0 for the roadmap itself, else the goal's place and 1.
  std::size_t goal = 0;
  std::string entity = {};

  // NOLINTNEXTLINE(modernize-use-nullptr): there is no pointer in it
  friend auto operator<=>(const MatrixRowKey&, const MatrixRowKey&) = default;
};

struct Matrix {
  /// Rules, the most severe ones first, and the more frequent ones of equal severity.
  std::vector<std::string> columns;
  bool has_others = false;
  bool has_overview = false;
  /// There are so many goals that a row is a roadmap with all of its goals.
  bool is_by_roadmap = false;
  /// Also those of roadmaps and goals without a finding.
  std::map<MatrixRowKey, MatrixCells> rows;
  /// Those with the fewest findings, added up, when there are more rows than the page shows.
  MatrixCells other_rows;
  std::size_t other_row_count = 0;
};

[[nodiscard]] Matrix plan_matrix(const HtmlPage& page);

}  // namespace roadlint::report
