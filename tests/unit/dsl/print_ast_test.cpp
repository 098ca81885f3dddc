// The dump of the syntax tree: every node with its place.
#include "dsl/syntax/print_ast.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/dsl/dsl_reading.hpp"

namespace roadlint::dsl {
namespace {

std::string dump(std::string_view text) {
  SourceFiles files;
  const ast::File tree = testing::parsed(files, "text", text);
  return print_ast(files, tree);
}

TEST_CASE("the tree of a model names tables, places, fields and types") {
  CHECK(dump("model m\n"
             "enum kind { a, b de \"B\" }\n"
             "entity goal in document.goals, agenda.goals {\n"
             "  owner: -> actor? responsible\n"
             "  parts: list { cost: money(EUR) }\n"
             "}\n") == R"(file
model m 1:7-1:8
enum kind 2:6-2:10
  member a 2:13-2:14
  member b 2:16-2:17
    language de 2:18-2:24
      "B"
entity goal 3:8-3:12
  place document.goals 3:16-3:30
  place agenda.goals 3:32-3:44
  field owner responsible 4:3-4:8
    type -> actor? 4:10-4:19
  field parts 5:3-5:8
    type list record 5:10-5:35
      field cost 5:17-5:21
        type money(EUR) 5:23-5:33
)");
}

TEST_CASE("the tree of a pack names what its rules share") {
  CHECK(dump("pack p\n"
             "languages en, de\n"
             "use pack \"other.rules\"\n"
             "param horizon : deadline = 2030\n"
             "words vague = [ \"some*\" ]\n"
             "pattern digits = \"[0-9]+\"\n"
             "define late(t: policy.topics, m: milestone) = m.due > t.due\n") == R"(file
pack p 1:6-1:7
language en 2:11-2:13
language de 2:15-2:17
use pack "other.rules" 3:10-3:23
param horizon 4:7-4:14
  type deadline 4:17-4:25
  number 2030 4:28-4:32
words vague 5:7-5:12
  "some*" 5:17-5:24
pattern digits 6:9-6:15
  "[0-9]+" 6:18-6:26
define late 7:8-7:12
  parameter t 7:13-7:14
    policy topics 7:23-7:29
  parameter m 7:31-7:32
    type milestone 7:34-7:43
  comparison > 7:47-7:60
    field due 7:47-7:52
      name m 7:47-7:48
    field due 7:55-7:60
      name t 7:55-7:56
)");
}

TEST_CASE("the tree of a rule names statements, expressions and texts") {
  CHECK(dump("rule a {\n"
             "  title en \"T\"\n"
             "  basis ZVEI \"1\"\n"
             "  for m in milestone\n"
             "  group by m.goal into all_of_it\n"
             "  require not at least 2 x in all_of_it where x.due is absent satisfies x.title not matches vague\n"
             "  message en \"{count(distinct all_of_it.goal)} of {{ 3\"\n"
             "}\n") == R"(file
rule a 1:6-1:7
  title 2:3-2:15
    language en 2:9-2:15
      "T"
  basis 3:3-3:17
    basis ZVEI "1" 3:9-3:13
  for 4:3-4:21
    binding m 4:7-4:8
      name milestone 4:12-4:21
  group by 5:3-5:33
    field goal 5:12-5:18
      name m 5:12-5:13
    word all_of_it 5:24-5:33
  require 6:3-6:98
    negation 6:11-6:98
      quantifier least 2 6:15-6:98
        binding x 6:26-6:27
          name all_of_it 6:31-6:40
        where
          presence absent 6:47-6:62
            field due 6:47-6:52
              name x 6:47-6:48
        matching not matches vague 6:73-6:98
          field title 6:73-6:80
            name x 6:73-6:74
  message 7:3-7:56
    language en 7:11-7:56
      call count distinct 7:16-7:46
        field goal 7:31-7:45
          name all_of_it 7:31-7:40
      " of { 3"
)");
}

TEST_CASE("the tree of a family names its parameters, rows and cells") {
  CHECK(dump("family required(path) {\n"
             "  for r in entity(path)\n"
             "}\n"
             "members required {\n"
             "  | a-b | goal.title | en \"T\" | severity note |\n"
             "}\n") == R"(file
family required 1:8-1:16
  parameter path 1:17-1:21
  for 2:3-2:24
    binding r 2:7-2:8
      call entity 2:12-2:24
        name path 2:19-2:23
members required 4:9-4:17
  row a-b 5:5-5:8
    cell 5:11-5:21
      field title 5:11-5:21
        name goal 5:11-5:15
    cell 5:24-5:30
      language en 5:24-5:30
        "T"
    cell 5:33-5:46
      severity note 5:42-5:46
)");
}

TEST_CASE("a rule with a statement that cannot be read is damaged") {
  SourceFiles files;
  Diagnostics diagnostics;
  const FileId file = files.add("text", "rule a {\n  for m milestone\n  require true\n}\n");
  const ast::File tree = parse(files, file, diagnostics);
  CHECK(diagnostics.error_count() == 1);
  CHECK(print_ast(files, tree) == R"(file
rule a (damaged) 1:6-1:7
  require 3:3-3:15
    boolean true 3:11-3:15
)");
}

}  // namespace
}  // namespace roadlint::dsl
