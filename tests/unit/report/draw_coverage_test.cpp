// Which rules answer which paragraph, and how that is drawn.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "report/coverage.hpp"
#include "report/rule_listing.hpp"
#include "tests/unit/report/report_samples.hpp"

namespace roadlint::report {
namespace {

using Lines = std::vector<std::string>;

ListedRule rule(std::string id, std::vector<Basis> basis) {
  ListedRule entry;
  entry.id = std::move(id);
  entry.basis = std::move(basis);
  return entry;
}

/// A rule that was checked.
ListedRule checked_rule(const std::string& id, std::vector<Basis> basis, std::size_t violated,
                        std::size_t undecidable) {
  ListedRule entry = rule(id, std::move(basis));
  entry.account = account(id, 5, 5 - violated - undecidable, violated, undecidable, 0);
  return entry;
}

ListedDocument paper() {
  ListedDocument document;
  document.name = "ZVEI";
  document.title = localized("Position paper", "Positionspapier");
  document.paragraphs = {{"1", localized("Aims", "Ziele")}, {"2.1", localized("Money", "Geld")}};
  return document;
}

std::string drawn(const std::vector<ListedRule>& rules, const std::vector<ListedDocument>& documents,
                  const std::string& language = "en") {
  ReportOptions options;
  options.language = language;
  return draw_coverage(rules, documents, options);
}

// --- rules by place ------------------------------------------------------------------------------------------------

Lines ids_at(const std::vector<ListedRule>& rules, const ListedDocument& document, std::size_t paragraph) {
  const RulesByPlace by_place = rules_by_place(rules);
  Lines ids;
  for (const ListedRule* entry : rules_of(by_place, document, document.paragraphs.at(paragraph))) {
    ids.push_back(entry->id);
  }
  return ids;
}

TEST_CASE("the rules of a paragraph stand in their order", "[report]") {
  const std::vector<ListedRule> rules = {rule("b", {{"ZVEI", "1"}}), rule("a", {{"ZVEI", "2.1"}, {"ZVEI", "1"}}),
                                         rule("c", {})};
  CHECK(ids_at(rules, paper(), 0) == Lines{"b", "a"});
  CHECK(ids_at(rules, paper(), 1) == Lines{"a"});
}

TEST_CASE("a rule that names a place twice answers it once", "[report]") {
  CHECK(ids_at({rule("a", {{"ZVEI", "1"}, {"ZVEI", "1"}})}, paper(), 0) == Lines{"a"});
}

TEST_CASE("places of other documents are no places of this one", "[report]") {
  CHECK(ids_at({rule("a", {{"HGrG", "1"}}), rule("b", {{"ZVEI", "2"}})}, paper(), 0).empty());
  CHECK(ids_at({}, paper(), 1).empty());
}

// --- drawing -------------------------------------------------------------------------------------------------------

TEST_CASE("without data the coverage names the rules, and paragraphs without one", "[report]") {
  CHECK(drawn({rule("goal-aim", {{"ZVEI", "1"}}), rule("goal-topics", {{"ZVEI", "1"}})}, {paper()}) ==
        "ZVEI: Position paper\n"
        "\n"
        "  1    Aims\n"
        "         goal-aim\n"
        "         goal-topics\n"
        "  2.1  Money\n"
        "         no rule\n"
        "\n"
        "2 paragraphs: 1 covered, 1 without a rule\n");
}

TEST_CASE("with data the coverage says what each rule found", "[report]") {
  CHECK(drawn({checked_rule("both", {{"ZVEI", "1"}}, 3, 1), checked_rule("violated", {{"ZVEI", "1"}}, 2, 0),
               checked_rule("undecidable", {{"ZVEI", "1"}}, 0, 1), checked_rule("nothing", {{"ZVEI", "2.1"}}, 0, 0)},
              {paper()}) ==
        "ZVEI: Position paper\n"
        "\n"
        "  1    Aims\n"
        "         both: 3 violated, 1 undecidable\n"
        "         violated: 2 violated\n"
        "         undecidable: 1 undecidable\n"
        "  2.1  Money\n"
        "         nothing: nothing found\n"
        "\n"
        "2 paragraphs: 2 covered, 0 without a rule\n");
}

TEST_CASE("a rule for two versions is named as such unless it was checked", "[report]") {
  std::vector<ListedRule> rules = {rule("left-out", {{"ZVEI", "1"}}), checked_rule("checked", {{"ZVEI", "2.1"}}, 1, 0)};
  for (ListedRule& entry : rules) entry.needs_earlier_version = true;
  const std::string text = drawn(rules, {paper()});
  CHECK(text.find("  left-out: compares with an earlier version\n") != std::string::npos);
  CHECK(text.find("  checked: 1 violated\n") != std::string::npos);
}

TEST_CASE("the coverage is drawn in German, and says which document was not read", "[report]") {
  ListedDocument document = paper();
  document.is_unread = true;
  CHECK(drawn({checked_rule("ziel", {{"ZVEI", "1"}}, 1, 1)}, {document}, "de") ==
        "ZVEI: Positionspapier (Quelle nicht gelesen)\n"
        "\n"
        "  1    Ziele\n"
        "         ziel: 1 verletzt, 1 nicht entscheidbar\n"
        "  2.1  Geld\n"
        "         keine Regel\n"
        "\n"
        "2 Absätze: 1 abgedeckt, 1 ohne Regel\n");
}

TEST_CASE("places are as wide as the reader sees them", "[report]") {
  ListedDocument document = paper();
  document.paragraphs = {{"§ 6", localized("Economy", "")}, {"§ 10a", localized("Two\nlines", "")}};
  CHECK(drawn({}, {document}) ==
        "ZVEI: Position paper\n"
        "\n"
        "  § 6    Economy\n"
        "           no rule\n"
        "  § 10a  Two lines\n"
        "           no rule\n"
        "\n"
        "2 paragraphs: 0 covered, 2 without a rule\n");
}

TEST_CASE("documents stand one below the other", "[report]") {
  ListedDocument single = paper();
  single.paragraphs.pop_back();
  ListedDocument act = single;
  act.name = "HGrG";
  act.title = localized("Act", "Gesetz");
  CHECK(drawn({rule("money-economy", {{"HGrG", "1"}})}, {single, act}) ==
        "ZVEI: Position paper\n"
        "\n"
        "  1  Aims\n"
        "       no rule\n"
        "\n"
        "1 paragraph: 0 covered, 1 without a rule\n"
        "\n"
        "HGrG: Act\n"
        "\n"
        "  1  Aims\n"
        "       money-economy\n"
        "\n"
        "1 paragraph: 1 covered, 0 without a rule\n");
}

TEST_CASE("what is missing stands out in colour", "[report]") {
  ReportOptions options;
  options.color = true;
  const std::string text = draw_coverage({rule("goal-aim", {{"ZVEI", "1"}})}, {paper()}, options);
  CHECK(text.starts_with("\x1b[1mZVEI: Position paper\x1b[0m\n"));
  CHECK(text.find("\x1b[1;33mno rule\x1b[0m\n") != std::string::npos);
  CHECK(text.find("         goal-aim\n") != std::string::npos);
}

}  // namespace
}  // namespace roadlint::report
