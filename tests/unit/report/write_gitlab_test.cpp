// GitLab's Code Quality report, parsed back.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

#include "tests/unit/report/ci_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;
using nlohmann::ordered_json;

TEST_CASE("GitLab: an object for each active finding and each error of the data", "[report]") {
  Sample sample;
  add_findings_of_all_standings(sample);
  add_diagnostics(sample);
  const std::string text = write_gitlab(sample.report(), {});
  const ordered_json expected = ordered_json::parse(R"([
    {"description": "`]` is missing", "check_name": "data-syntax", "fingerprint": "FIRST", "severity": "blocker",
     "location": {"path": "roadmaps/ki.yaml", "lines": {"begin": 11, "end": 11}}},
    {"description": "no such parameter", "check_name": "use-parameter", "fingerprint": "SECOND", "severity": "blocker",
     "location": {"path": "roadmaps/ki.yaml", "lines": {"begin": 1, "end": 1}}},
    {"description": "KI-WI4 has no measurable target.", "check_name": "milestone-target", "fingerprint": "f1",
     "severity": "major", "location": {"path": "roadmaps/ki.yaml", "lines": {"begin": 7, "end": 7}}},
    {"description": "`due` of KI-WI4 is absent.", "check_name": "milestone-due", "fingerprint": "f2",
     "severity": "minor", "location": {"path": "roadmaps/ki.yaml", "lines": {"begin": 7, "end": 7}}},
    {"description": "KI-WI5 ends early.", "check_name": "milestone-due", "fingerprint": "f3",
     "severity": "info", "location": {"path": "roadmaps/ki.yaml", "lines": {"begin": 14, "end": 14}}}])");
  ordered_json actual = ordered_json::parse(text);
  REQUIRE(actual.size() == 5);
  CHECK(actual[0]["fingerprint"].get<std::string>().size() == 16);
  actual[0]["fingerprint"] = "FIRST";
  actual[1]["fingerprint"] = "SECOND";
  CHECK(actual == expected);
  CHECK(text.ends_with("]\n"));
}

TEST_CASE("GitLab: an empty array for no finding", "[report]") {
  Sample sample;
  CHECK(write_gitlab(sample.report(), {}) == "[]\n");
}

TEST_CASE("GitLab: equal diagnostics have different fingerprints, which stay when lines move", "[report]") {
  Sample sample;
  sample.diagnostics.append({"data-syntax", Severity::error, "a", sample.at("KI"), {}, {}, {}});
  sample.diagnostics.append({"data-syntax", Severity::error, "a", sample.at("KI"), {}, {}, {}});
  Sample moved;
  moved.diagnostics.append({"data-syntax", Severity::error, "b", moved.at("2028"), {}, {}, {}});
  const ordered_json both = ordered_json::parse(write_gitlab(sample.report(), {}));
  CHECK(both[0]["fingerprint"] != both[1]["fingerprint"]);
  CHECK(ordered_json::parse(write_gitlab(moved.report(), {}))[0]["fingerprint"] == both[0]["fingerprint"]);
}

TEST_CASE("GitLab: a place even without data files", "[report]") {
  Sample sample;
  add_diagnostics(sample);
  Report report = sample.report();
  report.data_files.clear();
  const ordered_json location = ordered_json::parse(write_gitlab(report, {}))[1]["location"];
  CHECK(location == ordered_json::parse(R"({"path": ".", "lines": {"begin": 1, "end": 1}})"));
}

TEST_CASE("GitLab: hostile text is a text, on one line", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized(std::string(hostile_text), "");
  sample.outcomes.findings = {finding};
  CHECK(ordered_json::parse(write_gitlab(sample.report(), {}))[0]["description"] ==
        "Über ]]> \"a\" 'b' | `c` <script>x</script> & 50 %, @team ::error::forged ::stop-commands::t �[31m��");
}
