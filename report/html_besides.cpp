// What the HTML report tells beside findings: mistakes in files and rules, and how many rules had nothing to look at.
// See html_sections.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "report/closing.hpp"
#include "report/diagnostic_words.hpp"
#include "report/html_sections.hpp"
#include "report/relative_location.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t diagnostics_shown = 300;

void write_diagnostic(const HtmlPage& page, const Diagnostic& diagnostic) {
  page.out.markup("<li class=\"").markup(severity_name(diagnostic.severity)).markup("\">");
  page.out.repeated("b", severity_sentence(diagnostic.severity),
                    "badge " + std::string(severity_name(diagnostic.severity)));
  page.out.markup(" ").both(
      [&](std::string_view language) { return std::string(diagnostic_message(diagnostic, language)); });
  page.out.markup(" <span class=\"place\">").data(relative_file_and_line(page.report, diagnostic.span));
  page.out.markup("</span> <code>").data(diagnostic.code).markup("</code></li>\n");
}

void write_diagnostics(const HtmlPage& page, const std::vector<const Diagnostic*>& diagnostics) {
  if (diagnostics.empty()) return;
  begin_html_section(page.out, "besides", &HtmlWords::besides_heading);
  page.out.markup("<ul class=\"besides\">\n");
  const std::size_t shown = std::min(diagnostics.size(), diagnostics_shown);
  for (std::size_t index = 0; index < shown; ++index) write_diagnostic(page, *diagnostics[index]);
  write_html_rest(page.out, "li", diagnostics.size() - shown);
  page.out.markup("</ul>\n</section>\n");
}

/// "277 rules, 131 of them matched no record": no mistake of the data, so it stands in a closed box.
void write_idle_rules(const HtmlPage& page, std::size_t count) {
  if (count == 0) return;
  page.out.markup("<details id=\"idle-rules\"><summary>").both([&](std::string_view language) {
    return fmt::format(fmt::runtime(html_words_in(language).idle_rules),
                       count_text(page.report.outcomes.rules.size(), language), count_text(count, language));
  });
  page.out.markup("</summary><p>").prose([](std::string_view language) {
    return std::string(html_words_in(language).idle_rules_explained);
  });
  page.out.markup("</p></details>\n");
}

}  // namespace

void write_html_besides(const HtmlPage& page) {
  std::vector<const Diagnostic*> diagnostics;
  std::size_t idle_rules = 0;
  for (const Diagnostic& diagnostic : page.report.diagnostics.entries()) {
    if (diagnostic.code == matched_nothing_code) {
      ++idle_rules;
    } else {
      diagnostics.push_back(&diagnostic);
    }
  }
  write_diagnostics(page, diagnostics);
  write_idle_rules(page, idle_rules);
}

}  // namespace roadlint::report
