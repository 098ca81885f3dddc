// The head of the HTML report: see html_sections.hpp.
#include <fmt/format.h>

#include <array>

#include "report/html_sections.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t list_name_columns = 200;

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t undecidable = 0;
};

Counts counts_of(const std::vector<const engine::Finding*>& findings) {
  Counts counts;
  for (const engine::Finding* finding : findings) {
    if (finding->severity == Severity::error) ++counts.errors;
    if (finding->severity == Severity::warning) ++counts.warnings;
    if (finding->severity == Severity::note) ++counts.notes;
    if (finding->verdict == engine::Verdict::undecidable) ++counts.undecidable;
  }
  return counts;
}

/// "3 errors, 1 warning and 2 notes"; kinds without findings are left out.
std::string found_text(const Counts& counts, std::string_view language) {
  const HtmlWords& words = html_words_in(language);
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(counted(&HtmlWords::errors, counts.errors, language));
  if (counts.warnings > 0) parts.push_back(counted(&HtmlWords::warnings, counts.warnings, language));
  if (counts.notes > 0) parts.push_back(counted(&HtmlWords::notes, counts.notes, language));
  if (parts.empty()) return std::string(words.no_findings);
  std::string text = parts.front();
  for (std::size_t index = 1; index < parts.size(); ++index) {
    const bool is_last = index + 1 == parts.size();
    text += (is_last ? " " + std::string(words.and_word) + " " : ", ") + parts[index];
  }
  return text;
}

std::string checked_text(const Report& report, std::string_view language) {
  const bool has_roadmaps = report.overview != nullptr && !report.overview->roadmaps.empty();
  return has_roadmaps ? counted(&HtmlWords::roadmaps, report.overview->roadmaps.size(), language)
                      : counted(&HtmlWords::files, report.data_files.size(), language);
}

std::string name_of_list(const Report& report) { return shortened(one_line(report.list_name), list_name_columns); }

void write_summary(const HtmlPage& page, const Counts& counts) {
  const Report& report = page.report;
  page.out.markup("<p class=\"summary\">");
  if (report.data_files.empty()) {
    page.out.say(&HtmlWords::nothing_checked);
  } else {
    page.out.both([&](std::string_view language) {
      const HtmlWords& words = html_words_in(language);
      return fmt::format(fmt::runtime(report.list_name.empty() ? words.summary : words.summary_of_list),
                         date_text(report.as_of, language), report.version, found_text(counts, language),
                         checked_text(report, language), name_of_list(report));
    });
  }
  page.out.markup("</p>\n");
}

void write_tile(HtmlWriter& out, std::string_view name, HtmlPhrase phrase, std::size_t number) {
  out.markup("<li class=\"tile ").markup(name).markup("\"><span class=\"sign\" aria-hidden=\"true\"></span>");
  out.say(phrase, number).markup("</li>\n");
}

void write_tiles(const HtmlPage& page, const Counts& counts) {
  page.out.markup("<ul class=\"tiles\">\n");
  write_tile(page.out, "error", &HtmlWords::errors, counts.errors);
  write_tile(page.out, "warning", &HtmlWords::warnings, counts.warnings);
  write_tile(page.out, "note", &HtmlWords::notes, counts.notes);
  if (counts.undecidable > 0) write_tile(page.out, "undecidable", &HtmlWords::undecidable_count, counts.undecidable);
  page.out.markup("</ul>\n");
}

void write_scale(const HtmlPage& page) {
  const engine::Outcomes& outcomes = page.report.outcomes;
  page.out.markup("<p>").say(&HtmlWords::records_and_rules, outcomes.records).markup(" ");
  page.out.say(&HtmlWords::rules, outcomes.rules.size()).markup(".</p>\n");
}

std::size_t count_of(const engine::Outcomes& outcomes, engine::Standing standing) {
  std::size_t count = 0;
  for (const engine::Finding& finding : outcomes.findings) count += finding.standing == standing ? 1 : 0;
  return count;
}

void write_not_counted(const HtmlPage& page) {
  const engine::Outcomes& outcomes = page.report.outcomes;
  const std::array<std::pair<HtmlPhrase, std::size_t>, 3> kinds = {{
      {&HtmlWords::waived_count, count_of(outcomes, engine::Standing::waived)},
      {&HtmlWords::known_count, count_of(outcomes, engine::Standing::known)},
      {&HtmlWords::untouched_count, count_of(outcomes, engine::Standing::untouched)},
  }};
  bool is_first = true;
  for (const auto& [phrase, count] : kinds) {
    if (count == 0) continue;
    if (is_first) page.out.markup("<p>").say(&HtmlWords::not_counted);
    page.out.markup(is_first ? " " : ", ").say(phrase, count);
    is_first = false;
  }
  if (!is_first) page.out.markup(".</p>\n");
  const std::size_t fixed = outcomes.baseline ? outcomes.baseline->fixed.size() : 0;
  if (fixed > 0) page.out.markup("<p>").say(&HtmlWords::fixed_count, fixed).markup("</p>\n");
}

void write_letterhead(const HtmlPage& page) {
  constexpr std::array<std::pair<std::string_view, HtmlSentence>, 5> entries = {{
      {"organisation", &HtmlWords::organisation},
      {"department", &HtmlWords::department},
      {"address", &HtmlWords::address},
      {"contact", &HtmlWords::contact},
      {"reference", &HtmlWords::reference},
  }};
  bool has_any = false;
  for (const auto& [key, label] : entries) {
    const auto found = page.report.letterhead.find(key);
    if (found == page.report.letterhead.end() || found->second.empty()) continue;
    if (!has_any) page.out.markup("<dl class=\"letterhead\">\n");
    has_any = true;
    page.out.markup("<dt>").say(label).markup("</dt><dd>").data(found->second).markup("</dd>\n");
  }
  if (has_any) page.out.markup("</dl>\n");
}

void write_answer_by(const HtmlPage& page) {
  const std::string& date = page.report.answer_by;
  if (date.empty()) return;
  page.out.markup("<p class=\"answer\">").both([&](std::string_view language) {
    return fmt::format(fmt::runtime(html_words_in(language).answer_by), date_text(date, language));
  });
  page.out.markup("</p>\n");
}

}  // namespace

void write_html_header(const HtmlPage& page) {
  const Counts counts = counts_of(page.active);
  page.out.markup("<header>\n<div class=\"bar\"><h1>").both([&](std::string_view language) {
    return html_page_title(page.report, language);
  });
  page.out.markup("</h1>\n<button type=\"button\" id=\"language\" hidden=\"hidden\">");
  page.out.say(&HtmlWords::other_language).markup("</button></div>\n");
  write_letterhead(page);
  write_summary(page, counts);
  write_tiles(page, counts);
  write_scale(page);
  write_not_counted(page);
  write_answer_by(page);
  page.out.markup("</header>\n");
}

std::string html_page_title(const Report& report, std::string_view language) {
  const HtmlWords& words = html_words_in(language);
  const std::string date = date_text(report.as_of, language);
  if (report.list_name.empty()) return fmt::format(fmt::runtime(words.page_title), date);
  return fmt::format(fmt::runtime(words.page_title_of_list), date, name_of_list(report));
}

void write_html_contents(HtmlWriter& out, const std::vector<HtmlWriter::Section>& sections) {
  if (sections.size() < 2) return;
  out.markup("<nav class=\"contents\" aria-labelledby=\"contents-label\">\n<span id=\"contents-label\">");
  out.say(&HtmlWords::on_this_page).say(&HtmlWords::colon).markup("</span>\n<ul>\n");
  for (const HtmlWriter::Section& section : sections) {
    out.markup("<li><a").attribute("href", "#" + section.heading_id).markup(">").say(section.heading);
    out.markup("</a></li>\n");
  }
  out.markup("</ul>\n</nav>\n");
}

void begin_html_section(HtmlWriter& out, std::string_view id, HtmlSentence heading) {
  out.add_section({std::string(id) + "-heading", heading});
  out.markup("<section").attribute("aria-labelledby", std::string(id) + "-heading").markup(">\n<h2 tabindex=\"-1\"");
  out.attribute("id", std::string(id) + "-heading").markup(">").say(heading).markup("</h2>\n");
}

void write_html_rest(HtmlWriter& out, std::string_view tag, std::size_t rest) {
  if (rest == 0) return;
  out.markup("<").markup(tag).markup(" class=\"rest\">");
  out.both([&](std::string_view language) { return words_in(language).more_entries.with(rest, language); });
  out.markup("</").markup(tag).markup(">\n");
}

void write_html_remark(HtmlWriter& out, HtmlSentence sentence, std::size_t shown, std::size_t all) {
  if (shown >= all) return;
  out.markup("<p class=\"remark\">").both([&](std::string_view language) {
    return fmt::format(fmt::runtime(html_words_in(language).*sentence), count_text(shown, language),
                       count_text(all, language));
  });
  out.markup("</p>\n");
}

}  // namespace roadlint::report
