// Protocols: whole documents, every verdict, and texts that try to become markup.
#include <catch2/catch.hpp>

#include <sstream>

#include "report/markdown_text.hpp"
#include "report/sha256.hpp"
#include "tests/unit/report/document_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("protocol: everything that was checked, and what was not", "[report]") {
  const DocumentSample sample;
  CHECK(write_protocol(sample.document_report(), {}) == R"--(# Check report

- Checked with: roadlint 0.1.0
- As of: 23 November 2026
- Organisation: Ministerium
- Department: Referat B
- Reference: B 7

## Result

**Not passed: there is 1 finding that counts.**

**Not passed: there are mistakes in files or rules, so that not everything could be checked.**

1 file, 4 records, 5 rules: 1 error, 1 warning, 1 note; 1 undecidable, 1 waived, 1 known from the baseline, 1 not touched by the change, 1 fixed since the baseline.
About files and rules themselves: 2 errors, 1 warning.

Errors count, warnings and notes do not. Heuristic findings do not count. Findings that are waived, known from the baseline or not touched by the change do not count.

## Rule set

| pack                  | rules |
|-----------------------|------:|
| foerderung            |     4 |
| checked while reading |     1 |

Rule files with SHA-256:

```text
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  rules/a.rules
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  rules/b.rules
```

SHA-256 of these lines, each with its line break:

```text
24c888f91c30ce07f443d9630b98197c7fa57a1ea0e0f5d91bd34990388d5beb
```

Configuration files with SHA-256:

```text
dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd  roadlint.yaml
```

## Data

1 file, 4 records

Data files with SHA-256:

```text
cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc  roadmaps/ki.yaml
```

SHA-256 of these lines, each with its line break:

```text
0bc48b88e7bdf56ecbb910b70c4e146efd2a1d908c3bed760a9760139c42ee0f
```

## Outcomes by rule

| rule             | pack                  | severity | matched | satisfied | violated | undecidable | unscoped | waived | known | untouched |
|------------------|-----------------------|----------|--------:|----------:|---------:|------------:|---------:|-------:|------:|----------:|
| milestone-target | foerderung            | error    |       2 |         1 |        1 |           0 |        3 |      0 |     0 |         0 |
| milestone-due    | foerderung            | error    |       2 |         0 |        2 |           0 |        0 |      0 |     1 |         1 |
| milestone-far    | foerderung            | error    |       3 |         3 |        0 |           0 |        0 |      0 |     0 |         0 |
| milestone-none   | foerderung            | error    |       0 |         0 |        0 |           0 |        0 |      0 |     0 |         0 |
| data-unknown-key | checked while reading | error    |       0 |         0 |        0 |           0 |        0 |      0 |     0 |         0 |

Matched are the cases satisfied, violated and undecidable together. Waived, known and untouched findings are among those violated and undecidable.

## Mistakes in files and rules

| severity | rule             | message             | place               |
|----------|------------------|---------------------|---------------------|
| error    | data-syntax      | \`\]\` is missing   | roadmaps/ki.yaml:11 |
| warning  | rule-unused-name | \`a\` is never used |                     |
| error    | use-parameter    | no such parameter   |                     |

## Waivers

1. rule: milestone-due
   - subject: KI-WI5
   - covers: 1 finding
   - reason: Haushalt offen
   - approved by: Referat A
   - approved on: 29 June 2026
   - holds until: 31 December 2026
   - reference: A 1\|2
   - recorded in: roadmaps/ki.yaml:12

Files of waivers with SHA-256:

```text
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee  waivers.yaml
```

## Comparison with earlier versions

- baseline: baseline.json: 1 known from the baseline, 1 fixed since the baseline
- Findings count whether a change touches them or not.

Baseline file with SHA-256:

```text
ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  baseline.json
```

## What was not checked

1 file could not be read as a whole:

- roadmaps/ki.yaml

1 rule matched no record:

- milestone-none

Records left unscoped, as it cannot be said whether the rule is about them:

- milestone-target: 3 records
  - 3 × \`kind_of\` is absent (roadmaps/ki.yaml:11)
)--");
}

TEST_CASE("protocol: in German", "[report]") {
  const DocumentSample sample;
  CHECK(write_protocol(sample.document_report(), in_german()) == R"--(# Prüfprotokoll

- Geprüft mit: roadlint 0.1.0
- Stand: 23.11.2026
- Organisation: Ministerium
- Referat: Referat B
- Geschäftszeichen: B 7

## Ergebnis

**Nicht bestanden: Es liegt 1 Befund vor, der zählt.**

**Nicht bestanden: Wegen Fehlern in Dateien oder Regeln konnte nicht alles geprüft werden.**

1 Datei, 4 Datensätze, 5 Regeln: 1 Fehler, 1 Warnung, 1 Hinweis; 1 nicht entscheidbar, 1 ausgenommen, 1 aus dem Vergleichsstand bekannt, 1 von der Änderung nicht berührt, 1 seit dem Vergleichsstand behoben.
Zu Dateien und Regeln selbst: 2 Fehler, 1 Warnung.

Es zählen Fehler, nicht aber Warnungen und Hinweise. Heuristische Befunde zählen nicht. Befunde, die ausgenommen, aus dem Vergleichsstand bekannt oder von der Änderung nicht berührt sind, zählen nicht.

## Regelwerk

| Regelpaket         | Regeln |
|--------------------|-------:|
| foerderung         |      4 |
| geprüft beim Lesen |      1 |

Regeldateien mit SHA-256:

```text
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  rules/a.rules
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  rules/b.rules
```

SHA-256 dieser Zeilen, jede mit ihrem Zeilenumbruch:

```text
24c888f91c30ce07f443d9630b98197c7fa57a1ea0e0f5d91bd34990388d5beb
```

Konfigurationsdateien mit SHA-256:

```text
dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd  roadlint.yaml
```

## Daten

1 Datei, 4 Datensätze

Datendateien mit SHA-256:

```text
cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc  roadmaps/ki.yaml
```

SHA-256 dieser Zeilen, jede mit ihrem Zeilenumbruch:

```text
0bc48b88e7bdf56ecbb910b70c4e146efd2a1d908c3bed760a9760139c42ee0f
```

## Ergebnisse nach Regel

| Regel            | Regelpaket         | Schweregrad | geprüft | erfüllt | verletzt | nicht entscheidbar | außer Betracht | ausgenommen | bekannt | nicht berührt |
|------------------|--------------------|-------------|--------:|--------:|---------:|-------------------:|---------------:|------------:|--------:|--------------:|
| milestone-target | foerderung         | Fehler      |       2 |       1 |        1 |                  0 |              3 |           0 |       0 |             0 |
| milestone-due    | foerderung         | Fehler      |       2 |       0 |        2 |                  0 |              0 |           0 |       1 |             1 |
| milestone-far    | foerderung         | Fehler      |       3 |       3 |        0 |                  0 |              0 |           0 |       0 |             0 |
| milestone-none   | foerderung         | Fehler      |       0 |       0 |        0 |                  0 |              0 |           0 |       0 |             0 |
| data-unknown-key | geprüft beim Lesen | Fehler      |       0 |       0 |        0 |                  0 |              0 |           0 |       0 |             0 |

Geprüft ist die Summe der erfüllten, verletzten und nicht entscheidbaren Fälle. Ausgenommene, bekannte und nicht berührte Befunde sind in den verletzten und nicht entscheidbaren Fällen enthalten.

## Fehler in Dateien und Regeln

| Schweregrad | Regel            | Meldung                                                      | Fundstelle          |
|-------------|------------------|--------------------------------------------------------------|---------------------|
| Fehler      | data-syntax      | Die Datei ist nicht wohlgeformt; bis zur Korrektur kann sie nicht geprüft werden. | roadmaps/ki.yaml:11 |
| Warnung     | rule-unused-name | Ein Name in den Regeln wird nicht verwendet.                 |                     |
| Fehler      | use-parameter    | Ein Parameter ist nicht bekannt oder hat einen unzulässigen Wert. |                     |

## Ausnahmen

1. Regel: milestone-due
   - Gegenstand: KI-WI5
   - erfasst: 1 Befund
   - Begründung: Haushalt offen
   - genehmigt durch: Referat A
   - genehmigt am: 29.06.2026
   - gilt bis: 31.12.2026
   - Aktenzeichen: A 1\|2
   - Fundstelle: roadmaps/ki.yaml:12

Dateien der Ausnahmen mit SHA-256:

```text
eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee  waivers.yaml
```

## Vergleich mit früheren Ständen

- Vergleichsstand: baseline.json: 1 aus dem Vergleichsstand bekannt, 1 seit dem Vergleichsstand behoben
- Befunde zählen unabhängig davon, ob eine Änderung sie berührt.

Datei des Vergleichsstands mit SHA-256:

```text
ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  baseline.json
```

## Was nicht geprüft wurde

1 Datei konnte nicht vollständig gelesen werden:

- roadmaps/ki.yaml

1 Regel traf auf keinen Datensatz zu:

- milestone-none

Datensätze, die außer Betracht blieben, weil offen ist, ob die Regel für sie gilt:

- milestone-target: 3 Datensätze
  - 3 × \`kind_of\` fehlt (roadmaps/ki.yaml:11)
)--");
}

TEST_CASE("protocol: passed, with nothing to say", "[report]") {
  const Sample sample;
  CHECK(write_protocol(sample.report(), {}) == R"--(# Check report

- Checked with: roadlint 0.1.0
- As of: 23 November 2026

## Result

**Passed: there is no finding that counts.**

1 file, 0 records, 0 rules: no findings.

Errors count, warnings and notes do not. Heuristic findings do not count. Findings that are waived, known from the baseline or not touched by the change do not count.

## Rule set

0 rules

Rule files with SHA-256: none

## Data

1 file, 0 records

Data files with SHA-256: none

## Mistakes in files and rules

None.

## Waivers

None.

## Comparison with earlier versions

- No baseline was given: no finding counts as known.
- Findings count whether a change touches them or not.

## What was not checked

Every rule matched a record, none left a record unscoped, and every file could be read.
)--");
}

TEST_CASE("protocol: the verdict names every reason", "[report]") {
  Sample sample;
  sample.outcomes.findings = {plain_finding(sample, "r", Severity::warning, "f1")};
  CHECK(has(write_protocol(sample.report(), in_german()),
            "**Bestanden: Es liegt kein Befund vor, der zählt.**\n\n1 Datei"));
  sample.outcomes.findings.push_back(plain_finding(sample, "r", Severity::error, "f2"));
  sample.outcomes.findings.push_back(plain_finding(sample, "r", Severity::error, "f3"));
  CHECK(has(write_protocol(sample.report(), {}), "**Not passed: there are 2 findings that count.**\n\n1 file"));
  CHECK(has(write_protocol(sample.report(), in_german()),
            "**Nicht bestanden: Es liegen 2 Befunde vor, die zählen.**\n\n1 Datei"));
  Report report = sample.report();
  report.data_files.clear();
  CHECK(has(write_protocol(report, {}),
            "**Not passed: nothing was checked.**\n\n**Not passed: there are 2 findings that count.**"));
}

TEST_CASE("protocol: the verdict is that of the exit status, and says what it looks at", "[report]") {
  const auto [fail_on, fail_on_heuristic, verdict, sentence] =
      GENERATE(table<std::optional<Severity>, bool, std::string, std::string>({
          {Severity::error, false, "there is 1 finding that counts", "Errors count, warnings and notes do not."},
          {Severity::warning, false, "there are 2 findings that count", "Errors and warnings count, notes do not."},
          {Severity::warning, true, "there are 3 findings that count", "Heuristic findings count like any other."},
          {Severity::note, false, "there are 3 findings that count", "Errors, warnings and notes count."},
          {std::nullopt, true, "there is no finding that counts", "Findings do not count, whatever their severity."},
      }));
  Sample sample;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::warning, Severity::note}) {
    sample.outcomes.findings.push_back(plain_finding(sample, "r", severity, "f"));
  }
  sample.outcomes.findings[1].certainty = Certainty::heuristic;
  Report report = sample.report();
  report.fail_on = fail_on;
  report.fail_on_heuristic = fail_on_heuristic;
  const std::string text = write_protocol(report, {});
  CHECK(has(text, (fail_on ? "**Not passed: " : "**Passed: ") + verdict + ".**"));
  CHECK(has(text, sentence));
  CHECK(has(text, "Heuristic findings do not count.") == (fail_on && !fail_on_heuristic));
}

TEST_CASE("protocol: a file that cannot be read is no pass", "[report]") {
  Sample sample;
  sample.diagnostics.append({"data-syntax", Severity::error, "`]` is missing", sample.at("5 %"), {}, {}, {}});
  const std::string text = write_protocol(sample.report(), {});
  CHECK_FALSE(has(text, "Passed"));
  CHECK(has(text, "1 file could not be read as a whole:\n\n- roadmaps/ki.yaml\n"));
}

TEST_CASE("protocol: errors that are set aside do not count", "[report]") {
  Sample sample;
  for (const engine::Standing standing : {engine::Standing::known, engine::Standing::untouched}) {
    engine::Finding finding = plain_finding(sample, "r", Severity::error, "f");
    finding.standing = standing;
    sample.outcomes.findings.push_back(finding);
  }
  sample.outcomes.diff_base = "origin/main";
  const std::string text = write_protocol(sample.report(), {});
  CHECK(has(text, "**Passed: "));
  CHECK(has(text,
            "- only findings that the change touches count; compared with: origin/main: "
            "1 not touched by the change\n"));
}

TEST_CASE("protocol: a waiver that has expired is marked, one of a comment has no subject", "[report]") {
  DocumentSample sample;
  engine::Waiver& waiver = sample.outcomes.waivers.front();
  waiver.expires = "2026-11-22";
  waiver.subject = waiver.approver = waiver.date = waiver.reference = "";
  const std::string text = write_protocol(sample.document_report(), in_german());
  CHECK(has(text,
            "1. Regel: milestone-due\n   - erfasst: 1 Befund\n   - Begründung: Haushalt offen\n"
            "   - gilt bis: 22.11.2026 (abgelaufen)\n   - Fundstelle: roadmaps/ki.yaml:12\n"));
  waiver.expires = "2026-11-23";
  CHECK_FALSE(has(write_protocol(sample.document_report(), in_german()), "abgelaufen"));
}

TEST_CASE("protocol: the hash of all files does not depend on their order", "[report]") {
  const DocumentSample sample;
  Report report = sample.document_report();
  const std::string text = write_protocol(report, {});
  std::swap(report.rule_hashes.front(), report.rule_hashes.back());
  CHECK(write_protocol(report, {}) == text);
  CHECK(has(text, sha256_hexadecimal(std::string(64, 'a') + "  rules/a.rules\n" + std::string(64, 'b') +
                                     "  rules/b.rules\n")));
  report.rule_hashes.front().sha256 = std::string(64, 'd');
  CHECK(write_protocol(report, {}) != text);
}

TEST_CASE("protocol: hostile text stays in its place", "[report]") {
  DocumentSample sample;
  make_hostile(sample);
  const std::string text = write_protocol(sample.document_report(), {});
  CHECK(count_of(text, "<") == count_of(text, "\\<"));
  CHECK_FALSE(has(text, "\u202E"));
  CHECK_FALSE(has(text, "- ="));
  CHECK(count_of(text, "\n#") == 8);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| \\=") && line.ends_with(" 0 |")) {
      CHECK(count_of(line, "|") - count_of(line, "\\|") == 12);
    }
  }
}

TEST_CASE("readable Markdown: backslashes where markup could begin, and nowhere else", "[report]") {
  CHECK(readable_markdown("ki_2026.yaml") == "ki_2026.yaml");
  CHECK(readable_markdown("__x__") == "\\_\\_x\\_\\_");
  CHECK(readable_markdown("# x") == "\\# x");
  CHECK(readable_markdown("- x - y") == "\\- x - y");
  CHECK(readable_markdown("12. x 3. y") == "12\\. x 3. y");
  CHECK(readable_markdown("0.1.0") == "0.1.0");
  CHECK(readable_markdown("a|b <c> `d` [e](f) &amp;") == "a\\|b \\<c\\> \\`d\\` \\[e\\](f) \\&amp;");
}

TEST_CASE("text of comments: no names of people, issues and labels", "[report]") {
  CHECK(markdown_comment_text("@team, 50 % @ x") == "@\u200Bteam, 50 % @ x");
  CHECK(markdown_comment_text("#12 R&D") == "&#35;\u200B12 R&#38;\u200BD");
}
