#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "gate/waivers.hpp"

using namespace roadlint;

namespace {

engine::Finding finding(const std::string& subject, const std::string& fingerprint) {
  engine::Finding result;
  result.rule = "milestone-baseline";
  result.subject = {"milestone", subject};
  result.fingerprint = fingerprint;
  return result;
}

/// Two findings about one subject, and one about another.
engine::Outcomes outcomes() {
  engine::Outcomes result;
  result.findings = {finding("M1", "f1"), finding("M1", "f2"), finding("M2", "f3")};
  return result;
}

gate::PlacedWaiver waiver(const std::string& subject, const std::string& fingerprint) {
  gate::PlacedWaiver result;
  result.waiver.rule = "milestone-baseline";
  result.waiver.subject = subject;
  result.waiver.fingerprint = fingerprint;
  result.waiver.expires = "2026-12-31";
  return result;
}

engine::Acceptance acceptance(const std::string& subject, const std::string& fingerprint, const std::string& person) {
  engine::Acceptance result;
  result.rule = "milestone-baseline";
  result.subject = subject;
  result.fingerprint = fingerprint;
  result.person = person;
  return result;
}

std::vector<std::string> waived_by(const gate::PlacedWaiver& placed) {
  engine::Outcomes result = outcomes();
  const SourceFiles files;
  gate::apply_waivers({placed}, {*day_number(2026, 6, 29), 30, {}}, files, result);
  std::vector<std::string> waived;
  for (const engine::Finding& entry : result.findings) {
    if (entry.standing == engine::Standing::waived) waived.push_back(entry.fingerprint);
  }
  return waived;
}

/// Who mends each finding; empty when nobody said.
std::vector<std::string> persons(std::vector<engine::Acceptance> acceptances) {
  engine::Outcomes result = outcomes();
  gate::apply_acceptances(std::move(acceptances), result);
  std::vector<std::string> found;
  for (const engine::Finding& entry : result.findings) {
    found.push_back(entry.acceptance ? result.acceptances.at(*entry.acceptance).person : "");
  }
  return found;
}

}  // namespace

TEST_CASE("a waiver with a fingerprint covers that finding alone, whatever its subject says") {
  using Fingerprints = std::vector<std::string>;
  CHECK(waived_by(waiver("M1", "")) == Fingerprints{"f1", "f2"});
  CHECK(waived_by(waiver("M1", "f2")) == Fingerprints{"f2"});
  CHECK(waived_by(waiver("M*", "")) == Fingerprints{"f1", "f2", "f3"});
  CHECK(waived_by(waiver("M*", "f3")) == Fingerprints{"f3"});
  CHECK(waived_by(waiver("M1", "gone")).empty());
}

TEST_CASE("an acceptance is about its finding, else about its subject; of two the last holds") {
  using Persons = std::vector<std::string>;
  CHECK(persons({acceptance("M1", "", "A")}) == Persons{"A", "A", ""});
  CHECK(persons({acceptance("M1", "f2", "B")}) == Persons{"", "B", ""});
  CHECK(persons({acceptance("M1", "f2", "B"), acceptance("M1", "", "A")}) == Persons{"A", "B", ""});
  CHECK(persons({acceptance("M2", "", "A"), acceptance("M2", "", "C")}) == Persons{"", "", "C"});
  CHECK(persons({acceptance("M*", "", "A")}) == Persons{"", "", ""});
}
