// The funding picture of the HTML report: see html_sections.hpp and html_funding_plan.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_funding_plan.hpp"
#include "report/html_picture.hpp"
#include "report/html_sections.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

/// In the picture; the table has more.
constexpr std::size_t bands_shown = 60;
constexpr std::size_t rows_shown = 300;
constexpr std::size_t label_columns = 42;

std::string amount_text(const std::optional<Money>& amount, std::string_view language) {
  return amount ? money_text(*amount, language) : std::string(html_words_in(language).no_amount);
}

std::string line_amount_text(const engine::OverviewFunding& line, std::string_view language) {
  return line.has_no_money ? std::string(html_words_in(language).no_money) : amount_text(line.amount, language);
}

std::string node_sum_text(const FundingNode& node, std::string_view language) {
  if (node.sum || !node.sum_not_counted) return amount_text(node.sum, language);
  return fmt::format(fmt::runtime(html_words_in(language).sum_not_counted),
                     money_text(*node.sum_not_counted, language));
}

/// The look of a band that is not counted: an outline of dots.
constexpr std::string_view outline = R"(fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.5 3")";

class FundingWriter {
 public:
  FundingWriter(HtmlWriter& out, const FundingPlan& plan, std::size_t number)
      : out_(out), plan_(plan), hatching_("hatching" + std::to_string(number)) {}

  void write() {
    begin_picture(
        out_, funding_width, plan_.height, [&](std::string_view language) { return name(language); },
        [&](std::string_view language) { return description(language); });
    out_.markup("<defs><pattern").attribute("id", hatching_);
    out_.markup(" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    out_.markup("<rect class=\"hatch-ground\" width=\"7\" height=\"7\"/>");
    out_.markup("<rect class=\"hatch\" width=\"3\" height=\"7\"/></pattern></defs>\n");
    for (const FundingBand& band : plan_.bands) write_band(band);
    for (const FundingBand& band : plan_.bands) write_twice_label(band);
    for (const FundingNode& node : plan_.programmes) write_node(node, funding_left, true);
    for (const FundingNode& node : plan_.roadmaps) write_node(node, funding_right, false);
    out_.markup("</svg>\n");
  }

 private:
  [[nodiscard]] std::string name(std::string_view language) const {
    const HtmlWords& words = html_words_in(language);
    if (plan_.currency.empty()) return std::string(words.funding_heading);
    return fmt::format(fmt::runtime(words.within_currency), plan_.currency);
  }

  [[nodiscard]] std::string description(std::string_view language) const {
    const auto count = [&](auto is_counted) {
      return count_text(static_cast<std::size_t>(std::ranges::count_if(plan_.bands, is_counted)), language);
    };
    return fmt::format(fmt::runtime(html_words_in(language).funding_described),
                       count_text(plan_.bands.size(), language),
                       count([](const FundingBand& band) { return !band.has_amount; }),
                       count([](const FundingBand& band) { return band.line->may_be_counted_twice; }));
  }

  void write_band(const FundingBand& band) {
    const engine::OverviewFunding& line = *band.line;
    const bool is_outline = band.has_amount && !line.counted.value_or(true);
    if (is_outline) {
      out_.markup("<g class=\"not-counted\">");
    } else {
      out_.markup(band.has_amount ? "<g class=\"band\">" : "<g class=\"band unknown\">");
    }
    out_.described("title", [&](std::string_view language) {
      const std::string twice =
          line.may_be_counted_twice ? ", " + std::string(html_words_in(language).counted_twice) : std::string();
      const std::string counted =
          line.counted.value_or(true) ? std::string() : ", " + std::string(html_words_in(language).not_counted_funding);
      const std::string title = line.title.empty() ? "" : ", " + one_line(line.title);
      return one_line(line.programme) + " → " + one_line(line.roadmap) + title + ": " +
             line_amount_text(line, language) + counted + twice;
    });
    out_.markup("<path").attribute("d", band.has_amount ? area(band) : middle_line(band));
    if (is_outline) out_.markup(" ").markup(outline);
    if (line.may_be_counted_twice) out_.attribute("class", "twice").attribute("fill", "url(#" + hatching_ + ")");
    out_.markup("/></g>\n");
  }

  [[nodiscard]] static std::string area(const FundingBand& band) {
    constexpr double begin = funding_left + funding_node_width;
    constexpr double middle = (begin + funding_right) / 2;
    return fmt::format(
        "M{0:.1f} {3:.1f}C{1:.1f} {3:.1f} {1:.1f} {4:.1f} {2:.1f} {4:.1f}v{5:.1f}C{1:.1f} {6:.1f} {1:.1f} "
        "{7:.1f} {0:.1f} {7:.1f}z",
        begin, middle, funding_right, band.left_top, band.right_top, band.thickness, band.right_top + band.thickness,
        band.left_top + band.thickness);
  }

  [[nodiscard]] static std::string middle_line(const FundingBand& band) {
    constexpr double begin = funding_left + funding_node_width;
    constexpr double middle = (begin + funding_right) / 2;
    const double half = band.thickness / 2;
    return fmt::format("M{0:.1f} {3:.1f}C{1:.1f} {3:.1f} {1:.1f} {4:.1f} {2:.1f} {4:.1f}", begin, middle, funding_right,
                       band.left_top + half, band.right_top + half);
  }

  void write_twice_label(const FundingBand& band) {
    if (!band.line->may_be_counted_twice) return;
    constexpr double quarter = funding_left + (funding_right - funding_left) * 0.25;
    const double share = 0.16;  // how far a band has come towards the right at a quarter of its way
    const double top = band.left_top + (band.right_top - band.left_top) * share;
    begin_picture_text(out_, quarter, top + band.thickness / 2 + 4, "twice-label");
    out_.both_in_picture(
        [&](std::string_view language) { return std::string(html_words_in(language).counted_twice_short); });
    out_.markup("</text>\n");
  }

  void write_node(const FundingNode& node, double x, bool is_left) {
    constexpr double text_gap = 8;
    out_.markup("<rect class=\"node\"").attribute("x", x).attribute("y", node.top);
    out_.attribute("width", funding_node_width).attribute("height", std::max(node.height, 2.0)).markup("/>\n");
    const double text_x = is_left ? x - text_gap : x + funding_node_width + text_gap;
    const std::string name = node.title.empty() ? node.id : node.title;
    write_picture_text(out_, text_x, node.top + 12, is_left ? "name end" : "name", name, label_columns);
    begin_picture_text(out_, text_x, node.top + 27, is_left ? "sum end" : "sum");
    out_.both_in_picture([&](std::string_view language) { return node_sum_text(node, language); });
    out_.markup("</text>\n");
  }

  HtmlWriter& out_;
  const FundingPlan& plan_;
  std::string hatching_;
};

void write_table_row(HtmlWriter& out, const engine::OverviewFunding& line) {
  const std::string& programme = line.programme_title.empty() ? line.programme : line.programme_title;
  out.markup("<tr><th scope=\"row\">").brief(programme).markup("</th><td>").brief(line.roadmap).markup("</td><td>");
  out.brief(line.title).markup("</td><td class=\"number\">");
  out.both([&](std::string_view language) { return line_amount_text(line, language); }).markup("</td><td>");
  HtmlSentence counted = &HtmlWords::not_stated;
  if (line.counted) counted = *line.counted ? &HtmlWords::is_counted : &HtmlWords::is_not_counted;
  out.say(counted);
  if (line.may_be_counted_twice) out.markup(", ").say(&HtmlWords::counted_twice);
  out.markup("</td></tr>\n");
}

void write_table(const HtmlPage& page, const std::vector<const engine::OverviewFunding*>& lines) {
  page.out.markup("<details><summary>").say(&HtmlWords::as_table).markup("</summary>\n");
  page.out.markup("<div class=\"scroll\"><table class=\"plain\"><thead><tr>");
  for (const HtmlSentence head :
       {&HtmlWords::programme, &HtmlWords::roadmap, &HtmlWords::funding_line, &HtmlWords::amount, &HtmlWords::counts}) {
    page.out.markup("<th scope=\"col\">").say(head).markup("</th>");
  }
  page.out.markup("</tr></thead><tbody>\n");
  for (const engine::OverviewFunding* line : lines) write_table_row(page.out, *line);
  page.out.markup("</tbody></table></div>\n");
  write_html_rest(page.out, "p", page.report.overview->funding.size() - lines.size());
  page.out.markup("</details>\n");
}

void write_legend(HtmlWriter& out) {
  const auto entry = [&](std::string_view shape, HtmlSentence word) {
    out.markup(" <span class=\"key\"><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" class=\"swatch\"");
    out.markup(" width=\"28\" height=\"14\" viewBox=\"0 0 28 14\">").markup(shape).markup("</svg> ").say(word);
    out.markup("</span>");
  };
  out.markup("<p class=\"legend\"><span>").say(&HtmlWords::legend).say(&HtmlWords::colon).markup("</span>");
  entry("<g class=\"band unknown\"><path d=\"M1 7H27\"/></g>", &HtmlWords::no_amount);
  entry("<g class=\"band\"><path class=\"twice\" fill=\"url(#hatching0)\" d=\"M1 1H27V13H1z\"/></g>",
        &HtmlWords::counted_twice);
  entry(R"(<path d="M1 1H27V13H1z" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.5 3"/>)",
        &HtmlWords::not_counted_funding);
  out.markup("</p>\n");
}

void write_other_funding(HtmlWriter& out, const engine::OverviewOtherFunding& other) {
  if (other.lines == 0) return;
  out.markup("<p class=\"remark\" id=\"without-programme\">").both([&](std::string_view language) {
    const HtmlWords& words = html_words_in(language);
    std::string sums;
    for (const Money& sum : other.sums) sums += (sums.empty() ? "" : " + ") + money_text(sum, language);
    return fmt::format(fmt::runtime(words.without_programme), count_text(other.lines, language),
                       sums.empty() ? std::string(words.no_amount) : sums);
  });
  out.markup("</p>\n");
}

void write_pictures(const HtmlPage& page) {
  const engine::Overview& overview = *page.report.overview;
  const std::vector<const engine::OverviewFunding*> bands = shown_funding(overview, bands_shown);
  const std::vector<FundingPlan> plans = plan_funding(overview, bands);
  page.out.markup("<p>").say(&HtmlWords::funding_explained).markup("</p>\n");
  write_html_remark(page.out, &HtmlWords::funding_lines_shown, bands.size(), overview.funding.size());
  write_legend(page.out);
  page.out.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"funding-label\">\n");
  page.out.markup("<span id=\"funding-label\" class=\"for-readers\">").say(&HtmlWords::funding_scrolls);
  page.out.markup("</span>\n");
  for (std::size_t number = 0; number < plans.size(); ++number) {
    if (plans.size() > 1) {
      page.out.markup("<h3>").both([&](std::string_view language) {
        return fmt::format(fmt::runtime(html_words_in(language).within_currency), plans[number].currency);
      });
      page.out.markup("</h3>\n");
    }
    FundingWriter(page.out, plans[number], number).write();
  }
  page.out.markup("</div>\n");
}

}  // namespace

void write_html_funding(const HtmlPage& page) {
  const engine::Overview* const overview = page.report.overview;
  if (overview == nullptr || (overview->funding.empty() && overview->other_funding.lines == 0)) return;
  begin_html_section(page.out, "funding", &HtmlWords::funding_heading);
  if (!overview->funding.empty()) write_pictures(page);
  write_other_funding(page.out, overview->other_funding);
  if (!overview->funding.empty()) write_table(page, shown_funding(*overview, rows_shown));
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
