// The HTML report: one page that needs nothing but itself. It is well-formed XML too, so that any XML reader can check
// it. See report.hpp and html_sections.hpp.
#include <algorithm>
#include <map>

#include "report/html_assets.hpp"
#include "report/html_choice.hpp"
#include "report/html_sections.hpp"
#include "report/report.hpp"
#include "report/sha256.hpp"

namespace roadlint::report {
namespace {

/// So many findings open in about three seconds on a machine with two processors, and are filtered without a pause.
constexpr std::size_t html_findings_shown = 4'000;

std::vector<const engine::Finding*> most_severe_first(const std::vector<engine::Finding>& findings) {
  std::vector<const engine::Finding*> sorted;
  for (const engine::Finding& finding : findings) {
    if (is_active(finding)) sorted.push_back(&finding);
  }
  std::ranges::stable_sort(sorted, [](const engine::Finding* left, const engine::Finding* right) {
    return left->severity > right->severity;
  });
  return sorted;
}

/// The findings that the page lists: the most severe ones, and some of every roadmap and every responsible body.
std::vector<const engine::Finding*> fit_for_page(const std::vector<const engine::Finding*>& active,
                                                 const HtmlScopes& scopes) {
  if (active.size() <= html_findings_shown) return active;
  std::map<std::string_view, std::size_t> bodies;
  std::vector<HtmlCandidate> candidates;
  for (const engine::Finding* finding : active) {
    const std::size_t body = bodies.emplace(finding->responsible, bodies.size()).first->second;
    const HtmlScope scope = scopes.of(*finding);
    candidates.push_back({static_cast<int>(finding->severity), scope.roadmap ? *scope.roadmap + 1 : 0, body});
  }
  std::vector<const engine::Finding*> listed;
  for (const std::size_t place : choose_for_page(candidates, html_findings_shown)) listed.push_back(active[place]);
  return listed;
}

/// Nothing may be loaded, and no script may run but the one of the page, which is known by its hash.
void write_policy(HtmlWriter& out) {
  out.markup("<meta http-equiv=\"Content-Security-Policy\"");
  out.attribute("content", "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
                               sha256_base64(html_script) + "'; base-uri 'none'; form-action 'none'");
  out.markup("/>\n");
}

void write_head(HtmlWriter& out, const Report& report) {
  const auto title = [&](std::string_view language) { return html_page_title(report, language); };
  out.markup("<head>\n<meta charset=\"utf-8\"/>\n");
  write_policy(out);
  out.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  out.markup("<meta name=\"generator\"").attribute("content", "roadlint " + report.version).markup("/>\n");
  out.markup("<title").both_as_attributes(title).markup(">").text(title(out.first_language())).markup("</title>\n");
  out.markup("<style>").markup(html_style).markup("</style>\n</head>\n");
}

void write_sections(const HtmlPage& page) {
  write_html_matrix(page);
  write_html_timeline(page);
  write_html_funding(page);
  write_html_progress(page);
  write_html_findings(page);
  write_html_besides(page);
}

}  // namespace

std::string write_html(const Report& report, const ReportOptions& options) {
  HtmlWriter out(options.language);
  const HtmlScopes scopes(report.overview);
  const std::vector<const engine::Finding*> active = most_severe_first(report.outcomes.findings);
  const std::vector<const engine::Finding*> listed = fit_for_page(active, scopes);
  HtmlWriter main(options.language);
  write_sections({report, main, scopes, active, listed});
  out.markup("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
  out.attribute("lang", out.first_language()).markup(">\n");
  write_head(out, report);
  out.markup("<body>\n<a class=\"skip\" href=\"#findings-heading\">")
      .say(&HtmlWords::skip_to_findings)
      .markup("</a>\n");
  write_html_header({report, out, scopes, active, listed});
  write_html_contents(out, main.sections());
  out.markup("<main>\n")
      .markup(main.take())
      .markup("</main>\n")
      .write_repeated_words()
      .markup("<script>")
      .markup(html_script)
      .markup("</script>\n</body>\n</html>\n");
  return out.take();
}

}  // namespace roadlint::report
