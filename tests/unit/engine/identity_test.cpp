// What a finding is known by: it stays the same when the things around it move.
#include <catch2/catch.hpp>

#include "tests/unit/check_sources.hpp"

namespace roadlint::engine {
namespace {

const std::string model = R"(
model test
entity roadmap in document.roadmap { id: id }
entity line in roadmap.lines { title: text?  amount: money(EUR)?  parts: list { name: text?  date: date? } }
)";
const std::string rules = R"(
pack test
use model "rules-0.rules"
rule line-amount { title en "t"  for l in line  require l.amount is present  message en "m" }
rule part-date { title en "t"  for l in line, p in l.parts  require p.date is present  subject l  message en "m" }
)";

/// "identity fingerprint" of each finding, sorted.
std::vector<std::string> known(const std::string& yaml) {
  test::Evaluated run;
  test::evaluate_sources(run, {model, rules}, {yaml});
  std::vector<std::string> names;
  for (const Finding& finding : run.outcomes.findings) names.push_back(finding.identity + " " + finding.fingerprint);
  std::sort(names.begin(), names.end());
  return names;
}

std::string roadmap(const std::string& lines) { return "roadmap:\n  id: R\n  lines:\n" + lines; }

TEST_CASE("an entry before a record without an id changes nothing for it", "[findings]") {
  const std::string pilot = "    - {title: Pilot, parts: [{name: first}]}\n";
  const std::string other = "    - {title: Other, amount: 1 EUR}\n";
  const auto alone = known(roadmap(pilot));
  REQUIRE(alone.size() == 2);
  CHECK(alone[0].starts_with("R.lines[Pilot] "));
  CHECK(known(roadmap(other + pilot)) == alone);
  CHECK(known(roadmap(pilot + "\n# moved\n" + other)) == alone);
}

TEST_CASE("another record in the same place is another finding", "[findings]") {
  CHECK(known(roadmap("    - {title: Pilot}\n")) != known(roadmap("    - {title: Pilots}\n")));
}

TEST_CASE("records of one title are told apart, and the first stays the first", "[findings]") {
  const auto both = known(roadmap("    - {title: Pilot}\n    - {title: Pilot}\n"));
  REQUIRE(both.size() == 2);
  CHECK(both[0] != both[1]);
  const auto one = known(roadmap("    - {title: Pilot}\n"));
  CHECK(std::find(both.begin(), both.end(), one.front()) != both.end());
}

TEST_CASE("without a title the place in the list is all there is", "[findings]") {
  CHECK(known(roadmap("    - {}\n")).size() == 1);
  CHECK(known(roadmap("    - {}\n")).front().starts_with(" "));
}

}  // namespace
}  // namespace roadlint::engine
