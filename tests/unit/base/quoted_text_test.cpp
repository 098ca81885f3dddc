// Texts between quotes: every character that would break the line or the quotes is escaped.
#include "base/quoted_text.hpp"

#include <catch2/catch.hpp>

namespace roadlint {
namespace {

TEST_CASE("a quoted text has the escapes of rules") {
  CHECK(quoted_text("") == R"("")");
  CHECK(quoted_text("Künstliche Intelligenz") == R"("Künstliche Intelligenz")");
  CHECK(quoted_text("a \"b\" \\ c") == R"("a \"b\" \\ c")");
  CHECK(quoted_text("a\nb\tc") == R"("a\nb\tc")");
}

TEST_CASE("other control characters and invalid bytes are made visible") {
  CHECK(quoted_text("\x1b[2J\r") == R"("\x1b[2J\x0d")");
  CHECK(quoted_text("\xC2\x85") == R"("\x85")");
  CHECK(quoted_text("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
}

}  // namespace
}  // namespace roadlint
