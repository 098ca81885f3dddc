// JUnit XML, compared whole for small samples and parsed back for large ones.
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

void add_copies(Sample& sample, engine::Finding finding, std::size_t count) {
  for (std::size_t index = 0; index < count; ++index) {
    finding.fingerprint = std::to_string(index);
    sample.outcomes.findings.push_back(finding);
  }
}

}  // namespace

TEST_CASE("JUnit: every standing and every kind of rule", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  CHECK(write_junit(sample.report(), {}) == R"x(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="roadlint" tests="8" failures="1" errors="1" skipped="3" time="0">
  <testsuite name="milestone-target" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase name="milestone-target KI-WI4" classname="foerderung/milestone-target" file="roadmaps/ki.yaml" line="7" time="0">
      <failure message="KI-WI4 has no measurable target." type="error">KI-WI4 has no measurable target.
place: roadmaps/ki.yaml:7
evidence: milestone[KI-WI4].indicators[0].target is absent (roadmaps/ki.yaml:10)
evidence: milestone[KI-WI4].indicators[0].baseline: 5 % (roadmaps/ki.yaml:11)
help: Give the indicator a `target:`.
basis: ZVEI 2.1.2, ZVEI 3.2
responsible: BMFTR</failure>
    </testcase>
  </testsuite>
  <testsuite name="milestone-due" tests="4" failures="0" errors="1" skipped="2" time="0">
    <testcase name="milestone-due KI-WI4" classname="foerderung/milestone-due" file="roadmaps/ki.yaml" line="7" time="0">
      <error message="`due` of KI-WI4 is absent." type="undecidable">`due` of KI-WI4 is absent.
place: roadmaps/ki.yaml:7</error>
    </testcase>
    <testcase name="milestone-due KI-WI5" classname="foerderung/milestone-due" file="roadmaps/ki.yaml" line="14" time="0">
      <system-out>KI-WI5 ends early.
place: roadmaps/ki.yaml:14</system-out>
    </testcase>
    <testcase name="milestone-due KI-WI5 [f4]" classname="foerderung/milestone-due" file="roadmaps/ki.yaml" line="14" time="0">
      <skipped message="known from the baseline">known from the baseline
KI-WI5 ends early.
place: roadmaps/ki.yaml:14</skipped>
    </testcase>
    <testcase name="milestone-due KI-WI5 [f5]" classname="foerderung/milestone-due" file="roadmaps/ki.yaml" line="14" time="0">
      <skipped message="waived: Haushalt offen (until 31 December 2026)">waived: Haushalt offen (until 31 December 2026)
KI-WI5 ends early.
place: roadmaps/ki.yaml:14</skipped>
    </testcase>
  </testsuite>
  <testsuite name="milestone-far" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="milestone-far" classname="foerderung/milestone-far" assertions="3" time="0" />
  </testsuite>
  <testsuite name="milestone-none" tests="1" failures="0" errors="0" skipped="1" time="0">
    <testcase name="milestone-none" classname="foerderung/milestone-none" time="0">
      <skipped message="matched no record">matched no record</skipped>
    </testcase>
  </testsuite>
  <testsuite name="data-unknown-key" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="data-unknown-key" classname="roadlint/data-unknown-key" time="0" />
  </testsuite>
</testsuites>
)x");
}

TEST_CASE("JUnit: errors of the data are a suite of their own", "[report]") {
  Sample sample;
  add_diagnostics(sample);
  sample.diagnostics.append({"data-syntax", Severity::error, "again", sample.at("2028"), {}, {}, {}});
  ReportOptions options;
  options.language = "de";
  CHECK(write_junit(sample.report(), options) == R"x(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="roadlint" tests="3" failures="0" errors="3" skipped="0" time="0">
  <testsuite name="data" tests="3" failures="0" errors="3" skipped="0" time="0">
    <testcase name="data-syntax roadmaps/ki.yaml" classname="roadlint/data-syntax" file="roadmaps/ki.yaml" line="11" time="0">
      <error message="`]` is missing" type="error">`]` is missing
Abhilfe: close it</error>
    </testcase>
    <testcase name="use-parameter" classname="roadlint/use-parameter" time="0">
      <error message="no such parameter" type="error">no such parameter</error>
    </testcase>
    <testcase name="data-syntax roadmaps/ki.yaml [3]" classname="roadlint/data-syntax" file="roadmaps/ki.yaml" line="14" time="0">
      <error message="again" type="error">again</error>
    </testcase>
  </testsuite>
</testsuites>
)x");
}

TEST_CASE("JUnit: a rule of which the change touches nothing passes and says so", "[report]") {
  Sample sample;
  engine::Finding finding = plain_finding(sample, "milestone-due", Severity::error, "f1");
  finding.standing = engine::Standing::untouched;
  sample.outcomes.findings = {finding};
  sample.outcomes.rules = {account_of_pack("milestone-due", 3, 2)};
  CHECK(write_junit(sample.report(), {})
            .find(R"x(<testcase name="milestone-due" classname="foerderung/milestone-due" assertions="2" time="0">
      <system-out>1 not touched by the change</system-out>)x") != std::string::npos);
}

TEST_CASE("JUnit: hostile text is text", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text) + "\xEF\xBF\xBE\xEF\xBF\xBF", "");
  finding.subject.id = hostile_text;
  sample.outcomes.findings = {finding, finding};
  const std::string text = write_junit(sample.report(), {});
  CHECK(count_of(text, "<testcase ") == 2);
  // In an attribute it means nothing.
  CHECK(count_of(text, "]]>") == count_of(text, "=\"Über ]]>") + count_of(text, "=\"milestone-target Über ]]>"));
  CHECK(count_of(text, "<script>") == 0);
  CHECK(count_of(text, "\xEF\xBF\xBE") == 0);
  CHECK(count_of(text, "\xEF\xBF\xBF") == 0);
  CHECK(text.find_first_of("\x01\x1b\r") == std::string::npos);
  CHECK_FALSE(utf8::first_invalid_byte(text).has_value());
  CHECK(text.find("<failure message=\"Über ]]> &quot;a&quot; 'b' | `c` &lt;script>x&lt;/script> &amp; 50 %, "
                  "@team ::error::forged ::stop-commands::t �[31m����\"") != std::string::npos);
}

TEST_CASE("JUnit: names of one report are all different", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.subject.id = "A [f2]";
  engine::Finding second = finding;
  second.subject.id = "A";
  engine::Finding third = second;
  third.fingerprint = "f2";
  sample.outcomes.findings = {finding, second, third};
  const std::string text = write_junit(sample.report(), {});
  CHECK(count_of(text, "name=\"milestone-target A [f2]\"") == 1);
  CHECK(count_of(text, "name=\"milestone-target A\"") == 1);
  CHECK(count_of(text, "name=\"milestone-target A [f2] [f2]\"") == 1);
}

TEST_CASE("JUnit: a large report loses its evidence first", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(10'000, 'x'), "");
  finding.evidence.front().path = std::string(10'000, 'y');
  add_copies(sample, finding, 1'500);
  const std::string text = write_junit(sample.report(), {});
  CHECK(text.size() < 20'000'000);
  CHECK(count_of(text, "<failure ") == 1'500);
  CHECK(text.find("yyy") == std::string::npos);
  CHECK(text.find("<system-out>evidence is left out, to keep this report small enough</system-out>") !=
        std::string::npos);
}

TEST_CASE("JUnit: a report that is still too large loses findings, and fails for them", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(10'000, '<'), "");
  add_copies(sample, finding, 1'000);
  const std::string text = write_junit(sample.report(), {});
  CHECK(text.size() < 20'000'000);
  const std::size_t failures = count_of(text, "<failure ");
  CHECK(text.find("tests=\"" + std::to_string(failures) + "\" failures=\"" + std::to_string(failures) + "\"") !=
        std::string::npos);
  CHECK(text.find("<testcase name=\"milestone-target\" ") != std::string::npos);
  CHECK(text.find(std::to_string(1'000 - failures + 1) + " more findings are left out") != std::string::npos);
}
