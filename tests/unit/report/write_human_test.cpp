// The human report as a whole: findings, folding, statistics and closing lines, in both languages.
#include <catch2/catch.hpp>

#include "tests/unit/report/report_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

const ReportOptions english = {"en", false, false, false};
const ReportOptions german = {"de", false, false, false};
const ReportOptions english_quiet = {"en", false, true, false};
const ReportOptions german_quiet = {"de", false, true, false};

}  // namespace

TEST_CASE("a report without findings is one line", "[report]") {
  Sample sample;
  sample.outcomes.records = 1;
  CHECK(sample.human(english) == "1 file, 1 record, 0 rules: no findings\n");
  CHECK(sample.human(german) == "1 Datei, 1 Datensatz, 0 Regeln: keine Befunde\n");
}

TEST_CASE("a finding shows excerpt, evidence, help, basis and the responsible body", "[report]") {
  Sample sample;
  sample.outcomes.records = 4;
  sample.outcomes.rules = {account("milestone-target", 2, 1, 1, 0, 0)};
  sample.outcomes.findings = {target_finding(sample)};
  CHECK("\n" + sample.human(english) == R"(
error[milestone-target]: KI-WI4 has no measurable target.
 --> roadmaps/ki.yaml:7:9
  |
7 |       - id: KI-WI4
  |         ^^^^^^^^^^
  |
  = evidence: milestone[KI-WI4].indicators[0].target is absent (roadmaps/ki.yaml:10)
              milestone[KI-WI4].indicators[0].baseline: 5 % (roadmaps/ki.yaml:11)
  = help: Give the indicator a `target:`.
  = basis: ZVEI 2.1.2, ZVEI 3.2
  = responsible: BMFTR

1 file, 4 records, 1 rule: 1 error, 0 warnings, 0 notes
)");
  CHECK("\n" + sample.human(german) == R"(
Fehler[milestone-target]: KI-WI4 hat kein messbares Ziel.
 --> roadmaps/ki.yaml:7:9
  |
7 |       - id: KI-WI4
  |         ^^^^^^^^^^
  |
  = Beleg: milestone[KI-WI4].indicators[0].target fehlt (roadmaps/ki.yaml:10)
           milestone[KI-WI4].indicators[0].baseline: 5 % (roadmaps/ki.yaml:11)
  = Abhilfe: Dem Indikator ein `target:` geben.
  = Grundlage: ZVEI 2.1.2, ZVEI 3.2
  = zuständig: BMFTR

1 Datei, 4 Datensätze, 1 Regel: 1 Fehler, 0 Warnungen, 0 Hinweise
)");
}

TEST_CASE("further places get excerpts of their own, five at most", "[report]") {
  Sample sample;
  engine::Finding finding;
  finding.rule = "funding-counted-twice";
  finding.message = localized("IPCEI is counted twice.", "IPCEI wird doppelt gezählt.");
  finding.subject = {"programme", "IPCEI"};
  finding.span = sample.at("KI-WI4");
  finding.locations = {finding.span, sample.at("2028"), sample.at("2028")};
  sample.outcomes.findings = {finding};
  CHECK("\n" + sample.human(english) == R"(
error[funding-counted-twice]: IPCEI is counted twice.
  --> roadmaps/ki.yaml:7:13
   |
 7 |       - id: KI-WI4
   |             ^^^^^^
   |
  ::: roadmaps/ki.yaml:14:14
   |
14 |         due: 2028
   |              ^^^^

1 file, 0 records, 0 rules: 1 error, 0 warnings, 0 notes
)");

  for (const std::string_view place : {"goals", "title: K", "milestones", "indicators", "name", "baseline"}) {
    sample.outcomes.findings[0].locations.push_back(sample.at(place));
  }
  CHECK("\n" + sample.human(german) == R"(
Fehler[funding-counted-twice]: IPCEI wird doppelt gezählt.
  --> roadmaps/ki.yaml:7:13
   |
 7 |       - id: KI-WI4
   |             ^^^^^^
   |
  ::: roadmaps/ki.yaml:14:14
   |
14 |         due: 2028
   |              ^^^^
   |
  ::: roadmaps/ki.yaml:4:1
   |
 4 | goals:
   | ^^^^^
   |
  ::: roadmaps/ki.yaml:3:3
   |
 3 |   title: Künstliche Intelligenz
   |   ^^^^^^^^
   |
  ::: roadmaps/ki.yaml:6:5
   |
 6 |     milestones:
   |     ^^^^^^^^^^
   |
  ::: roadmaps/ki.yaml:9:9
   |
 9 |         indicators:
   |         ^^^^^^^^^^
   |
  ::: und 2 weitere Stellen

1 Datei, 0 Datensätze, 0 Regeln: 1 Fehler, 0 Warnungen, 0 Hinweise
)");
}

TEST_CASE("evidence is eight lines at most, and long values are cut", "[report]") {
  Sample sample;
  engine::Finding finding = target_finding(sample);
  finding.help = {};
  finding.basis.clear();
  finding.responsible.clear();
  finding.evidence.clear();
  finding.evidence.push_back({"a", std::string(70, 'x'), Span()});
  finding.evidence.push_back({"b", "two\n  lines", sample.at("2028")});
  for (int index = 0; index < 9; ++index) finding.evidence.push_back({"c", "1", Span()});
  sample.outcomes.findings = {finding};
  CHECK("\n" + sample.human(english) == R"(
error[milestone-target]: KI-WI4 has no measurable target.
 --> roadmaps/ki.yaml:7:9
  |
7 |       - id: KI-WI4
  |         ^^^^^^^^^^
  |
  = evidence: a: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
              b: two lines (roadmaps/ki.yaml:14)
              c: 1
              c: 1
              c: 1
              c: 1
              c: 1
              c: 1
              and 3 more

1 file, 0 records, 0 rules: 1 error, 0 warnings, 0 notes
)");
}

TEST_CASE("an undecidable finding is folded under the one that names its cause", "[report]") {
  Sample sample;
  engine::Finding cause = undecidable_finding(sample, "milestone-due", "cause");
  engine::Finding effect = undecidable_finding(sample, "milestone-due-before-prerequisite", "effect");
  effect.caused_by = {"cause"};
  engine::Finding effect_of_effect = undecidable_finding(sample, "milestone-order", "effect-of-effect");
  effect_of_effect.caused_by = {"effect"};
  sample.outcomes.findings = {effect, cause, effect_of_effect};
  CHECK("\n" + sample.human(english) == R"(
warning[milestone-due] undecidable: `due` of KI-WI4 is absent.
 --> roadmaps/ki.yaml:7:13
  |
7 |       - id: KI-WI4
  |             ^^^^^^
  |
  = also leaves undecided: milestone-due-before-prerequisite for KI-WI4, milestone-order for KI-WI4

1 file, 0 records, 0 rules: 0 errors, 3 warnings, 0 notes; 3 undecidable, 2 folded
)");
  CHECK("\n" + sample.human(german) == R"(
Warnung[milestone-due] nicht entscheidbar: `due` von KI-WI4 fehlt.
 --> roadmaps/ki.yaml:7:13
  |
7 |       - id: KI-WI4
  |             ^^^^^^
  |
  = deshalb auch nicht entscheidbar: milestone-due-before-prerequisite für KI-WI4, milestone-order für KI-WI4

1 Datei, 0 Datensätze, 0 Regeln: 0 Fehler, 3 Warnungen, 0 Hinweise; 3 nicht entscheidbar, 2 zusammengefasst
)");
}

TEST_CASE("at most five folded findings are named", "[report]") {
  Sample sample;
  sample.outcomes.findings = {undecidable_finding(sample, "r", "cause")};
  for (int index = 0; index < 7; ++index) {
    engine::Finding effect = undecidable_finding(sample, "e", "e" + std::to_string(index));
    effect.caused_by = {"cause"};
    sample.outcomes.findings.push_back(effect);
  }
  const std::string text = sample.human(english);
  CHECK(text.find("= also leaves undecided: e for KI-WI4, e for KI-WI4, e for KI-WI4, e for KI-WI4, e for KI-WI4, "
                  "and 2 more\n") != std::string::npos);
  CHECK(text.find("8 undecidable, 7 folded\n") != std::string::npos);
}

TEST_CASE("findings are drawn when their cause is not in the run or they only cause each other", "[report]") {
  Sample sample;
  engine::Finding lone = undecidable_finding(sample, "lone", "1");
  lone.caused_by = {"elsewhere"};
  engine::Finding left = undecidable_finding(sample, "left", "2");
  left.caused_by = {"3"};
  engine::Finding right = undecidable_finding(sample, "right", "3");
  right.caused_by = {"2"};
  engine::Finding decided = target_finding(sample);
  decided.caused_by = {"1"};
  sample.outcomes.findings = {lone, left, right, decided};
  const std::string text = sample.human(english);
  for (const std::string_view head : {"warning[lone] undecidable: ", "warning[left] undecidable: ",
                                      "warning[right] undecidable: ", "error[milestone-target]: "}) {
    CHECK(text.find(head) != std::string::npos);
  }
  CHECK(text.find("1 error, 3 warnings, 0 notes; 3 undecidable, 0 folded\n") != std::string::npos);
}

TEST_CASE("diagnostics come first, and rules that matched nothing are only counted", "[report]") {
  Sample sample;
  const FileId broken = sample.files.add("roadmaps/broken.yaml", "a: \"x\n");
  sample.diagnostics.append({"data-quote", Severity::error, "the quote is not closed", Span(broken, 3, 4), {}, {}, {}});
  sample.diagnostics.append({"rule-matched-nothing", Severity::warning, "rule `a` matched nothing", {}, {}, {}, {}});
  sample.diagnostics.append({"rule-matched-nothing", Severity::warning, "rule `b` matched nothing", {}, {}, {}, {}});
  sample.outcomes.findings = {undecidable_finding(sample, "milestone-due", "1")};
  CHECK("\n" + sample.human(english) == R"(
error[data-quote]: the quote is not closed
 --> roadmaps/broken.yaml:1:4
  |
1 | a: "x
  |    ^

warning[milestone-due] undecidable: `due` of KI-WI4 is absent.
 --> roadmaps/ki.yaml:7:13
  |
7 |       - id: KI-WI4
  |             ^^^^^^

2 rules matched no record; --statistics names them
about files and rules themselves: 1 error
1 file, 0 records, 0 rules: 0 errors, 1 warning, 0 notes; 1 undecidable, 0 folded
)");
  CHECK(sample.human(german_quiet) ==
        "2 Regeln trafen auf keinen Datensatz zu; --statistics nennt sie\n"
        "zu Dateien und Regeln selbst: 1 Fehler\n"
        "1 Datei, 0 Datensätze, 0 Regeln: 0 Fehler, 1 Warnung, 0 Hinweise; 1 nicht entscheidbar, 0 zusammengefasst\n");
}

TEST_CASE("statistics show every rule, why records were left unscoped, and which rules matched nothing", "[report]") {
  Sample sample;
  sample.outcomes.records = 60;
  sample.outcomes.rules = {account("milestone-owner", 57, 50, 7, 0, 0),
                           account("funding-counted-twice", 12, 10, 1, 1, 3), account("new-rule", 0, 0, 0, 0, 0)};
  sample.outcomes.rules[0].waived = 2;
  sample.outcomes.rules[1].unscoped_reasons = {
      {localized("funding[KI.funding.3].counted is absent", "funding[KI.funding.3].counted fehlt"), sample.at("2028"),
       2},
      {localized("the programme is unknown", "das Programm ist unbekannt"), Span(), 1}};
  sample.diagnostics.append({"rule-matched-nothing", Severity::warning, "rule `new-rule`", {}, {}, {}, {}});

  CHECK(sample.human(english_quiet) == R"(1 rule matched no record; --statistics names them
3 records left unscoped by 1 rule (--statistics says why)
1 file, 60 records, 3 rules: no findings; 2 waived
)");
  ReportOptions options = english;
  options.statistics = true;
  CHECK("\n" + sample.human(options) == R"(
rule                   matched  satisfied  violated  undecidable  unscoped  waived
milestone-owner             57         50         7            0         0       2
funding-counted-twice       12         10         1            1         3       0
new-rule                     0          0         0            0         0       0

left unscoped:
  funding-counted-twice
    2 × funding[KI.funding.3].counted is absent (roadmaps/ki.yaml:14)
    1 × the programme is unknown

matched no record:
  new-rule

1 rule matched no record
3 records left unscoped by 1 rule
1 file, 60 records, 3 rules: no findings; 2 waived
)");
  options.language = "de";
  CHECK("\n" + sample.human(options) == R"(
Regel                  geprüft  erfüllt  verletzt  nicht entscheidbar  außer Betracht  ausgenommen
milestone-owner             57       50         7                   0               0            2
funding-counted-twice       12       10         1                   1               3            0
new-rule                     0        0         0                   0               0            0

außer Betracht:
  funding-counted-twice
    2 × funding[KI.funding.3].counted fehlt (roadmaps/ki.yaml:14)
    1 × das Programm ist unbekannt

trafen auf keinen Datensatz zu:
  new-rule

1 Regel traf auf keinen Datensatz zu
3 Datensätze blieben außer Betracht bei 1 Regel
1 Datei, 60 Datensätze, 3 Regeln: keine Befunde; 2 ausgenommen
)");
}
