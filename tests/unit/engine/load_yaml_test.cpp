// YAML that can be read: the events, and the exact source text of every kind of key, scalar and null.
#include <catch2/catch.hpp>

#include "tests/unit/engine/load_reading.hpp"

using roadlint::engine::testing::pieces;
using roadlint::engine::testing::yaml;
using Texts = std::vector<std::string>;

TEST_CASE("a roadmap in block style gives its events with exact places") {
  CHECK(yaml("# comment\n"
             "roadmap:\n"
             "  id: KI   # id\n"
             "  goals:\n"
             "  - title: \"K\xC3\xBCnstliche Intelligenz\"\n"
             "    due:\n"
             "  -\n"
             "  - ~\n"
             "\n"
             "# end\n")
            .events ==
        "map 2:1\n"
        "  key 2:1-2:8 \"roadmap\"\n"
        "  map 3:3\n"
        "    key 3:3-3:5 \"id\"\n"
        "    plain 3:7-3:9 \"KI\"\n"
        "    key 4:3-4:8 \"goals\"\n"
        "    list 5:3\n"
        "      map 5:5\n"
        "        key 5:5-5:10 \"title\"\n"
        "        quoted 5:12-5:36 \"K\xC3\xBCnstliche Intelligenz\"\n"
        "        key 6:5-6:8 \"due\"\n"
        "        null 6:5-6:8\n"
        "      end map 6:9\n"
        "      null 7:3-7:4\n"
        "      null 8:5-8:6\n"
        "    end list 8:6\n"
        "  end map 8:6\n"
        "end map 8:6\n");
}

TEST_CASE("flow style gives its events with exact places") {
  CHECK(yaml("a: {b: 1, \"c\": [x, null, ], d: }  # comment\n"
             "e: [\n"
             "  1,  # one\n"
             "  f: 2\n"
             "]\n")
            .events ==
        "map 1:1\n"
        "  key 1:1-1:2 \"a\"\n"
        "  map 1:4\n"
        "    key 1:5-1:6 \"b\"\n"
        "    plain 1:8-1:9 \"1\"\n"
        "    key 1:11-1:14 \"c\"\n"
        "    list 1:16\n"
        "      plain 1:17-1:18 \"x\"\n"
        "      null 1:20-1:24\n"
        "    end list 1:27\n"
        "    key 1:29-1:30 \"d\"\n"
        "    null 1:29-1:30\n"
        "  end map 1:33\n"
        "  key 2:1-2:2 \"e\"\n"
        "  list 2:4\n"
        "    plain 3:3-3:4 \"1\"\n"
        "    map 4:3\n"
        "      key 4:3-4:4 \"f\"\n"
        "      plain 4:6-4:7 \"2\"\n"
        "    end map 4:7\n"
        "  end list 5:2\n"
        "end map 5:2\n");
}

TEST_CASE("the range of a plain scalar is its source text") {
  CHECK(pieces("a: x  # y\nb: 1,5 Mio. EUR\nc: http://x.org/#a\n") ==
        Texts{"a", "x", "b", "1,5 Mio. EUR", "c", "http://x.org/#a"});
  CHECK(pieces("- it's\n- 2028-Q4\n- -5\n- no\n") == Texts{"it's", "2028-Q4", "-5", "no"});
}

TEST_CASE("the range of a plain scalar of several lines reaches to its true end") {
  CHECK(pieces("a: one\n  two\n\n  three   # end\nb: 2\n") == Texts{"a", "one\n  two\n\n  three", "b", "2"});
  CHECK(pieces("a: one\r\n  two\r\nb: 2\r\n") == Texts{"a", "one\r\n  two", "b", "2"});
  CHECK(yaml("a: one\n  two\n\n  three\n").events.find("plain 1:4-4:8 \"one two\\nthree\"") != std::string::npos);
}

TEST_CASE("the range of a quoted scalar holds its quotes") {
  CHECK(pieces("\"a\" : \"say \\\"x\\\"\"\n'b': 'it''s'  # c\n") ==
        Texts{"\"a\"", "\"say \\\"x\\\"\"", "'b'", "'it''s'"});
  CHECK(pieces("a: \"over\n  two lines\"\nb: 1\n") == Texts{"a", "\"over\n  two lines\"", "b", "1"});
  CHECK(yaml("a: \"\\u00e4\\n\"\n").events.find("quoted 1:4-1:14 \"\xC3\xA4\\n\"") != std::string::npos);
}

TEST_CASE("the range of a block scalar ends with its last line of content") {
  CHECK(pieces("a: |\n  one\n    two\n\nb: 1\n") == Texts{"a", "|\n  one\n    two", "b", "1"});
  CHECK(pieces("a:\n  b: >-\n     one\n\n     two\n   # comment\n  c: 1\n") ==
        Texts{"a", "b", ">-\n     one\n\n     two", "c", "1"});
  CHECK(pieces("- |2\n    one\n   two\n- x\n") == Texts{"|2\n    one\n   two", "x"});
  CHECK(pieces("a: |\r\n  one\r\n\r\nb: 1\r\n") == Texts{"a", "|\r\n  one", "b", "1"});
  CHECK(pieces("a: |\nb: 1\n") == Texts{"a", "|", "b", "1"});
}

TEST_CASE("a written null is its own range, an empty value has that of its key or dash") {
  CHECK(pieces("a: ~\nb: null\nc:\n  Null\nd: NULL\n") == Texts{"a", "~", "b", "null", "c", "Null", "d", "NULL"});
  CHECK(pieces("a: # comment\n\n# more\nb:\n") == Texts{"a", "a", "b", "b"});
  CHECK(pieces("a:\n-\n- # c\nb: 1\n") == Texts{"a", "-", "-", "b", "1"});
  CHECK(pieces("a: {b: , c: null}\n") == Texts{"a", "b", "b", "c", "null"});
  CHECK(pieces("a: \"null\"\nb: nullable\n") == Texts{"a", "\"null\"", "b", "nullable"});
}

TEST_CASE("quoted and plain text are told apart") {
  CHECK(yaml("[no, \"no\", 'no']\n").events ==
        "list 1:1\n"
        "  plain 1:2-1:4 \"no\"\n"
        "  quoted 1:6-1:10 \"no\"\n"
        "  quoted 1:12-1:16 \"no\"\n"
        "end list 1:17\n");
}

TEST_CASE("tags of the core schema are understood") {
  CHECK(yaml("- !!str 5\n- !!int 5\n- ! 5\n- !!null ~\n- !!null\n- !<tag:yaml.org,2002:str> 5\n").events ==
        "list 1:1\n"
        "  quoted 1:9-1:10 \"5\"\n"
        "  plain 2:9-2:10 \"5\"\n"
        "  quoted 3:5-3:6 \"5\"\n"
        "  null 4:10-4:11\n"
        "  null 5:3-5:9\n"
        "  quoted 6:28-6:29 \"5\"\n"
        "end list 6:29\n");
  CHECK(yaml("a: !!map\n  b: !!seq\n  - 1\n").events ==
        "map 1:1\n"
        "  key 1:1-1:2 \"a\"\n"
        "  map 2:3\n"
        "    key 2:3-2:4 \"b\"\n"
        "    list 3:3\n"
        "      plain 3:5-3:6 \"1\"\n"
        "    end list 3:6\n"
        "  end map 3:6\n"
        "end map 3:6\n");
}

TEST_CASE("document markers, a directive and explicit keys are understood") {
  CHECK(pieces("%YAML 1.2\n---\na: 1\n...\n# end\n") == Texts{"a", "1"});
  CHECK(pieces("? a\n: b\n") == Texts{"a", "b"});
}

TEST_CASE("64 levels of nesting can be read") { CHECK(yaml(std::string(64, '[') + std::string(64, ']')).is_read); }

TEST_CASE("a quoted << is an ordinary key") { CHECK(pieces("\"<<\": 1\n") == Texts{"\"<<\"", "1"}); }
