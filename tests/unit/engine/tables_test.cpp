// The parts that tables are made of: texts, places, ids.
#include "engine/tables.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace roadlint;
using namespace roadlint::engine;

TEST_CASE("each different text has one number, dense from 0", "[tables]") {
  TextPool pool;
  const std::string long_text(100'000, 'x');
  CHECK(pool.intern("a") == 0);
  CHECK(pool.intern("") == 1);
  CHECK(pool.intern(long_text) == 2);
  CHECK(pool.intern("a") == 0);
  CHECK(pool.intern(std::string_view("a\0b", 3)) == 3);
  CHECK(pool.size() == 4);
  CHECK(pool.text(1).empty());
  CHECK(pool.text(2) == long_text);
  CHECK(pool.find("b") == dsl::no_id);
  CHECK(pool.find(long_text) == 2);
}

TEST_CASE("many texts are found again", "[tables]") {
  TextPool pool;
  for (int number = 0; number < 50'000; ++number) pool.intern("text " + std::to_string(number));
  for (int number = 0; number < 50'000; ++number) {
    REQUIRE(pool.find("text " + std::to_string(number)) == static_cast<TextId>(number));
  }
}

TEST_CASE("the texts of another pool get numbers of this one", "[tables]") {
  TextPool pool;
  TextPool other;
  for (int number = 0; number < 3000; ++number) pool.intern(std::to_string(number));
  for (int number = 5999; number >= 1000; --number) other.intern(std::to_string(number));
  const std::vector<TextId> ids = pool.absorb(std::move(other));
  REQUIRE(ids.size() == 5000);
  CHECK(ids[0] == 3000);
  CHECK(ids[2999] == 5999);
  CHECK(ids[3000] == 2999);
  CHECK(pool.size() == 6000);
  for (int number = 1000; number < 6000; ++number) {
    REQUIRE(pool.text(ids[static_cast<std::size_t>(5999 - number)]) == std::to_string(number));
  }
  CHECK(pool.intern("a new one") == 6000);
  CHECK(pool.text(6000) == "a new one");
}

TEST_CASE("places near the record's beginning and far from it come back as given", "[tables]") {
  CellPlaces places;
  places.resize(4);
  places.set(0, {1010, 1020}, 1000);
  places.set(1, {1000, 1000 + 4096}, 1000);
  places.set(2, {3'000'000, 3'000'001}, 1000);
  CHECK(places.get(0, 1000) == ByteRange{1010, 1020});
  CHECK(places.get(1, 1000) == ByteRange{1000, 5096});
  CHECK(places.get(2, 1000) == ByteRange{3'000'000, 3'000'001});
  CHECK(places.get(3, 1000) == ByteRange{1000, 1000});
  CellPlaces more;
  more.resize(2);
  more.set(1, {9'000'000, 9'000'009}, 0);
  places.append(more);
  CHECK(places.get(5, 0) == ByteRange{9'000'000, 9'000'009});
  places.resize(2);
  places.resize(3);
  CHECK(places.get(1, 1000) == ByteRange{1000, 5096});
  CHECK(places.get(2, 1000) == ByteRange{1000, 1000});
}

TEST_CASE("rows are found by id, whether ids lie together or apart", "[tables]") {
  for (const TextId step : {1U, 1'000'000U}) {
    std::vector<IdIndex::Entry> entries;
    for (Row row = 0; row < 100; ++row) entries.push_back({row * step + 7, row});
    entries.push_back({50 * step + 7, 100});
    entries.push_back({3 * step + 7, 101});
    entries.push_back({50 * step + 7, 102});
    IdIndex index;
    index.build(entries);
    CHECK(index.size() == 100);
    CHECK(index.rows_with_id(6).empty());
    CHECK(index.rows_with_id(100 * step + 7).empty());
    CHECK(index.code(99 * step + 7) == 99);
    CHECK(index.code(0) == dsl::no_id);
    const auto rows = index.rows_with_id(50 * step + 7);
    CHECK(std::vector<Row>(rows.begin(), rows.end()) == std::vector<Row>{50, 100, 102});
    const auto pair = index.rows_with_id(3 * step + 7);
    CHECK(std::vector<Row>(pair.begin(), pair.end()) == std::vector<Row>{3, 101});
  }
}
