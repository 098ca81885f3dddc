#include <catch2/catch.hpp>
#include <string>

#include "answers/yaml_text.hpp"
#include "gate/document.hpp"

using namespace roadlint;
using answers::yaml_text;

TEST_CASE("texts of others come back from YAML as they were") {
  for (const std::string& text :
       {std::string("plain"), std::string("- [x]: #y"), std::string("\"quoted\" \\ and 'so'"),
        std::string("two\nlines\tand a tab"), std::string("turned \u202Eround\u2066 and back\u2069"),
        std::string("line\u2028break \uFEFF \u0085"), std::string("bell \x07"), std::string(10'000, 'x')}) {
    CAPTURE(text);
    SourceFiles files;
    Diagnostics diagnostics;
    const auto node = gate::read_document(files, files.add("a.yaml", "key: " + yaml_text(text) + "\n"), diagnostics);
    REQUIRE(node.has_value());
    CHECK(node->entries.at(0).value.text == text);
  }
}

TEST_CASE("marks that turn lines around are seen in YAML") {
  CHECK(yaml_text("a\u202Eb") == "\"a\\u202eb\"");
  CHECK(yaml_text("").empty());
}
