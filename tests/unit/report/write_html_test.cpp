// The HTML report: read back as XML by a parser that is not ours, in both languages, with hostile texts everywhere.
#include <catch2/catch.hpp>

#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "report/html_words.hpp"
#include "report/html_writer.hpp"
#include "tests/unit/report/ci_samples.hpp"
#include "values/calendar.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

const std::string hostile = std::string(hostile_text) + " </title></style></svg> \xE2\x80\xAE onload=x {0}";

engine::OverviewPoint point(std::string_view date, int value) {
  return {read_calendar_period(date).value(), Number(value)};
}

engine::OverviewMilestone milestone(std::string id, std::string_view due) {
  engine::OverviewMilestone milestone;
  milestone.id = std::move(id);
  milestone.goal = "KI-WI";
  milestone.roadmap = "KI";
  milestone.due = read_calendar_period(due);
  return milestone;
}

/// A roadmap with a goal, milestones of every kind, money with and without an amount, and a measured indicator.
engine::Overview sample_overview(const Sample& sample) {
  engine::Overview overview;
  overview.roadmaps = {{"KI", "Künstliche Intelligenz", sample.at("id: KI")}};
  overview.goals = {{"KI-WI", "Wirtschaft", "KI", sample.at("id: KI-WI")}};
  overview.milestones = {milestone("KI-WI4", ""), milestone("KI-WI5", "2028"), milestone("KI-WI6", "2026-03-31")};
  overview.milestones[1].depends_on = {"KI-WI6"};
  overview.milestones[2].is_overdue = true;
  overview.funding = {{"P1", "Aktionsplan", "KI", "Rechner", Money{Number(1'600'000), {}}, true, true, {}},
                      {"P2", "Fonds", "KI", "Netze", std::nullopt, std::nullopt, false, {}}};
  overview.progress = {
      {"KI-WI4", "Anteil", "%", point("2024", 5), point("2030", 20), {point("2026-06-30", 6)}, sample.at("5 %")}};
  return overview;
}

engine::Overview hostile_overview(const Sample& sample) {
  engine::Overview overview = sample_overview(sample);
  overview.roadmaps[0].title = hostile;
  overview.goals[0].title = hostile;
  for (engine::OverviewMilestone& milestone : overview.milestones) milestone.title = hostile;
  overview.milestones.push_back(milestone(hostile, "2027-Q1"));
  overview.milestones[1].depends_on.push_back(hostile);
  for (engine::OverviewFunding& line : overview.funding) line.title = line.programme_title = line.programme = hostile;
  overview.progress[0].name = overview.progress[0].unit = overview.progress[0].subject = hostile;
  return overview;
}

engine::Finding hostile_finding(const Sample& sample) {
  engine::Finding finding = target_finding(sample);
  finding.rule = finding.subject.id = finding.subject.entity = finding.responsible = finding.fingerprint = hostile;
  finding.responsible_from = hostile;
  finding.message = finding.help = finding.title = localized(hostile + " en", hostile + " de");
  finding.evidence[0].path = hostile;
  finding.evidence[1].value = hostile;
  finding.basis = {{hostile, hostile}};
  return finding;
}

pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_doctype);
  INFO(result.description() << " at: " << page.substr(static_cast<std::size_t>(result.offset), 200));
  REQUIRE(result);
  return document;
}

std::size_t count_nodes(const pugi::xml_document& document, const char* path) {
  return document.select_nodes(path).size();
}

std::string text_of(const pugi::xml_document& document, const char* path) {
  std::string text;
  for (const pugi::xpath_node& found : document.select_nodes((std::string(path) + "//text()").c_str())) {
    text += found.node().value();
  }
  return text;
}

ReportOptions in_german() {
  ReportOptions options;
  options.language = "de";
  return options;
}

}  // namespace

TEST_CASE("HTML: a summary, findings in both languages, and those that do not count", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(std::string(page.child("html").attribute("lang").value()) == "en");
  CHECK(text_of(page, "//p[@class='summary']/bdi[@lang='en']") ==
        "As of 23 November 2026, roadlint 0.1.0 found 1 error, 1 warning and 1 note in 1 file.");
  CHECK(text_of(page, "//p[@class='summary']/bdi[@lang='de']") ==
        "Zum Stichtag 23.11.2026 hat roadlint 0.1.0 in 1 Datei 1 Fehler, 1 Warnung und 1 Hinweis festgestellt.");
  CHECK(count_nodes(page, "//ol[@id='findings']/li") == 3);
  CHECK(count_nodes(page, "//details[@id='waived']/ol/li") == 1);
  CHECK(count_nodes(page, "//details[@id='known']/ol/li") == 1);
  CHECK(text_of(page, "//li[@id='f-f1']/h3/bdi[@lang='de']") == "KI-WI4 hat kein messbares Ziel.");
  CHECK(text_of(page, "//li[@id='f-f1']//mark") == "id: KI-WI4");
  CHECK(text_of(page, "//details[@id='waived']").find("Haushalt offen") != std::string::npos);
}

TEST_CASE("HTML: the language that was asked for comes first", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), in_german()));
  CHECK(std::string(page.child("html").attribute("lang").value()) == "de");
  CHECK(text_of(page, "//title[1]").starts_with("Prüfung von Technologie-Roadmaps, 23.11.2026"));
  CHECK(std::string(page.select_node("//li[@id='f-f1']/h3/bdi").node().attribute("lang").value()) == "de");
}

TEST_CASE("HTML: pictures of the overview, with names and tables", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  const engine::Overview overview = sample_overview(sample);
  Report report = sample.report();
  report.overview = &overview;
  const pugi::xml_document page = parsed(write_html(report, {}));
  CHECK(count_nodes(page, "//svg[@role='img']") == 3);
  CHECK(count_nodes(page, "//svg[@role='img'][count(title)=2][count(desc)=2]") == 3);
  CHECK(count_nodes(page, "//g[@class='bar overdue']") == 2);  // one of them in the legend
  CHECK(count_nodes(page, "//g[@class='arrow']") == 2);        // likewise
  CHECK(text_of(page, "//aside").find("KI-WI4") != std::string::npos);
  CHECK(count_nodes(page, "//path[@class='twice']") == 2);
  CHECK(text_of(page, "//figure[@class='behind']//bdi[@lang='en']").find("Behind: 6 % on 30 June 2026") == 0);
  CHECK(count_nodes(page, "//ol[@id='findings']/li[@data-scope='r0 g0']") == 3);
}

TEST_CASE("HTML: hostile texts stay texts", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  sample.outcomes.findings.push_back(hostile_finding(sample));
  sample.outcomes.waivers[0].reason = hostile;
  sample.diagnostics.append({hostile, Severity::error, hostile, sample.at("5 %"), {}, {}, {}});
  const engine::Overview overview = hostile_overview(sample);
  Report report = sample.report();
  report.overview = &overview;
  report.letterhead = {{"organisation", hostile}};
  report.version = report.as_of = report.answer_by = hostile;
  const std::string text = write_html(report, in_german());
  const pugi::xml_document page = parsed(text);
  CHECK(count_nodes(page, "//script") == 1);
  CHECK(count_nodes(page, "//*[@onload]") == 0);
  CHECK(count_of(text, "<script>x") == 0);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK_FALSE(utf8::first_invalid_byte(text).has_value());
  CHECK(text == write_html(report, in_german()));
}

TEST_CASE("HTML: very long texts and lines", "[report]") {
  Sample sample;
  const FileId file = sample.files.add("long.json", std::string(100'000, 'a') + "ü" + std::string(100'000, 'b'));
  engine::Finding finding = plain_finding(sample, "long", Severity::error, "f1");
  finding.message = localized(std::string(10'000, 'x'), std::string(10'000, 'y'));
  finding.span = {file, 100'000, 100'002};
  sample.outcomes.findings = {finding};
  const std::string text = write_html(sample.report(), {});
  const pugi::xml_document page = parsed(text);
  CHECK(text_of(page, "//mark") == "ü");
  CHECK(text_of(page, "//pre").size() < 1000);
  CHECK(text_of(page, "//h3/bdi[@lang='en']").size() == 10'000);
}

TEST_CASE("HTML: nothing found, and nothing checked", "[report]") {
  Sample sample;
  CHECK(text_of(parsed(write_html(sample.report(), {})), "//p[@class='summary']").find("found no findings in 1 file") !=
        std::string::npos);
  Report report = sample.report();
  report.data_files.clear();
  CHECK(text_of(parsed(write_html(report, {})), "//p[@class='summary']/bdi[@lang='en']") ==
        "Nothing was checked: no file could be read.");
}

TEST_CASE("HTML: no more than 20 000 findings, the most severe ones, and it says so", "[report]") {
  Sample sample;
  for (std::size_t index = 0; index < 20'010; ++index) {
    const Severity severity = index < 10 ? Severity::note : Severity::error;
    sample.outcomes.findings.push_back(plain_finding(sample, "many", severity, std::to_string(index)));
  }
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(count_nodes(page, "//ol[@id='findings']/li") == 20'000);
  CHECK(count_nodes(page, "//ol[@id='findings']/li[@data-severity='note']") == 0);
  CHECK(text_of(page, "//p[@class='remark']/bdi[@lang='de']").find("10 sind nicht aufgeführt") != std::string::npos);
}

TEST_CASE("HTML: dates as each language writes them", "[report]") {
  CHECK(date_text("2026-06-29", "en") == "29 June 2026");
  CHECK(date_text("2026-06-29", "de") == "29.06.2026");
  CHECK(date_text("2028-Q4", "en") == "Q4 2028");
  CHECK(date_text("2028-Q4", "de") == "4. Quartal 2028");
  CHECK(date_text("2028-03", "de") == "März 2028");
  CHECK(date_text("2028", "en") == "2028");
  CHECK(date_text("soon", "de") == "soon");
}

TEST_CASE("HTML: every sentence has both languages", "[report]") {
  constexpr std::size_t count = sizeof(HtmlWords) / sizeof(std::string_view);
  static_assert(sizeof(HtmlWords) == count * sizeof(std::string_view), "phrases are two views each");
  for (const std::string_view language : {"en", "de"}) {
    const auto* sentences = reinterpret_cast<const std::string_view*>(&html_words_in(language));
    for (std::size_t index = 0; index < count; ++index) {
      INFO(language << " " << index);
      CHECK_FALSE(sentences[index].empty());
    }
  }
}
