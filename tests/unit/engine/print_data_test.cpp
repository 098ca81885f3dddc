// The dump of the tables: every record with its place, every written field with its value as read.
#include "engine/print_data.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "engine/load/load.hpp"
#include "tests/unit/dsl/dsl_reading.hpp"

namespace roadlint::engine {
namespace {

std::string dump(const std::string& model, const std::string& data) {
  const dsl::Program program = dsl::testing::checked({model});
  SourceFiles files;
  Diagnostics diagnostics;
  const FileId file = files.add("a.yaml", data);
  const DataSet set = load(program.model, files, {file}, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return print_data(files, program.model, set);
}

TEST_CASE("values of every type are shown as read") {
  const std::string model =
      "enum kind { research, transfer }\n"
      "record part { a: bool? b: number? c: percent? d: factor? e: money? f: quantity? g: date? h: duration? i: kind?\n"
      "  j: text? k: list number }\n"
      "entity goal in document.goals { id: id  part: part? }\n";
  CHECK(dump(model,
             "goals:\n"
             "  - id: G\n"
             "    part:\n"
             "      a: true\n"
             "      b: 1/3\n"
             "      c: 12,5 %\n"
             "      d: x4\n"
             "      e: 1,5 Mio. EUR\n"
             "      f: 3 GW\n"
             "      g: 2028-Q4\n"
             "      h: 18 Monate\n"
             "      i: transfer\n"
             "      j: \"a \\\"b\\\"\"\n"
             "      k: [1, 2]\n") == R"(part: 1 record
  goal[G].part a.yaml:4:7-14:16
    a = true 4:10-4:14
    b = 1/3 5:10-5:13
    c = 12.5 % 6:10-6:16
    d = 4 7:10-7:12
    e = 1500000 EUR 8:10-8:22
    f = 3 GW 9:10-9:14
    g = 2028-Q4 10:10-10:17
    h = 18 months 11:10-11:19
    i = transfer 12:10-12:18
    j = "a \"b\"" 13:10-13:19
    k = [1, 2] 14:10-14:16
goal: 1 record
  goal[G] a.yaml:2:5-14:16
    id = "G" 2:9-2:10
    part = goal[G].part 4:7-14:16
)");
}

TEST_CASE("references show where they lead, absent and wrong values that they are no values, mistakes come last") {
  const std::string model =
      "entity goal in document.goals { id: id  due: date?  note: text?  next: -> goal?  others: list -> goal\n"
      "  tags: list text }\n";
  CHECK(dump(model,
             "goals:\n"
             "  - id: A\n"
             "    due: soon\n"
             "    note:\n"
             "    next: B\n"
             "    others: [A, X]\n"
             "    tags: []\n"
             "  - id: B\n"
             "  - id: B\n") == R"(goal: 3 records
  goal[A] a.yaml:2:5-7:13
    id = "A" 2:9-2:10
    due = of the wrong type 3:10-3:14
    note = absent 4:5-4:9
    next = "B" -> 2 records goal[B] 5:11-5:12
    others = ["A" -> goal[A], "X" -> nothing] 6:13-6:19
    tags = [] 7:11-7:13
  goal[B] a.yaml:8:5-8:10
    id = "B" 8:9-8:10
  goal[B] a.yaml:9:5-9:10
    id = "B" 9:9-9:10
data-wrong-type a.yaml:3:10-3:14: `due` must be a date such as `2028`, `2028-Q4`, `2028-06` or `2028-06-30`, found `soon`.
data-duplicate-id a.yaml:9:9-9:10: The id `B` of `goal` is used more than once.
data-dangling-reference a.yaml:6:17-6:18: `others` refers to `X`, but no `goal` has this id.
)");
}

}  // namespace
}  // namespace roadlint::engine
