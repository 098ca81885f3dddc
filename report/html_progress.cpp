// The progress of indicators in the HTML report, a small picture for each: see html_sections.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_choice.hpp"
#include "report/html_picture.hpp"
#include "report/html_sections.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t indicators_shown = 60;
/// In the table.
constexpr std::size_t rows_shown = 300;
/// More points would cover each other.
constexpr std::size_t points_drawn = 40;
/// The last ones, in the table.
constexpr std::size_t points_listed = 20;
/// The last ones, where there is no picture.
constexpr std::size_t values_listed = 5;
constexpr double width = 320;
constexpr double height = 150;
constexpr double left = 12;
constexpr double right = 308;
constexpr double top = 22;
constexpr double bottom = 110;
constexpr double axis = 130;

using engine::OverviewPoint;
using engine::OverviewProgress;

/// A point counts from the last day of its period on.
DayNumber day_of(const OverviewPoint& point) { return point.date.last; }

/// The value that the straight way from baseline to target has on a day.
Number expected_on(DayNumber day, const OverviewPoint& baseline, const OverviewPoint& target) {
  if (day >= day_of(target)) return target.value;
  if (day <= day_of(baseline)) return baseline.value;
  const Number share = Number::ratio(day - day_of(baseline), day_of(target) - day_of(baseline));
  return baseline.value + (target.value - baseline.value) * share;
}

/// To compare with by eye: a digit behind the point, two below 10, more where it would look the same as what it is
/// compared with.
Number rounded(const Number& number, const Number& other) {
  const bool is_small = number < Number(10) && number > Number(-10);
  constexpr int most_places = 6;
  for (int places = is_small ? 2 : 1; places < most_places; ++places) {
    Number shown = Number::from_decimal(number.rounded_text(places)).value_or(number);
    if (!(shown == other) || number == other) return shown;
  }
  return number;
}

/// How an indicator stands, as a class of the style sheet and as a sentence.
struct Standing {
  std::string_view name;
  HtmlSentence sentence;
  Number expected;
};

/// Whether a value that does not reach the target lies on the wrong side of the straight way to it.
bool falls_short(const OverviewProgress& progress, const Number& value, const Number& expected) {
  using engine::OverviewComparison;
  const Number& target = progress.target->value;
  switch (progress.comparison) {
    case OverviewComparison::at_least:
    case OverviewComparison::more_than:
      return value < expected;
    case OverviewComparison::at_most:
    case OverviewComparison::less_than:
      return value > expected;
    case OverviewComparison::exactly:
      break;
  }
  return target >= progress.baseline->value ? value < expected : value > expected;
}

/// Whether a value that is to be exact has gone further than the target.
bool is_beyond(const OverviewProgress& progress, const Number& value) {
  if (progress.comparison != engine::OverviewComparison::exactly) return false;
  const Number& target = progress.target->value;
  return target >= progress.baseline->value ? value > target : value < target;
}

Standing standing_of(const OverviewProgress& progress) {
  if (progress.has_different_units) return {"no-path", &HtmlWords::different_units, {}};
  if (!progress.target || !progress.is_reached) return {"no-path", &HtmlWords::no_path, {}};
  if (*progress.is_reached) return {"reached", &HtmlWords::reached, {}};
  if (progress.is_past) return {"behind date-passed", &HtmlWords::date_passed, {}};
  const OverviewPoint& last = progress.observations.back();
  const bool is_at_end = day_of(last) >= day_of(*progress.target);
  if (!progress.baseline || is_at_end || is_beyond(progress, last.value)) {
    return {"not-reached", &HtmlWords::not_reached, {}};
  }
  const Number expected = expected_on(day_of(last), *progress.baseline, *progress.target);
  if (falls_short(progress, last.value, expected)) return {"behind", &HtmlWords::behind, expected};
  return {"on-the-way", &HtmlWords::on_the_way, expected};
}

std::string value_text(const OverviewPoint& point, std::string_view language) {
  return quantity_text({point.value, point.unit}, language);
}

/// "1.200 Stück (2028)"
std::string point_text(const OverviewPoint& point, std::string_view language) {
  return value_text(point, language) + " (" + date_text(point.date, language) + ")";
}

class ProgressWriter {
 public:
  ProgressWriter(HtmlWriter& out, const OverviewProgress& progress) : out_(out), progress_(progress) {
    for (const OverviewPoint& point : progress.observations) include(point);
    if (progress.baseline) include(*progress.baseline);
    if (progress.target) include(*progress.target);
  }

  void write() {
    const Standing standing = standing_of(progress_);
    out_.markup("<figure class=\"").markup(standing.name).markup("\">\n<figcaption><b>").brief(progress_.name);
    out_.markup("</b> <span class=\"place\">").brief(progress_.subject).markup("</span></figcaption>\n");
    if (progress_.has_different_units) {
      write_values();
    } else {
      write_picture();
    }
    out_.markup("<p class=\"standing\"><span class=\"sign\" aria-hidden=\"true\"></span>")
        .both([&](std::string_view in) {
          const OverviewPoint& last = progress_.observations.back();
          return fmt::format(fmt::runtime(html_words_in(in).*standing.sentence), value_text(last, in),
                             date_text(last.date, in),
                             quantity_text({rounded(standing.expected, last.value), last.unit}, in));
        });
    out_.markup("</p>\n</figure>\n");
  }

 private:
  void include(const OverviewPoint& point) {
    const double value = length_of(point.value);
    if (is_empty_) {
      first_ = last_ = day_of(point);
      least_ = greatest_ = value;
    }
    is_empty_ = false;
    first_ = std::min(first_, day_of(point));
    last_ = std::max(last_, day_of(point));
    least_ = std::min(least_, value);
    greatest_ = std::max(greatest_, value);
  }

  [[nodiscard]] double x(const OverviewPoint& point) const {
    if (last_ == first_) return (left + right) / 2;
    return left + static_cast<double>(day_of(point) - first_) / static_cast<double>(last_ - first_) * (right - left);
  }
  [[nodiscard]] double y(const OverviewPoint& point) const {
    if (!(greatest_ > least_)) return (top + bottom) / 2;
    return bottom - (length_of(point.value) - least_) / (greatest_ - least_) * (bottom - top);
  }

  /// Instead of a picture, which has one scale.
  void write_values() {
    const auto write_value = [&](HtmlSentence word, const OverviewPoint& point) {
      out_.markup("<li>").both([&](std::string_view language) {
        return std::string(html_words_in(language).*word) + " " + point_text(point, language);
      });
      out_.markup("</li>\n");
    };
    out_.markup("<ul class=\"values\">\n");
    if (progress_.baseline) write_value(&HtmlWords::baseline, *progress_.baseline);
    if (progress_.target) write_value(&HtmlWords::target, *progress_.target);
    const std::size_t count = progress_.observations.size();
    const std::size_t left_out = count - std::min(count, values_listed);
    for (std::size_t place = left_out; place < count; ++place) {
      write_value(&HtmlWords::observations, progress_.observations[place]);
    }
    write_html_rest(out_, "li", left_out);
    out_.markup("</ul>\n");
  }

  void write_picture() {
    begin_picture(
        out_, width, height, [&](std::string_view) { return progress_.name; },
        [&](std::string_view language) {
          const OverviewPoint& last = progress_.observations.back();
          return fmt::format(fmt::runtime(html_words_in(language).progress_described),
                             count_text(progress_.observations.size(), language), value_text(last, language),
                             date_text(last.date, language));
        });
    write_line(out_, "grid", left, axis, right, axis);
    if (progress_.baseline && progress_.target) {
      write_line(out_, "path", x(*progress_.baseline), y(*progress_.baseline), x(*progress_.target),
                 y(*progress_.target));
    }
    if (progress_.baseline) write_end(*progress_.baseline, &HtmlWords::baseline);
    if (progress_.target) write_end(*progress_.target, &HtmlWords::target);
    write_observations();
    write_years();
    out_.markup("</svg>\n");
  }

  /// All of them, or the first, the last and some in between.
  [[nodiscard]] std::vector<OverviewPoint> drawn_points() const {
    const std::size_t count = progress_.observations.size();
    if (count <= points_drawn) return progress_.observations;
    std::vector<OverviewPoint> points;
    for (std::size_t number = 0; number < points_drawn; ++number) {
      points.push_back(progress_.observations[number * (count - 1) / (points_drawn - 1)]);
    }
    return points;
  }

  void write_observations() {
    const std::vector<OverviewPoint> drawn = drawn_points();
    std::string points;
    for (const OverviewPoint& point : drawn) {
      points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x(point), y(point));
    }
    out_.markup("<polyline class=\"measured\"").attribute("points", points).markup("/>\n");
    for (const OverviewPoint& point : drawn) {
      out_.markup("<circle class=\"measured\"").attribute("cx", x(point)).attribute("cy", y(point));
      out_.markup(" r=\"4\">");
      out_.described("title", [&](std::string_view language) { return point_text(point, language); });
      out_.markup("</circle>\n");
    }
  }

  /// Baseline or target: a small square with its value above it or, in the lower half, below it, away from the path.
  void write_end(const OverviewPoint& point, HtmlSentence word) {
    constexpr double size = 7;
    const bool is_on_right = x(point) > (left + right) / 2;
    const double text_y = y(point) > (top + bottom) / 2 ? y(point) + 15 : y(point) - 9;
    out_.markup("<rect class=\"end-point\"").attribute("x", x(point) - size / 2).attribute("y", y(point) - size / 2);
    out_.attribute("width", size).attribute("height", size).markup("/>\n");
    begin_picture_text(out_, x(point), text_y, is_on_right ? "value end" : "value");
    out_.both_in_picture([&](std::string_view language) {
      return std::string(html_words_in(language).*word) + " " + value_text(point, language);
    });
    out_.markup("</text>\n");
  }

  void write_years() {
    begin_picture_text(out_, left, height - 6, "year");
    out_.text(std::to_string(year_of(first_))).markup("</text>\n");
    begin_picture_text(out_, right, height - 6, "year end");
    out_.text(std::to_string(year_of(last_))).markup("</text>\n");
  }

  HtmlWriter& out_;
  const OverviewProgress& progress_;
  bool is_empty_ = true;
  DayNumber first_ = 0;
  DayNumber last_ = 0;
  double least_ = 0;
  double greatest_ = 0;
};

void write_table_row(HtmlWriter& out, const OverviewProgress& progress) {
  const auto write_point = [&](const std::optional<OverviewPoint>& point) {
    out.markup("<td>").both([&](std::string_view language) {
      return point ? point_text(*point, language) : std::string(html_words_in(language).not_stated);
    });
    out.markup("</td>");
  };
  out.markup("<tr><th scope=\"row\">").brief(progress.subject).markup(" ").brief(progress.name).markup("</th>");
  write_point(progress.baseline);
  write_point(progress.target);
  const std::size_t left_out = progress.observations.size() - std::min(progress.observations.size(), points_listed);
  out.markup("<td>").both([&](std::string_view language) {
    std::string text;
    for (std::size_t place = left_out; place < progress.observations.size(); ++place) {
      text += (text.empty() ? "" : "; ") + point_text(progress.observations[place], language);
    }
    return text;
  });
  if (left_out > 0) out.markup(" ");
  write_html_rest(out, "span", left_out);
  out.markup("</td></tr>\n");
}

void write_table(HtmlWriter& out, const std::vector<const OverviewProgress*>& indicators, std::size_t all) {
  out.markup("<details><summary>").say(&HtmlWords::as_table).markup("</summary>\n");
  out.markup("<div class=\"scroll\"><table class=\"plain\"><thead><tr>");
  for (const HtmlSentence head :
       {&HtmlWords::indicator, &HtmlWords::baseline, &HtmlWords::target, &HtmlWords::observations}) {
    out.markup("<th scope=\"col\">").say(head).markup("</th>");
  }
  out.markup("</tr></thead><tbody>\n");
  for (const OverviewProgress* progress : indicators) write_table_row(out, *progress);
  out.markup("</tbody></table></div>\n");
  write_html_rest(out, "p", all - indicators.size());
  out.markup("</details>\n");
}

std::vector<const OverviewProgress*> measured_indicators(const engine::Overview& overview) {
  std::vector<const OverviewProgress*> measured;
  for (const OverviewProgress& progress : overview.progress) {
    if (!progress.observations.empty()) measured.push_back(&progress);
  }
  return measured;
}

/// At most `limit`, in the order of the data, those behind before others.
std::vector<const OverviewProgress*> chosen_indicators(const std::vector<const OverviewProgress*>& measured,
                                                       std::size_t limit) {
  if (measured.size() <= limit) return measured;
  std::vector<HtmlCandidate> candidates;
  candidates.reserve(measured.size());
  for (const OverviewProgress* progress : measured) {
    candidates.push_back({standing_of(*progress).name.starts_with("behind") ? 1 : 0});
  }
  std::vector<std::size_t> places = choose_for_page(candidates, limit);
  std::ranges::sort(places);
  std::vector<const OverviewProgress*> chosen;
  chosen.reserve(places.size());
  for (const std::size_t place : places) chosen.push_back(measured[place]);
  return chosen;
}

}  // namespace

void write_html_progress(const HtmlPage& page) {
  if (page.report.overview == nullptr) return;
  const std::vector<const OverviewProgress*> measured = measured_indicators(*page.report.overview);
  if (measured.empty()) return;
  const std::vector<const OverviewProgress*> drawn = chosen_indicators(measured, indicators_shown);
  begin_html_section(page.out, "progress", &HtmlWords::progress_heading);
  page.out.markup("<p>").say(&HtmlWords::progress_explained).markup("</p>\n");
  write_html_remark(page.out, &HtmlWords::indicators_shown, drawn.size(), measured.size());
  page.out.markup("<div class=\"figures\">\n");
  for (const OverviewProgress* progress : drawn) ProgressWriter(page.out, *progress).write();
  page.out.markup("</div>\n");
  write_table(page.out, chosen_indicators(measured, rows_shown), measured.size());
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
