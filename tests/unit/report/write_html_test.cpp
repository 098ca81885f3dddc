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
  overview.progress[0].name = overview.progress[0].observations[0].unit = overview.progress[0].subject = hostile;
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

TEST_CASE("HTML: the page of one list says whose list it is", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  Report report = sample.report();
  report.list_name = "BMFTR";
  const pugi::xml_document page = parsed(write_html(report, {}));
  CHECK(text_of(page, "//title[1]") == "Check of technology roadmaps, 23 November 2026: list “BMFTR”");
  CHECK(text_of(page, "//h1/bdi[@lang='de']") == "Prüfung von Technologie-Roadmaps, 23.11.2026: Liste „BMFTR“");
  CHECK(text_of(page, "//p[@class='summary']/bdi[@lang='en']") ==
        "As of 23 November 2026, the list “BMFTR” has 1 error, 1 warning and 1 note; roadlint 0.1.0 checked 1 file.");
  CHECK(text_of(page, "//p[@class='summary']/bdi[@lang='de']") ==
        "Zum Stichtag 23.11.2026 enthält die Liste „BMFTR“ 1 Fehler, 1 Warnung und 1 Hinweis; roadlint 0.1.0 hat 1 "
        "Datei geprüft.");
}

TEST_CASE("HTML: links to the sections that the page has", "[report]") {
  Sample sample;
  CHECK(count_nodes(parsed(write_html(sample.report(), {})), "//nav") == 0);
  add_findings_of_all_standings(sample);
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(count_nodes(page, "//nav//a") == count_nodes(page, "//section"));
  CHECK(count_nodes(page, "//nav//a[@href='#matrix-heading']") == 1);
}

TEST_CASE("HTML: causes are named by rule and subject, and whoever accepts a finding without a word will mend it",
          "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  engine::Finding finding = plain_finding(sample, "later", Severity::error, "later");
  finding.caused_by = {sample.outcomes.findings[0].fingerprint};
  finding.acceptance = static_cast<std::uint32_t>(sample.outcomes.acceptances.size());
  sample.outcomes.acceptances.emplace_back();
  sample.outcomes.findings.push_back(finding);
  const std::string cause = sample.outcomes.findings[0].rule + " " + sample.outcomes.findings[0].subject.id;
  const pugi::xml_document page = parsed(write_html(sample.report(), {}));
  CHECK(text_of(page, "//li[@id='f-later']//dd/a") == cause);
  CHECK(text_of(page, "//li[@id='f-later']//dd/bdi[@lang='en']").find("will be mended") != std::string::npos);
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

TEST_CASE("HTML: progress has no verdict that the data does not bear out", "[report]") {
  Sample sample;
  const engine::Overview usual = sample_overview(sample);
  engine::Overview overview = usual;
  Report report = sample.report();
  report.overview = &overview;
  const auto standing = [&] {
    return text_of(parsed(write_html(report, {})), "//p[@class='standing']/bdi[@lang='en']");
  };
  overview.progress[0].is_past = true;
  CHECK(standing() == "Date passed, not shown to be reached: 6 % (as of 30 June 2026).");
  overview = usual;
  overview.progress[0].baseline.reset();
  CHECK(standing() == "Target not reached: 6 % (as of 30 June 2026).");
  overview = usual;
  overview.progress[0].comparison = engine::OverviewComparison::exactly;
  overview.progress[0].observations[0].value = Number(80);
  CHECK(standing() == "Target not reached: 80 % (as of 30 June 2026).");
  overview = usual;
  overview.progress[0].comparison = engine::OverviewComparison::at_most;
  overview.progress[0].observations[0].value = Number(30);
  CHECK(standing().starts_with("Behind: 30 %"));
}

TEST_CASE("HTML: values of different units share no picture", "[report]") {
  Sample sample;
  engine::Overview overview = sample_overview(sample);
  overview.progress[0].observations[0].unit = "GW";
  overview.progress[0].has_different_units = true;
  overview.progress[0].is_reached.reset();
  Report report = sample.report();
  report.overview = &overview;
  const pugi::xml_document page = parsed(write_html(report, {}));
  CHECK(count_nodes(page, "//figure//svg") == 0);
  CHECK(text_of(page, "//p[@class='standing']/bdi[@lang='de']").starts_with("Verschiedene Einheiten"));
  CHECK(text_of(page, "//figure/ul/li[1]/bdi[@lang='en']") == "Baseline 5 % (2024)");
  CHECK(text_of(page, "//figure/ul/li[3]/bdi[@lang='en']") == "Measured 6 GW (30 June 2026)");
}

TEST_CASE("HTML: money that is not counted, that is none, and that has no programme", "[report]") {
  Sample sample;
  engine::Overview overview = sample_overview(sample);
  overview.funding[0].counted = false;
  overview.funding[0].may_be_counted_twice = false;
  overview.funding[1].amount = Money{Number(7), {}};
  overview.funding[1].has_no_money = true;
  overview.other_funding = {3, {Money{Number(1200), {}}}};
  Report report = sample.report();
  report.overview = &overview;
  const pugi::xml_document page = parsed(write_html(report, {}));
  CHECK(count_nodes(page, "//g[@class='not-counted']") == 1);
  CHECK(count_nodes(page, "//section[@aria-labelledby='funding-heading']//svg[@role='img']/g[@class='band']") == 0);
  CHECK(text_of(page, "//text[@class='sum']").find("1,600,000 EUR not counted") != std::string::npos);
  CHECK(text_of(page, "//section[@aria-labelledby='funding-heading']//td[@class='number']").find("no money") !=
        std::string::npos);
  CHECK(text_of(page, "//p[@id='without-programme']/bdi[@lang='en']") ==
        "Lines of money that name no programme, and are not in the picture: 3; sum of their amounts: 1,200 EUR.");
  overview.funding.clear();
  CHECK(count_nodes(parsed(write_html(report, {})), "//p[@id='without-programme']") == 1);
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
  report.version = report.as_of = report.answer_by = report.list_name = hostile;
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
