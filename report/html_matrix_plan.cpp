// See html_matrix_plan.hpp.
#include "report/html_matrix_plan.hpp"

#include <algorithm>

namespace roadlint::report {
namespace {

constexpr std::size_t columns_shown = 12;
constexpr std::size_t rows_shown = 100;

class MatrixBuilder {
 public:
  explicit MatrixBuilder(const HtmlPage& page) : page_(page) {
    matrix_.has_overview = page.report.overview != nullptr && !page.report.overview->roadmaps.empty();
    matrix_.columns = most_severe_rules();
  }

  [[nodiscard]] Matrix build() {
    for (const engine::Finding* finding : page_.active) {
      const bool has_column = std::ranges::find(matrix_.columns, finding->rule) != matrix_.columns.end();
      if (!has_column) matrix_.has_others = true;
      matrix_.rows[row_of(*finding)][has_column ? finding->rule : std::string(other_rules)].add(*finding);
    }
    if (matrix_.has_overview && page_.report.list_name.empty()) add_rows_without_findings();
    if (matrix_.rows.size() > rows_shown && matrix_.has_overview) put_goals_into_roadmaps();
    if (matrix_.rows.size() > rows_shown) put_small_rows_together();
    return std::move(matrix_);
  }

 private:
  [[nodiscard]] MatrixRowKey row_of(const engine::Finding& finding) const {
    if (!matrix_.has_overview) return {0, 0, finding.subject.entity};
    return row_of(page_.scopes.of(finding));
  }

  [[nodiscard]] MatrixRowKey row_of(const HtmlScope& scope) const {
    return {scope.roadmap.value_or(page_.report.overview->roadmaps.size()), scope.goal ? *scope.goal + 1 : 0};
  }

  /// Roadmaps and goals that are in order are seen too. The list of one body says nothing of those.
  void add_rows_without_findings() {
    const engine::Overview& overview = *page_.report.overview;
    for (std::size_t roadmap = 0; roadmap < overview.roadmaps.size(); ++roadmap) matrix_.rows[{roadmap, 0}];
    for (const engine::OverviewGoal& goal : overview.goals) {
      matrix_.rows[row_of(page_.scopes.of_goal(goal.id, goal.roadmap))];
    }
  }

  /// Rules with errors come before those with warnings only, however frequent these are.
  [[nodiscard]] std::vector<std::string> most_severe_rules() const {
    std::map<std::string_view, MatrixCell> cells;
    for (const engine::Finding* finding : page_.active) cells[finding->rule].add(*finding);
    std::vector<std::pair<std::string_view, MatrixCell>> sorted(cells.begin(), cells.end());
    std::ranges::stable_sort(sorted, std::greater(), [](const auto& entry) {
      return std::pair(entry.second.worst->severity, entry.second.count);
    });
    std::vector<std::string> rules;
    for (const auto& [rule, cell] : sorted) {
      if (rules.size() == columns_shown) break;
      rules.emplace_back(rule);
    }
    return rules;
  }

  static void add(MatrixCells& sum, const MatrixCells& cells) {
    for (const auto& [rule, cell] : cells) sum[rule].add(cell);
  }

  /// Goals outside of all roadmaps stay what they are.
  void put_goals_into_roadmaps() {
    matrix_.is_by_roadmap = true;
    std::map<MatrixRowKey, MatrixCells> rows;
    for (const auto& [key, cells] : matrix_.rows) {
      const bool is_outside = key.roadmap == page_.report.overview->roadmaps.size();
      add(rows[is_outside ? key : MatrixRowKey{key.roadmap, 0}], cells);
    }
    matrix_.rows = std::move(rows);
  }

  /// Keeps the rows with the most findings.
  void put_small_rows_together() {
    std::vector<std::pair<std::size_t, MatrixRowKey>> totals;
    for (const auto& [key, cells] : matrix_.rows) {
      std::size_t total = 0;
      for (const auto& [rule, cell] : cells) total += cell.count;
      totals.emplace_back(total, key);
    }
    std::ranges::stable_sort(totals, std::greater(), &std::pair<std::size_t, MatrixRowKey>::first);
    matrix_.other_row_count = totals.size() - rows_shown;
    for (std::size_t index = rows_shown; index < totals.size(); ++index) {
      const auto row = matrix_.rows.find(totals[index].second);
      add(matrix_.other_rows, row->second);
      matrix_.rows.erase(row);
    }
  }

  const HtmlPage& page_;
  Matrix matrix_;
};

}  // namespace

Matrix plan_matrix(const HtmlPage& page) { return MatrixBuilder(page).build(); }

}  // namespace roadlint::report
