// YAML that cannot be read: one diagnostic, its code, and the caret where a person would put it.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "tests/unit/engine/load_reading.hpp"

using roadlint::engine::testing::json;
using roadlint::engine::testing::Reading;
using roadlint::engine::testing::yaml;

namespace {

Reading refuse(std::string text) {
  Reading reading = yaml(std::move(text));
  CHECK_FALSE(reading.is_read);
  CHECK(reading.diagnostic_count == 1);
  return reading;
}

/// Code, place and marked text in one line.
std::string summary(std::string text) {
  const Reading reading = refuse(std::move(text));
  return reading.code + " " + reading.place + " " + reading.marked;
}

std::string summary_of_file(const std::string& name) {
  std::ifstream stream("tests/golden/data/" + name, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const Reading reading = name.ends_with(".json") ? json(bytes.str()) : yaml(bytes.str());
  CHECK_FALSE(reading.is_read);
  CHECK(reading.diagnostic_count == 1);
  return reading.code + " " + reading.place;
}

}  // namespace

TEST_CASE("each bad file of the golden data has its code and place") {
  CHECK(summary_of_file("tab-indentation/bad.yaml") == "data-tab 6:1-6:2");
  CHECK(summary_of_file("missing-colon-in-the-middle/bad.yaml") == "data-missing-colon 4:3-4:12");
  CHECK(summary_of_file("missing-colon-on-the-last-line/bad.yaml") == "data-missing-colon 4:3-4:12");
  CHECK(summary_of_file("open-double-quote/bad.yaml") == "data-open-quote 3:10-3:27");
  CHECK(summary_of_file("open-single-quote/bad.yaml") == "data-open-quote 3:10-3:27");
  CHECK(summary_of_file("duplicate-key/bad.yaml") == "data-duplicate-key 5:3-5:8");
  CHECK(summary_of_file("alias-bomb/bad.yaml") == "data-alias 1:5-1:8");
  CHECK(summary_of_file("alias-cycle/bad.yaml") == "data-alias 4:10-4:16");
  CHECK(summary_of_file("merge-key/bad.yaml") == "data-alias 6:7-6:9");
  CHECK(summary_of_file("unknown-tag/bad.yaml") == "data-tag 4:10-4:15");
  CHECK(summary_of_file("two-documents/bad.yaml") == "data-several-documents 4:1-4:4");
  CHECK(summary_of_file("utf-16-little-endian/bad.yaml") == "data-encoding 1:1-1:1");
  CHECK(summary_of_file("invalid-utf-8/bad.yaml") == "data-encoding 3:17-3:18");
  CHECK(summary_of_file("nul-byte/bad.yaml") == "data-binary 2:10-2:11");
  CHECK(summary_of_file("png-image/bad.yaml") == "data-binary 2:1-2:2");
  CHECK(summary_of_file("empty/bad.yaml") == "data-empty 1:1-1:1");
  CHECK(summary_of_file("only-comments/bad.yaml") == "data-empty 1:1-1:1");
  CHECK(summary_of_file("trailing-text-in-json/bad.json") == "data-trailing 2:1-2:4");
  CHECK(summary_of_file("misspelt-literal-in-json/bad.json") == "data-syntax 1:43-1:46");
  CHECK(summary_of_file("duplicate-key-in-json/bad.json") == "data-duplicate-key 5:5-5:9");
  CHECK(summary_of_file("unclosed-bracket-in-json/bad.json") == "data-syntax 6:3-6:4");
  CHECK(summary_of_file("unclosed-object-in-json/bad.json") == "data-syntax 2:14-2:15");
}

TEST_CASE("a missing colon is marked at its key") {
  CHECK(summary("a: 1\nb\nc: 2\n") == "data-missing-colon 2:1-2:2 b");
  CHECK(summary("a: 1\nb") == "data-missing-colon 2:1-2:2 b");
  CHECK(summary("x:\n  a: 1\n  b\ny: 2\n") == "data-missing-colon 3:3-3:4 b");
  CHECK(summary("title Foo\nb: 1\n") == "data-missing-colon 1:1-1:6 title");
  CHECK(summary("a:\n  b\n  c: 1\n") == "data-missing-colon 2:3-2:4 b");
  CHECK(summary("a:\n- id: 1\n  title\n- id: 2\n") == "data-missing-colon 3:3-3:8 title");
  CHECK(summary("a: {b, c: 1}\n") == "data-missing-colon 1:5-1:6 b");
  CHECK(summary("a: 1\n\"b\"\n") == "data-missing-colon 2:1-2:4 \"b\"");
}

TEST_CASE("the remedy for a missing colon is what to write") {
  CHECK(refuse("a: 1\ntitle Foo bar\nb: 2\n").help ==
        "write `title: Foo bar`, or indent the line if it continues the text above");
  const Reading glued = refuse("a:1\nb: 2\n");
  CHECK(glued.message == "the colon of `a` has no space behind it");
  CHECK(glued.help == "write `a: 1`");
  CHECK(glued.marked == "a:");
}

TEST_CASE("an open quote is marked where it begins, not where the parser gives up") {
  CHECK(summary("a: \"abc\nb: 1\n") == "data-open-quote 1:4-1:8 \"abc");
  CHECK(summary("a: 'abc\nb: 1\n") == "data-open-quote 1:4-1:8 'abc");
  CHECK(summary("a: \"abc\nb: \"def\"\nc: 1\n") == "data-open-quote 1:4-1:8 \"abc");
  CHECK(summary("a: \"x\ny: \"\nz: 1\n") == "data-open-quote 1:4-1:6 \"x");
  CHECK(summary("a:\n- id: 1\n  t: \"foo\n- id: 2\n") == "data-open-quote 3:6-3:10 \"foo");
  CHECK(summary("a: [x, \"y]\nb: \"z\"") == "data-open-quote 1:8-1:11 \"y]");
  CHECK(summary("a: \"x\\") == "data-open-quote 1:4-1:7 \"x\\");
  CHECK(refuse("a: \"abc\nb: \"def\"\n").label == "it runs on into this line 2:1");
}

TEST_CASE("a tab as indentation is marked, also where the parser accepts it") {
  CHECK(summary("a:\n\tb: 1\n") == "data-tab 2:1-2:2 \t");
  CHECK(summary("a:\n\tb\n") == "data-tab 2:1-2:2 \t");
  CHECK(summary("a:\n - x\n\t- y\n") == "data-tab 3:1-3:2 \t");
  CHECK(summary("a: foo\n\tbar\nb: 1\n") == "data-tab 2:1-2:2 \t");
  CHECK(summary("a: |\n\tfoo\n") == "data-tab 2:1-2:2 \t");
  CHECK(refuse("a:\n\tb: 1\n").help == "indent with spaces");
  CHECK(yaml("a:\t1\nb: [\n\t2 ]\n").is_read);
}

TEST_CASE("a key that stands twice is marked at the second place, with a label at the first") {
  const Reading reading = refuse("a: 1\nb: 2\n\"a\": 3\n");
  CHECK(reading.code == "data-duplicate-key");
  CHECK(reading.marked == "\"a\"");
  CHECK(reading.label == "first written here 1:1");
  CHECK(yaml("a: {x: 1}\nb: {x: 1}\nx: 1\n").is_read);
}

TEST_CASE("a key is found twice among many") {
  std::string text;
  for (int number = 0; number < 100; ++number) text += "key" + std::to_string(number) + ": 1\n";
  CHECK(yaml(text).is_read);
  CHECK(summary(text + "key3: 1\n") == "data-duplicate-key 101:1-101:5 key3");
  CHECK(summary(text + "key77: 1\n") == "data-duplicate-key 101:1-101:6 key77");
}

TEST_CASE("anchors, aliases and merge keys are refused") {
  CHECK(summary("a: &x 1\n") == "data-alias 1:4-1:6 &x");
  CHECK(summary("a: !!str &x b\n") == "data-alias 1:10-1:12 &x");
  CHECK(summary("&x a: 1\n") == "data-alias 1:1-1:3 &x");
  CHECK(summary("a: *x\n") == "data-alias 1:4-1:6 *x");
  CHECK(summary("a: & b\n") == "data-alias 1:4-1:5 &");
  CHECK(summary("<<: {a: 1}\n") == "data-alias 1:1-1:3 <<");
}

TEST_CASE("unknown tags, and tags that do not fit, are refused") {
  CHECK(summary("a: !foo\n") == "data-tag 1:4-1:8 !foo");
  CHECK(summary("a: !!timestamp 2028-01-01\n") == "data-tag 1:4-1:15 !!timestamp");
  CHECK(summary("a: !foo [1]\n") == "data-tag 1:4-1:8 !foo");
  CHECK(summary("a: !!seq\n  b: 1\n") == "data-tag 1:4-1:9 !!seq");
  CHECK(summary("a: !!null 5\n") == "data-tag 1:4-1:10 !!null");
}

TEST_CASE("keys that are no text are refused") {
  CHECK(summary("? [a]\n: b\n") == "data-key 1:3-1:4 [");
  CHECK(summary("a: {{ x }}\n") == "data-key 1:5-1:6 {");
  CHECK(summary("~: 1\n") == "data-key 1:1-1:2 ~");
  CHECK(summary("a:\nnull: 1\n") == "data-key 2:1-2:5 null");
  CHECK(summary(": 1\n") == "data-key 1:1-1:2 :");
}

TEST_CASE("a second document is refused, even an empty one") {
  CHECK(summary("a: 1\n---\n") == "data-several-documents 2:1-2:4 ---");
  CHECK(summary("a: 1\n...\nb: 2\n") == "data-several-documents 3:1-3:3 b:");
  CHECK(summary("---\n---\n") == "data-several-documents 2:1-2:4 ---");
}

TEST_CASE("a document without data is empty") {
  CHECK(refuse("# only\n# comments\n").code == "data-empty");
  CHECK(refuse("---\n").code == "data-empty");
  CHECK(refuse("~\n").code == "data-empty");
  CHECK(refuse("# only\n").message == "the file holds no data");
}

TEST_CASE("too deep nesting is refused at the first level over the limit, whatever its form") {
  CHECK(summary(std::string(65, '[') + std::string(65, ']')) == "data-nesting 1:65-1:66 [");
  CHECK(summary(std::string(100'000, '[')) == "data-nesting 1:65-1:66 [");
  std::string maps;
  std::string blocks;
  std::string dashes;
  for (int level = 0; level < 1'000; ++level) {
    maps += "{a: ";
    blocks += std::string(static_cast<std::size_t>(level), ' ') + "a:\n";
    dashes += "- ";
  }
  CHECK(summary(maps) == "data-nesting 1:257-1:258 {");
  CHECK(summary(blocks) == "data-nesting 65:65-65:66 a");
  CHECK(summary(dashes) == "data-nesting 1:129-1:130 -");
}

TEST_CASE("brackets that are not closed are marked where they open") {
  CHECK(summary("a: {b: c\nd: 1\n") == "data-syntax 1:4-1:5 {");
  CHECK(summary("[1, 2\n") == "data-syntax 1:1-1:2 [");
  CHECK(summary("[[1, 2\n") == "data-syntax 1:2-1:3 [");
  const Reading mismatch = refuse("a: [1, 2}\n");
  CHECK(mismatch.message == "found `}`, expected `]`");
  CHECK(mismatch.place == "1:9-1:10");
  CHECK(mismatch.label == "opened here 1:4");
  CHECK(refuse("a: ]\n").message == "found `]`, but no bracket is open");
}

TEST_CASE("entries in brackets need commas, and commas need entries") {
  const Reading reading = refuse("a: {b: 1\nc: 2}\n");
  CHECK(reading.place == "2:1-2:3");
  CHECK(reading.message == "found `c:`, expected `,` or `}`");
  CHECK(reading.label == "opened here 1:4");
  CHECK(refuse("a: [1,,2]\n").message == "found nothing before `,`, expected an entry");
  CHECK(summary("a: [1,,2]\n") == "data-syntax 1:7-1:8 ,");
}

TEST_CASE("text that needs quotes is marked, with that advice") {
  CHECK(summary("a: b: c\n") == "data-syntax 1:5-1:6 :");
  CHECK(refuse("a: b: c\n").message == "found a second `:` on this line, expected text");
  CHECK(refuse("a: b: c\n").help == "put the text in quotes");
  CHECK(refuse("a: @b\n").message == "a text without quotes cannot begin with `@`");
  CHECK(refuse("a: [%b]\n").message == "a text without quotes cannot begin with `%`");
  CHECK(summary("a: > 50 %\n") == "data-syntax 1:4-1:10 > 50 %");
  CHECK(summary("a: >5\nb: 1\n") == "data-syntax 1:4-1:6 >5");
  CHECK(summary("a: \"b\" c\n") == "data-syntax 1:8-1:9 c");
  CHECK(refuse("a: 'it's'\n").help == "put the whole text in quotes and write `''` for an apostrophe in it");
  CHECK(summary("a: - b\n") == "data-syntax 1:4-1:5 -");
}

TEST_CASE("an unknown escape is marked from its backslash") {
  CHECK(summary("a: \"C:\\qx\"\n") == "data-syntax 1:7-1:9 \\q");
  CHECK(refuse("a: \"C:\\qx\"\n").message == "`\\q` is no escape that double quotes know");
  CHECK(summary("a: \"\\xZZ\"\n").starts_with("data-syntax 1:5-"));
}

TEST_CASE("a line with the wrong indentation is marked at its first word") {
  CHECK(summary("a:\n   b: 1\n  c: 2\n") == "data-syntax 3:3-3:5 c:");
  CHECK(summary("a: foo\n  b: bar\n") == "data-syntax 2:3-2:5 b:");
  CHECK(summary("a: \"x\"\n  b: 1\n") == "data-syntax 2:3-2:5 b:");
  CHECK(refuse("a: foo\n  b: bar\n").message == "the indentation of this line fits nothing above it");
  CHECK(refuse("a: 1\n- b\n").message == "found a list entry, expected a key");
  CHECK(refuse("- a\nb: 1\n").message == "found `b: 1` behind the end of the document");
}

TEST_CASE("long and multi-line input is quoted in short") {
  const Reading reading = refuse("a: 1\n---\n" + std::string(5, 'b'));
  CHECK(reading.message == "a second document begins here, expected one");
  CHECK(refuse("- a\n" + std::string(60, 'b') + "\n").message ==
        "found `" + std::string(40, 'b') + "...` behind the end of the document");
}
