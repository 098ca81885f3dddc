// What people see of one diagnostic: whole texts, carets included.
#include "report/render_diagnostic.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/report/report_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

std::string render(const SourceFiles& files, const Diagnostic& diagnostic, const std::string& language = "en") {
  return "\n" + render_diagnostic(files, diagnostic, {language, false});
}

Diagnostic mistake(Span span) {
  return {"rule-type", Severity::error, "a date is compared with a number", span, {}, {}, {}};
}

/// The rendering of one line with a mark at a text in it.
std::string render_line(const std::string& line, std::string_view marked) {
  SourceFiles files;
  const FileId file = files.add("a.yaml", line + "\n");
  return render(files, mistake(span_of(files, file, marked)));
}

/// The source line and the row of carets of a rendering.
std::pair<std::string, std::string> line_and_carets(const std::string& rendering) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < rendering.size();) {
    const std::size_t end = rendering.find('\n', begin);
    lines.push_back(rendering.substr(begin, end - begin));
    begin = end + 1;
  }
  return {lines.at(4), lines.at(5)};
}

}  // namespace

TEST_CASE("a diagnostic shows its line with carets, notes and help", "[report]") {
  Sample sample;
  Diagnostic diagnostic = mistake(sample.at("2028"));
  diagnostic.notes = {"`due` is a date", "first line\nsecond line"};
  diagnostic.help = "write a date";
  CHECK(render(sample.files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
  --> roadmaps/ki.yaml:14:14
   |
14 |         due: 2028
   |              ^^^^
   |
   = note: `due` is a date
   = note: first line
           second line
   = help: write a date
)");
}

TEST_CASE("the renderer's own words are German on request", "[report]") {
  Sample sample;
  Diagnostic diagnostic = mistake(sample.at("2028"));
  diagnostic.severity = Severity::warning;
  diagnostic.notes = {"`due` is a date"};
  diagnostic.help = "write a date";
  CHECK(render(sample.files, diagnostic, "de") == R"(
Warnung[rule-type]: a date is compared with a number
  --> roadmaps/ki.yaml:14:14
   |
14 |         due: 2028
   |              ^^^^
   |
   = Hinweis: `due` is a date
   = Abhilfe: write a date
)");
}

TEST_CASE("a diagnostic without a place has no excerpt", "[report]") {
  Diagnostic diagnostic = {"use-option", Severity::error, "no such language `fr`", {}, {}, {}, "use `en` or `de`"};
  CHECK(render(SourceFiles(), diagnostic) == R"(
error[use-option]: no such language `fr`
  = help: use `en` or `de`
)");
}

TEST_CASE("a file without bytes is named without line and column", "[report]") {
  SourceFiles files;
  const FileId file = files.add("roadmaps/gone.yaml", "");
  Diagnostic diagnostic = {"data-not-found", Severity::error, "the file does not exist", Span(file, 0, 0), {}, {}, {}};
  CHECK(render(files, diagnostic) == R"(
error[data-not-found]: the file does not exist
 --> roadmaps/gone.yaml
)");
}

TEST_CASE("an empty span and the end of a line get one caret", "[report]") {
  SourceFiles files;
  const FileId file = files.add("a.yaml", "due\r\nx: 1");
  CHECK(render(files, mistake(Span(file, 3, 3))) == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:4
  |
1 | due
  |    ^
)");
  CHECK(render(files, mistake(Span(file, 9, 9))) == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:2:5
  |
2 | x: 1
  |     ^
)");
}

TEST_CASE("a span beyond the end of the file is drawn at its end", "[report]") {
  SourceFiles files;
  const FileId file = files.add("a.yaml", "x: 1");
  CHECK(render(files, mistake(Span(file, 90, 99))) == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:5
  |
1 | x: 1
  |     ^
)");
}

TEST_CASE("umlauts, wide characters, combining marks and tabs keep the caret under its text", "[report]") {
  CHECK(render_line("größe: für X", "X") == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:12
  |
1 | größe: für X
  |            ^
)");
  CHECK(render_line("日本: 東京 X", "東京") == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:5
  |
1 | 日本: 東京 X
  |       ^^^^
)");
  CHECK(render_line("e\xCC\x81t\xC3\xA9: X", "X") ==
        "\nerror[rule-type]: a date is compared with a number\n"
        " --> a.yaml:1:7\n"
        "  |\n"
        "1 | e\xCC\x81t\xC3\xA9: X\n"
        "  |      ^\n");
  CHECK(render_line("\tdue:\tX", "X") == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:7
  |
1 |     due:    X
  |             ^
)");
}

TEST_CASE("control characters and invalid bytes never reach the terminal", "[report]") {
  CHECK(render_line("a\x1b[31m\xff: X", "X") == R"(
error[rule-type]: a date is compared with a number
 --> a.yaml:1:10
  |
1 | a�[31m�: X
  |          ^
)");
  SourceFiles files;
  const FileId file = files.add("a\x1b.yaml", "x");
  Diagnostic diagnostic = mistake(Span(file, 0, 1));
  diagnostic.message = "found `a\x1b[2J\nb`";
  CHECK(render(files, diagnostic) == R"(
error[rule-type]: found `a�[2J b`
 --> a�.yaml:1:1
  |
1 | x
  | ^
)");
}

TEST_CASE("a long line is cut around the caret", "[report]") {
  const std::string filler(200, 'a');
  SECTION("at its end") {
    const auto [line, carets] = line_and_carets(render_line("MARK " + filler, "MARK"));
    CHECK(line == "1 | MARK " + std::string(110, 'a') + "…");
    CHECK(carets == "  | ^^^^");
  }
  SECTION("at its beginning") {
    const auto [line, carets] = line_and_carets(render_line(filler + " MARK", "MARK"));
    CHECK(line == "1 | …" + std::string(110, 'a') + " MARK");
    CHECK(carets == "  | " + std::string(112, ' ') + "^^^^");
  }
  SECTION("at both ends") {
    const auto [line, carets] = line_and_carets(render_line(filler + " MARK " + filler, "MARK"));
    CHECK(line == "1 | …" + std::string(55, 'a') + " MARK " + std::string(53, 'a') + "…");
    CHECK(carets == "  | " + std::string(57, ' ') + "^^^^");
  }
  SECTION("even if it is a file of its own") {
    const std::string much(300'000, 'a');
    const auto [line, carets] = line_and_carets(render_line(much + " MARK " + much, "MARK"));
    CHECK(line == "1 | …" + std::string(55, 'a') + " MARK " + std::string(53, 'a') + "…");
    CHECK(carets == "  | " + std::string(57, ' ') + "^^^^");
  }
  SECTION("even if nothing but marks that take no columns follows") {
    std::string combining;
    for (int index = 0; index < 5000; ++index) combining += "\xCC\x81";
    const auto [line, carets] = line_and_carets(render_line("MARK" + combining, "MARK"));
    CHECK(line.size() < 4000);
    CHECK(carets == "  | ^^^^");
  }
  SECTION("and a mark that is itself too long with it") {
    const auto [line, carets] = line_and_carets(render_line("key: " + filler, filler));
    CHECK(line == "1 | key: " + std::string(110, 'a') + "…");
    CHECK(carets == "  |      " + std::string(110, '^'));
  }
}

TEST_CASE("a span over several lines underlines the first and counts the others", "[report]") {
  Sample sample;
  const Span one = sample.at("- name: Anteil am Markt\n            baseline: 5 %\n      ");
  const Span many = sample.at("KI-WI4").joined(sample.at("2028"));
  CHECK(render(sample.files, mistake(one)) == R"(
error[rule-type]: a date is compared with a number
  --> roadmaps/ki.yaml:10:11
   |
10 |           - name: Anteil am Markt
   |           ^^^^^^^^^^^^^^^^^^^^^^^ and 1 more line
)");
  CHECK(render(sample.files, mistake(many), "de") == R"(
Fehler[rule-type]: a date is compared with a number
 --> roadmaps/ki.yaml:7:13
  |
7 |       - id: KI-WI4
  |             ^^^^^^ und 7 weitere Zeilen
)");
}

TEST_CASE("labels stand beside or under their dashes, on their lines and in their files", "[report]") {
  SourceFiles files;
  const FileId rules = files.add("a.rules",
                                 "rule first {\n"
                                 "  for m in milestone\n"
                                 "  require m.due < m.title\n"
                                 "\n"
                                 "\n"
                                 "}\n"
                                 "rule first {}\n");
  const FileId model = files.add("roadmap.model", "entity milestone { title: text }\n");
  Diagnostic diagnostic = mistake(span_of(files, rules, "<"));
  const auto label = [&](FileId file, std::string_view text, std::string says) {
    diagnostic.labels.push_back({span_of(files, file, text), std::move(says)});
  };

  SECTION("on one line") {
    label(rules, "m.due", "a date");
    label(rules, "m.title", "a text");
    CHECK(render(files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
 --> a.rules:3:17
  |
3 |   require m.due < m.title
  |           ----- ^ ------- a text
  |           |
  |           a date
)");
  }
  SECTION("three on one line") {
    label(rules, "require", "required here");
    label(rules, "m.due", "a date");
    label(rules, "m.title", "a text");
    CHECK(render(files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
 --> a.rules:3:17
  |
3 |   require m.due < m.title
  |   ------- ----- ^ ------- a text
  |   |       |
  |   |       a date
  |   required here
)");
  }
  SECTION("one around the carets") {
    label(rules, "m.due < m.title", "this comparison");
    CHECK(render(files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
 --> a.rules:3:17
  |
3 |   require m.due < m.title
  |           ------^--------
  |           |
  |           this comparison
)");
  }
  SECTION("on other lines: one line between is shown, several are left out") {
    label(rules, "first", "first defined here");
    label(rules, "rule first {}", "defined again");
    CHECK(render(files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
 --> a.rules:3:17
  |
1 | rule first {
  |      ----- first defined here
2 |   for m in milestone
3 |   require m.due < m.title
  |                 ^
...
7 | rule first {}
  | ------------- defined again
)");
  }
  SECTION("in another file and nowhere") {
    label(model, "title: text", "declared here");
    diagnostic.labels.push_back({Span(), "declared by the command line"});
    CHECK(render(files, diagnostic) == R"(
error[rule-type]: a date is compared with a number
 --> a.rules:3:17
  |
3 |   require m.due < m.title
  |                 ^
  |
 ::: roadmap.model:1:20
  |
1 | entity milestone { title: text }
  |                    ----------- declared here
  |
  = note: declared by the command line
)");
  }
}

TEST_CASE("colours are used only when asked for", "[report]") {
  SourceFiles files;
  const FileId file = files.add("a.yaml", "x: 1");
  Diagnostic diagnostic = mistake(Span(file, 3, 4));
  CHECK(render_diagnostic(files, diagnostic, {"en", true}) ==
        "\x1b[1;31merror[rule-type]\x1b[0m\x1b[1m: a date is compared with a number\x1b[0m\n"
        "\x1b[1;34m -->\x1b[0m a.yaml:1:4\n"
        "\x1b[1;34m  |\x1b[0m\n"
        "\x1b[1;34m1 |\x1b[0m x: 1\n"
        "\x1b[1;34m  |\x1b[0m    \x1b[1;31m^\x1b[0m\n");
}

TEST_CASE("all diagnostics end with their counts", "[report]") {
  Diagnostics diagnostics;
  CHECK(render_diagnostics(SourceFiles(), diagnostics, {"en", false}).empty());
  diagnostics.append({"use-a", Severity::error, "first", {}, {}, {}, {}});
  diagnostics.append({"use-b", Severity::warning, "second", {}, {}, {}, {}});
  diagnostics.append({"use-c", Severity::warning, "third", {}, {}, {}, {}});
  CHECK(render_diagnostics(SourceFiles(), diagnostics, {"en", false}) == R"(error[use-a]: first

warning[use-b]: second

warning[use-c]: third

1 error, 2 warnings
)");
}
