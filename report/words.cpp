// The table of words: see words.hpp.
#include "report/words.hpp"

#include <fmt/format.h>

#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr Words english = {
    .error = "error",
    .warning = "warning",
    .note = "note",
    .help = "help",
    .evidence = "evidence",
    .basis = "basis",
    .responsible = "responsible",
    .unread = "source not read",
    .undecidable = "undecidable",
    .heuristic = "heuristic",
    .is_absent = "is absent",
    .also_leaves_undecided = "also leaves undecided",
    .rule_for_subject = "for",
    .more_lines = {"and {} more line", "and {} more lines"},
    .more_places = {"and {} more place", "and {} more places"},
    .more_entries = {"and {} more", "and {} more"},
    .files = {"{} file", "{} files"},
    .records = {"{} record", "{} records"},
    .rules = {"{} rule", "{} rules"},
    .errors = {"{} error", "{} errors"},
    .warnings = {"{} warning", "{} warnings"},
    .notes = {"{} note", "{} notes"},
    .no_findings = "no findings",
    .undecidable_count = {"{} undecidable", "{} undecidable"},
    .folded_count = {"{} folded", "{} folded"},
    .waived_count = {"{} waived", "{} waived"},
    .besides_findings = "about files and rules themselves",
    .matched_nothing = {"{} rule matched no record", "{} rules matched no record"},
    .statistics_name_them = "--statistics names them",
    .records_unscoped = {"{} record left unscoped", "{} records left unscoped"},
    .by_rules = {"by {} rule", "by {} rules"},
    .statistics_say_why = "--statistics says why",
    .rule = "rule",
    .matched = "matched",
    .satisfied = "satisfied",
    .violated = "violated",
    .undecidable_column = "undecidable",
    .unscoped = "unscoped",
    .waived = "waived",
    .left_unscoped = "left unscoped",
    .rules_without_records = "matched no record",
    .checked_while_reading = "checked while reading",
    .no_rule = "no rule",
    .nothing_found = "nothing found",
    .rule_without_records = "matched no record",
    .needs_earlier_version = "compares with an earlier version",
    .paragraphs = {"{} paragraph", "{} paragraphs"},
    .covered = {"{} covered", "{} covered"},
    .without_rule = {"{} without a rule", "{} without a rule"},
    .changes = {"{} change", "{} changes"},
    .no_changes = "no changes",
    .is_new = "is new",
    .is_gone = "is gone",
    .later = "later",
    .earlier = "earlier",
    .higher = "higher",
    .lower = "lower",
    .nothing_stated = "not stated",
    .before_in = "before",
    .new_findings = "New findings",
    .gone_findings = "Findings that are gone",
    .new_count = {"{} new finding", "{} new findings"},
    .gone_count = {"{} gone", "{} gone"},
    .unchanged_count = {"{} unchanged", "{} unchanged"},
    .severity = "severity",
    .subject = "subject",
    .message = "message",
    .place = "place",
    .findings = "findings",
    .findings_by_rule = "findings by rule",
    .until = "until",
    .known_from_baseline = "known from the baseline",
    .known_count = {"{} known from the baseline", "{} known from the baseline"},
    .fixed_count = {"{} fixed since the baseline", "{} fixed since the baseline"},
    .fixed_findings = "Fixed since the baseline",
    .prune_removes_them = "`roadlint baseline prune` removes them",
    .nothing_checked = "nothing was checked",
    .untouched_count = {"{} not touched by the change", "{} not touched by the change"},
    .not_shown = "not shown here; the summary of this step lists all findings",
    .left_out_for_size = {"{} more finding is left out, to keep this report small enough",
                          "{} more findings are left out, to keep this report small enough"},
    .evidence_left_out_for_size = "evidence is left out, to keep this report small enough",
};

constexpr Words german = {
    .error = "Fehler",
    .warning = "Warnung",
    .note = "Hinweis",
    .help = "Hilfe",
    .evidence = "Beleg",
    .basis = "Grundlage",
    .responsible = "zuständig",
    .unread = "Quelle nicht gelesen",
    .undecidable = "nicht entscheidbar",
    .heuristic = "heuristisch",
    .is_absent = "fehlt",
    .also_leaves_undecided = "deshalb auch nicht entscheidbar",
    .rule_for_subject = "für",
    .more_lines = {"und {} weitere Zeile", "und {} weitere Zeilen"},
    .more_places = {"und {} weitere Stelle", "und {} weitere Stellen"},
    .more_entries = {"und {} weiterer", "und {} weitere"},
    .files = {"{} Datei", "{} Dateien"},
    .records = {"{} Datensatz", "{} Datensätze"},
    .rules = {"{} Regel", "{} Regeln"},
    .errors = {"{} Fehler", "{} Fehler"},
    .warnings = {"{} Warnung", "{} Warnungen"},
    .notes = {"{} Hinweis", "{} Hinweise"},
    .no_findings = "keine Befunde",
    .undecidable_count = {"{} nicht entscheidbar", "{} nicht entscheidbar"},
    .folded_count = {"{} zusammengefasst", "{} zusammengefasst"},
    .waived_count = {"{} ausgenommen", "{} ausgenommen"},
    .besides_findings = "zu Dateien und Regeln selbst",
    .matched_nothing = {"{} Regel traf auf keinen Datensatz zu", "{} Regeln trafen auf keinen Datensatz zu"},
    .statistics_name_them = "--statistics nennt sie",
    .records_unscoped = {"{} Datensatz blieb außer Betracht", "{} Datensätze blieben außer Betracht"},
    .by_rules = {"bei {} Regel", "bei {} Regeln"},
    .statistics_say_why = "--statistics nennt die Gründe",
    .rule = "Regel",
    .matched = "geprüft",
    .satisfied = "erfüllt",
    .violated = "verletzt",
    .undecidable_column = "nicht entscheidbar",
    .unscoped = "außer Betracht",
    .waived = "ausgenommen",
    .left_unscoped = "außer Betracht",
    .rules_without_records = "trafen auf keinen Datensatz zu",
    .checked_while_reading = "geprüft beim Lesen",
    .no_rule = "keine Regel",
    .nothing_found = "ohne Befund",
    .rule_without_records = "traf auf keinen Datensatz zu",
    .needs_earlier_version = "vergleicht mit einer früheren Fassung",
    .paragraphs = {"{} Absatz", "{} Absätze"},
    .covered = {"{} abgedeckt", "{} abgedeckt"},
    .without_rule = {"{} ohne Regel", "{} ohne Regel"},
    .changes = {"{} Änderung", "{} Änderungen"},
    .no_changes = "keine Änderungen",
    .is_new = "ist neu",
    .is_gone = "ist entfallen",
    .later = "später",
    .earlier = "früher",
    .higher = "höher",
    .lower = "niedriger",
    .nothing_stated = "keine Angabe",
    .before_in = "vorher",
    .new_findings = "Neue Befunde",
    .gone_findings = "Entfallene Befunde",
    .new_count = {"{} neuer Befund", "{} neue Befunde"},
    .gone_count = {"{} entfallen", "{} entfallen"},
    .unchanged_count = {"{} unverändert", "{} unverändert"},
    .severity = "Schweregrad",
    .subject = "Gegenstand",
    .message = "Meldung",
    .place = "Fundstelle",
    .findings = "Befunde",
    .findings_by_rule = "Befunde nach Regeln",
    .until = "bis",
    .known_from_baseline = "aus dem Vergleichsstand bekannt",
    .known_count = {"{} aus dem Vergleichsstand bekannt", "{} aus dem Vergleichsstand bekannt"},
    .fixed_count = {"{} seit dem Vergleichsstand behoben", "{} seit dem Vergleichsstand behoben"},
    .fixed_findings = "Seit dem Vergleichsstand behoben",
    .prune_removes_them = "`roadlint baseline prune` entfernt sie",
    .nothing_checked = "nichts wurde geprüft",
    .untouched_count = {"{} von der Änderung nicht berührt", "{} von der Änderung nicht berührt"},
    .not_shown = "hier nicht gezeigt; die Zusammenfassung dieses Schritts führt alle Befunde auf",
    .left_out_for_size = {"{} weiterer Befund ist nicht aufgeführt, damit der Bericht nicht zu groß wird",
                          "{} weitere Befunde sind nicht aufgeführt, damit der Bericht nicht zu groß wird"},
    .evidence_left_out_for_size = "Belege sind nicht aufgeführt, damit der Bericht nicht zu groß wird",
};

}  // namespace

std::string Phrase::with(std::size_t number) const {
  return fmt::format(fmt::runtime(number == 1 ? one : several), number);
}

const Words& words_in(std::string_view language) { return language == "de" ? german : english; }

std::string_view severity_word(const Words& words, Severity severity) {
  switch (severity) {
    case Severity::note:
      return words.note;
    case Severity::warning:
      return words.warning;
    case Severity::error:
      return words.error;
  }
  return words.error;
}

std::string basis_text(const Basis& basis, const Words& words) {
  const std::string text = one_line(basis.text());
  return basis.is_unread ? text + " (" + std::string(words.unread) + ")" : text;
}

}  // namespace roadlint::report
