// Baselines: what is written is read again, and what counts as fixed.
#include "gate/baseline.hpp"

#include <catch2/catch.hpp>

namespace roadlint::gate {
namespace {

BaselineEntry entry(std::string fingerprint, std::string file = "ki.yaml") {
  return {std::move(fingerprint), "milestone-owner", {"milestone", "KI-\"1\"|\n"}, std::move(file), {}};
}

engine::Finding finding(std::string fingerprint) {
  engine::Finding result;
  result.rule = "milestone-owner";
  result.fingerprint = std::move(fingerprint);
  return result;
}

TEST_CASE("a baseline is read as it was written", "[gate]") {
  SourceFiles files;
  Diagnostics mistakes;
  const std::string text = write_baseline({{entry("f2"), entry("f1", "a.yaml")}});
  const auto baseline = read_baseline(files, files.add("known.json", text), mistakes);
  REQUIRE(mistakes.entries().empty());
  REQUIRE(baseline);
  REQUIRE(baseline->entries.size() == 2);
  CHECK(baseline->entries[0].fingerprint == "f1");
  CHECK(baseline->entries[1].subject.id == "KI-\"1\"|");
  CHECK(write_baseline({}) == "{\n  \"schema\": \"roadlint/baseline/1\",\n  \"findings\": []\n}\n");
}

TEST_CASE("invalid UTF-8 in a name does not break a baseline", "[gate]") {
  SourceFiles files;
  Diagnostics mistakes;
  const std::string text = write_baseline({{entry("f1", "\xff.yaml")}});
  CHECK(read_baseline(files, files.add("known.json", text), mistakes));
}

TEST_CASE("a finding is fixed only where the run looked for it", "[gate]") {
  const Baseline baseline{
      {entry("found"), entry("gone"), entry("elsewhere", "other.yaml"), entry("lost", "lost.yaml")}};
  engine::Outcomes outcomes;
  outcomes.findings = {finding("found"), finding("new")};
  RunScope scope;
  scope.rules = {"milestone-owner"};
  scope.files = {"ki.yaml"};
  scope.vanished_files = {"lost.yaml"};
  apply_baseline(baseline, "known.json", scope, outcomes);
  CHECK(outcomes.findings[0].standing == engine::Standing::known);
  CHECK(outcomes.findings[1].standing == engine::Standing::active);
  REQUIRE(outcomes.baseline->fixed.size() == 2);
  CHECK(outcomes.baseline->fixed[0].fingerprint == "gone");
  CHECK(outcomes.baseline->fixed[1].fingerprint == "lost");
  scope.rules = {"another-rule"};
  apply_baseline(baseline, "known.json", scope, outcomes);
  CHECK(outcomes.baseline->fixed.empty());
}

TEST_CASE("what is waived is not known as well, and not fixed", "[gate]") {
  engine::Outcomes outcomes;
  outcomes.findings = {finding("f1")};
  outcomes.findings[0].standing = engine::Standing::waived;
  RunScope scope;
  scope.rules = {"milestone-owner"};
  scope.files = {"ki.yaml"};
  apply_baseline({{entry("f1")}}, "known.json", scope, outcomes);
  CHECK(outcomes.findings[0].standing == engine::Standing::waived);
  CHECK(outcomes.baseline->known == 0);
  CHECK(outcomes.baseline->fixed.empty());
}

}  // namespace
}  // namespace roadlint::gate
