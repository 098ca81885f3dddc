// Waivers in comments: where they are recognised, what they say, and what they stand at.
#include <catch2/catch.hpp>

#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

struct Read {
  SourceFiles files;
  Diagnostics mistakes;
  std::vector<PlacedWaiver> waivers;

  explicit Read(std::string text, const std::string& name = "a.yaml") {
    waivers = read_waiver_comments(files, files.add(name, std::move(text)), mistakes);
  }
  /// The value that the only waiver is about; "" when there is none.
  [[nodiscard]] std::string_view value() const {
    return waivers.size() == 1 ? files.text(waivers.front().value) : std::string_view();
  }
};

const std::string comment = "# roadlint: waive a-rule until 2026-12-31 because of x\n";

TEST_CASE("a comment on its own line is about the next value", "[gate]") {
  CHECK(Read("a: 1\n" + comment + "bcd: 2\n").value() == "bcd");
  CHECK(Read("a:\n  " + comment + "  # another comment\n\n  - id: X\n").value() == "id");
}

TEST_CASE("a comment behind data is about the value before it", "[gate]") {
  CHECK(Read("a: one two  " + comment + "b: 2\n").value() == "one two");
  CHECK(Read("- {id: X, title: Y}  " + comment).value() == "Y");
}

TEST_CASE("what looks like a comment inside of a value is none", "[gate]") {
  CHECK(Read("a: \"x # roadlint: waive r until 2026-12-31 because\"\n").waivers.empty());
  CHECK(Read("a: |\n  text\n  " + comment + "b: 1\n").waivers.empty());
  CHECK(Read("a: x# roadlint: waive r until 2026-12-31 because\n").waivers.empty());
  CHECK(Read("{\"a\": \""
             "# roadlint: waive\"}",
             "a.json")
            .waivers.empty());
}

TEST_CASE("a comment has the clauses that it names, in any order", "[gate]") {
  const Read read(
      "# roadlint: waive a-rule, b-rule by Federal Ministry on 2026-11-01 see letter 7 until 2026-12-31 because it is "
      "so\n"
      "a: 1\n");
  REQUIRE(read.waivers.size() == 2);
  const engine::Waiver& waiver = read.waivers[1].waiver;
  CHECK(waiver.rule == "b-rule");
  CHECK(waiver.approver == "Federal Ministry");
  CHECK(waiver.date == "2026-11-01");
  CHECK(waiver.reference == "letter 7");
  CHECK(waiver.expires == "2026-12-31");
  CHECK(waiver.reason == "it is so");
  CHECK(waiver.is_comment);
}

TEST_CASE("a comment at the end of the file is about nothing", "[gate]") {
  const Read read("a: 1\n" + comment);
  REQUIRE(read.waivers.size() == 1);
  CHECK(!read.waivers.front().value.is_known());
}

TEST_CASE("line breaks of Windows and a byte order mark change nothing", "[gate]") {
  const Read read(
      "\xEF\xBB\xBF"
      "a: 1\r\n# roadlint: waive r until 2026-12-31 because of x\r\nbcd: 2\r\n");
  CHECK(read.value() == "bcd");
  REQUIRE(read.waivers.size() == 1);
  CHECK(read.waivers.front().waiver.reason == "of x");
}

}  // namespace
}  // namespace roadlint::gate
