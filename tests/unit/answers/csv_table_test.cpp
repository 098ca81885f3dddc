#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "answers/csv_table.hpp"

using namespace roadlint;

namespace {

using Texts = std::vector<std::vector<std::string>>;

/// Here any row of several cells.
bool is_header(const answers::Row& row) { return row.cells.size() > 1; }

struct Csv {
  SourceFiles files;
  Diagnostics diagnostics;
  answers::Table table;

  explicit Csv(std::string text) {
    table = answers::read_csv_table("list.csv", std::move(text), is_header, files, diagnostics);
  }

  [[nodiscard]] Texts texts() const {
    Texts texts;
    for (const answers::Row& row : table.rows) {
      texts.emplace_back();
      for (const answers::Cell& cell : row.cells) texts.back().push_back(cell.text);
    }
    return texts;
  }
};

}  // namespace

TEST_CASE("CSV is read with any separator and any line end") {
  const Texts expected = {{"a", "b"}, {"1", "2"}};
  CHECK(Csv("a,b\r\n1,2\r\n").texts() == expected);
  CHECK(Csv("a;b\n1;2").texts() == expected);
  CHECK(Csv("a\tb\r1\t2\r").texts() == expected);
  CHECK(Csv("\xEF\xBB\xBF"
            "a;b\n1;2\n")
            .texts() == expected);
  CHECK(Csv("sep=;\ra;b\r1;2\r").texts() == Texts{{"sep=", ""}, {"a", "b"}, {"1", "2"}});
}

TEST_CASE("quoted cells of CSV hold separators, quotes and line breaks") {
  CHECK(Csv("a,\"b,\"\"c\"\"\r\nd\"\r\n,\r\n").texts() == Texts{{"a", "b,\"c\"\r\nd"}, {"", ""}});
  // More semicolons than commas, but in quotes.
  CHECK(Csv("a,\"1;2;3;4\"\n").texts() == Texts{{"a", "1;2;3;4"}});
}

TEST_CASE("the apostrophe before what looks like a formula goes") {
  CHECK(Csv("'=1+1,'-,'quoted',''\n").texts() == Texts{{"=1+1", "-", "'quoted'", "''"}});
}

TEST_CASE("CSV in Windows-1252 is read, and that is said") {
  const Csv csv("M\xFCller,\x84so\x93,5 \x80\n");
  CHECK(csv.texts() == Texts{{"Müller", "„so“", "5 €"}});
  REQUIRE(csv.diagnostics.entries().size() == 1);
  CHECK(csv.diagnostics.entries().front().code == "answers-encoding");
  CHECK_FALSE(csv.diagnostics.has_errors());
}

TEST_CASE("cells of CSV know their place") {
  const Csv csv("a,b\n\"x\",yy\n");
  const Location place = csv.files.locate(csv.table.rows[1].cells[1].span);
  CHECK(place.file == "list.csv");
  CHECK(place.line == 2);
  CHECK(place.column == 5);
  CHECK(place.end_column == 7);
}
