// Word files: what counts as an entry, where it stands, and what is refused.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/source_text.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl {
namespace {

using Lines = std::vector<std::string>;

/// A word file that was read.
struct WordFile {
  SourceFiles files;
  Diagnostics diagnostics;
  std::vector<ast::Name> entries;

  explicit WordFile(std::string bytes) {
    const FileId file = files.add("vague.de", std::move(bytes));
    entries = parse_words(files, file, diagnostics);
  }

  [[nodiscard]] Lines texts() const {
    Lines result;
    for (const ast::Name& entry : entries) result.push_back(entry.text);
    return result;
  }
};

/// The entries of a file in which there is no mistake.
Lines words(std::string bytes) {
  const WordFile file(std::move(bytes));
  CHECK(file.diagnostics.entries().empty());
  return file.texts();
}

TEST_CASE("an entry is a line without its comment and the blanks around it") {
  CHECK(words("mehr\ndeutlich*\nso bald wie möglich\n") == Lines{"mehr", "deutlich*", "so bald wie möglich"});
  CHECK(words("  mehr \t\n\tmehr als\n") == Lines{"mehr", "mehr als"});
  CHECK(words("mehr # comparative\n#deutlich\n # spürbar\n#\n") == Lines{"mehr"});
  CHECK(words("C#\nmehr# als\n") == Lines{"C#", "mehr# als"});  // behind a letter it is part of the word
}

TEST_CASE("lines without an entry are passed over") {
  CHECK(words("").empty());
  CHECK(words("\n\n \n\t\n").empty());
  CHECK(words("# only a comment").empty());
  CHECK(words("\n\nmehr\n\n\n") == Lines{"mehr"});
}

TEST_CASE("the last line needs no line break") {
  CHECK(words("mehr\nals") == Lines{"mehr", "als"});
  CHECK(words("mehr\nals # comment") == Lines{"mehr", "als"});
}

TEST_CASE("marks and line ends of Windows are no part of an entry") {
  CHECK(words("\xEF\xBB\xBFmehr\r\nals\r\n\r\n") == Lines{"mehr", "als"});
  CHECK(words("\xEF\xBB\xBF# comment\r\nmehr # comment\r\n") == Lines{"mehr"});
  CHECK(words("\xEF\xBB\xBF").empty());
}

TEST_CASE("blanks inside a phrase and signs stay as they are written") {
  CHECK(words("mehr  als\nz. B.\n50 %\n\"mehr\"\n") == Lines{"mehr  als", "z. B.", "50 %", "\"mehr\""});
}

TEST_CASE("entries written twice are both there") { CHECK(words("mehr\nmehr\n") == Lines{"mehr", "mehr"}); }

TEST_CASE("an entry knows where it stands") {
  const WordFile file("# Wörter\r\n\r\n  spürbar*  # comment\r\n");
  REQUIRE(file.texts() == Lines{"spürbar*"});
  const Span span = file.entries.front().span;
  CHECK(file.files.text(span) == "spürbar*");
  CHECK(file.files.locate(span).file == "vague.de");
  CHECK(file.files.locate(span).line == 3);
  CHECK(file.files.locate(span).column == 3);
}

TEST_CASE("a file that is no text has no entries and one mistake") {
  const WordFile file("mehr\nsp\xFCrbar\n");
  CHECK(file.entries.empty());
  REQUIRE(file.diagnostics.entries().size() == 1);
  CHECK(file.diagnostics.entries().front().code == "rule-not-text");
  CHECK(file.files.locate(file.diagnostics.entries().front().span).line == 2);
}

}  // namespace
}  // namespace roadlint::dsl
