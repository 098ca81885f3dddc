// The JSON report, parsed back and compared whole.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/report/report_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;
using nlohmann::ordered_json;

TEST_CASE("a finding has all its keys in JSON, in their order", "[report]") {
  Sample sample;
  sample.outcomes.records = 4;
  sample.outcomes.rules = {account("milestone-target", 2, 1, 1, 0, 3)};
  engine::Finding finding = target_finding(sample);
  finding.caused_by = {"f0"};
  finding.locations = {finding.span, sample.at("2028")};
  finding.evidence.resize(1);
  sample.outcomes.findings = {finding};
  sample.diagnostics.append({"data-not-found", Severity::error, "no such path", {}, {}, {}, {}});
  const std::string text = write_json(sample.report());
  const ordered_json expected = ordered_json::parse(R"({
    "schema": "roadlint/findings/1", "version": "0.1.0", "as_of": "2026-11-23",
    "files": ["roadmaps/ki.yaml"], "records": 4,
    "diagnostics": [{"code": "data-not-found", "severity": "error", "message": "no such path", "location": null}],
    "rules": [{"id": "milestone-target", "pack": "", "severity": "error", "certainty": "mechanical", "matched": 2, "satisfied": 1, "violated": 1,
               "undecidable": 0, "unscoped": 3, "waived": 0}],
    "baseline": null, "change": null,
    "findings": [{
      "rule": "milestone-target", "outcome": "violated", "severity": "error", "certainty": "mechanical",
      "title": {"en": "Every milestone has a measurable target", "de": "Jeder Meilenstein hat ein messbares Ziel"},
      "message": {"en": "KI-WI4 has no measurable target.", "de": "KI-WI4 hat kein messbares Ziel."},
      "help": {"en": "Give the indicator a `target:`.", "de": "Dem Indikator ein `target:` geben."},
      "subject": {"entity": "milestone", "id": "KI-WI4"}, "identity": "KI-WI4",
      "location": {"file": "roadmaps/ki.yaml", "line": 7, "column": 9, "end_line": 7, "end_column": 19},
      "locations": [{"file": "roadmaps/ki.yaml", "line": 14, "column": 14, "end_line": 14, "end_column": 18}],
      "evidence": [{"path": "milestone[KI-WI4].indicators[0].target", "value": null,
        "location": {"file": "roadmaps/ki.yaml", "line": 10, "column": 13, "end_line": 10, "end_column": 34}}],
      "caused_by": ["f0"], "basis": ["ZVEI 2.1.2", "ZVEI 3.2"], "responsible": "BMFTR", "fingerprint": "f1",
      "standing": "active"}]
  })");
  CHECK(text == expected.dump(2) + "\n");
}

TEST_CASE("keys without content are there all the same", "[report]") {
  Sample sample;
  engine::Finding finding = undecidable_finding(sample, "milestone-due", "f2");
  finding.span = Span();
  finding.evidence = {{"milestone[KI-WI4].title", "Über uns", Span()}};
  sample.outcomes.findings = {finding};
  const ordered_json expected = ordered_json::parse(R"({
      "rule": "milestone-due", "outcome": "undecidable", "severity": "warning", "certainty": "mechanical", "title": {},
      "message": {"en": "`due` of KI-WI4 is absent.", "de": "`due` von KI-WI4 fehlt."}, "help": {},
      "subject": {"entity": "milestone", "id": "KI-WI4"}, "identity": "KI-WI4", "location": null, "locations": [],
      "evidence": [{"path": "milestone[KI-WI4].title", "value": "Über uns", "location": null}],
      "caused_by": [], "basis": [], "responsible": "", "fingerprint": "f2", "standing": "active"})");
  CHECK(ordered_json::parse(write_json(sample.report()))["findings"] == ordered_json::array({expected}));
}

TEST_CASE("an empty run is a whole object", "[report]") {
  Sample sample;
  CHECK(write_json(sample.report()) == R"({
  "schema": "roadlint/findings/1",
  "version": "0.1.0",
  "as_of": "2026-11-23",
  "files": [
    "roadmaps/ki.yaml"
  ],
  "records": 0,
  "diagnostics": [],
  "rules": [],
  "baseline": null,
  "change": null,
  "findings": []
}
)");
}

TEST_CASE("what the gate makes of findings is told", "[report]") {
  Sample sample;
  engine::Finding waived = target_finding(sample);
  waived.standing = engine::Standing::waived;
  engine::Finding known = undecidable_finding(sample, "milestone-due", "f2");
  known.standing = engine::Standing::known;
  engine::Finding untouched = undecidable_finding(sample, "milestone-date", "f3");
  untouched.standing = engine::Standing::untouched;
  sample.outcomes.findings = {waived, known, untouched};
  engine::Waiver waiver{"milestone-target", "KI-WI4", "in negotiation", "BMFTR", "2026-11-01", "2026-12-31", "A-7", {}};
  sample.outcomes.waivers = {waiver};
  sample.outcomes.baseline = engine::BaselineAccount{"base.json", 1, {{"f9", "goal-budget", {"goal", "KI-1"}}}};
  sample.outcomes.diff_base = "main";
  const ordered_json report = ordered_json::parse(write_json(sample.report()));
  REQUIRE(report["findings"].size() == 2);
  CHECK(report["findings"][0]["standing"] == "waived");
  CHECK(report["findings"][0]["waiver"] == ordered_json::parse(R"({"rule": "milestone-target", "subject": "KI-WI4",
    "reason": "in negotiation", "approver": "BMFTR", "proposed_by": "", "date": "2026-11-01", "expires": "2026-12-31",
    "reference": "A-7", "location": null})"));
  CHECK(report["findings"][1]["standing"] == "known");
  CHECK(report["baseline"] == ordered_json::parse(R"({"file": "base.json", "known": 1, "fixed": [
    {"rule": "goal-budget", "subject": {"entity": "goal", "id": "KI-1"}, "fingerprint": "f9"}]})"));
  CHECK(report["change"] == ordered_json::parse(R"({"base": "main", "untouched": 1})"));
}

TEST_CASE("columns count code points, and invalid UTF-8 is replaced", "[report]") {
  Sample sample;
  sample.diagnostics.append({"data-x", Severity::note, "bad \xff byte", sample.at("Intelligenz"), {}, {}, {}});
  const ordered_json diagnostic = ordered_json::parse(write_json(sample.report()))["diagnostics"][0];
  CHECK(diagnostic == ordered_json::parse(R"({"code": "data-x", "severity": "note", "message": "bad � byte",
    "location": {"file": "roadmaps/ki.yaml", "line": 3, "column": 21, "end_line": 3, "end_column": 32}})"));
}
