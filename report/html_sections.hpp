// The sections of the HTML report, in the order of the page.
#pragma once

#include <vector>

#include "report/html_scopes.hpp"
#include "report/html_writer.hpp"
#include "report/report.hpp"

namespace roadlint::report {

/// What every section needs.
struct HtmlPage {
  const Report& report;
  HtmlWriter& out;
  const HtmlScopes& scopes;
  /// The active findings, the most severe ones first, else as they stand in the data.
  const std::vector<const engine::Finding*>& active;
  /// Those of them that the page has room for, in the same order. Counts are of all.
  const std::vector<const engine::Finding*>& listed;
};

/// Summary, who sends the report, and what is not counted.
void write_html_header(const HtmlPage& page);
/// Goals by criteria.
void write_html_matrix(const HtmlPage& page);
/// Milestones over time; nothing without milestones.
void write_html_timeline(const HtmlPage& page);
/// Programmes, roadmaps and the money between them; nothing without money.
void write_html_funding(const HtmlPage& page);
/// Indicators that have been measured; nothing without them.
void write_html_progress(const HtmlPage& page);
/// Active findings with their filter, then those that do not count.
void write_html_findings(const HtmlPage& page);
/// Mistakes of files and rules, which no finding tells of.
void write_html_besides(const HtmlPage& page);

/// What the page is called: with the name of its list when it is one of several.
[[nodiscard]] std::string html_page_title(const Report& report, std::string_view language);
/// Links to the sections that a page has; nothing when there is only one.
void write_html_contents(HtmlWriter& out, const std::vector<HtmlWriter::Section>& sections);

/// `<section>` with its heading, up to and including the heading; `</section>` is up to the caller.
void begin_html_section(HtmlWriter& out, std::string_view id, HtmlSentence heading);
/// "… and 12 more" in an element; nothing when there are no more.
void write_html_rest(HtmlWriter& out, std::string_view tag, std::size_t rest);
/// A paragraph that says what a section leaves out: "{0} of {1} ...".
void write_html_remark(HtmlWriter& out, HtmlSentence sentence, std::size_t shown, std::size_t all);

}  // namespace roadlint::report
