// Workflow commands and the summary in Markdown, read as GitHub's runner reads them.
#include <catch2/catch.hpp>

#include <sstream>

#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

void add_findings(Sample& sample, Severity severity, std::size_t count) {
  for (std::size_t index = 0; index < count; ++index) {
    engine::Finding finding = plain_finding(sample, "r", severity, std::to_string(index));
    finding.subject.id = std::string(severity_name(severity)) + std::to_string(index);
    sample.outcomes.findings.push_back(finding);
  }
}

}  // namespace

TEST_CASE("annotations: the most severe first, only active findings", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  add_diagnostics(sample);
  CHECK(write_github(sample.report(), {}) ==
        "::error file=roadmaps/ki.yaml,line=11,endLine=11,col=23,endColumn=26,title=data-syntax::`]` is missing"
        "%0Ahelp: close it\n"
        "::error title=use-parameter::no such parameter\n"
        "::error file=roadmaps/ki.yaml,line=7,endLine=7,col=9,endColumn=19,title=milestone-target KI-WI4::"
        "KI-WI4 has no measurable target.%0Ahelp: Give the indicator a `target:`.\n"
        "::warning title=rule-unused-name::`a` is never used\n"
        "::warning file=roadmaps/ki.yaml,line=7,endLine=7,col=13,endColumn=19,title=milestone-due KI-WI4::"
        "`due` of KI-WI4 is absent.\n"
        "::notice file=roadmaps/ki.yaml,line=14,endLine=14,col=14,endColumn=18,title=milestone-due KI-WI5::"
        "KI-WI5 ends early.\n");
}

TEST_CASE("annotations: nothing for no finding", "[report]") {
  Sample sample;
  CHECK(write_github(sample.report(), {}).empty());
}

TEST_CASE("annotations: a place of several lines has no columns", "[report]") {
  Sample sample;
  engine::Finding finding = plain_finding(sample, "r", Severity::error, "f1");
  finding.span = sample.at("id: KI-WI5\n        title");
  sample.outcomes.findings = {finding};
  CHECK(write_github(sample.report(), {}) ==
        "::error file=roadmaps/ki.yaml,line=12,endLine=13,title=r KI-WI5::KI-WI5 ends early.\n");
}

TEST_CASE("annotations: the place is one that the change touches", "[report]") {
  Sample sample;
  engine::Finding finding = plain_finding(sample, "r", Severity::error, "f1");
  finding.changed = sample.at("5 %");
  sample.outcomes.findings = {finding};
  CHECK(write_github(sample.report(), {}).starts_with("::error file=roadmaps/ki.yaml,line=11,"));
}

TEST_CASE("annotations: no text begins a command or ends a parameter", "[report]") {
  Sample sample;
  const FileId other = sample.files.add("a,b::c%.yaml", "x\n");
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text), "");
  finding.help = localized(std::string(hostile_text), "");
  finding.subject.id = hostile_text;
  finding.span = span_of(sample.files, other, "x");
  sample.outcomes.findings = {finding};
  const std::vector<std::string> lines = lines_of(write_github(sample.report(), {}));
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().find('\r') == std::string::npos);
  // The parameters end at the first `::` behind the command.
  const std::size_t end = lines.front().find("::", 2);
  CHECK(
      lines.front().substr(0, end) ==
      "::error file=a%2Cb%3A%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2,title=milestone-target Über ]]> \"a\" 'b' "
      "| `c` <script>x</script> & 50 %25%2C @team %3A%3Aerror%3A%3Aforged %3A%3Astop-commands%3A%3At �[31m��");
  CHECK(lines.front().substr(end).starts_with("::Über"));
  CHECK(lines.front().find("50 %25, @team ::error::forged") != std::string::npos);
}

TEST_CASE("annotations: a message is cut before the runner does it", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(10'000, 'x'), "");
  sample.outcomes.findings = {finding};
  const std::string text = write_github(sample.report(), {});
  CHECK(text.size() < 4'200);
  CHECK(text.ends_with("x…\n"));
}

TEST_CASE("annotations: ten of each level are all shown", "[report]") {
  Sample sample;
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
    add_findings(sample, severity, 10);
  const std::string text = write_github(sample.report(), {});
  CHECK(count_of(text, "::error ") == 10);
  CHECK(count_of(text, "::warning ") == 10);
  CHECK(count_of(text, "::notice") == 10);
}

TEST_CASE("annotations: what is not shown is counted in the last of ten notices", "[report]") {
  Sample sample;
  add_findings(sample, Severity::note, 10);
  add_findings(sample, Severity::warning, 11);
  add_findings(sample, Severity::error, 22);
  const std::vector<std::string> lines = lines_of(write_github(sample.report(), {}));
  REQUIRE(lines.size() == 30);
  CHECK(lines[9].find("title=r error9::") != std::string::npos);
  CHECK(lines[10].starts_with("::warning "));
  CHECK(lines[28].starts_with("::notice file="));
  CHECK(lines[29] ==
        "::notice::12 errors, 1 warning, 1 note not shown here; the summary of this step lists all findings");
}

TEST_CASE("annotations: what is not shown is counted in German", "[report]") {
  Sample sample;
  add_findings(sample, Severity::warning, 12);
  ReportOptions options;
  options.language = "de";
  CHECK(lines_of(write_github(sample.report(), options)).back() ==
        "::notice::2 Warnungen hier nicht gezeigt; die Zusammenfassung dieses Schritts führt alle Befunde auf");
}

TEST_CASE("step summary: counts of all standings and a table", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  add_diagnostics(sample);
  sample.outcomes.baseline = engine::BaselineAccount{"baseline.json", 1, {{"f9", "milestone-due", {}}}};
  CHECK(write_github_summary(sample.report(), {}) ==
        "## roadlint\n"
        "\n"
        "1 file, 4 records, 5 rules: 1 error, 1 warning, 1 note; 1 undecidable, 1 waived, 1 known from the baseline, "
        "1 not touched by the change, 1 fixed since the baseline.\n"
        "\n"
        "about files and rules themselves: 2 errors, 1 warning.\n"
        "\n"
        "| severity | rule | subject | message | place |\n"
        "|---|---|---|---|---|\n"
        "| error | data-syntax |  | &#96;&#93;&#96; is missing | roadmaps/ki.yaml:11 |\n"
        "| error | use-parameter |  | no such parameter |  |\n"
        "| error | milestone-target | KI-WI4 | KI-WI4 has no measurable target. | roadmaps/ki.yaml:7 |\n"
        "| warning | rule-unused-name |  | &#96;a&#96; is never used |  |\n"
        "| warning, undecidable | milestone-due | KI-WI4 | &#96;due&#96; of KI-WI4 is absent. | roadmaps/ki.yaml:7 |\n"
        "| note | milestone-due | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |\n"
        "\n"
        "<details><summary>findings by rule</summary>\n"
        "\n"
        "| rule | findings |\n"
        "|---|---:|\n"
        "| milestone-due | 2 |\n"
        "| data-syntax | 1 |\n"
        "| milestone-target | 1 |\n"
        "| rule-unused-name | 1 |\n"
        "| use-parameter | 1 |\n"
        "\n"
        "</details>\n");
}

TEST_CASE("step summary: no findings, in German", "[report]") {
  Sample sample;
  ReportOptions options;
  options.language = "de";
  CHECK(write_github_summary(sample.report(), options) ==
        "## roadlint\n\n1 Datei, 0 Datensätze, 0 Regeln: keine Befunde.\n\n");
}

TEST_CASE("step summary: hostile text stays in its cell", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text) + "</details>", "");
  sample.outcomes.findings = {finding};
  const std::vector<std::string> lines = lines_of(write_github_summary(sample.report(), {}));
  REQUIRE(lines.size() == 7);
  CHECK(count_of(lines[6], "|") == 6);
  CHECK(lines[6].find('<') == std::string::npos);
  CHECK(lines[6].find('`') == std::string::npos);
}

TEST_CASE("step summary: it stays below the limit of GitHub and says what is left out", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(10'000, '<'), "");
  sample.outcomes.findings.assign(1'000, finding);
  const std::string text = write_github_summary(sample.report(), {});
  CHECK(text.size() < 900'000);
  CHECK(text.size() > 800'000);
  const std::size_t rows = count_of(text, "| error |");
  CHECK(text.find(std::to_string(1'000 - rows) + " more findings are left out, to keep this report small enough.") !=
        std::string::npos);
  CHECK(text.ends_with("| milestone-target | 1000 |\n\n</details>\n"));
}
