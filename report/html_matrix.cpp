// The matrix of the HTML report: goals by criteria. See html_sections.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/html_sections.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t columns_shown = 12;
constexpr std::size_t rows_shown = 300;
/// The key of the column for all rules that have none.
constexpr std::string_view other_rules = "";

/// The findings of a row and a column.
struct Cell {
  std::size_t count = 0;
  const engine::Finding* worst = nullptr;

  void add(const engine::Finding& finding) {
    ++count;
    if (worst == nullptr || rank(finding) > rank(*worst)) worst = &finding;
  }
  static std::pair<Severity, bool> rank(const engine::Finding& finding) {
    return {finding.severity, finding.verdict == engine::Verdict::violated};
  }
};

/// What a row stands for: a scope or, without an overview, the entity of the subjects.
struct RowKey {
  /// Roadmaps in their order; those outside of all come last.
  std::size_t roadmap = 0;
  /// 0 for the roadmap itself, else the goal's place and 1.
  std::size_t goal = 0;
  std::string entity;

  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

struct Matrix {
  std::vector<std::string> columns;
  bool has_others = false;
  std::map<RowKey, std::map<std::string, Cell, std::less<>>> rows;
  std::size_t rows_left_out = 0;
};

class MatrixBuilder {
 public:
  explicit MatrixBuilder(const HtmlPage& page) : page_(page) {}

  [[nodiscard]] Matrix build() const {
    Matrix matrix;
    matrix.columns = most_frequent_rules();
    for (const engine::Finding* finding : page_.active) {
      const bool has_column = std::ranges::find(matrix.columns, finding->rule) != matrix.columns.end();
      if (!has_column) matrix.has_others = true;
      matrix.rows[row_of(*finding)][has_column ? finding->rule : std::string(other_rules)].add(*finding);
    }
    leave_out_rows(matrix);
    return matrix;
  }

 private:
  [[nodiscard]] bool has_overview() const {
    return page_.report.overview != nullptr && !page_.report.overview->roadmaps.empty();
  }

  [[nodiscard]] RowKey row_of(const engine::Finding& finding) const {
    if (!has_overview()) return {0, 0, finding.subject.entity};
    const HtmlScope scope = page_.scopes.of(finding);
    return {scope.roadmap.value_or(page_.report.overview->roadmaps.size()), scope.goal ? *scope.goal + 1 : 0, {}};
  }

  [[nodiscard]] std::vector<std::string> most_frequent_rules() const {
    std::map<std::string_view, std::size_t> counts;
    for (const engine::Finding* finding : page_.active) ++counts[finding->rule];
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string_view, std::size_t>::second);
    std::vector<std::string> rules;
    for (const auto& [rule, count] : sorted) {
      if (rules.size() == columns_shown) break;
      rules.emplace_back(rule);
    }
    return rules;
  }

  /// Keeps the rows with the most findings.
  static void leave_out_rows(Matrix& matrix) {
    if (matrix.rows.size() <= rows_shown) return;
    std::vector<std::pair<std::size_t, RowKey>> totals;
    for (const auto& [key, cells] : matrix.rows) {
      std::size_t total = 0;
      for (const auto& [rule, cell] : cells) total += cell.count;
      totals.emplace_back(total, key);
    }
    std::ranges::stable_sort(totals, std::greater(), &std::pair<std::size_t, RowKey>::first);
    for (std::size_t index = rows_shown; index < totals.size(); ++index) matrix.rows.erase(totals[index].second);
    matrix.rows_left_out = totals.size() - rows_shown;
  }

  const HtmlPage& page_;
};

class MatrixWriter {
 public:
  MatrixWriter(const HtmlPage& page, const Matrix& matrix)
      : out_(page.out), overview_(page.report.overview), matrix_(matrix) {
    has_overview_ = overview_ != nullptr && !overview_->roadmaps.empty();
    for (const engine::Finding* finding : page.active) titles_.emplace(finding->rule, &finding->title);
  }

  void write() {
    out_.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-label\">\n");
    out_.markup("<span id=\"matrix-label\" class=\"for-readers\">").say(&HtmlWords::matrix_scrolls);
    out_.markup("</span>\n<table class=\"matrix\">\n");
    write_head();
    std::size_t last_roadmap = static_cast<std::size_t>(-1);
    out_.markup("<tbody>\n");
    for (const auto& [key, cells] : matrix_.rows) {
      if (is_in_roadmap(key) && key.roadmap != last_roadmap) write_roadmap_row(key.roadmap);
      last_roadmap = key.roadmap;
      write_row(key, cells);
    }
    out_.markup("</tbody>\n</table>\n</div>\n");
  }

 private:
  void write_head() {
    out_.markup("<thead><tr><th scope=\"col\">");
    out_.say(has_overview_ ? &HtmlWords::goal_or_roadmap : &HtmlWords::entity).markup("</th>");
    for (const std::string& rule : matrix_.columns) {
      out_.markup("<th scope=\"col\" class=\"rule\"><span>").data(rule).markup("</span></th>");
    }
    if (matrix_.has_others) out_.markup("<th scope=\"col\" class=\"rule\"><span>").say(&HtmlWords::other_rules);
    if (matrix_.has_others) out_.markup("</span></th>");
    out_.markup("<th scope=\"col\" class=\"rule\"><span>").say(&HtmlWords::all_rules).markup("</span></th>");
    out_.markup("</tr></thead>\n");
  }

  [[nodiscard]] bool is_in_roadmap(const RowKey& key) const {
    return has_overview_ && key.roadmap < overview_->roadmaps.size();
  }

  void write_roadmap_row(std::size_t roadmap) {
    const std::size_t columns = matrix_.columns.size() + (matrix_.has_others ? 3 : 2);
    out_.markup("<tr class=\"group\"><th scope=\"rowgroup\"").attribute("colspan", columns).markup(">");
    write_name(overview_->roadmaps[roadmap].id, overview_->roadmaps[roadmap].title);
    out_.markup("</th></tr>\n");
  }

  void write_name(std::string_view id, std::string_view title) {
    out_.markup("<b>").data(id).markup("</b>");
    if (!title.empty()) out_.markup(" ").data(title);
  }

  [[nodiscard]] std::string key_of(const RowKey& key) const {
    if (!has_overview_) return {};
    if (key.goal > 0) return "g" + std::to_string(key.goal - 1);
    return is_in_roadmap(key) ? "R" + std::to_string(key.roadmap) : "none";
  }

  void write_row_name(const RowKey& key) {
    if (!has_overview_) {
      out_.data(key.entity);
    } else if (key.goal > 0) {
      write_name(overview_->goals[key.goal - 1].id, overview_->goals[key.goal - 1].title);
    } else {
      out_.say(is_in_roadmap(key) ? &HtmlWords::whole_roadmap : &HtmlWords::no_roadmap);
    }
  }

  void write_row(const RowKey& key, const std::map<std::string, Cell, std::less<>>& cells) {
    out_.markup("<tr><th scope=\"row\">");
    write_row_name(key);
    out_.markup("</th>");
    Cell all;
    for (const auto& [rule, cell] : cells) {
      if (all.worst == nullptr || Cell::rank(*cell.worst) > Cell::rank(*all.worst)) all.worst = cell.worst;
      all.count += cell.count;
    }
    const auto write_column = [&](std::string_view rule) {
      const auto found = cells.find(rule);
      if (found == cells.end()) {
        out_.markup("<td></td>");
      } else {
        write_cell(key, rule, found->second);
      }
    };
    for (const std::string& rule : matrix_.columns) write_column(rule);
    if (matrix_.has_others) write_column(other_rules);
    write_cell(key, "*", all);
    out_.markup("</tr>\n");
  }

  [[nodiscard]] std::string name_of(const RowKey& key, std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    if (!has_overview_) return key.entity;
    if (key.goal > 0) return overview_->goals[key.goal - 1].id;
    if (is_in_roadmap(key)) return overview_->roadmaps[key.roadmap].id;
    return std::string(words.no_roadmap);
  }

  [[nodiscard]] std::string title_of(std::string_view rule, std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    if (rule == other_rules) return std::string(words.other_rules);
    if (rule == "*") return std::string(words.all_rules);
    const auto found = titles_.find(rule);
    const std::string title = found == titles_.end() ? std::string() : found->second->in(language);
    return title.empty() ? std::string(rule) : title;
  }

  /// A link that shows just the findings of the cell; without the script it leads to all of them.
  void write_cell(const RowKey& key, std::string_view rule, const Cell& cell) {
    const bool is_undecidable = cell.worst->verdict == engine::Verdict::undecidable;
    const auto described = [&](std::string_view language) {
      const HtmlWords& words = html_words_in(language);
      const std::string_view worst = words.*severity_sentence(cell.worst->severity);
      return fmt::format(fmt::runtime(words.cell_shows), name_of(key, language), title_of(rule, language),
                         counted(&HtmlWords::findings_of_cell, cell.count, language), worst);
    };
    out_.markup("<td class=\"").markup(severity_name(cell.worst->severity));
    out_.markup(is_undecidable ? " undecidable" : "").markup("\"><a href=\"#findings-heading\" class=\"pick\"");
    out_.attribute("data-scope", key_of(key));
    if (!has_overview_) out_.attribute("data-entity", key.entity);
    if (rule != "*") out_.attribute("data-rule", rule == other_rules ? "*" : rule);
    out_.markup("><span aria-hidden=\"true\"><span class=\"sign\"></span>").text(std::to_string(cell.count));
    out_.markup("</span><span class=\"for-readers\">").both(described).markup("</span></a></td>");
  }

  HtmlWriter& out_;
  const engine::Overview* overview_;
  const Matrix& matrix_;
  bool has_overview_ = false;
  std::map<std::string_view, const LocalizedText*> titles_;
};

/// The signs, which say the same as the colours.
void write_legend(HtmlWriter& out) {
  out.markup("<p class=\"legend\"><span>").say(&HtmlWords::legend).say(&HtmlWords::colon).markup("</span>");
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    out.markup(" <span class=\"key ").markup(severity_name(severity)).markup("\"><span class=\"sign\"></span>");
    out.say(severity_sentence(severity)).markup("</span>");
  }
  out.markup(" <span class=\"key undecidable\"><span class=\"sign\"></span>");
  out.say(&HtmlWords::undecidable).markup("</span></p>\n");
}

}  // namespace

void write_html_matrix(const HtmlPage& page) {
  if (page.active.empty()) return;
  const Matrix matrix = MatrixBuilder(page).build();
  begin_html_section(page.out, "matrix", &HtmlWords::matrix_heading);
  page.out.markup("<p>").say(&HtmlWords::matrix_explained).markup("</p>\n");
  write_legend(page.out);
  MatrixWriter(page, matrix).write();
  if (matrix.rows_left_out > 0) {
    page.out.markup("<p>").say(&HtmlWords::rows_left_out, matrix.rows_left_out).markup("</p>\n");
  }
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
