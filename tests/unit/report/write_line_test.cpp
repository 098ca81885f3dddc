// The report for editors, compared whole.
#include <catch2/catch.hpp>

#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

TEST_CASE("lines for editors: diagnostics first, then active findings", "[report]") {
  Sample sample;
  add_diagnostics(sample);
  add_findings_of_all_standings(sample);
  CHECK(write_line(sample.report(), {}) ==
        "roadmaps/ki.yaml:11:23: error data-syntax: `]` is missing\n"
        "roadlint: warning rule-unused-name: `a` is never used\n"
        "roadlint: error use-parameter: no such parameter\n"
        "roadmaps/ki.yaml:7:9: error milestone-target: KI-WI4 has no measurable target.\n"
        "roadmaps/ki.yaml:7:13: warning milestone-due: `due` of KI-WI4 is absent.\n"
        "roadmaps/ki.yaml:14:14: note milestone-due: KI-WI5 ends early.\n");
}

TEST_CASE("lines for editors: the message is German, the severity is not", "[report]") {
  Sample sample;
  sample.outcomes.findings = {undecidable_finding(sample, "milestone-due", "f2")};
  ReportOptions options;
  options.language = "de";
  CHECK(write_line(sample.report(), options) ==
        "roadmaps/ki.yaml:7:13: warning milestone-due: `due` von KI-WI4 fehlt.\n");
}

TEST_CASE("lines for editors: nothing for no finding", "[report]") {
  Sample sample;
  CHECK(write_line(sample.report(), {}).empty());
}

TEST_CASE("lines for editors: a hostile message stays on its line", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text), "");
  sample.outcomes.findings = {finding};
  const std::string text = write_line(sample.report(), {});
  CHECK(count_of(text, "\n") == 1);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("Über ]]> \"a\" 'b' | `c` <script>x</script> & 50 %, @team ::error::forged") != std::string::npos);
}

TEST_CASE("lines for editors: names are relative to the working folder", "[report]") {
  Sample sample;
  const FileId other = sample.files.add("/home/me/plans/roadmaps/b.yaml", "roadmap: b\n");
  engine::Finding finding = target_finding(sample);
  finding.span = span_of(sample.files, other, "b");
  sample.outcomes.findings = {finding};
  Report report = sample.report();
  report.working_folder = "/home/me/plans";
  CHECK(write_line(report, {}).starts_with("roadmaps/b.yaml:1:"));
}
