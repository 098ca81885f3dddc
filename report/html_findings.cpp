// The findings of the HTML report with their filter: see html_sections.hpp; one finding is in html_finding.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_finding.hpp"
#include "report/html_sections.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/relative_name.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t label_width = 70;
/// So many rules have a column of their own in the matrix; the others can be filtered together.
constexpr std::size_t rules_without_others = 12;

/// What findings can be filtered by, and the choices there are.
class FilterBar {
 public:
  FilterBar(const HtmlPage& page, const HtmlFindingNames& names) : page_(page), out_(page.out), names_(names) {}

  void write() {
    out_.markup("<form id=\"filter\" hidden=\"hidden\" aria-labelledby=\"filter-label\">\n");
    out_.markup("<span id=\"filter-label\" class=\"for-readers\">").say(&HtmlWords::filter).markup("</span>\n");
    if (names_.has_overview) {
      write_scopes();
    } else {
      write_entities();
    }
    write_files();
    write_bodies();
    write_rules();
    write_severities();
    out_.markup("<label>").say(&HtmlWords::search).markup("<input type=\"search\" id=\"by-text\"/></label>\n");
    out_.markup("<button type=\"reset\" id=\"show-all\">").say(&HtmlWords::reset).markup("</button>\n</form>\n");
  }

 private:
  void begin_choice(std::string_view id, HtmlSentence label) {
    out_.markup("<label>").say(label).markup("<select").attribute("id", id).markup(">");
    write_choice("", &HtmlWords::all);
  }
  void end_choice() { out_.markup("</select></label>\n"); }

  /// A choice whose label is a sentence of the page.
  void write_choice(std::string_view value, HtmlSentence label) {
    out_.markup("<option").attribute("value", value);
    out_.both_as_attributes([&](std::string_view language) { return std::string(html_words_in(language).*label); });
    out_.markup(">").text(html_words_in(out_.first_language()).*label).markup("</option>");
  }
  void write_choice(std::string_view value, const std::string& label) {
    out_.markup("<option").attribute("value", value).markup(">").text(shortened(one_line(label), label_width));
    out_.markup("</option>");
  }

  void write_scopes() {
    const engine::Overview& overview = *page_.report.overview;
    std::multimap<std::size_t, std::size_t> goals;
    for (std::size_t goal = 0; goal < overview.goals.size(); ++goal) {
      const HtmlScope scope = page_.scopes.of_goal(overview.goals[goal].id, overview.goals[goal].roadmap);
      goals.emplace(scope.roadmap.value_or(overview.roadmaps.size()), goal);
    }
    begin_choice("by-scope", &HtmlWords::place_filter);
    for (std::size_t index = 0; index <= overview.roadmaps.size(); ++index) {
      if (index < overview.roadmaps.size()) write_roadmap(index);
      const auto [begin, end] = goals.equal_range(index);
      for (auto entry = begin; entry != end; ++entry) {
        const engine::OverviewGoal& goal = overview.goals[entry->second];
        write_choice("g" + std::to_string(entry->second), "– " + goal.id + " " + goal.title);
      }
    }
    write_choice("none", &HtmlWords::no_roadmap);
    end_choice();
  }

  void write_roadmap(std::size_t index) {
    const engine::OverviewRoadmap& roadmap = page_.report.overview->roadmaps[index];
    write_choice("r" + std::to_string(index), roadmap.id + " " + roadmap.title);
    out_.markup("<option").attribute("value", "R" + std::to_string(index));
    const auto label = [&](std::string_view language) {
      return "– " + one_line(roadmap.id) + std::string(html_words_in(language).colon) +
             std::string(html_words_in(language).whole_roadmap);
    };
    out_.both_as_attributes(label).markup(">").text(label(out_.first_language())).markup("</option>");
  }

  void write_entities() {
    std::set<std::string_view> entities;
    for (const engine::Finding* finding : page_.active) entities.insert(finding->subject.entity);
    begin_choice("by-entity", &HtmlWords::entity);
    for (const std::string_view entity : entities) write_choice(entity, std::string(entity));
    end_choice();
  }

  void write_files() {
    begin_choice("by-file", &HtmlWords::file);
    for (const auto& [name, key] : names_.files) write_choice(std::to_string(key), name);
    end_choice();
  }

  void write_bodies() {
    begin_choice("by-body", &HtmlWords::responsible);
    for (const auto& [name, key] : names_.bodies) {
      if (!name.empty()) write_choice(std::to_string(key), name);
    }
    if (const auto found = names_.bodies.find(""); found != names_.bodies.end()) {
      write_choice(std::to_string(found->second), &HtmlWords::nobody);
    }
    end_choice();
  }

  void write_rules() {
    std::set<std::string_view> rules;
    for (const engine::Finding* finding : page_.active) rules.insert(finding->rule);
    begin_choice("by-rule", &HtmlWords::rule);
    for (const std::string_view rule : rules) write_choice(rule, std::string(rule));
    if (rules.size() > rules_without_others) write_choice("*", &HtmlWords::other_rules);
    end_choice();
  }

  void write_severities() {
    begin_choice("by-severity", &HtmlWords::severity);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      write_choice(severity_name(severity), severity_sentence(severity));
    }
    write_choice("undecidable", &HtmlWords::undecidable);
    end_choice();
  }

  const HtmlPage& page_;
  HtmlWriter& out_;
  const HtmlFindingNames& names_;
};

HtmlFindingNames names_of(const HtmlPage& page) {
  HtmlFindingNames names;
  names.has_overview = page.report.overview != nullptr && !page.report.overview->roadmaps.empty();
  for (const engine::Finding* finding : page.active) {
    names.bodies.emplace(finding->responsible, 0);
    if (finding->span.is_known() && !names.file_keys.contains(finding->span.file)) {
      const std::string name = relative_name(page.report, page.report.files.file(finding->span.file).name());
      names.file_keys.emplace(finding->span.file, finding->span.file);
      names.files.emplace_back(name, finding->span.file);
    }
    names.fingerprints.insert(finding->fingerprint);
  }
  std::ranges::sort(names.files);
  std::size_t number = 0;
  for (auto& [name, key] : names.bodies) key = number++;
  return names;
}

/// How many findings are shown, in words that the script counts on.
void write_shown_count(const HtmlPage& page, std::size_t shown) {
  page.out.markup("<p id=\"shown\" role=\"status\" aria-live=\"polite\">");
  for (const std::string_view language : {page.out.first_language(), page.out.second_language()}) {
    const HtmlWords& words = html_words_in(language);
    const std::string count = count_text(shown, language);
    page.out.markup("<span class=\"l\"").attribute("lang", language).attribute("data-pattern", words.shown_of_all);
    page.out.attribute("data-none", words.none_shown).markup(">");
    page.out.text(fmt::format(fmt::runtime(words.shown_of_all), count, count)).markup("</span>");
  }
  page.out.markup("</p>\n");
}

void write_left_out(const HtmlPage& page, std::size_t shown) {
  page.out.markup("<p class=\"remark\">").prose([&](std::string_view language) {
    return fmt::format(fmt::runtime(html_words_in(language).left_out), count_text(shown, language),
                       count_text(page.active.size(), language), count_text(page.active.size() - shown, language));
  });
  page.out.markup("</p>\n");
}

void write_active(const HtmlPage& page, const HtmlFindingNames& names) {
  const std::size_t shown = std::min(page.active.size(), html_findings_shown);
  FilterBar(page, names).write();
  if (shown < page.active.size()) write_left_out(page, shown);
  write_shown_count(page, shown);
  page.out.markup("<ol id=\"findings\" class=\"findings\">\n");
  for (std::size_t index = 0; index < shown; ++index) write_html_finding(page, names, *page.active[index]);
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
  const std::size_t shown = std::min(findings.size(), html_findings_shown);
  begin_folded(page, id, heading, findings.size());
  page.out.markup("<ol class=\"findings\">\n");
  for (std::size_t index = 0; index < shown; ++index) write_html_finding(page, names, *findings[index]);
  page.out.markup("</ol>\n</details>\n");
}

void write_fixed(const HtmlPage& page) {
  const auto& baseline = page.report.outcomes.baseline;
  if (!baseline || baseline->fixed.empty()) return;
  begin_folded(page, "fixed", &HtmlWords::fixed_heading, baseline->fixed.size());
  page.out.markup("<ul>\n");
  for (const engine::FixedFinding& finding : baseline->fixed) {
    page.out.markup("<li><code>").data(finding.rule).markup("</code> ").data(finding.subject.id).markup("</li>\n");
  }
  page.out.markup("</ul>\n</details>\n");
}

/// Mistakes of files and rules, which no finding tells of.
void write_besides(const HtmlPage& page) {
  const std::vector<Diagnostic>& entries = page.report.diagnostics.entries();
  if (entries.empty()) return;
  begin_html_section(page.out, "besides", &HtmlWords::besides_heading);
  page.out.markup("<ul class=\"besides\">\n");
  for (const Diagnostic& diagnostic : entries) {
    page.out.markup("<li class=\"").markup(severity_name(diagnostic.severity)).markup("\"><span class=\"badge\">");
    page.out.markup("<span class=\"sign\" aria-hidden=\"true\"></span>");
    page.out.say(severity_sentence(diagnostic.severity)).markup("</span> ").data(diagnostic.message);
    page.out.markup(" <span class=\"place\">").data(relative_file_and_line(page.report, diagnostic.span));
    page.out.markup("</span> <code>").data(diagnostic.code).markup("</code></li>\n");
  }
  page.out.markup("</ul>\n</section>\n");
}

}  // namespace

void write_html_findings(const HtmlPage& page) {
  const HtmlFindingNames names = names_of(page);
  begin_html_section(page.out, "findings", &HtmlWords::findings_heading);
  if (page.active.empty()) {
    page.out.markup("<p>").say(&HtmlWords::no_findings).markup("</p>\n");
  } else {
    write_active(page, names);
  }
  write_standing(page, names, engine::Standing::waived, "waived", &HtmlWords::waived_heading);
  write_standing(page, names, engine::Standing::known, "known", &HtmlWords::known_heading);
  write_fixed(page);
  page.out.markup("</section>\n");
  write_besides(page);
}

}  // namespace roadlint::report
