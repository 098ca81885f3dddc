// JSON: events with exact places, and mistakes in plain words.
#include <catch2/catch.hpp>

#include "engine/load/json_mistake.hpp"
#include "tests/unit/engine/load_reading.hpp"

using roadlint::engine::is_json_number;
using roadlint::engine::testing::Format;
using roadlint::engine::testing::json;
using roadlint::engine::testing::pieces;
using roadlint::engine::testing::Reading;

namespace {

Reading refuse(std::string text) {
  Reading reading = json(std::move(text));
  CHECK_FALSE(reading.is_read);
  CHECK(reading.diagnostic_count == 1);
  return reading;
}

/// Code, place and marked text in one line.
std::string summary(std::string text) {
  const Reading reading = refuse(std::move(text));
  return reading.code + " " + reading.place + " " + reading.marked;
}

}  // namespace

TEST_CASE("a JSON document gives its events with exact places") {
  CHECK(json("{\"r\u00f6\": [1.50, true ,null,\n \"x\\ny\"], \"e\" : { } ,\n\"f\":[]}\n").events ==
        "map 1:1\n"
        "  key 1:2-1:6 \"r\u00f6\"\n"
        "  list 1:8\n"
        "    number 1:9-1:13 \"1.50\"\n"
        "    boolean 1:15-1:19 \"true\"\n"
        "    null 1:21-1:25\n"
        "    quoted 2:2-2:8 \"x\\ny\"\n"
        "  end list 2:9\n"
        "  key 2:11-2:14 \"e\"\n"
        "  map 2:17\n"
        "  end map 2:20\n"
        "  key 3:1-3:4 \"f\"\n"
        "  list 3:5\n"
        "  end list 3:7\n"
        "end map 3:8\n");
}

TEST_CASE("the range of every JSON token is its source text") {
  CHECK(pieces("{\"a\\u0062\" :  \"c \\\" d\"  , \"e\":-1.5e+3 ,\"f\": 123456789012345678901234567890 }",
               Format::json) == std::vector<std::string>{"\"a\\u0062\"", "\"c \\\" d\"", "\"e\"", "-1.5e+3", "\"f\"",
                                                         "123456789012345678901234567890"});
}

TEST_CASE("a JSON document can be one scalar") {
  CHECK(json(" \"x\" ").events == "quoted 1:2-1:5 \"x\"\n");
  CHECK(json("12").events == "number 1:1-1:3 \"12\"\n");
  CHECK(json("true").events == "boolean 1:1-1:5 \"true\"\n");
  CHECK(refuse("null").code == "data-empty");
}

TEST_CASE("JSON numbers follow the grammar of JSON") {
  for (const std::string_view number : {"0", "-0", "10", "0.5", "-1.25", "1e5", "1E-5", "2.0e+10"}) {
    CHECK(is_json_number(number));
  }
  for (const std::string_view other : {"", "-", "01", "+1", ".5", "1.", "1e", "1e+", "1,5", "0x10", "1.5.2", "NaN"}) {
    CHECK_FALSE(is_json_number(other));
  }
}

TEST_CASE("what is no JSON value is marked as a whole") {
  CHECK(summary("{\"a\": tru}") == "data-syntax 1:7-1:10 tru");
  CHECK(refuse("{\"a\": tru}").help == "write `true`");
  CHECK(refuse("{\"a\": False}").help == "write `false`");
  CHECK(refuse("{\"a\": None}").help == "write `null`");
  CHECK(summary("{\"a\": 01}") == "data-syntax 1:7-1:9 01");
  CHECK(summary("{\"a\": 4.000.000}") == "data-syntax 1:7-1:16 4.000.000");
  CHECK(summary("{\"a\": 'b'}") == "data-syntax 1:7-1:10 'b'");
  CHECK(summary("tru") == "data-syntax 1:1-1:4 tru");
}

TEST_CASE("commas, colons and brackets of JSON are checked") {
  CHECK(summary("[1, 2,]") == "data-syntax 1:6-1:7 ,");
  CHECK(summary("{\"a\": 1,\n}") == "data-syntax 1:8-1:9 ,");
  CHECK(refuse("[1,]").message == "found a comma before the closing `]`");
  CHECK(summary("[1,,2]") == "data-syntax 1:4-1:5 ,");
  CHECK(refuse("[1 2]").message == "found `2`, expected `,` or `]`");
  CHECK(summary("[1 2]") == "data-syntax 1:4-1:5 2");
  CHECK(summary("{\"a\" 1}") == "data-missing-colon 1:2-1:5 \"a\"");
  CHECK(summary("{a: 1}") == "data-syntax 1:2-1:3 a");
  CHECK(refuse("{a: 1}").help == "write `\"a\"`");
  CHECK(summary("{\"a\": [1, 2") == "data-syntax 1:7-1:8 [");
  CHECK(refuse("{\"a\": [1, 2").message == "`[` is never closed");
  CHECK(refuse("{\"a\": [1, 2}").label == "opened here 1:7");
  CHECK(summary("{\"a\": }") == "data-syntax 1:7-1:8 }");
}

TEST_CASE("text behind a JSON document is refused") {
  CHECK(summary("{} x y\n") == "data-trailing 1:4-1:7 x y");
  CHECK(summary("{}\n{}\n") == "data-trailing 2:1-2:3 {}");
  CHECK(summary("{}}") == "data-trailing 1:3-1:4 }");
  CHECK(summary("12 13") == "data-trailing 1:4-1:6 13");
}

TEST_CASE("comments and broken strings of JSON are explained") {
  CHECK(summary("{\"a\": 1, // c\n\"b\": 2}") == "data-syntax 1:10-1:14 // c");
  CHECK(refuse("# c\n{}").message == "found a comment, which JSON does not know");
  CHECK(summary("{\"a\": \"b\n\"}") == "data-open-quote 1:7-1:9 \"b");
  CHECK(refuse("{\"a\": \"b\n\"}").message == "the quoted text does not end on its line");
  CHECK(summary("{\"a\": \"b\tc\"}") == "data-syntax 1:9-1:10 \t");
  CHECK(summary("{\"a\": \"bc}") == "data-open-quote 1:7-1:11 \"bc}");
  CHECK(summary("{\"a\": \"C:\\qx\"}") == "data-syntax 1:10-1:12 \\q");
  CHECK(summary("{\"a\": \"\\ud800\"}") == "data-syntax 1:8-1:14 \\ud800");
  CHECK(summary("{\"a\": \"\\u12\"}").starts_with("data-syntax 1:8-"));
  CHECK(json("[\"\\ud83d\\ude00\"]").is_read);
  CHECK(summary("\xEF\xBB\xBF{\"a\": x}") == "data-syntax 1:8-1:9 x");
}

TEST_CASE("a JSON key that stands twice is found by its meaning") {
  const Reading reading = refuse("{\"ab\": 1, \"a\\u0062\": 2}");
  CHECK(reading.code == "data-duplicate-key");
  CHECK(reading.marked == "\"a\\u0062\"");
  CHECK(reading.label == "first written here 1:2");
}

TEST_CASE("JSON nested too deeply is refused, closed or not") {
  CHECK(json(std::string(64, '[') + std::string(64, ']')).is_read);
  CHECK(summary(std::string(65, '[') + std::string(65, ']')) == "data-nesting 1:65-1:66 [");
  CHECK(summary(std::string(100'000, '[')) == "data-nesting 1:65-1:66 [");
}
