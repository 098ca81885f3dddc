// The HTML report: read back as XML by a parser that is not ours, in both languages, with hostile texts everywhere.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "report/html_writer.hpp"
#include "tests/unit/report/html_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

const std::string hostile = std::string(hostile_text) + " </title></style></svg> \xE2\x80\xAE onload=x {0}";

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
  CHECK(text_of(page, "//figure[@class='behind']//bdi[@lang='en']").find("Behind: 6 % (as of 30 June 2026)") == 0);
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
