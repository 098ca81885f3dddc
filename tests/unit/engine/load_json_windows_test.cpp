// JSON read window by window gives the events of the whole document, or nothing is said and the plain way speaks.
#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/engine/load_reading.hpp"

namespace roadlint::engine {
namespace {

/// The events of a document read in windows; "not read" when that way cannot.
std::string windows(const std::string& text) {
  SourceFiles files;
  const FileId file = files.add("data", text);
  PrintEvents printer(files.file(file));
  return read_json_windows(files, file, printer) ? printer.text() : "not read";
}

/// A list with elements whose texts look like ends of elements, in about `bytes` bytes.
std::string misleading_list(std::size_t bytes, const std::string& separator) {
  std::string list;
  for (int number = 0; list.size() < bytes; ++number) {
    list += list.empty() ? "" : "," + separator;
    list += R"({"id":)" + std::to_string(number) + R"(,"text":"}],\"[{ä\\","in":[{"a":[]},{"b":{"c":null}}]})";
  }
  return "[" + separator + list + separator + "]";
}

TEST_CASE("a document of many windows has the events of the whole", "[load]") {
  for (const std::string separator : {"", "\n", "\r\n  "}) {
    const std::string list = misleading_list(700'000, separator);
    const std::string text =
        R"({"first":)" + list + R"( , "none":[],"one":{"x":[1,true]},"format":"de","last":)" + list + "}\n";
    const auto whole = testing::json(text);
    REQUIRE(whole.is_read);
    CHECK((windows(text) == whole.events));
  }
}

TEST_CASE("an element or a value larger than a window is read as a whole", "[load]") {
  const std::string list = misleading_list(600'000, "");
  for (const std::string& text : {R"({"a":[{"b":)" + list + R"(},{"c":1}]})", R"({"a":{"b":)" + list + R"(},"c":2})"}) {
    const auto whole = testing::json(text);
    REQUIRE(whole.is_read);
    CHECK((windows(text) == whole.events));
  }
}

TEST_CASE("what is not plainly a map of lists and values is left to the plain way", "[load]") {
  const std::string list = misleading_list(300'000, "\n");
  CHECK(windows("[1]") == "not read");
  CHECK(windows("") == "not read");
  CHECK(windows(R"({"a":1,"a":2})") == "not read");
  CHECK(windows(R"({"a":[{"b":1},]})") == "not read");
  CHECK(windows(R"({"a":[{"b":1} {"b":1}]})") == "not read");
  CHECK(windows(R"({"a":[{"b":1}]} x)") == "not read");
  CHECK(windows("{\"a\":[{\"b\":1}]\r }") == "not read");
  CHECK(windows("{\"a\":[{\"b\":\r1}]}") == "not read");
  CHECK(windows("{\"a\":[{\"b\":\"\xFF\"}]}") == "not read");
  CHECK((windows(R"({"a":)" + list + R"(,"b":[{"c":1])") == "not read"));
  CHECK((windows(R"({"a":)" + list.substr(0, list.size() - 3) + "]}") == "not read"));
  CHECK((windows(R"({"a":)" + list.substr(0, list.size() - 3) + "]]}") == "not read"));
}

}  // namespace
}  // namespace roadlint::engine
