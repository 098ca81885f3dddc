// The workbook: its bytes, its sheets, and the texts and names that Excel takes. tests/formats/read_xlsx.py reads more.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "report/xlsx_bodies.hpp"
#include "report/xlsx_text.hpp"
#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

/// The directory at the end of the archive names each part in plain text.
std::size_t count_of_sheets(const std::string& workbook) {
  const std::size_t directory = workbook.find("PK\x01\x02");
  REQUIRE(directory != std::string::npos);
  return count_of(std::string_view(workbook).substr(directory), "xl/worksheets/sheet");
}

engine::Finding finding_of(const Sample& sample, std::string body, std::string fingerprint) {
  engine::Finding finding = plain_finding(sample, "milestone-due", Severity::error, std::move(fingerprint));
  finding.responsible = std::move(body);
  return finding;
}

BodySheets arranged(const Sample& sample, std::size_t most_sheets) {
  const std::vector<ListEntry> entries = table_entries(sample.report(), "en");
  SheetNames names;
  return arrange_bodies(entries, list_words_in("en"), names, most_sheets);
}

}  // namespace

TEST_CASE("XLSX: an archive, the same bytes each time", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  add_diagnostics(sample);
  for (const std::string language : {"en", "de"}) {
    const std::string workbook = write_xlsx(sample.report(), {.language = language});
    CHECK(workbook.starts_with("PK\x03\x04"));
    CHECK(workbook == write_xlsx(sample.report(), {.language = language}));
    // Summary, findings, the one body, findings without a body.
    CHECK(count_of_sheets(workbook) == 4);
  }
}

TEST_CASE("XLSX: summary and findings even for no finding, and without a day that can be read", "[report]") {
  Sample sample;
  Report report = sample.report();
  report.as_of = "";
  CHECK(count_of_sheets(write_xlsx(report, {})) == 2);
  CHECK(write_xlsx(report, {}) == write_xlsx(report, {}));
}

TEST_CASE("XLSX: hostile texts are taken everywhere", "[report]") {
  Sample sample;
  engine::Finding finding = finding_of(sample, std::string(hostile_text), "=1+1");
  finding.message = localized(std::string(40'000, '_'), std::string(40'000, 'x'));
  finding.help = localized(std::string(hostile_text), "=HYPERLINK(\"http://x\")");
  finding.responsible_from = hostile_text;
  finding.rule = "\xEF\xBF\xBF";
  sample.outcomes.findings = {finding, finding_of(sample, "'[]:*?/\\'", "f2"), finding_of(sample, "KI4", "f3")};
  Report report = sample.report();
  report.letterhead = {{"organisation", std::string(hostile_text)}, {"address", "=1+1\n2"}};
  report.answer_by = "2026-12-31";
  CHECK(count_of_sheets(write_xlsx(report, {})) == 5);
}

TEST_CASE("XLSX: a text fits its cell and is no escape of Excel's", "[report]") {
  CHECK(xlsx_cell_text("=1+1") == "=1+1");
  CHECK(xlsx_cell_text("a_x000D_b _x00_ _x12345_") == "a_x005F_x000D_b _x00_ _x12345_");
  CHECK(xlsx_cell_text("a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBC\x81") == "a\uFFFD\uFFFD\uFF01");
  CHECK(xlsx_cell_text(std::string(most_units_in_cell, 'x')) == std::string(most_units_in_cell, 'x'));
  CHECK(xlsx_cell_text(std::string(most_units_in_cell + 1, 'x')) == std::string(most_units_in_cell - 1, 'x') + "…");
}

TEST_CASE("XLSX: a character outside of the basic plane counts twice", "[report]") {
  std::string text;
  for (int number = 0; number < 20'000; ++number) text += "\U0001F600";
  // 32 766 units are left for pairs.
  CHECK(utf8::count_code_points(xlsx_cell_text(text)) == 16'383 + 1);
}

TEST_CASE("XLSX: names of sheets are ones that Excel takes, each another", "[report]") {
  SheetNames names;
  CHECK(names.add("BMFTR") == "BMFTR");
  CHECK(names.add("bmftr") == "bmftr (2)");
  CHECK(names.add("Ämter") == "Ämter");
  CHECK(names.add("ämter") == "ämter (2)");
  CHECK(names.add("a[b]c:d*e?f/g\\h") == "a-b-c-d-e-f-g-h");
  CHECK(names.add("'quoted'") == "`quoted`");
  CHECK(names.add("History") == "History (2)");
  CHECK(names.add(" \n ") == "-");
  CHECK(names.add(std::string(31, 'x')) == std::string(31, 'x'));
  CHECK(names.add(std::string(32, 'x')) == std::string(30, 'x') + "…");
  CHECK(names.add(std::string(33, 'x')) == std::string(26, 'x') + "… (2)");
}

TEST_CASE("XLSX: the name of a sheet is no cell", "[report]") {
  SheetNames names;
  CHECK(names.add("KI4") == "(KI4)");
  CHECK(names.add("r1c1") == "(r1c1)");
  CHECK(names.add("RC") == "(RC)");
  CHECK(names.add("2028") == "(2028)");
  CHECK(names.add("Referat 12") == "Referat 12");
}

TEST_CASE("XLSX: bodies by name, then none", "[report]") {
  Sample sample;
  sample.outcomes.findings = {finding_of(sample, "B", "1"), finding_of(sample, "", "2"), finding_of(sample, "A", "3"),
                              finding_of(sample, "B", "4")};
  const BodySheets bodies = arranged(sample, 10);
  REQUIRE(bodies.sheets.size() == 3);
  CHECK(bodies.sheets[0].name == "A");
  CHECK(bodies.sheets[0].count == 1);
  CHECK(bodies.sheets[1].name == "B");
  CHECK(bodies.sheets[1].count == 2);
  CHECK(bodies.sheets[2].name == "without responsible body");
  CHECK(bodies.together == 0);
}

TEST_CASE("XLSX: bodies beyond the limit share a sheet, those with the fewest findings", "[report]") {
  Sample sample;
  sample.outcomes.findings = {finding_of(sample, "A", "1"), finding_of(sample, "B", "2"), finding_of(sample, "E", "3"),
                              finding_of(sample, "E", "4"), finding_of(sample, "B", "5"), finding_of(sample, "D", "6")};
  const BodySheets bodies = arranged(sample, 2);
  REQUIRE(bodies.sheets.size() == 3);
  CHECK(bodies.sheets[0].name == "B");
  CHECK(bodies.sheets[1].name == "E");
  CHECK(bodies.sheets[2].name == "other bodies");
  CHECK(bodies.sheets[2].count == 2);
  CHECK(bodies.together == 2);
}

TEST_CASE("XLSX: not more sheets than people can look through", "[report]") {
  Sample sample;
  for (int number = 0; number < 300; ++number) {
    sample.outcomes.findings.push_back(finding_of(sample, "body " + std::to_string(number), std::to_string(number)));
  }
  // Summary, findings, the bodies, the sheet that the others share.
  CHECK(count_of_sheets(write_xlsx(sample.report(), {})) == 2 + most_body_sheets + 1);
}
