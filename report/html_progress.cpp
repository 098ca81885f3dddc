// The progress of indicators in the HTML report, a small picture for each: see html_sections.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_picture.hpp"
#include "report/html_sections.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t indicators_shown = 60;
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

/// To compare with by eye: a digit behind the point, two below 10.
Number rounded(const Number& number) {
  const bool is_small = number < Number(10) && number > Number(-10);
  return Number::from_decimal(number.rounded_text(is_small ? 2 : 1)).value_or(number);
}

/// How an indicator stands, as a class of the style sheet and as a sentence.
struct Standing {
  std::string_view name;
  HtmlSentence sentence;
  Number expected;
};

Standing standing_of(const OverviewProgress& progress) {
  if (!progress.baseline || !progress.target) return {"no-path", &HtmlWords::no_path, {}};
  const OverviewPoint& last = progress.observations.back();
  const Number& target = progress.target->value;
  const bool is_rising = target >= progress.baseline->value;
  const auto falls_short = [&](const Number& aim) { return is_rising ? last.value < aim : last.value > aim; };
  const Number expected = expected_on(day_of(last), *progress.baseline, *progress.target);
  if (!falls_short(target)) return {"reached", &HtmlWords::reached, expected};
  if (falls_short(expected)) return {"behind", &HtmlWords::behind, expected};
  return {"on-the-way", &HtmlWords::on_the_way, expected};
}

std::string value_text(const OverviewProgress& progress, const Number& value, std::string_view language) {
  return quantity_text({value, progress.unit}, language);
}

/// "1.200 Stück (2028)"
std::string point_text(const OverviewProgress& progress, const OverviewPoint& point, std::string_view language) {
  return value_text(progress, point.value, language) + " (" + date_text(point.date, language) + ")";
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
    out_.markup("<figure class=\"").markup(standing.name).markup("\">\n<figcaption><b>").data(progress_.name);
    out_.markup("</b> <span class=\"place\">").data(progress_.subject).markup("</span></figcaption>\n");
    write_picture();
    out_.markup("<p class=\"standing\"><span class=\"sign\" aria-hidden=\"true\"></span>")
        .both([&](std::string_view in) {
          const OverviewPoint& last = progress_.observations.back();
          return fmt::format(fmt::runtime(html_words_in(in).*standing.sentence), value_text(progress_, last.value, in),
                             date_text(last.date, in), value_text(progress_, rounded(standing.expected), in));
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

  void write_picture() {
    begin_picture(
        out_, width, height, [&](std::string_view) { return progress_.name; },
        [&](std::string_view language) {
          const OverviewPoint& last = progress_.observations.back();
          return fmt::format(fmt::runtime(html_words_in(language).progress_described),
                             count_text(progress_.observations.size(), language),
                             value_text(progress_, last.value, language), date_text(last.date, language));
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

  void write_observations() {
    std::string points;
    for (const OverviewPoint& point : progress_.observations) {
      points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x(point), y(point));
    }
    out_.markup("<polyline class=\"measured\"").attribute("points", points).markup("/>\n");
    for (const OverviewPoint& point : progress_.observations) {
      out_.markup("<circle class=\"measured\"").attribute("cx", x(point)).attribute("cy", y(point));
      out_.markup(" r=\"4\">");
      out_.described("title", [&](std::string_view language) { return point_text(progress_, point, language); });
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
      return std::string(html_words_in(language).*word) + " " + value_text(progress_, point.value, language);
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
      return point ? point_text(progress, *point, language) : std::string(html_words_in(language).not_stated);
    });
    out.markup("</td>");
  };
  out.markup("<tr><th scope=\"row\">").data(progress.subject).markup(" ").data(progress.name).markup("</th>");
  write_point(progress.baseline);
  write_point(progress.target);
  out.markup("<td>").both([&](std::string_view language) {
    std::string text;
    for (const OverviewPoint& point : progress.observations) {
      text += (text.empty() ? "" : "; ") + point_text(progress, point, language);
    }
    return text;
  });
  out.markup("</td></tr>\n");
}

void write_table(HtmlWriter& out, const std::vector<OverviewProgress>& indicators) {
  out.markup("<details><summary>").say(&HtmlWords::as_table).markup("</summary>\n");
  out.markup("<div class=\"scroll\"><table class=\"plain\"><thead><tr>");
  for (const HtmlSentence head :
       {&HtmlWords::indicator, &HtmlWords::baseline, &HtmlWords::target, &HtmlWords::observations}) {
    out.markup("<th scope=\"col\">").say(head).markup("</th>");
  }
  out.markup("</tr></thead><tbody>\n");
  for (const OverviewProgress& progress : indicators) write_table_row(out, progress);
  out.markup("</tbody></table></div></details>\n");
}

}  // namespace

void write_html_progress(const HtmlPage& page) {
  if (page.report.overview == nullptr) return;
  std::vector<OverviewProgress> indicators;
  for (const OverviewProgress& progress : page.report.overview->progress) {
    if (!progress.observations.empty()) indicators.push_back(progress);
  }
  if (indicators.empty()) return;
  const std::size_t shown = std::min(indicators.size(), indicators_shown);
  begin_html_section(page.out, "progress", &HtmlWords::progress_heading);
  page.out.markup("<p>").say(&HtmlWords::progress_explained).markup("</p>\n");
  if (shown < indicators.size()) {
    page.out.markup("<p class=\"remark\">").both([&](std::string_view language) {
      return fmt::format(fmt::runtime(html_words_in(language).first_indicators_shown), count_text(shown, language),
                         count_text(indicators.size(), language));
    });
    page.out.markup("</p>\n");
  }
  page.out.markup("<div class=\"figures\">\n");
  for (std::size_t index = 0; index < shown; ++index) ProgressWriter(page.out, indicators[index]).write();
  page.out.markup("</div>\n");
  write_table(page.out, indicators);
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
