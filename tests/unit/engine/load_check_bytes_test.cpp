// The check of the raw bytes: what is no text, in which order it is noticed, and where.
#include <catch2/catch.hpp>

#include "tests/unit/engine/load_reading.hpp"

using roadlint::engine::testing::json;
using roadlint::engine::testing::Reading;
using roadlint::engine::testing::yaml;

namespace {

Reading check(std::string bytes) {
  Reading reading = yaml(std::move(bytes));
  CHECK_FALSE(reading.is_read);
  CHECK(reading.diagnostic_count == 1);
  CHECK(reading.events.empty());
  return reading;
}

}  // namespace

TEST_CASE("a file with nothing but white space is empty") {
  CHECK(check("").code == "data-empty");
  CHECK(check(" \t\r\n\n").code == "data-empty");
  CHECK(check("\xEF\xBB\xBF\n").code == "data-empty");
  CHECK(check("").message == "the file is empty");
}

TEST_CASE("UTF-16 and UTF-32 are named, with and without byte order mark") {
  using namespace std::string_literals;
  CHECK(check("\xFF\xFE"s + "a\0:\0"s).message == "the file is UTF-16, expected UTF-8");
  CHECK(check("\xFE\xFF"s + "\0a\0:"s).message == "the file is UTF-16, expected UTF-8");
  CHECK(check("a\0:\0 \0"s).message == "the file is UTF-16, expected UTF-8");
  CHECK(check("\0a\0:"s).message == "the file is UTF-16, expected UTF-8");
  CHECK(check("\xFF\xFE\0\0"s + "a\0\0\0"s).message == "the file is UTF-32, expected UTF-8");
  CHECK(check("\0\0\0a\0\0\0:"s).message == "the file is UTF-32, expected UTF-8");
  CHECK(check("a\0:\0 \0"s).code == "data-encoding");
}

TEST_CASE("NUL and other control characters are no text") {
  using namespace std::string_literals;
  const Reading nul = check("a: 1\nb: x\0y\n"s);
  CHECK(nul.code == "data-binary");
  CHECK(nul.place == "2:5-2:6");
  CHECK(nul.message == "found a NUL byte, expected text");
  const Reading escape = check("a: \x1B[31m\n");
  CHECK(escape.code == "data-binary");
  CHECK(escape.place == "1:4-1:5");
  CHECK(escape.message == "found the control character 0x1B, expected text");
}

TEST_CASE("a control character far behind the beginning is found") {
  std::string bytes(10'000, 'a');
  bytes[9'000] = '\x01';
  CHECK(check(bytes).place == "1:9001-1:9002");
}

TEST_CASE("an image is called binary although its first byte is no UTF-8 either") {
  using namespace std::string_literals;
  CHECK(check("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).code == "data-binary");
}

TEST_CASE("the first byte that is not UTF-8 is named") {
  const Reading reading = check(
      "title: Gr\xC3\xBC\xDF"
      "e\n");
  CHECK(reading.code == "data-encoding");
  CHECK(reading.place == "1:11-1:12");
  CHECK(reading.message == "the byte 0xDF is not valid UTF-8");
  CHECK(reading.note == "in Latin-1 and Windows-1252 this byte is `\xC3\x9F`");
  CHECK(reading.help == "save the file as UTF-8");
}

TEST_CASE("a lone carriage return is refused, Windows line ends are not") {
  const Reading reading = check("a: 1\rb: 2\n");
  CHECK(reading.code == "data-line-break");
  CHECK(reading.place == "1:5-1:6");
  CHECK(check("a: 1\r").place == "1:5-1:6");
  CHECK(yaml("a: 1\r\nb: 2\r\n").is_read);
}

TEST_CASE("a UTF-8 byte order mark is passed over by both readers") {
  CHECK(yaml("\xEF\xBB\xBF"
             "a: x\n")
            .events ==
        "map 1:2\n"
        "  key 1:2-1:3 \"a\"\n"
        "  plain 1:5-1:6 \"x\"\n"
        "end map 1:6\n");
  CHECK(json("\xEF\xBB\xBF{\"a\": 1}").events ==
        "map 1:2\n"
        "  key 1:3-1:6 \"a\"\n"
        "  number 1:8-1:9 \"1\"\n"
        "end map 1:10\n");
}
