// The list as CSV: its whole text, and cells that spreadsheets would run or change.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

const std::string english_header =
    "Severity,File,Subject,Rule,Message,Help,Basis,Responsible body,Derived from,Place,Fingerprint,Answer,"
    "Person in charge,Due date,Remark\r\n";

/// The line of the only finding, in English.
std::string line_of(const engine::Finding& finding) {
  Sample sample;
  sample.outcomes.findings = {finding};
  const std::string text = write_csv(sample.report(), {});
  REQUIRE(text.starts_with(english_header));
  return text.substr(english_header.size());
}

engine::Finding finding_with_message(std::string message) {
  engine::Finding finding = plain_finding(Sample(), "r", Severity::note, "f");
  finding.message = localized(std::move(message), "");
  return finding;
}

std::string line_with_message(const std::string& message) {
  return "note,roadmaps/ki.yaml,KI-WI5,r," + message + ",,,,,roadmaps/ki.yaml:14,f,,,,\r\n";
}

}  // namespace

TEST_CASE("CSV: the most severe first, errors of the data too, room for the answer", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  add_diagnostics(sample);
  sample.outcomes.findings.front().responsible_from = "milestone[KI-WI4].owner";
  CHECK(write_csv(sample.report(), {}) ==
        english_header +
            "error,roadmaps/ki.yaml,,data-syntax,`]` is missing,close it,,,,roadmaps/ki.yaml:11,,,,,\r\n"
            "error,,,use-parameter,no such parameter,,,,,,,,,,\r\n"
            "error,roadmaps/ki.yaml,KI-WI4,milestone-target,KI-WI4 has no measurable target.,"
            "Give the indicator a `target:`.,\"ZVEI 2.1.2, ZVEI 3.2\",BMFTR,milestone[KI-WI4].owner,"
            "roadmaps/ki.yaml:7,f1,,,,\r\n"
            "warning,roadmaps/ki.yaml,KI-WI4,milestone-due,`due` of KI-WI4 is absent.,,,,,roadmaps/ki.yaml:7,f2,,,,\r\n"
            "note,roadmaps/ki.yaml,KI-WI5,milestone-due,KI-WI5 ends early.,,,,,roadmaps/ki.yaml:14,f3,,,,\r\n");
}

TEST_CASE("CSV: only the header for no finding", "[report]") {
  Sample sample;
  CHECK(write_csv(sample.report(), {}) == english_header);
}

TEST_CASE("CSV: German with a byte order mark is for a German Excel, which wants semicolons", "[report]") {
  Sample sample;
  sample.outcomes.findings = {plain_finding(sample, "milestone-due", Severity::error, "f1")};
  const std::string header =
      "Schweregrad,Datei,Gegenstand,Regel,Meldung,Abhilfe,Grundlage,Zuständige Stelle,Hergeleitet aus,Fundstelle,"
      "Kennzeichen,Antwort,Bearbeitende Person,Frist,Bemerkung\r\n";
  const std::string line =
      "Fehler,roadmaps/ki.yaml,KI-WI5,milestone-due,KI-WI5 endet früh.,,,,,roadmaps/ki.yaml:14,f1,,,,\r\n";
  CHECK(write_csv(sample.report(), {.language = "de"}) == header + line);
  std::string for_excel = header + line;
  std::ranges::replace(for_excel, ',', ';');
  CHECK(write_csv(sample.report(), {.language = "de", .byte_order_mark = true}) == "\xEF\xBB\xBF" + for_excel);
  CHECK(write_csv(sample.report(), {.byte_order_mark = true}).starts_with("\xEF\xBB\xBF" + english_header));
}

TEST_CASE("CSV: no cell is a formula", "[report]") {
  const auto [message, cell] = GENERATE(table<std::string, std::string>({
      {"=1+1", "'=1+1"},
      {"+49 30 1", "'+49 30 1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "\" =1\""},
      {"\r=1", "'=1"},
      {"a\r\nb\nc", "a b c"},
      {"=HYPERLINK(\"http://x\",1)", "\"'=HYPERLINK(\"\"http://x\"\",1)\""},
      {"a;=1", "\"a;=1\""},
      {"5 = 5", "5 = 5"},
  }));
  CHECK(line_of(finding_with_message(message)) == line_with_message(cell));
}

TEST_CASE("CSV: control characters and invalid bytes cannot break out", "[report]") {
  CHECK(line_of(finding_with_message(std::string(hostile_text))) ==
        line_with_message("\"Über ]]> \"\"a\"\" 'b' | `c` <script>x</script> & 50 %, @team ::error::forged "
                          "::stop-commands::t \uFFFD[31m\uFFFD\uFFFD\""));
}

TEST_CASE("CSV: a spreadsheet cannot round a fingerprint", "[report]") {
  engine::Finding finding = finding_with_message("m");
  const auto [fingerprint, cell] = GENERATE(table<std::string, std::string>({
      {"1234567890123456", "'1234567890123456"},
      {"12345678e1234567", "'12345678e1234567"},
      {"12345678a1234567", "12345678a1234567"},
  }));
  finding.fingerprint = fingerprint;
  CHECK(line_of(finding).ends_with("," + cell + ",,,,\r\n"));
}

TEST_CASE("CSV: a record without an id goes by its name, and all places are named", "[report]") {
  Sample sample;
  engine::Finding finding = finding_with_message("m");
  finding.subject = {"funding", "KI.funding.3"};
  finding.identity = "KI.funding[Pilot lines]";
  finding.locations = {sample.at("5 %")};
  CHECK(line_of(finding) ==
        "note,roadmaps/ki.yaml,KI.funding[Pilot lines],r,m,,,,,\"roadmaps/ki.yaml:14, roadmaps/ki.yaml:11\",f,,,,\r\n");
}
