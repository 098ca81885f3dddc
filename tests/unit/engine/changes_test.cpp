// What changed between two versions: which record is which, field by field, and which way values went.
#include "engine/changes.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/check_sources.hpp"

namespace roadlint::engine {
namespace {

using Lines = std::vector<std::string>;

const std::string model = R"(
model test
enum state { open, done }
entity plan in document.plans {
  id: id  former: list id  title: text?  by: deadline?  start: date?  length: duration?  total: money(EUR)?  share: percent?
  size: quantity?  weight: number?  state: state?  binding: bool?  tags: list text  next: list -> plan
  owner: -> plan?  goals: list goal  sheet: sheet?
}
entity line in plan.lines { title: text?  amount: money(EUR)? }
entity step in plan.steps { id: id  by: deadline? }
record goal { name: text?  value: quantity?  target: { value: quantity?  by: deadline? }? }
record sheet { value: quantity?  note: text? }
)";

/// Both versions, read with the model.
struct Versions {
  test::Checked rules;
  Diagnostics mistakes;
  DataSet data;

  Versions(const std::string& before, const std::string& after) {
    test::check_rules(rules, {model});
    const FileId old_file = rules.files.add("old.yaml", before);
    const FileId new_file = rules.files.add("new.yaml", after);
    data = load(rules.program.model, rules.files, {new_file}, mistakes, 1, {old_file});
  }
  [[nodiscard]] std::vector<Change> changes() const { return changes_between(rules.program.model, data); }
};

/// "changed plan A by: 2027 -> 2028 later"
std::string line_of(const Change& change) {
  std::string text(change_kind_name(change.kind));
  text += " " + change.subject.entity + " " + change.subject.id;
  if (!change.field.empty()) text += " " + change.field;
  if (change.before || change.after) text += ": " + change.before.value_or("-") + " -> " + change.after.value_or("-");
  const std::string_view direction = change_direction_name(change.direction);
  return direction.empty() ? text : text + " " + std::string(direction);
}

Lines changes(const std::string& before, const std::string& after) {
  const Versions versions(before, after);
  REQUIRE_FALSE(versions.rules.diagnostics.has_errors());
  REQUIRE_FALSE(versions.mistakes.has_errors());
  Lines lines;
  for (const Change& change : versions.changes()) lines.push_back(line_of(change));
  return lines;
}

/// Changes of one plan A with these fields.
Lines changes_of_a(const std::string& before, const std::string& after) {
  const std::string begin = "plans:\n  - {id: A";
  return changes(begin + before + "}\n", begin + after + "}\n");
}

// --- records with an id --------------------------------------------------------------------------------------------

TEST_CASE("records are known by their ids, wherever they stand", "[changes]") {
  CHECK(changes("plans: [{id: A}, {id: B}, {id: C}]", "plans: [{id: C}, {id: A}, {id: B}]").empty());
  CHECK(changes("plans: [{id: A}, {id: B}]", "plans: [{id: B}, {id: C}]") == Lines{"added plan C", "removed plan A"});
  CHECK(changes("plans: [{id: A}]", "plans: [{id: B}]") == Lines{"added plan B", "removed plan A"});
}

TEST_CASE("records of one entity stand together, what is gone behind", "[changes]") {
  CHECK(changes("plans: [{id: A, weight: 1, steps: [{id: S}]}, {id: B}]",
                "plans: [{id: C}, {id: A, weight: 2, steps: [{id: T}]}]") ==
        Lines{"added plan C", "changed plan A weight: 1 -> 2 higher", "removed plan B", "added step T",
              "removed step S"});
}

TEST_CASE("a record inside that has an id is compared on its own", "[changes]") {
  CHECK(changes_of_a(", steps: [{id: S, by: 2027}, {id: T}]", ", steps: [{id: T}, {id: S, by: 2028}]") ==
        Lines{"changed step S by: 2027 -> 2028 later"});
}

TEST_CASE("of an id that is used twice the first records are compared, the second ones, and so on", "[changes]") {
  CHECK(changes("plans: [{id: A, weight: 1}, {id: A, weight: 2}]", "plans: [{id: A, weight: 1}]") ==
        Lines{"removed plan A"});
  CHECK(changes("plans: [{id: A, weight: 1}]", "plans: [{id: A, weight: 3}, {id: A, weight: 1}]") ==
        Lines{"changed plan A weight: 1 -> 3 higher", "added plan A"});
  CHECK(changes("plans: [{id: A, weight: 1}, {id: A, weight: 2}]", "plans: [{id: A, weight: 1}, {id: A, weight: 4}]") ==
        Lines{"changed plan A weight: 2 -> 4 higher"});
}

TEST_CASE("a record that names its former id is the same one, for references to it too", "[changes]") {
  CHECK(changes("plans: [{id: A}, {id: B, owner: A, next: [A, B]}]",
                "plans: [{id: C, former: [A]}, {id: B, owner: A, next: [C, B]}]") ==
        Lines{"changed plan C id: A -> C", "added plan C former: - -> A"});
  CHECK(changes("plans: [{id: A}, {id: B, next: [A, B]}]", "plans: [{id: C, former: [A]}, {id: B, next: [B, C]}]") ==
        Lines{"changed plan C id: A -> C", "added plan C former: - -> A", "changed plan B next: A, B -> B, C"});
}

TEST_CASE("an empty version has no records", "[changes]") {
  CHECK(changes("plans: []", "plans: [{id: A, weight: 1}]") == Lines{"added plan A"});
  CHECK(changes("plans: [{id: A, weight: 1}]", "plans: []") == Lines{"removed plan A"});
}

// --- values --------------------------------------------------------------------------------------------------------

TEST_CASE("values with an order say which way they went", "[changes]") {
  CHECK(changes_of_a(", by: 2027", ", by: 2028-Q1") == Lines{"changed plan A by: 2027 -> 2028-Q1 later"});
  CHECK(changes_of_a(", by: 2028", ", by: 2028-06") == Lines{"changed plan A by: 2028 -> 2028-06 earlier"});
  CHECK(changes_of_a(", start: 2027", ", start: 2026") == Lines{"changed plan A start: 2027 -> 2026 earlier"});
  CHECK(changes_of_a(", total: 5 EUR", ", total: 4 EUR") == Lines{"changed plan A total: 5 EUR -> 4 EUR lower"});
  CHECK(changes_of_a(", share: 10 %", ", share: 20 %") == Lines{"changed plan A share: 10 % -> 20 % higher"});
  CHECK(changes_of_a(", size: 2 GW", ", size: 1 GW") == Lines{"changed plan A size: 2 GW -> 1 GW lower"});
  CHECK(changes_of_a(", length: 6 months", ", length: 8 months") ==
        Lines{"changed plan A length: 6 months -> 8 months higher"});
}

TEST_CASE("where the order is not certain no way is named", "[changes]") {
  CHECK(changes_of_a(", by: 2028", ", by: 2028-12-31") == Lines{"changed plan A by: 2028 -> 2028-12-31"});
  CHECK(changes_of_a(", start: 2027", ", start: 2027-Q2") == Lines{"changed plan A start: 2027 -> 2027-Q2"});
  CHECK(changes_of_a(", size: 2 GW", ", size: 3 t") == Lines{"changed plan A size: 2 GW -> 3 t"});
  CHECK(changes_of_a(", length: 30 days", ", length: 1 month") == Lines{"changed plan A length: 30 days -> 1 month"});
}

TEST_CASE("values without an order just change", "[changes]") {
  CHECK(changes_of_a(", title: Cells", ", title: Packs") == Lines{"changed plan A title: Cells -> Packs"});
  CHECK(changes_of_a(", state: open", ", state: done") == Lines{"changed plan A state: open -> done"});
  CHECK(changes_of_a(", tags: [x]", ", tags: [x, y]") == Lines{"changed plan A tags: x -> x, y"});
  CHECK(changes_of_a(", owner: A, next: [A]", ", owner: A, next: [A, A]") == Lines{"changed plan A next: A -> A, A"});
}

TEST_CASE("values appear and go", "[changes]") {
  CHECK(changes_of_a("", ", by: 2028") == Lines{"added plan A by: - -> 2028"});
  CHECK(changes_of_a(", title: Cells", ", title: ' '") == Lines{"removed plan A title: Cells -> -"});
  CHECK(changes_of_a(", tags: [x]", ", tags: []") == Lines{"removed plan A tags: x -> -"});
}

TEST_CASE("another way of writing a value is no change", "[changes]") {
  CHECK(changes_of_a(", total: 5 Mio. EUR", ", total: 5000000 EUR").empty());
  CHECK(changes_of_a(", share: 50 %", ", share: 1/2").empty());
  CHECK(changes_of_a(", title: Cells", ", title: \"Cells\"").empty());
  CHECK(changes_of_a(", tags: null", "").empty());
}

// --- records inside ------------------------------------------------------------------------------------------------

TEST_CASE("equal records inside are one another, in any order", "[changes]") {
  CHECK(changes_of_a(", goals: [{name: x, value: 1}, {name: y, value: 2}]",
                     ", goals: [{name: y, value: 2}, {name: x, value: 1}]")
            .empty());
  CHECK(changes_of_a(", lines: [{amount: 1 EUR}, {amount: 2 EUR}, {amount: 1 EUR}]",
                     ", lines: [{amount: 1 EUR}, {amount: 1 EUR}, {amount: 2 EUR}]")
            .empty());
}

TEST_CASE("then those of one name are", "[changes]") {
  CHECK(changes_of_a(", goals: [{name: x, value: 1}, {name: y, value: 2}]",
                     ", goals: [{name: y, value: 3}, {name: x, value: 4}]") ==
        Lines{"changed plan A goals[0].value: 2 -> 3 higher", "changed plan A goals[1].value: 1 -> 4 higher"});
  CHECK(changes_of_a(", lines: [{title: x, amount: 1 EUR}, {title: y, amount: 1 EUR}]",
                     ", lines: [{title: y, amount: 2 EUR}]") ==
        Lines{"changed plan A lines[0].amount: 1 EUR -> 2 EUR higher", "removed plan A lines[0]"});
}

TEST_CASE("then those that are left, in their order", "[changes]") {
  CHECK(changes_of_a(", lines: [{amount: 1 EUR}, {amount: 2 EUR}, {amount: 3 EUR}]",
                     ", lines: [{amount: 2 EUR}, {amount: 4 EUR}, {amount: 5 EUR}, {amount: 6 EUR}]") ==
        Lines{"changed plan A lines[1].amount: 1 EUR -> 4 EUR higher",
              "changed plan A lines[2].amount: 3 EUR -> 5 EUR higher", "added plan A lines[3]"});
}

TEST_CASE("an equal record is not given to one that only has its name", "[changes]") {
  CHECK(changes_of_a(", goals: [{name: x, value: 1}, {name: x, value: 2}]",
                     ", goals: [{name: x, value: 2}, {name: x, value: 3}]") ==
        Lines{"changed plan A goals[1].value: 1 -> 3 higher"});
}

TEST_CASE("records inside are added and removed", "[changes]") {
  CHECK(changes_of_a("", ", goals: [{name: x}]") == Lines{"added plan A goals[0]"});
  CHECK(changes_of_a(", goals: [{name: x}, {name: y}]", ", goals: [{name: x}]") == Lines{"removed plan A goals[1]"});
  CHECK(changes_of_a(", sheet: {value: 1}", "") == Lines{"removed plan A sheet"});
  CHECK(changes_of_a("", ", sheet: {value: 1}") == Lines{"added plan A sheet"});
}

TEST_CASE("a single record is compared whatever stands in it", "[changes]") {
  CHECK(changes_of_a(", sheet: {value: 1, note: x}", ", sheet: {value: 2}") ==
        Lines{"changed plan A sheet.value: 1 -> 2 higher", "removed plan A sheet.note: x -> -"});
}

TEST_CASE("records in records inside have their whole way as name", "[changes]") {
  CHECK(changes_of_a(", goals: [{name: x, target: {value: 1, by: 2027}}, {name: y}]",
                     ", goals: [{name: y, target: {value: 5}}, {name: x, target: {value: 1, by: 2028}}]") ==
        Lines{"added plan A goals[0].target", "changed plan A goals[1].target.by: 2027 -> 2028 later"});
}

// --- places --------------------------------------------------------------------------------------------------------

TEST_CASE("a change has its places in both versions", "[changes]") {
  const Versions versions("plans:\n  - id: A\n    by: 2027\n  - id: B\n",
                          "plans:\n  - id: C\n  - by: 2028\n    id: A\n");
  const std::vector<Change> found = versions.changes();
  REQUIRE(found.size() == 3);
  const SourceFiles& files = versions.rules.files;
  CHECK_FALSE(found[0].span_before.is_known());
  CHECK(files.text(found[0].span_after) == "C");
  CHECK(files.text(found[1].span_before) == "2027");
  CHECK(files.text(found[1].span_after) == "2028");
  CHECK(files.locate(found[1].span_before).file == "old.yaml");
  CHECK(files.locate(found[1].span_after).file == "new.yaml");
  CHECK(files.text(found[2].span_before) == "B");
  CHECK_FALSE(found[2].span_after.is_known());
}

TEST_CASE("a change names the record as it is printed, of the version in which it is", "[changes]") {
  const Versions versions("plans: [{id: A, title: Cells}, {id: B, title: Gone}]", "plans: [{id: A, title: Packs}]");
  const std::vector<Change> found = versions.changes();
  REQUIRE(found.size() == 2);
  CHECK(found[0].record == "A (Packs)");
  CHECK(found[1].record == "B (Gone)");
}

}  // namespace
}  // namespace roadlint::engine
