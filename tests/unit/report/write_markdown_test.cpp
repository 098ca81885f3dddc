// Comments on pull requests: whole comments, their size, and texts that try to leave their place.
#include <catch2/catch.hpp>

#include <sstream>

#include "report/words.hpp"
#include "tests/unit/report/document_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

TEST_CASE("comment: counts, a table for each severity, and help that unfolds", "[report]") {
  const DocumentSample sample;
  CHECK(write_markdown(sample.document_report(), {}) == R"--(<!-- roadlint -->
## roadlint

1 file, 4 records, 5 rules: 1 error, 1 warning, 1 note; 1 undecidable, 1 waived, 1 known from the baseline, 1 not touched by the change, 1 fixed since the baseline.

### About files and rules themselves

| severity | rule | message | place |
|---|---|---|---|
| error | data-syntax | &#96;&#93;&#96; is missing | roadmaps/ki.yaml:11 |
| error | use-parameter | no such parameter |  |
| warning | rule-unused-name | &#96;a&#96; is never used |  |

### 1 error

| responsible | rule | subject | message | place |
|---|---|---|---|---|
| BMFTR | milestone-target | KI-WI4 | KI-WI4 has no measurable target. | roadmaps/ki.yaml:7 |

### 1 warning

| responsible | rule | subject | message | place |
|---|---|---|---|---|
|  | milestone-due | KI-WI4 | undecidable: &#96;due&#96; of KI-WI4 is absent. | roadmaps/ki.yaml:7 |

### 1 note

| responsible | rule | subject | message | place |
|---|---|---|---|---|
|  | milestone-due | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |

<details><summary>Help and basis</summary>

- **milestone-target**, KI-WI4
  - help: Give the indicator a &#96;target:&#96;.
  - basis: ZVEI 2.1.2, ZVEI 3.2

</details>
)--");
}

TEST_CASE("comment: in German", "[report]") {
  const DocumentSample sample;
  CHECK(write_markdown(sample.document_report(), in_german()) == R"--(<!-- roadlint -->
## roadlint

1 Datei, 4 Datensätze, 5 Regeln: 1 Fehler, 1 Warnung, 1 Hinweis; 1 nicht entscheidbar, 1 ausgenommen, 1 aus dem Vergleichsstand bekannt, 1 von der Änderung nicht berührt, 1 seit dem Vergleichsstand behoben.

### Zu Dateien und Regeln selbst

| Schweregrad | Regel | Meldung | Fundstelle |
|---|---|---|---|
| Fehler | data-syntax | Die Datei ist nicht wohlgeformt; bis zur Korrektur kann sie nicht geprüft werden. | roadmaps/ki.yaml:11 |
| Fehler | use-parameter | Ein Parameter ist nicht bekannt oder hat einen unzulässigen Wert. |  |
| Warnung | rule-unused-name | Ein Name in den Regeln wird nicht verwendet. |  |

### 1 Fehler

| zuständig | Regel | Gegenstand | Meldung | Fundstelle |
|---|---|---|---|---|
| BMFTR | milestone-target | KI-WI4 | KI-WI4 hat kein messbares Ziel. | roadmaps/ki.yaml:7 |

### 1 Warnung

| zuständig | Regel | Gegenstand | Meldung | Fundstelle |
|---|---|---|---|---|
|  | milestone-due | KI-WI4 | nicht entscheidbar: &#96;due&#96; von KI-WI4 fehlt. | roadmaps/ki.yaml:7 |

### 1 Hinweis

| zuständig | Regel | Gegenstand | Meldung | Fundstelle |
|---|---|---|---|---|
|  | milestone-due | KI-WI5 | KI-WI5 endet früh. | roadmaps/ki.yaml:14 |

<details><summary>Abhilfe und Grundlage</summary>

- **milestone-target**, KI-WI4
  - Abhilfe: Dem Indikator ein &#96;target:&#96; geben.
  - Grundlage: ZVEI 2.1.2, ZVEI 3.2

</details>
)--");
}

TEST_CASE("comment: no findings, and nothing checked", "[report]") {
  const Sample sample;
  CHECK(write_markdown(sample.report(), {}) ==
        "<!-- roadlint -->\n## roadlint\n\n1 file, 0 records, 0 rules: no findings.\n");
  Report report = sample.report();
  report.data_files.clear();
  CHECK(write_markdown(report, {}) ==
        "<!-- roadlint -->\n## roadlint\n\n0 files, 0 records, 0 rules: nothing was checked.\n");
}

TEST_CASE("comment: findings of one body stand together, those of none last", "[report]") {
  Sample sample;
  for (const std::string_view body : {"", "B", "A", "B"}) {
    engine::Finding finding = plain_finding(sample, "r", Severity::error, "f");
    finding.responsible = body;
    sample.outcomes.findings.push_back(finding);
  }
  const std::string text = write_markdown(sample.report(), {});
  CHECK(
      text.ends_with("| A | r | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |\n"
                     "| B | r | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |\n"
                     "| B | r | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |\n"
                     "|  | r | KI-WI5 | KI-WI5 ends early. | roadmaps/ki.yaml:14 |\n"));
}

TEST_CASE("comment: no column for bodies that no finding names", "[report]") {
  Sample sample;
  sample.outcomes.findings = {plain_finding(sample, "r", Severity::error, "f")};
  CHECK(write_markdown(sample.report(), {}).find("\n| rule | subject | message | place |\n") != std::string::npos);
}

TEST_CASE("comment: it stays below the limit and says what is left out", "[report]") {
  Sample sample;
  add_errors(sample, 10'000);
  for (const std::string_view language : {"en", "de"}) {
    ReportOptions options;
    options.language = language;
    const std::string text = write_markdown(sample.report(), options);
    CHECK(text.size() < 60'000);
    CHECK(text.size() > 45'000);
    CHECK(text.ends_with("\n</details>\n"));
  }
  const std::string text = write_markdown(sample.report(), {});
  const std::size_t rows = count_of(text, "\n| BMFTR | ");
  CHECK(text.find("\n" + count_text(10'000 - rows, "en") +
                  " more findings are left out, to keep this comment small "
                  "enough; a full report, such as that of `roadlint check --format json`, lists all of them.\n") !=
        std::string::npos);
  CHECK(count_of(text, "\n- **") == 50);
  CHECK(text.find("\nHelp for " + std::to_string(rows - 50) + " more findings is left out") != std::string::npos);
}

TEST_CASE("comment: all parts at their longest stay below the limit", "[report]") {
  DocumentSample sample;
  make_hostile(sample);
  const std::string worst(10'000, '<');
  for (int index = 0; index < 1'000; ++index) {
    sample.diagnostics.append({worst, Severity::error, worst, {}, {}, {}, worst});
    engine::Finding finding = target_finding(sample);
    finding.rule = finding.subject.id = finding.responsible = worst;
    finding.message = finding.help = localized(worst, worst);
    sample.outcomes.findings.push_back(finding);
  }
  const std::string text = write_markdown(sample.document_report(), {});
  CHECK(text.size() < 60'000);
  CHECK(text.ends_with("\n</details>\n"));
}

TEST_CASE("comment: hostile text stays in its place and calls nobody", "[report]") {
  DocumentSample sample;
  make_hostile(sample);
  const std::string text = write_markdown(sample.document_report(), {});
  // The marker, and what unfolds.
  CHECK(count_of(text, "<") == 5);
  CHECK(text.find('`') == std::string::npos);
  CHECK(text.find("@team") == std::string::npos);
  CHECK(text.find("&#35;12") == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(count_of(text, "\n#") == 5);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| error | =")) CHECK(count_of(line, "|") == 5);
    if (line.starts_with("| = ")) CHECK(count_of(line, "|") == 6);
  }
}
