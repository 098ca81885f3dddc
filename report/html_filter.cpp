// See html_filter.hpp.
#include "report/html_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t label_width = 70;
/// So many rules have a column of their own in the matrix; the others can be filtered together.
constexpr std::size_t rules_without_others = 12;

/// In the order of the filter.
constexpr std::array<Severity, 3> severities = {Severity::error, Severity::warning, Severity::note};

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
    begin_choice("by-entity", &HtmlWords::entity);
    for (const auto& [entity, key] : names_.entities) write_choice(entity, std::string(entity));
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
      if (!name.empty()) write_choice(std::to_string(key), std::string(name));
    }
    if (const auto found = names_.bodies.find(""); found != names_.bodies.end()) {
      write_choice(std::to_string(found->second), &HtmlWords::nobody);
    }
    end_choice();
  }

  void write_rules() {
    begin_choice("by-rule", &HtmlWords::rule);
    for (const auto& [rule, key] : names_.rules) write_choice(rule, std::string(rule));
    if (names_.rules.size() > rules_without_others) write_choice("*", &HtmlWords::other_rules);
    end_choice();
  }

  void write_severities() {
    begin_choice("by-severity", &HtmlWords::severity);
    for (const Severity severity : severities) {
      write_choice(severity_name(severity), severity_sentence(severity));
    }
    write_choice("undecidable", &HtmlWords::undecidable);
    end_choice();
  }

  const HtmlPage& page_;
  HtmlWriter& out_;
  const HtmlFindingNames& names_;
};

/// What the filter looks at, as the script reads it: "r0 g3,84,2,17,0,1" for place, file, body, rule, severity, and
/// whether it cannot be decided. Rules and entities are their places among the choices, which is shorter.
std::string kind_of(const HtmlPage& page, const HtmlFindingNames& names, const engine::Finding& finding) {
  std::string place;
  if (names.has_overview) {
    place = scope_keys(page.scopes.of(finding));
    if (place.empty()) place = "none";
  } else {
    place = std::to_string(names.entities.at(finding.subject.entity));
  }
  const auto file = names.file_keys.find(finding.span.file);
  return fmt::format("{},{},{},{},{},{}", place,
                     file == names.file_keys.end() ? std::string() : std::to_string(file->second),
                     names.bodies.at(finding.responsible), names.rules.at(finding.rule),
                     std::ranges::find(severities, finding.severity) - severities.begin(),
                     finding.verdict == engine::Verdict::undecidable ? 1 : 0);
}

std::string shown_text(const HtmlPage& page, std::string_view language) {
  const HtmlWords& words = html_words_in(language);
  const std::size_t all = page.active.size();
  const std::size_t left_out = all - page.listed.size();
  return fmt::format(fmt::runtime(left_out > 0 ? words.shown_of_more : words.shown_of_all),
                     count_text(page.listed.size(), language), count_text(all, language),
                     count_text(left_out, language));
}

}  // namespace

void write_html_filter(const HtmlPage& page, const HtmlFindingNames& names) { FilterBar(page, names).write(); }

void write_html_shown_count(const HtmlPage& page) {
  page.out.markup("<p id=\"shown\" role=\"status\" aria-live=\"polite\">");
  for (const std::string_view language : {page.out.first_language(), page.out.second_language()}) {
    const HtmlWords& words = html_words_in(language);
    page.out.markup("<span class=\"l\"").attribute("lang", language).attribute("data-pattern", words.shown_of_all);
    page.out.attribute("data-none", words.none_shown).attribute("data-more", words.shown_of_more);
    page.out.attribute("data-searched", words.shown_by_text).markup(">").text(shown_text(page, language));
    page.out.markup("</span>");
  }
  page.out.markup("</p>\n<p id=\"chosen\"></p>\n");
}

void write_html_left_out(const HtmlPage& page, const HtmlFindingNames& names) {
  if (page.listed.size() == page.active.size()) return;
  const std::set<const engine::Finding*> listed(page.listed.begin(), page.listed.end());
  std::map<std::string, std::size_t> counts;
  for (const engine::Finding* finding : page.active) {
    if (!listed.contains(finding)) ++counts[kind_of(page, names, *finding)];
  }
  std::string rows;
  for (const auto& [kind, count] : counts) rows += fmt::format("{}{},{}", rows.empty() ? "" : ";", kind, count);
  page.out.markup("<div id=\"left-out\" hidden=\"hidden\"").attribute("data-rows", rows).markup("></div>\n");
}

}  // namespace roadlint::report
