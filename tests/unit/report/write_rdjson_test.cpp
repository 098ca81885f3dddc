// reviewdog's format, parsed back and compared whole.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;
using nlohmann::ordered_json;

TEST_CASE("reviewdog: diagnostics and active findings", "[report]") {
  Sample sample;
  add_diagnostics(sample);
  add_findings_of_all_standings(sample);
  sample.outcomes.findings.erase(sample.outcomes.findings.begin() + 1);
  const ordered_json expected = ordered_json::parse(R"({
    "source": {"name": "roadlint"},
    "severity": "ERROR",
    "diagnostics": [
      {"message": "`]` is missing\nhelp: close it",
       "location": {"path": "roadmaps/ki.yaml",
                    "range": {"start": {"line": 11, "column": 23}, "end": {"line": 11, "column": 26}}},
       "severity": "ERROR", "code": {"value": "data-syntax"}},
      {"message": "`a` is never used",
       "location": {"path": "roadmaps/ki.yaml", "range": {"start": {"line": 1}}},
       "severity": "WARNING", "code": {"value": "rule-unused-name"}},
      {"message": "no such parameter",
       "location": {"path": "roadmaps/ki.yaml", "range": {"start": {"line": 1}}},
       "severity": "ERROR", "code": {"value": "use-parameter"}},
      {"message": "KI-WI4 has no measurable target.\nhelp: Give the indicator a `target:`.",
       "location": {"path": "roadmaps/ki.yaml",
                    "range": {"start": {"line": 7, "column": 9}, "end": {"line": 7, "column": 19}}},
       "severity": "ERROR", "code": {"value": "milestone-target"}},
      {"message": "KI-WI5 ends early.",
       "location": {"path": "roadmaps/ki.yaml",
                    "range": {"start": {"line": 14, "column": 14}, "end": {"line": 14, "column": 18}}},
       "severity": "INFO", "code": {"value": "milestone-due"}}]})");
  CHECK(write_rdjson(sample.report(), {}) == expected.dump(2) + "\n");
}

TEST_CASE("reviewdog: no finding, no severity", "[report]") {
  Sample sample;
  CHECK(ordered_json::parse(write_rdjson(sample.report(), {})) ==
        ordered_json::parse(R"({"source": {"name": "roadlint"}, "diagnostics": []})"));
}

TEST_CASE("reviewdog: columns count bytes", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.span = sample.at("Intelligenz\ngoals");
  sample.outcomes.findings = {finding};
  const ordered_json report = ordered_json::parse(write_rdjson(sample.report(), {}));
  // `  title: Künstliche Intelligenz`: the letter ü takes two bytes.
  CHECK(report["diagnostics"][0]["location"]["range"] ==
        ordered_json::parse(R"({"start": {"line": 3, "column": 22}, "end": {"line": 4, "column": 6}})"));
}

TEST_CASE("reviewdog: hostile text is a text of two lines", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text), std::string(hostile_text));
  sample.outcomes.findings = {finding};
  ReportOptions options;
  options.language = "de";
  CHECK(ordered_json::parse(write_rdjson(sample.report(), options))["diagnostics"][0]["message"] ==
        "Über ]]> \"a\" 'b' | `c` <script>x</script> & 50 %, @team ::error::forged ::stop-commands::t �[31m��\n"
        "Abhilfe: Dem Indikator ein `target:` geben.");
}
