// The indexes that the engine looks records up in: keys, hash joins with absent keys and ids used twice, references
// backwards, components of reference graphs.
#include "engine/evaluate/indexes.hpp"

#include <catch2/catch.hpp>

#include "engine/evaluate/cells.hpp"
#include "tests/unit/check_sources.hpp"

namespace roadlint::engine {
namespace {

using Rows = std::vector<Row>;

const std::string model = R"(
model test
entity plan in document.plans { id: id  year: number?  name: text?  day: date?  end: deadline?  next: list -> plan }
entity line in document.lines { id: id  plan: -> plan?  year: number? }
)";

/// Data of that model, and its columns as keys.
struct Loaded {
  test::Evaluated run;
  MadeTexts texts;
  RuleSteps steps{1'000'000};
  StepCounter counter{steps};
  LaneValues lanes;

  explicit Loaded(const std::string& yaml) : texts(load(yaml).texts), lanes(run.data, texts, counter) {}

  const DataSet& load(const std::string& yaml) {
    test::evaluate_sources(run, {model}, {yaml});
    REQUIRE(!run.data_diagnostics.has_errors());
    return run.data;
  }
  [[nodiscard]] const dsl::Model& declared() const { return run.rules.program.model; }
  /// The table by its place in the model: plan 0, line 1.
  [[nodiscard]] FieldId field(TableId table, const std::string& name) const {
    return declared().tables[table].find_field(name);
  }
  [[nodiscard]] std::size_t size(TableId table) const { return run.data.tables[table].size(); }
  KeyColumn column(TableId table, const std::string& name) {
    CellReader reader(declared(), run.data, lanes, table, field(table, name));
    return {reader.read(*own_records(0, static_cast<Row>(size(table))), false),
            declared().tables[table].fields[field(table, name)].type};
  }
  /// All plans, as the other side of `line.plan`.
  [[nodiscard]] KeyColumn plans() const { return {own_records(0, static_cast<Row>(size(0))), dsl::Type::record_of(0)}; }
};

/// All rows count.
JoinSource source_of(std::vector<KeyColumn> columns, std::size_t row_count) {
  return {std::move(columns), std::vector<std::uint8_t>(row_count, 0), static_cast<Row>(row_count)};
}

/// What an index finds for one lane, and whether the rows surely belong to it.
std::pair<Rows, bool> found(const JoinIndex& index, const std::vector<KeyColumn>& outer, std::size_t lane) {
  Rows rows;
  const bool is_certain = index.find(outer, lane, all_unsure, rows);
  return {rows, is_certain};
}

}  // namespace

TEST_CASE("tuples of keys have numbers in the order in which they come", "[indexes]") {
  TupleNumbers numbers;
  const std::uint32_t first = numbers.add(TupleNumbers::empty_tuple, 7);
  CHECK(first == 0);
  CHECK(numbers.add(TupleNumbers::empty_tuple, 8) == 1);
  CHECK(numbers.add(first, 8) == 2);
  CHECK(numbers.add(TupleNumbers::empty_tuple, 7) == first);
  CHECK(numbers.find(first, 8) == 2);
  CHECK(numbers.find(1, 8) == dsl::no_id);
  CHECK(numbers.size() == 3);
}

TEST_CASE("many tuples keep their numbers while the table grows", "[indexes]") {
  TupleNumbers numbers;
  constexpr std::uint32_t count = 10'000;
  for (std::uint32_t key = 0; key < count; ++key) REQUIRE(numbers.add(key % 3, std::uint64_t{key} << 20U) == key);
  for (std::uint32_t key = 0; key < count; ++key) REQUIRE(numbers.find(key % 3, std::uint64_t{key} << 20U) == key);
  CHECK(numbers.find(1, 0) == dsl::no_id);
}

TEST_CASE("values have the same key exactly when they are equal", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A, year: '0,50', name: x, day: 2028-12-31, end: 2028}\n"
      "  - {id: B, year: 1/2, name: X, day: 2028, end: 2028-Q4}\n");
  const auto key = [&](const std::string& name, std::size_t row) {
    const KeyColumn column = data.column(0, name);
    return key_of(*column.vector, row, column.type);
  };
  CHECK(key("year", 0) == key("year", 1));
  CHECK(key("name", 0) != key("name", 1));
  CHECK(key("end", 0) == key("end", 1));
  CHECK(key("day", 0) != key("day", 1));
  CHECK(key("day", 0) == key("end", 0));
}

TEST_CASE("a join finds the rows of a key in order, and says that they are sure", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A, year: 1}\n  - {id: B, year: 2}\n  - {id: C, year: 3}\n"
      "lines:\n  - {id: K, plan: B, year: 2}\n  - {id: L, plan: A, year: 1}\n  - {id: M, plan: B, year: 1}\n");
  const JoinIndex by_plan(data.run.data, source_of({data.column(1, "plan")}, data.size(1)));
  CHECK(found(by_plan, {data.plans()}, 0) == std::pair(Rows{1}, true));
  CHECK(found(by_plan, {data.plans()}, 1) == std::pair(Rows{0, 2}, true));
  CHECK(found(by_plan, {data.plans()}, 2) == std::pair(Rows{}, true));
  const JoinIndex by_both(data.run.data, source_of({data.column(1, "plan"), data.column(1, "year")}, data.size(1)));
  CHECK(found(by_both, {data.plans(), data.column(0, "year")}, 1) == std::pair(Rows{0}, true));
  CHECK(found(by_both, {data.plans(), data.column(0, "year")}, 2) == std::pair(Rows{}, true));
}

TEST_CASE("a row without a key may belong to every case, a case without a key to every row", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A, year: 1}\n  - {id: B}\n"
      "lines:\n  - {id: K, year: 1}\n  - {id: L}\n  - {id: M, year: 5}\n");
  const JoinIndex by_year(data.run.data, source_of({data.column(1, "year")}, data.size(1)));
  CHECK(found(by_year, {data.column(0, "year")}, 0) == std::pair(Rows{0, 1}, false));
  CHECK(found(by_year, {data.column(0, "year")}, 1) == std::pair(Rows{0, 1, 2}, false));
}

TEST_CASE("a reference to an id used twice is found under each of its records, once", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A}\n  - {id: B}\n  - {id: A}\n"
      "lines:\n  - {id: K, plan: A}\n  - {id: L, plan: B}\n  - {id: M, plan: A}\n");
  const JoinIndex by_plan(data.run.data, source_of({data.column(1, "plan")}, data.size(1)));
  CHECK(found(by_plan, {data.plans()}, 0) == std::pair(Rows{0, 2}, true));
  CHECK(found(by_plan, {data.plans()}, 2) == std::pair(Rows{0, 2}, true));
  // The other side may be such a reference too.
  CHECK(found(by_plan, {data.column(1, "plan")}, 0) == std::pair(Rows{0, 2}, true));
  CHECK(found(by_plan, {data.column(1, "plan")}, 1) == std::pair(Rows{1}, true));
}

TEST_CASE("rows that never count are left out, and unsure ones are counted out", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A}\n"
      "lines:\n  - {id: K}\n  - {id: L, plan: A}\n  - {id: M}\n  - {id: N}\n");
  JoinSource source = source_of({data.column(1, "plan")}, data.size(1));
  source.is_left_out[0] = 1;
  const JoinIndex by_plan(data.run.data, source);
  CHECK(found(by_plan, {data.plans()}, 0) == std::pair(Rows{1, 2, 3}, false));
  Rows rows;
  CHECK_FALSE(by_plan.find({data.plans()}, 0, 1, rows));
  CHECK(rows == Rows{1, 2});
}

TEST_CASE("a list is found under each of its elements, once", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A, next: [B, C, B]}\n  - {id: B, next: [C]}\n  - {id: C}\n  - {id: D, next: [B, null]}\n");
  const JoinIndex by_next(data.run.data, source_of({data.column(0, "next")}, data.size(0)));
  // D has an element of which nobody knows what it is.
  CHECK(found(by_next, {data.plans()}, 1) == std::pair(Rows{0, 3}, false));
  CHECK(found(by_next, {data.plans()}, 2) == std::pair(Rows{0, 1, 3}, false));
  const JoinIndex by_plan(data.run.data, source_of({data.plans()}, data.size(0)));
  CHECK(found(by_plan, {data.column(0, "next")}, 0) == std::pair(Rows{1, 2}, true));
  CHECK(found(by_plan, {data.column(0, "next")}, 2) == std::pair(Rows{}, true));
  CHECK(found(by_plan, {data.column(0, "next")}, 3) == std::pair(Rows{0, 1, 2, 3}, false));
}

TEST_CASE("references that lead nowhere are equal when their texts are", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A}\n"
      "lines:\n  - {id: K, plan: X}\n  - {id: L, plan: A}\n  - {id: M, plan: X}\n  - {id: N, plan: Y}\n");
  const JoinIndex by_plan(data.run.data, source_of({data.column(1, "plan")}, data.size(1)));
  CHECK(found(by_plan, {data.plans()}, 0) == std::pair(Rows{1}, true));
  CHECK(found(by_plan, {data.column(1, "plan")}, 0) == std::pair(Rows{0, 2}, true));
  CHECK(found(by_plan, {data.column(1, "plan")}, 3) == std::pair(Rows{3}, true));
}

TEST_CASE("references backwards: by record, and by text where they lead nowhere", "[indexes]") {
  Loaded data(
      "plans:\n  - {id: A}\n  - {id: B}\n  - {id: A}\n"
      "lines:\n  - {id: K, plan: A}\n  - {id: L, plan: X}\n  - {id: M, plan: B}\n  - {id: N, plan: A}\n");
  const ReverseIndex index(data.declared(), data.run.data, 1, data.field(1, "plan"));
  const auto rows = [](std::span<const Row> span) { return Rows(span.begin(), span.end()); };
  CHECK(rows(index.referring_to(0)) == Rows{0, 3});
  CHECK(rows(index.referring_to(1)) == Rows{2});
  CHECK(rows(index.referring_to(2)) == Rows{0, 3});
  CHECK(rows(index.referring_to_text(data.texts.intern("X"))) == Rows{1});
  CHECK(rows(index.referring_to_text(data.texts.intern("B"))).empty());
}

TEST_CASE("components: cycles, a reference to oneself, and what only leads to a cycle", "[indexes]") {
  // A -> B -> C -> A, D -> A, E -> E, F alone; G refers to nothing that exists.
  Loaded data(
      "plans:\n  - {id: A, next: [B]}\n  - {id: B, next: [C]}\n  - {id: C, next: [A]}\n  - {id: D, next: [A]}\n"
      "  - {id: E, next: [E]}\n  - {id: F}\n  - {id: G, next: [nothing]}\n");
  const ReferenceGraph graph(data.declared(), data.run.data, 0, data.field(0, "next"));
  REQUIRE(graph.size() == 7);
  std::vector<bool> on_cycle;
  for (Row row = 0; row < 7; ++row) on_cycle.push_back(graph.is_on_cycle(row));
  CHECK(on_cycle == std::vector<bool>{true, true, true, false, true, false, false});
  CHECK(graph.component(0) == graph.component(1));
  CHECK(graph.component(1) == graph.component(2));
  CHECK(graph.component(3) > graph.component(0));
  CHECK(graph.component(4) != graph.component(5));
  CHECK(graph.next(6).empty());
}

TEST_CASE("a reference never leads to a component of a higher number", "[indexes]") {
  std::string yaml = "plans:\n";
  constexpr int count = 500;
  for (int row = 0; row < count; ++row) {
    const auto name = [](int number) { return "P" + std::to_string(number % count); };
    yaml += "  - {id: " + name(row) + ", next: [" + name(row * 7 + 3) + (row % 3 == 0 ? ", " + name(row * row) : "") +
            "]}\n";
  }
  Loaded data(yaml);
  const ReferenceGraph graph(data.declared(), data.run.data, 0, data.field(0, "next"));
  REQUIRE(graph.size() == count);
  for (Row row = 0; row < count; ++row) {
    for (const Row target : graph.next(row)) CHECK(graph.component(target) <= graph.component(row));
  }
}

}  // namespace roadlint::engine
