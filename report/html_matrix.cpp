// The matrix of the HTML report: goals by criteria. See html_sections.hpp and html_matrix_plan.hpp.
#include <fmt/format.h>

#include "report/html_matrix_plan.hpp"
#include "report/html_sections.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

/// The key of the column for all rules together.
constexpr std::string_view all_rules = "*";
/// Every cell of a row says the name again to those who hear the page.
constexpr std::size_t name_columns = 60;

class MatrixWriter {
 public:
  MatrixWriter(const HtmlPage& page, const Matrix& matrix)
      : out_(page.out), overview_(page.report.overview), matrix_(matrix) {
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
      const bool is_new = is_in_roadmap(key) && key.roadmap != last_roadmap;
      if (is_new && !matrix_.is_by_roadmap) write_roadmap_row(key.roadmap);
      last_roadmap = key.roadmap;
      write_row(key, cells);
    }
    if (matrix_.other_row_count > 0) write_other_rows();
    out_.markup("</tbody>\n</table>\n</div>\n");
  }

 private:
  void write_head() {
    out_.markup("<thead><tr><th scope=\"col\">");
    if (!matrix_.has_overview) {
      out_.say(&HtmlWords::entity);
    } else {
      out_.say(matrix_.is_by_roadmap ? &HtmlWords::roadmap : &HtmlWords::goal_or_roadmap);
    }
    out_.markup("</th>");
    for (const std::string& rule : matrix_.columns) {
      out_.markup("<th scope=\"col\" class=\"rule\"");
      out_.hint([&](std::string_view language) { return title_of(rule, language); });
      out_.markup("><span>").brief(rule).markup("</span></th>");
    }
    if (matrix_.has_others) out_.markup("<th scope=\"col\" class=\"rule\"><span>").say(&HtmlWords::other_rules);
    if (matrix_.has_others) out_.markup("</span></th>");
    out_.markup("<th scope=\"col\" class=\"rule\"><span>").say(&HtmlWords::all_rules).markup("</span></th>");
    out_.markup("</tr></thead>\n");
  }

  [[nodiscard]] bool is_in_roadmap(const MatrixRowKey& key) const {
    return matrix_.has_overview && key.roadmap < overview_->roadmaps.size();
  }

  void write_roadmap_row(std::size_t roadmap) {
    const std::size_t columns = matrix_.columns.size() + (matrix_.has_others ? 3 : 2);
    out_.markup("<tr class=\"group\"><th scope=\"rowgroup\"")
        .attribute("colspan", columns)
        .markup("><span class=\"stays\">");
    write_name(overview_->roadmaps[roadmap].id, overview_->roadmaps[roadmap].title);
    out_.markup("</span></th></tr>\n");
  }

  void write_name(std::string_view id, std::string_view title) {
    out_.markup("<b>").brief(id).markup("</b>");
    if (!title.empty()) out_.markup(" ").brief(title);
  }

  /// What the filter calls the row: "R0" is the roadmap without its goals, "r0" with them.
  [[nodiscard]] std::string key_of(const MatrixRowKey& key) const {
    if (!matrix_.has_overview) return {};
    if (key.goal > 0) return "g" + std::to_string(key.goal - 1);
    if (!is_in_roadmap(key)) return "none";
    return (matrix_.is_by_roadmap ? "r" : "R") + std::to_string(key.roadmap);
  }

  void write_row_name(const MatrixRowKey& key) {
    if (!matrix_.has_overview) {
      out_.brief(key.entity);
    } else if (key.goal > 0) {
      write_name(overview_->goals[key.goal - 1].id, overview_->goals[key.goal - 1].title);
    } else if (is_in_roadmap(key) && matrix_.is_by_roadmap) {
      write_name(overview_->roadmaps[key.roadmap].id, overview_->roadmaps[key.roadmap].title);
    } else {
      out_.say(is_in_roadmap(key) ? &HtmlWords::whole_roadmap : &HtmlWords::no_roadmap);
    }
  }

  /// Calls `write_cell` with the rule and the cell of each column that has one; the others stay empty.
  template <typename Function>
  void write_cells(const MatrixCells& cells, const Function& write_cell) {
    MatrixCell all;
    for (const auto& [rule, cell] : cells) all.add(cell);
    const auto write_column = [&](std::string_view rule) {
      const auto found = cells.find(rule);
      if (found == cells.end()) {
        out_.markup("<td></td>");
      } else {
        write_cell(rule, found->second);
      }
    };
    for (const std::string& rule : matrix_.columns) write_column(rule);
    if (matrix_.has_others) write_column(other_rules);
    if (all.count == 0) {
      out_.markup("<td class=\"clean\"><span>–</span></td>");
    } else {
      write_cell(all_rules, all);
    }
  }

  void write_row(const MatrixRowKey& key, const MatrixCells& cells) {
    out_.markup("<tr><th scope=\"row\">");
    write_row_name(key);
    out_.markup("</th>");
    write_cells(cells, [&](std::string_view rule, const MatrixCell& cell) { write_link(key, rule, cell); });
    out_.markup("</tr>\n");
  }

  /// The filter cannot show several rows at once, so these are numbers only.
  void write_other_rows() {
    out_.markup("<tr class=\"others\"><th scope=\"row\">").say(&HtmlWords::other_rows, matrix_.other_row_count);
    out_.markup("</th>");
    write_cells(matrix_.other_rows, [&](std::string_view, const MatrixCell& cell) {
      begin_cell(cell);
      out_.markup("<span><span aria-hidden=\"true\">").text(std::to_string(cell.count)).markup("</span>");
      out_.markup("<span class=\"for-readers\">");
      out_.both([&](std::string_view language) { return count_and_worst(cell, language); });
      out_.markup("</span></span></td>");
    });
    out_.markup("</tr>\n");
  }

  [[nodiscard]] std::string name_of(const MatrixRowKey& key, std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    const auto short_name = [](const std::string& name) { return shortened(one_line(name), name_columns); };
    if (!matrix_.has_overview) return short_name(key.entity);
    if (key.goal > 0) return short_name(overview_->goals[key.goal - 1].id);
    if (is_in_roadmap(key)) return short_name(overview_->roadmaps[key.roadmap].id);
    return std::string(words.no_roadmap);
  }

  [[nodiscard]] std::string title_of(std::string_view rule, std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    if (rule == other_rules) return std::string(words.other_rules);
    if (rule == all_rules) return std::string(words.all_rules);
    const auto found = titles_.find(rule);
    const std::string title = found == titles_.end() ? std::string() : found->second->in(language);
    return title.empty() ? std::string(rule) : title;
  }

  /// "3 findings, at worst “Error”"
  [[nodiscard]] static std::string count_and_worst(const MatrixCell& cell, std::string_view language) {
    const HtmlWords& words = html_words_in(language);
    return fmt::format(fmt::runtime(words.cell_counts), counted(&HtmlWords::findings_of_cell, cell.count, language),
                       words.*severity_sentence(cell.worst->severity));
  }

  void begin_cell(const MatrixCell& cell) {
    const bool is_undecidable = cell.worst->verdict == engine::Verdict::undecidable;
    out_.markup("<td class=\"").markup(severity_name(cell.worst->severity));
    out_.markup(is_undecidable ? " undecidable\">" : "\">");
  }

  /// A link that shows just the findings of the cell; without the script it leads to all of them.
  void write_link(const MatrixRowKey& key, std::string_view rule, const MatrixCell& cell) {
    begin_cell(cell);
    out_.markup("<a href=\"#findings-heading\" class=\"pick\"").attribute("data-scope", key_of(key));
    if (!matrix_.has_overview) out_.attribute("data-entity", key.entity);
    if (rule != all_rules) out_.attribute("data-rule", rule == other_rules ? "*" : rule);
    // An attribute: elements for those who hear the page would make it open much later, as there are so many cells.
    out_.label([&](std::string_view language) {
      return name_of(key, language) + ", " + title_of(rule, language) + std::string(html_words_in(language).colon) +
             count_and_worst(cell, language);
    });
    out_.markup(">").text(std::to_string(cell.count)).markup("</a></td>");
  }

  HtmlWriter& out_;
  const engine::Overview* overview_;
  const Matrix& matrix_;
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
  out.say(&HtmlWords::undecidable).markup("</span> <span>").say(&HtmlWords::empty_cell).markup("</span></p>\n");
}

}  // namespace

void write_html_matrix(const HtmlPage& page) {
  if (page.active.empty()) return;
  const Matrix matrix = plan_matrix(page);
  begin_html_section(page.out, "matrix", &HtmlWords::matrix_heading);
  page.out.markup("<p>").say(&HtmlWords::matrix_explained).markup("</p>\n");
  write_legend(page.out);
  MatrixWriter(page, matrix).write();
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
