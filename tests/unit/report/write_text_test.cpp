// The deficiency list as plain text: whole lists, the width of lines, and texts that try to leave their place.
#include <catch2/catch.hpp>

#include <sstream>

#include "base/utf8.hpp"
#include "report/document_text.hpp"
#include "tests/unit/report/document_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

TEST_CASE("deficiency list: letterhead, findings of each body, mistakes, closing count", "[report]") {
  const DocumentSample sample;
  CHECK(write_text(sample.document_report(), {}) == R"--(Ministerium
Referat B
Hauptstraße 1
10115 Berlin
Contact: Poststelle
Reference: B 7

Deficiency list
===============

As of: 23 November 2026
Answer expected by: 31 December 2026

BMFTR (1 finding)
-----------------

1. Error: KI-WI4
   KI-WI4 has no measurable target.
   Place: roadmaps/ki.yaml:7
   Evidence: milestone[KI-WI4].indicators[0].target is absent
   (roadmaps/ki.yaml:10); milestone[KI-WI4].indicators[0].baseline: 5 %
   (roadmaps/ki.yaml:11)
   Help: Give the indicator a `target:`.
   Rule: milestone-target (Every milestone has a measurable target)
   Basis: ZVEI 2.1.2, ZVEI 3.2
   Responsible: BMFTR (named in milestone[KI-WI4].owner)

Without responsible body (2 findings)
-------------------------------------

2. Warning, undecidable: KI-WI4
   `due` of KI-WI4 is absent.
   Place: roadmaps/ki.yaml:7
   Rule: milestone-due

3. Note: KI-WI5
   KI-WI5 ends early.
   Place: roadmaps/ki.yaml:14
   Rule: milestone-due

About files and rules themselves
--------------------------------

4. Error
   `]` is missing
   Place: roadmaps/ki.yaml:11
   Help: close it
   Rule: data-syntax

5. Warning
   `a` is never used
   Rule: rule-unused-name

6. Error
   no such parameter
   Rule: use-parameter

In all: 1 file, 4 records, 5 rules: 1 error, 1 warning, 1 note; 1 undecidable,
1 waived, 1 known from the baseline, 1 not touched by the change, 1 fixed
since the baseline.
About files and rules themselves: 2 errors, 1 warning.
)--");
}

TEST_CASE("deficiency list: in German", "[report]") {
  const DocumentSample sample;
  CHECK(write_text(sample.document_report(), in_german()) == R"--(Ministerium
Referat B
Hauptstraße 1
10115 Berlin
Kontakt: Poststelle
Geschäftszeichen: B 7

Mängelliste
===========

Stand: 23.11.2026
Antwort erbeten bis: 31.12.2026

BMFTR (1 Befund)
----------------

1. Fehler: KI-WI4
   KI-WI4 hat kein messbares Ziel.
   Fundstelle: roadmaps/ki.yaml:7
   Beleg: milestone[KI-WI4].indicators[0].target fehlt (roadmaps/ki.yaml:10);
   milestone[KI-WI4].indicators[0].baseline: 5 % (roadmaps/ki.yaml:11)
   Abhilfe: Dem Indikator ein `target:` geben.
   Regel: milestone-target (Jeder Meilenstein hat ein messbares Ziel)
   Grundlage: ZVEI 2.1.2, ZVEI 3.2
   Zuständig: BMFTR (laut milestone[KI-WI4].owner)

Ohne Zuständigkeit (2 Befunde)
------------------------------

2. Warnung, nicht entscheidbar: KI-WI4
   `due` von KI-WI4 fehlt.
   Fundstelle: roadmaps/ki.yaml:7
   Regel: milestone-due

3. Hinweis: KI-WI5
   KI-WI5 endet früh.
   Fundstelle: roadmaps/ki.yaml:14
   Regel: milestone-due

Zu Dateien und Regeln selbst
----------------------------

4. Fehler
   Die Datei ist nicht wohlgeformt; bis zur Korrektur kann sie nicht geprüft
   werden.
   Fundstelle: roadmaps/ki.yaml:11
   Regel: data-syntax

5. Warnung
   Ein Name in den Regeln wird nicht verwendet.
   Regel: rule-unused-name

6. Fehler
   Ein Parameter ist nicht bekannt oder hat einen unzulässigen Wert.
   Regel: use-parameter

Insgesamt: 1 Datei, 4 Datensätze, 5 Regeln: 1 Fehler, 1 Warnung, 1 Hinweis;
1 nicht entscheidbar, 1 ausgenommen, 1 aus dem Vergleichsstand bekannt, 1 von
der Änderung nicht berührt, 1 seit dem Vergleichsstand behoben.
Zu Dateien und Regeln selbst: 2 Fehler, 1 Warnung.
)--");
}

TEST_CASE("deficiency list: no letterhead and no findings", "[report]") {
  const Sample sample;
  CHECK(write_text(sample.report(), {}) == R"--(Deficiency list
===============

As of: 23 November 2026

In all: 1 file, 0 records, 0 rules: no findings.
)--");
}

TEST_CASE("deficiency list: waived findings when asked for, with reason and last day", "[report]") {
  const DocumentSample sample;
  ReportOptions options = in_german();
  options.show_waived = true;
  const std::string text = write_text(sample.document_report(), options);
  CHECK(text.find("2. Fehler, ausgenommen: KI-WI5\n   KI-WI5 endet früh.\n   Fundstelle: roadmaps/ki.yaml:14\n"
                  "   Regel: milestone-due\n   Ausgenommen: Haushalt offen (bis 31.12.2026)\n") != std::string::npos);
}

TEST_CASE("deficiency list: bodies by name, numbers go on, the most severe first", "[report]") {
  Sample sample;
  for (const auto& [body, severity] :
       {std::pair{"B", Severity::note}, std::pair{"A", Severity::note}, std::pair{"B", Severity::error}}) {
    engine::Finding finding = plain_finding(sample, "r", severity, "f");
    finding.responsible = body;
    sample.outcomes.findings.push_back(finding);
  }
  const std::string text = write_text(sample.report(), {});
  const std::size_t first = text.find("A (1 finding)\n-------------\n\n1. Note: KI-WI5\n");
  const std::size_t second = text.find("B (2 findings)\n--------------\n\n2. Error: KI-WI5\n");
  REQUIRE(first != std::string::npos);
  REQUIRE(second != std::string::npos);
  CHECK(first < second);
  CHECK(text.find("3. Note: KI-WI5\n") > second);
}

TEST_CASE("deficiency list: help of several lines, several places", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.help = localized("First.\nSecond.\n", "");
  finding.locations = {sample.at("5 %"), finding.span, sample.at("2028")};
  finding.evidence = {{"goal[1].due", "2028", finding.span}};
  sample.outcomes.findings = {finding};
  const std::string text = write_text(sample.report(), {});
  // Where evidence stands at the place of the finding it does not say so again.
  CHECK(text.find("   Place: roadmaps/ki.yaml:7, roadmaps/ki.yaml:11, roadmaps/ki.yaml:14\n"
                  "   Evidence: goal[1].due: 2028\n"
                  "   Help: First.\n   Second.\n   Rule: ") != std::string::npos);
}

TEST_CASE("deficiency list: hostile text stays within the width and cannot turn the line", "[report]") {
  DocumentSample sample;
  make_hostile(sample);
  const std::string text = write_text(sample.document_report(), {});
  CHECK_FALSE(utf8::first_invalid_byte(text).has_value());
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (utf8::display_width(line) > 78) FAIL(line);
  }
}

TEST_CASE("lines break at blanks, and long words anywhere", "[report]") {
  CHECK(wrapped("1. ", "aa bb  cc dddd", 8) == "1. aa bb\n   cc\n   dddd\n");
  CHECK(wrapped("- ", "abcdefghij k", 6) == "- abcd\n  efgh\n  ij k\n");
  CHECK(wrapped("", "ää ää", 5) == "ää ää\n");
  CHECK(wrapped("", "日本語", 5) == "日本\n語\n");
  CHECK(wrapped("- ", "", 5) == "- \n");
  CHECK(wrapped("", "abc 1.200 EUR 5", 10) == "abc\n1.200 EUR\n5\n");
  CHECK(wrapped("", "abc d. EUR", 7) == "abc d.\nEUR\n");
}
