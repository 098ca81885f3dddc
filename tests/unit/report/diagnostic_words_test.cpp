// German sentences for diagnostics: one for each code, fit for people who write no files.
#include "report/diagnostic_words.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/report/language_checks.hpp"

using namespace roadlint;
using namespace roadlint::report;

TEST_CASE("diagnostics: every code has a German sentence", "[report]") {
  for (const DiagnosticCodeEntry& entry : all_diagnostic_codes()) {
    const Diagnostic diagnostic = {std::string(entry.code), entry.severity, "the message", {}, {}, {}, "the help"};
    const std::string_view sentence = diagnostic_message(diagnostic, "de");
    INFO(entry.code << ": " << sentence);
    CHECK(sentence != "the message");
    CHECK(sentence.ends_with('.'));
    CHECK((sentence.front() >= 'A' && sentence.front() <= 'Z'));
    CHECK(foreign_word(sentence, "de").empty());
    CHECK(typewriter_sign(sentence).empty());
    CHECK(diagnostic_help(diagnostic, "de").empty());
  }
}

TEST_CASE("diagnostics: in English they stay as they were found", "[report]") {
  const Diagnostic diagnostic = {"data-syntax", Severity::error, "`]` is missing", {}, {}, {}, "add it"};
  CHECK(diagnostic_message(diagnostic, "en") == "`]` is missing");
  CHECK(diagnostic_help(diagnostic, "en") == "add it");
  CHECK(diagnostic_message(diagnostic, "de") ==
        "Die Datei ist nicht wohlgeformt; bis zur Korrektur kann sie nicht geprüft werden.");
}

TEST_CASE("diagnostics: a code that is in no registry keeps its message", "[report]") {
  const Diagnostic diagnostic = {"no-code", Severity::error, "a message", {}, {}, {}, {}};
  CHECK(diagnostic_message(diagnostic, "de") == "a message");
}
