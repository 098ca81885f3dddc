// The findings of the HTML report: see html_sections.hpp; one finding is in html_finding.hpp, the filter in
// html_filter.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_filter.hpp"
#include "report/html_finding.hpp"
#include "report/html_sections.hpp"

namespace roadlint::report {
namespace {

/// In a closed box there are few: those that count come first.
constexpr std::size_t uncounted_shown = 300;
constexpr std::size_t fixed_shown = 1'000;

/// What the page leaves out, and where it is.
void write_remark(const HtmlPage& page) {
  const std::size_t listed = page.listed.size();
  const std::size_t all = page.active.size();
  if (listed == all) return;
  page.out.markup("<p class=\"remark\">").prose([&](std::string_view language) {
    const HtmlWords& words = html_words_in(language);
    std::string text = fmt::format(fmt::runtime(words.left_out), count_text(listed, language),
                                   count_text(all, language), count_text(all - listed, language));
    // On the page of a single body there is nothing to be gained by this.
    if (page.report.list_name.empty()) text += " " + std::string(words.page_for_each);
    return text;
  });
  page.out.markup("</p>\n");
}

void write_active(const HtmlPage& page, const HtmlFindingNames& names) {
  write_remark(page);
  write_html_filter(page, names);
  write_html_shown_count(page);
  write_html_left_out(page, names);
  page.out.markup("<ol id=\"findings\" class=\"findings\">\n");
  for (const engine::Finding* finding : page.listed) write_html_finding(page, names, *finding);
  page.out.markup("</ol>\n");
}

void begin_folded(const HtmlPage& page, std::string_view id, HtmlSentence heading, std::size_t count) {
  page.out.markup("<details").attribute("id", id).markup("><summary>").both([&](std::string_view language) {
    return fmt::format(fmt::runtime(html_words_in(language).*heading), count_text(count, language));
  });
  page.out.markup("</summary>\n");
}

/// The findings of a standing, in a closed box with the reason why they do not count.
void write_standing(const HtmlPage& page, const HtmlFindingNames& names, engine::Standing standing, std::string_view id,
                    HtmlSentence heading) {
  std::vector<const engine::Finding*> findings;
  for (const engine::Finding& finding : page.report.outcomes.findings) {
    if (finding.standing == standing) findings.push_back(&finding);
  }
  if (findings.empty()) return;
  const std::size_t shown = std::min(findings.size(), uncounted_shown);
  begin_folded(page, id, heading, findings.size());
  page.out.markup("<ol class=\"findings\">\n");
  for (std::size_t index = 0; index < shown; ++index) write_html_finding(page, names, *findings[index]);
  page.out.markup("</ol>\n");
  write_html_rest(page.out, "p", findings.size() - shown);
  page.out.markup("</details>\n");
}

void write_fixed(const HtmlPage& page) {
  const auto& baseline = page.report.outcomes.baseline;
  if (!baseline || baseline->fixed.empty()) return;
  begin_folded(page, "fixed", &HtmlWords::fixed_heading, baseline->fixed.size());
  page.out.markup("<ul>\n");
  const std::size_t shown = std::min(baseline->fixed.size(), fixed_shown);
  for (std::size_t index = 0; index < shown; ++index) {
    const engine::FixedFinding& finding = baseline->fixed[index];
    page.out.markup("<li><code>").data(finding.rule).markup("</code> ").data(finding.subject.id).markup("</li>\n");
  }
  write_html_rest(page.out, "li", baseline->fixed.size() - shown);
  page.out.markup("</ul>\n</details>\n");
}

}  // namespace

void write_html_findings(const HtmlPage& page) {
  const HtmlFindingNames names = html_names_of(page);
  begin_html_section(page.out, "findings", &HtmlWords::findings_heading);
  if (page.active.empty()) {
    page.out.markup("<p class=\"nothing\">").say(&HtmlWords::no_findings).markup(".</p>\n");
  } else {
    write_active(page, names);
  }
  write_standing(page, names, engine::Standing::waived, "waived", &HtmlWords::waived_heading);
  write_standing(page, names, engine::Standing::known, "known", &HtmlWords::known_heading);
  write_fixed(page);
  page.out.markup("</section>\n");
}

}  // namespace roadlint::report
