// The timeline of the HTML report: see html_sections.hpp and html_timeline_plan.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/html_picture.hpp"
#include "report/html_sections.hpp"
#include "report/html_timeline_plan.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t milestones_shown = 300;
constexpr std::size_t undated_shown = 100;
constexpr std::size_t prerequisites_shown = 30;
constexpr std::size_t label_columns = 24;
constexpr std::size_t goal_columns = 30;
constexpr std::size_t roadmap_columns = 110;
constexpr double label_gap = 5;
constexpr double arrow_reach = 26;

/// What a milestone is, as classes of the style sheet and as words.
struct State {
  std::string_view name;
  std::string_view sign;
  HtmlSentence word;
};

std::vector<State> states_of(const engine::OverviewMilestone& milestone) {
  std::vector<State> states;
  if (milestone.is_achieved) states.push_back({"achieved", "✓", &HtmlWords::achieved});
  if (milestone.is_abandoned) states.push_back({"abandoned", "–", &HtmlWords::abandoned});
  if (milestone.is_overdue) states.push_back({"overdue", "!", &HtmlWords::overdue});
  if (milestone.is_out_of_order) states.push_back({"out-of-order", "⇄", &HtmlWords::out_of_order});
  if (states.empty()) states.push_back({"open", "", &HtmlWords::open_milestone});
  return states;
}

std::string state_text(const engine::OverviewMilestone& milestone, std::string_view language) {
  std::string text;
  for (const State& state : states_of(milestone)) {
    text += (text.empty() ? "" : ", ") + std::string(html_words_in(language).*state.word);
  }
  return text;
}

std::string due_text(const engine::OverviewMilestone& milestone, std::string_view language) {
  return milestone.due ? date_text(*milestone.due, language) : std::string(html_words_in(language).no_date);
}

/// The places of a sheet.
class SheetWriter {
 public:
  SheetWriter(const HtmlPage& page, const TimelinePlan& plan, std::size_t number, std::optional<DayNumber> today)
      : out_(page.out),
        overview_(*page.report.overview),
        plan_(plan),
        number_(number),
        sheet_(plan.sheets[number]),
        today_(today),
        height_(timeline_top + static_cast<double>(sheet_.size()) * timeline_row_height + label_gap) {}

  void write() {
    begin_picture(
        out_, timeline_width, height_, [&](std::string_view language) { return name(language); },
        [&](std::string_view language) { return description(language); });
    write_axis();
    write_today();
    for (std::size_t row = 0; row < sheet_.size(); ++row) write_row_name(row);
    write_arrows();
    for (std::size_t row = 0; row < sheet_.size(); ++row) {
      for (const TimelineBar& bar : sheet_[row].bars) write_bar(bar, middle_of(row));
    }
    out_.markup("</svg>\n");
  }

 private:
  struct Place {
    double begin = 0;
    double end = 0;
    double y = 0;
  };

  [[nodiscard]] static double middle_of(std::size_t row) {
    return timeline_top + (static_cast<double>(row) + 0.5) * timeline_row_height;
  }

  [[nodiscard]] std::string name(std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    if (plan_.sheets.size() == 1) return std::string(words.timeline_heading);
    return fmt::format(fmt::runtime(words.timeline_continued), number_ + 1, plan_.sheets.size());
  }

  [[nodiscard]] std::string description(std::string_view language) const {
    const auto count = [&](auto is_counted) {
      return count_text(static_cast<std::size_t>(std::ranges::count_if(plan_.shown, is_counted)), language);
    };
    return fmt::format(fmt::runtime(html_words_in(language).timeline_described),
                       count_text(plan_.shown.size(), language), plan_.scale.first_year(), plan_.scale.last_year(),
                       count(&engine::OverviewMilestone::is_overdue),
                       count(&engine::OverviewMilestone::is_out_of_order));
  }

  void write_axis() {
    const int step = plan_.scale.years_per_tick();
    const int first = (plan_.scale.first_year() + step - 1) / step * step;
    for (int year = first; year <= plan_.scale.last_year(); year += step) {
      const auto day = day_number(year, 1, 1);
      if (!day) continue;
      const double x = plan_.scale.x(*day);
      write_line(out_, "grid", x, timeline_top - 8, x, height_);
      begin_picture_text(out_, x + 3, timeline_top - 4, "year");
      out_.text(std::to_string(year)).markup("</text>\n");
    }
  }

  void write_row_name(std::size_t number) {
    const TimelineRow& row = sheet_[number];
    const double y = middle_of(number) + 4;
    if (row.is_heading) {
      write_line(out_, "rule", 0, middle_of(number) - timeline_row_height / 2, timeline_width,
                 middle_of(number) - timeline_row_height / 2);
      write_heading(row, y);
    } else if (row.is_named) {
      write_goal(row, y);
    }
  }

  void write_heading(const TimelineRow& row, double y) {
    if (row.scope.roadmap) {
      const engine::OverviewRoadmap& roadmap = overview_.roadmaps[*row.scope.roadmap];
      write_picture_text(out_, 2, y, "roadmap", roadmap.id + " " + roadmap.title, roadmap_columns);
    } else {
      write_sentence(2, y, "roadmap", &HtmlWords::no_roadmap);
    }
  }

  void write_goal(const TimelineRow& row, double y) {
    if (row.scope.goal) {
      const engine::OverviewGoal& goal = overview_.goals[*row.scope.goal];
      write_picture_text(out_, 10, y, "goal", goal.id + " " + goal.title, goal_columns);
    } else {
      write_sentence(10, y, "goal", &HtmlWords::without_goal);
    }
  }

  void write_sentence(double x, double y, std::string_view classes, HtmlSentence sentence) {
    begin_picture_text(out_, x, y, classes);
    out_.both_in_picture([&](std::string_view language) { return std::string(html_words_in(language).*sentence); });
    out_.markup("</text>\n");
  }

  void write_today() {
    if (!today_) return;
    if (plan_.scale.is_before(*today_) || plan_.scale.is_after(*today_)) return;
    const double x = plan_.scale.x(*today_);
    const bool is_far_right = x > timeline_width - 130;
    write_line(out_, "today", x, timeline_top - 16, x, height_);
    begin_picture_text(out_, is_far_right ? x - 4 : x + 4, 11, is_far_right ? "today end" : "today");
    out_.both_in_picture([&](std::string_view language) {
      return fmt::format(fmt::runtime(html_words_in(language).today),
                         date_text(CalendarPeriod::of_day(*today_), language));
    });
    out_.markup("</text>\n");
  }

  [[nodiscard]] std::map<std::string_view, Place> places() const {
    std::map<std::string_view, Place> places;
    for (std::size_t row = 0; row < sheet_.size(); ++row) {
      for (const TimelineBar& bar : sheet_[row].bars) {
        places.emplace(bar.milestone->id, Place{bar.begin, bar.end, middle_of(row)});
      }
    }
    return places;
  }

  /// Between milestones of this sheet; the table has those that lead beyond it.
  void write_arrows() {
    const auto known = places();
    for (const TimelineRow& row : sheet_) {
      for (const TimelineBar& bar : row.bars) {
        for (const std::string& earlier : bar.milestone->depends_on) {
          const auto from = known.find(earlier);
          const auto to = known.find(bar.milestone->id);
          if (from != known.end() && to != known.end() && from != to) write_arrow(from->second, to->second, bar);
        }
      }
    }
  }

  /// From the end of the one to the beginning of the other, into which it points.
  void write_arrow(const Place& from, const Place& to, const TimelineBar& bar) {
    constexpr double head_length = 6;
    constexpr double half_head = 3.5;
    const double tip = to.begin - 1;
    const bool is_backward = from.end > to.begin;
    out_.markup(bar.milestone->is_out_of_order && is_backward ? "<g class=\"arrow wrong\">" : "<g class=\"arrow\">");
    out_.markup("<path").attribute("d", fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}",
                                                    from.end, from.y, from.end + arrow_reach, from.y,
                                                    tip - head_length - arrow_reach, to.y, tip - head_length, to.y));
    out_.markup("/><path class=\"head\"");
    out_.attribute(
        "d", fmt::format("M{:.1f} {:.1f}l{:.1f} {:.1f}v{:.1f}z", tip, to.y, -head_length, -half_head, 2 * half_head));
    out_.markup("/></g>\n");
  }

  /// Open: a plain bar. Achieved: round ends. Overdue: a point at its end. Out of order: a dashed outline.
  void write_bar(const TimelineBar& bar, double y) {
    std::string classes = "bar";
    std::string label = shortened(one_line(bar.milestone->id), label_columns);
    for (const State& state : states_of(*bar.milestone)) {
      classes += " " + std::string(state.name);
      if (!state.sign.empty()) label += " " + std::string(state.sign);
    }
    out_.markup("<g").attribute("class", classes).markup(">");
    out_.described("title", [&](std::string_view language) {
      return one_line(bar.milestone->id) + " " + one_line(bar.milestone->title) + ": " +
             due_text(*bar.milestone, language) + ", " + state_text(*bar.milestone, language);
    });
    write_shape(bar, y);
    // The place does not say when, so the label does.
    if (bar.edge != TimelineEdge::none) label += fmt::format(" {:04}", year_of(bar.milestone->due->first));
    const double label_x = bar.has_label_on_left ? bar.begin - label_gap : bar.end + label_gap;
    begin_picture_text(out_, label_x, y + 4, bar.has_label_on_left ? "label end" : "label");
    out_.text(label).markup("</text></g>\n");
  }

  void write_shape(const TimelineBar& bar, double y) {
    const double top = y - timeline_bar_height / 2;
    if (bar.edge != TimelineEdge::none) {
      const bool is_after = bar.edge == TimelineEdge::after;
      out_.markup("<path").attribute(
          "d", fmt::format("M{0:.1f} {2:.1f}L{1:.1f} {3:.1f}L{0:.1f} {4:.1f}z", is_after ? bar.begin : bar.end,
                           is_after ? bar.end : bar.begin, top, y, top + timeline_bar_height));
    } else if (bar.milestone->is_overdue) {
      const double point = std::min(timeline_bar_height / 2, (bar.end - bar.begin) / 2);
      out_.markup("<path").attribute(
          "d", fmt::format("M{:.1f} {:.1f}H{:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}H{:.1f}z", bar.begin, top, bar.end - point,
                           bar.end, y, bar.end - point, top + timeline_bar_height, bar.begin));
    } else {
      out_.markup("<rect").attribute("x", bar.begin).attribute("y", top).attribute("width", bar.end - bar.begin);
      out_.attribute("height", timeline_bar_height).attribute("rx", bar.milestone->is_achieved ? 6.0 : 1.0);
    }
    out_.markup("/>");
  }

  HtmlWriter& out_;
  const engine::Overview& overview_;
  const TimelinePlan& plan_;
  std::size_t number_;
  const TimelineSheet& sheet_;
  std::optional<DayNumber> today_;
  double height_;
};

void write_legend(HtmlWriter& out) {
  constexpr double size = 14;
  const auto entry = [&](std::string_view classes, std::string_view shape, std::string_view sign, HtmlSentence word) {
    out.markup(" <span class=\"key\"><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" class=\"swatch\"");
    out.attribute("width", 2 * size).attribute("height", size).markup(" viewBox=\"0 0 28 14\"><g class=\"");
    out.markup(classes).markup("\">").markup(shape).markup("</g></svg>").markup(sign).markup(" ").say(word);
    out.markup("</span>");
  };
  constexpr std::string_view square = "<rect x=\"1\" y=\"1\" width=\"26\" height=\"12\" rx=\"1\"/>";
  out.markup("<p class=\"legend\"><span>").say(&HtmlWords::legend).say(&HtmlWords::colon).markup("</span>");
  entry("bar open", square, "", &HtmlWords::open_milestone);
  entry("bar achieved", "<rect x=\"1\" y=\"1\" width=\"26\" height=\"12\" rx=\"6\"/>", "✓", &HtmlWords::achieved);
  entry("bar abandoned", square, "–", &HtmlWords::abandoned);
  entry("bar overdue", "<path d=\"M1 1H20L27 7L20 13H1z\"/>", "!", &HtmlWords::overdue);
  entry("bar out-of-order", square, "⇄", &HtmlWords::out_of_order);
  entry("arrow", "<path d=\"M1 7H20\"/><path class=\"head\" d=\"M27 7l-7 -4v8z\"/>", "", &HtmlWords::dependency);
  out.markup("</p>\n");
}

void write_undated(const HtmlPage& page, const TimelinePlan& plan) {
  if (plan.undated.empty()) return;
  page.out.markup("<aside aria-labelledby=\"undated-heading\"><h3 id=\"undated-heading\">");
  page.out.say(&HtmlWords::without_date).markup("</h3><ul>\n");
  const std::size_t shown = std::min(plan.undated.size(), undated_shown);
  for (std::size_t index = 0; index < shown; ++index) {
    const engine::OverviewMilestone& milestone = *plan.undated[index];
    page.out.markup("<li><b>").brief(milestone.id).markup("</b> ").brief(milestone.title).markup("</li>\n");
  }
  write_html_rest(page.out, "li", plan.undated.size() - shown);
  page.out.markup("</ul></aside>\n");
}

void write_table_row(const HtmlPage& page, const engine::OverviewMilestone& milestone) {
  HtmlWriter& out = page.out;
  out.markup("<tr><td>").brief(milestone.roadmap).markup("</td><td>").brief(milestone.goal);
  out.markup("</td><th scope=\"row\">");
  out.brief(milestone.id).markup(" ").brief(milestone.title).markup("</th><td>");
  out.both([&](std::string_view language) { return due_text(milestone, language); }).markup("</td><td>");
  out.both([&](std::string_view language) { return state_text(milestone, language); }).markup("</td><td>");
  const std::size_t shown = std::min(milestone.depends_on.size(), prerequisites_shown);
  for (std::size_t index = 0; index < shown; ++index) {
    out.markup(index > 0 ? ", " : "").brief(milestone.depends_on[index]);
  }
  if (shown > 0) out.markup(" ");
  write_html_rest(out, "span", milestone.depends_on.size() - shown);
  out.markup("</td></tr>\n");
}

void write_table(const HtmlPage& page, const TimelinePlan& plan) {
  page.out.markup("<details><summary>").say(&HtmlWords::as_table).markup("</summary>\n");
  page.out.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
  page.out.label([](std::string_view language) { return std::string(html_words_in(language).timeline_scrolls); });
  page.out.markup("><table class=\"plain\"><thead><tr>");
  for (const HtmlSentence head : {&HtmlWords::roadmap, &HtmlWords::goal, &HtmlWords::milestone, &HtmlWords::due,
                                  &HtmlWords::state, &HtmlWords::depends_on}) {
    page.out.markup("<th scope=\"col\">").say(head).markup("</th>");
  }
  page.out.markup("</tr></thead><tbody>\n");
  for (const engine::OverviewMilestone* milestone : plan.shown) write_table_row(page, *milestone);
  page.out.markup("</tbody></table></div></details>\n");
}

/// What the picture does not show, or not at its place.
void write_remarks(const HtmlPage& page, const TimelinePlan& plan) {
  write_html_remark(page.out, &HtmlWords::milestones_shown, plan.shown.size(), page.report.overview->milestones.size());
  if (plan.outside == 0) return;
  page.out.markup("<p class=\"remark\">").say(&HtmlWords::outside_of_years, plan.outside).markup("</p>\n");
}

}  // namespace

void write_html_timeline(const HtmlPage& page) {
  if (page.report.overview == nullptr || page.report.overview->milestones.empty()) return;
  std::optional<DayNumber> today;
  if (const auto as_of = read_calendar_period(page.report.as_of)) today = as_of->last;
  const TimelinePlan plan = plan_timeline(*page.report.overview, page.scopes, today, milestones_shown);
  begin_html_section(page.out, "timeline", &HtmlWords::timeline_heading);
  page.out.markup("<p>").say(&HtmlWords::timeline_explained).markup("</p>\n");
  write_remarks(page, plan);
  write_legend(page.out);
  page.out.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
  page.out.markup(" aria-labelledby=\"timeline-label\">\n<span id=\"timeline-label\" class=\"for-readers\">");
  page.out.say(&HtmlWords::timeline_scrolls).markup("</span>\n");
  for (std::size_t number = 0; number < plan.sheets.size(); ++number) SheetWriter(page, plan, number, today).write();
  page.out.markup("</div>\n");
  write_undated(page, plan);
  write_table(page, plan);
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
