// The SARIF report, parsed back: what GitHub's code scanning and other readers of SARIF would take from it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/file_uri.hpp"
#include "report/relative_name.hpp"
#include "tests/unit/report/report_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;
using nlohmann::ordered_json;

namespace {

ordered_json run_of(const Sample& sample, const ReportOptions& options = {}) {
  return ordered_json::parse(write_sarif(sample.report(), options))["runs"][0];
}

ordered_json results_of(const Sample& sample, const ReportOptions& options = {}) {
  return run_of(sample, options)["results"];
}

/// The result of the only finding of a sample.
ordered_json result_of(Sample& sample, engine::Finding finding, const ReportOptions& options = {}) {
  sample.outcomes.findings = {std::move(finding)};
  const ordered_json results = results_of(sample, options);
  REQUIRE(results.size() == 1);
  return results[0];
}

ordered_json rule_of(engine::RuleAccount rule, const ReportOptions& options = {}) {
  Sample sample;
  sample.outcomes.rules = {std::move(rule)};
  return run_of(sample, options)["tool"]["driver"]["rules"][0];
}

ordered_json region_of(const ordered_json& location) { return location["physicalLocation"]["region"]; }

ordered_json region(int start_line, int start_column, int end_line, int end_column) {
  return {{"startLine", start_line}, {"startColumn", start_column}, {"endLine", end_line}, {"endColumn", end_column}};
}

std::string uri_of(const ordered_json& location) { return location["physicalLocation"]["artifactLocation"]["uri"]; }

Report report_in(const Sample& sample, std::string working_folder) {
  Report report = sample.report();
  report.working_folder = std::move(working_folder);
  return report;
}

engine::Finding with_standing(engine::Finding finding, engine::Standing standing) {
  finding.standing = standing;
  return finding;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

Diagnostic diagnostic(std::string code, Severity severity, std::string message, Span span = {}) {
  return {std::move(code), severity, std::move(message), span, {}, {}, {}};
}

}  // namespace

TEST_CASE("an empty run is a whole SARIF log", "[report]") {
  const Sample sample;
  const std::string text = write_sarif(sample.report(), {});
  CHECK(text.ends_with("}\n"));
  CHECK(ordered_json::parse(text) == ordered_json::parse(R"text({
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
    "runs": [{
      "tool": {"driver": {"name": "roadlint", "version": "0.1.0", "semanticVersion": "0.1.0", "language": "en",
                          "rules": []}},
      "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [],
                       "toolConfigurationNotifications": []}],
      "columnKind": "unicodeCodePoints",
      "properties": {"as_of": "2026-11-23", "files": ["roadmaps/ki.yaml"],
        "counts": {"records": 0, "findings": 0, "active": 0, "known": 0, "waived": 0, "untouched": 0}},
      "results": []}]})text"));
}

TEST_CASE("a violated rule is a failure in SARIF with its place and its evidence", "[report]") {
  Sample sample;
  sample.outcomes.rules = {account("milestone-due", 1, 1, 0, 0, 0), account("milestone-target", 1, 0, 1, 0, 0)};
  CHECK(result_of(sample, target_finding(sample)) == ordered_json::parse(R"text({
    "ruleId": "milestone-target", "ruleIndex": 1, "kind": "fail", "level": "error",
    "message": {"text": "KI-WI4 has no measurable target.\nGive the indicator a `target:`."},
    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "roadmaps/ki.yaml"},
      "region": {"startLine": 7, "startColumn": 9, "endLine": 7, "endColumn": 19}}}],
    "relatedLocations": [
      {"id": 1, "physicalLocation": {"artifactLocation": {"uri": "roadmaps/ki.yaml"},
        "region": {"startLine": 10, "startColumn": 13, "endLine": 10, "endColumn": 34}},
       "message": {"text": "milestone[KI-WI4].indicators[0].target is absent"}},
      {"id": 2, "physicalLocation": {"artifactLocation": {"uri": "roadmaps/ki.yaml"},
        "region": {"startLine": 11, "startColumn": 23, "endLine": 11, "endColumn": 26}},
       "message": {"text": "milestone[KI-WI4].indicators[0].baseline: 5 %"}}],
    "partialFingerprints": {"roadlintFinding/v1": "f1"},
    "properties": {"subject": {"entity": "milestone", "id": "KI-WI4"}, "severity": "error", "certainty": "mechanical",
      "responsible": "BMFTR", "basis": ["ZVEI 2.1.2", "ZVEI 3.2"], "caused_by": []}})text"));
}

TEST_CASE("SARIF speaks the language asked for", "[report]") {
  Sample sample;
  const ordered_json result = result_of(sample, target_finding(sample), {.language = "de"});
  CHECK(result["message"]["text"] == "KI-WI4 hat kein messbares Ziel.\nDem Indikator ein `target:` geben.");
  CHECK(result["relatedLocations"][0]["message"]["text"] == "milestone[KI-WI4].indicators[0].target fehlt");
  CHECK(run_of(sample, {.language = "de"})["tool"]["driver"]["language"] == "de");
}

TEST_CASE("an undecidable finding is open in SARIF and keeps its severity", "[report]") {
  Sample sample;
  engine::Finding finding = undecidable_finding(sample, "milestone-due", "f2");
  finding.caused_by = {"f1"};
  const ordered_json result = result_of(sample, finding);
  CHECK(result["kind"] == "open");
  CHECK(result["level"] == "none");
  CHECK(result["message"]["text"] == "`due` of KI-WI4 is absent.");
  CHECK(result["properties"]["severity"] == "warning");
  CHECK(result["properties"]["caused_by"] == ordered_json::array({"f1"}));
}

TEST_CASE("a rule that nothing is known of has no place among the rules of SARIF", "[report]") {
  Sample sample;
  CHECK_FALSE(result_of(sample, target_finding(sample)).contains("ruleIndex"));
}

TEST_CASE("a rule has its texts, its tags and how far it can be trusted in SARIF", "[report]") {
  engine::RuleAccount rule = account("milestone-target", 2, 1, 1, 0, 3);
  rule.pack = "zvei";
  rule.title = localized("Every milestone has a target", "Jeder Meilenstein hat ein Ziel");
  rule.help = localized("Give {m} a target.\nAny will do.", "{m} ein Ziel geben.");
  rule.basis = {{"ZVEI", "2.1.2"}, {"GBER", "6", true}};
  CHECK(rule_of(rule) == ordered_json::parse(R"text({
    "id": "milestone-target", "name": "milestone-target",
    "shortDescription": {"text": "Every milestone has a target"},
    "fullDescription": {"text": "Every milestone has a target (basis: ZVEI 2.1.2, GBER 6 (source not read))"},
    "help": {
      "text": "Give {m} a target.\nAny will do.\nbasis: ZVEI 2.1.2, GBER 6 (source not read)\nroadlint explain milestone-target",
      "markdown": "Give {m} a target.\nAny will do.\n\n**basis**\n\n- ZVEI 2.1.2\n- GBER 6 (source not read)\n\n`roadlint explain milestone-target`"},
    "defaultConfiguration": {"level": "error"},
    "properties": {"tags": ["zvei"], "precision": "very-high", "problem.severity": "error"}})text"));
  CHECK(rule_of(rule, {.language = "de"})["shortDescription"]["text"] == "Jeder Meilenstein hat ein Ziel");
}

TEST_CASE("a heuristic rule says so in SARIF", "[report]") {
  engine::RuleAccount rule = account("vague-words", 1, 1, 0, 0, 0);
  rule.severity = Severity::note;
  rule.certainty = Certainty::heuristic;
  const ordered_json result = rule_of(rule);
  CHECK(result["defaultConfiguration"]["level"] == "note");
  CHECK(result["properties"] ==
        ordered_json({{"tags", {"heuristic"}}, {"precision", "medium"}, {"problem.severity", "recommendation"}}));
}

TEST_CASE("required texts of SARIF are neither empty nor too long", "[report]") {
  engine::RuleAccount rule = account("milestone-target", 0, 0, 0, 0, 0);
  CHECK(rule_of(rule)["shortDescription"]["text"] == "milestone-target");
  CHECK(rule_of(rule)["help"]["text"] == "roadlint explain milestone-target");
  std::string umlauts;
  for (int count = 0; count < 2000; ++count) umlauts += "ü";
  rule.title.set("en", umlauts);
  CHECK(rule_of(rule)["shortDescription"]["text"] == umlauts.substr(0, 2 * 1023) + "…");
  CHECK(rule_of(rule)["fullDescription"]["text"] == umlauts.substr(0, 2 * 1023) + "…");
  rule.id = std::string(300, 'x');
  CHECK(rule_of(rule)["name"] == std::string(254, 'x') + "…");

  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = LocalizedText();
  finding.help = LocalizedText();
  CHECK(result_of(sample, finding)["message"]["text"] == "milestone-target");
}

TEST_CASE("hostile texts neither break SARIF nor become links in it", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.message = localized("say \"no\" \\ to\n[this](1)\x1b[2J \xff über", "");
  finding.help = localized("first\nsecond\x07", "");
  finding.evidence = {{"milestone[a\nb].title", "x\ny\x01", sample.at("5 %")}};
  const ordered_json result = result_of(sample, finding);
  CHECK(result["message"]["text"] == "say \"no\" \\ to [this] (1)�[2J � über\nfirst\nsecond�");
  CHECK(result["relatedLocations"][0]["message"]["text"] == "milestone[a b].title: x y�");
}

TEST_CASE("SARIF shows a finding where the change touches it and relates its own place", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.changed = sample.at("due: 2028");
  finding.evidence.clear();
  const ordered_json result = result_of(sample, finding);
  REQUIRE(result["locations"].size() == 1);
  CHECK(region_of(result["locations"][0]) == region(14, 9, 14, 18));
  REQUIRE(result["relatedLocations"].size() == 1);
  CHECK(region_of(result["relatedLocations"][0]) == region(7, 9, 7, 19));
}

TEST_CASE("related places of SARIF come once each and number a hundred at most", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.evidence.push_back(finding.evidence.front());
  finding.locations = {finding.span, sample.at("5 %"), sample.at("2028"), sample.at("2028")};
  ordered_json related = result_of(sample, finding)["relatedLocations"];
  REQUIRE(related.size() == 3);
  CHECK(related[2]["id"] == 3);
  CHECK(region_of(related[2]) == region(14, 14, 14, 18));
  CHECK_FALSE(related[2].contains("message"));

  for (int count = 0; count < 200; ++count) {
    finding.evidence.push_back({"milestone[" + std::to_string(count) + "].due", std::nullopt, sample.at("2028")});
  }
  CHECK(result_of(sample, finding)["relatedLocations"].size() == 100);
}

TEST_CASE("a finding without a place stands at the beginning of the data in SARIF", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.span = Span();
  finding.evidence = {{"roadmap.title", "KI", Span()}};
  const ordered_json result = result_of(sample, finding);
  CHECK(uri_of(result["locations"][0]) == "roadmaps/ki.yaml");
  CHECK(region_of(result["locations"][0]) == region(1, 1, 1, 2));
  CHECK_FALSE(result.contains("relatedLocations"));

  Report report = sample.report();
  report.data_files.clear();
  const ordered_json log = ordered_json::parse(write_sarif(report, {}));
  CHECK(uri_of(log["runs"][0]["results"][0]["locations"][0]) == ".");
}

TEST_CASE("columns of SARIF count code points, and an empty place is one column wide", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.span = sample.at("Intelligenz");
  CHECK(region_of(result_of(sample, finding)["locations"][0]) == region(3, 21, 3, 32));
  finding.span.end = finding.span.begin;
  CHECK(region_of(result_of(sample, finding)["locations"][0]) == region(3, 21, 3, 22));
}

TEST_CASE("with a baseline SARIF says what is new and what is not", "[report]") {
  Sample sample;
  const engine::Finding finding = target_finding(sample);
  sample.outcomes.findings = {finding, with_standing(finding, engine::Standing::known),
                              with_standing(finding, engine::Standing::untouched)};
  ordered_json results = results_of(sample);
  REQUIRE(results.size() == 2);
  CHECK_FALSE(results[0].contains("baselineState"));
  sample.outcomes.baseline = {"baseline.json", 1, {}};
  results = results_of(sample);
  CHECK(results[0]["baselineState"] == "new");
  CHECK(results[1]["baselineState"] == "unchanged");
  CHECK(run_of(sample)["properties"]["counts"] ==
        ordered_json({{"records", 0}, {"findings", 3}, {"active", 1}, {"known", 1}, {"waived", 0}, {"untouched", 1}}));
}

TEST_CASE("a waived finding is in SARIF only when asked for, with the waiver", "[report]") {
  Sample sample;
  sample.outcomes.waivers = {
      {"milestone-target", "KI-*", "agreed\nby letter", "BMFTR", "2026-06-29", "2026-12-31", "Az. 1/26", Span(), false},
      {"milestone-target", "", "draft", "", "", "2026-12-01", "", sample.at("due: 2028"), true}};
  engine::Finding finding = with_standing(target_finding(sample), engine::Standing::waived);
  sample.outcomes.findings = {finding};
  CHECK(results_of(sample).empty());
  CHECK(result_of(sample, finding, {.show_waived = true})["suppressions"] == ordered_json::parse(R"text([
    {"kind": "external", "status": "accepted", "justification": "agreed\nby letter",
     "properties": {"expires": "2026-12-31", "approvedBy": "BMFTR", "date": "2026-06-29", "reference": "Az. 1/26"}}])text"));

  finding.waiver = 1;
  const ordered_json suppression = result_of(sample, finding, {.show_waived = true})["suppressions"][0];
  CHECK(suppression["kind"] == "inSource");
  CHECK(region_of(suppression["location"]) == region(14, 9, 14, 18));
  CHECK(suppression["properties"] == ordered_json({{"expires", "2026-12-01"}}));
}

TEST_CASE("diagnostics are notifications in SARIF, about the data or about what was asked", "[report]") {
  Sample sample;
  sample.diagnostics.append(diagnostic("data-syntax", Severity::error, "a colon is missing", sample.at("2028")));
  sample.diagnostics.append(diagnostic("rule-matched-nothing", Severity::warning, "rule `x` matched no record"));
  Diagnostic expired = diagnostic("waiver-expired", Severity::warning, "expired");
  expired.notes = {"since yesterday"};
  expired.help = "renew it";
  sample.diagnostics.append(expired);
  const ordered_json invocation = run_of(sample)["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"] == ordered_json::parse(R"text([
    {"descriptor": {"id": "data-syntax"}, "level": "error", "message": {"text": "a colon is missing"},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "roadmaps/ki.yaml"},
       "region": {"startLine": 14, "startColumn": 14, "endLine": 14, "endColumn": 18}}}]}])text"));
  CHECK(invocation["toolConfigurationNotifications"] == ordered_json::parse(R"text([
    {"descriptor": {"id": "rule-matched-nothing"}, "level": "note", "message": {"text": "rule `x` matched no record"}},
    {"descriptor": {"id": "waiver-expired"}, "level": "warning",
     "message": {"text": "expired\nsince yesterday\nrenew it"}}])text"));
}

TEST_CASE("beyond what GitHub takes, SARIF keeps the most severe findings and says so", "[report]") {
  Sample sample;
  engine::Finding finding;
  finding.rule = "r";
  finding.severity = Severity::warning;
  finding.message = localized("m", "m");
  sample.outcomes.findings.assign(25'001, finding);
  sample.outcomes.findings.front().severity = Severity::note;
  sample.outcomes.findings.back().severity = Severity::error;
  // Not parsed: that takes seconds in a build for debugging.
  const std::string text = write_sarif(sample.report(), {});
  const std::string_view results = std::string_view(text).substr(text.find("\"results\": ["));
  CHECK(occurrences(results, "\"ruleId\"") == 25'000);
  CHECK(results.find("\"level\": \"error\"") < results.find("\"level\": \"warning\""));
  CHECK(occurrences(results, "\"level\": \"note\"") == 0);
  CHECK(text.find("\"id\": \"results-left-out\"") < text.find("\"results\": ["));
  CHECK(text.find("1 finding more is left out, the least severe first: GitHub refuses a longer report") <
        text.find("\"results\": ["));
}

TEST_CASE("names are relative to the working folder where they lie in it", "[report]") {
  const Sample sample;
  const Report report = report_in(sample, "/home/anna/roadmaps");
  CHECK(relative_name(report, "ki.yaml") == "ki.yaml");
  CHECK(relative_name(report, "./a/../ki.yaml") == "ki.yaml");
  CHECK(relative_name(report, "../roadmaps/ki.yaml") == "ki.yaml");
  CHECK(relative_name(report, "/home/anna/roadmaps/2026/ki.yaml") == "2026/ki.yaml");
  CHECK(relative_name(report, "/home/anna/roadmaps-old/ki.yaml") == "/home/anna/roadmaps-old/ki.yaml");
  CHECK(relative_name(report, "../ki.yaml") == "../ki.yaml");
  CHECK(relative_name(report_in(sample, "/home/anna/"), "/home/anna/ki.yaml") == "ki.yaml");
  CHECK(relative_name(report_in(sample, ""), "./ki.yaml") == "ki.yaml");
  CHECK(relative_name(report_in(sample, ""), "/home/ki.yaml") == "/home/ki.yaml");
}

TEST_CASE("file names become URI references", "[report]") {
  const Sample sample;
  const Report report = report_in(sample, "/home/anna");
  CHECK(file_uri(report, "Roadmap Künstliche/a#1?%.yaml") == "Roadmap%20K%C3%BCnstliche/a%231%3F%25.yaml");
  CHECK(file_uri(report, "a:b\xff.yaml") == "a%3Ab%FF.yaml");
  CHECK(file_uri(report, "/home/anna/ki (2).yaml") == "ki%20(2).yaml");
  CHECK(file_uri(report, "/srv/k i.yaml") == "file:///srv/k%20i.yaml");
  CHECK(file_uri(report, "../ki.yaml") == "../ki.yaml");
}
