// The table of sentences: see html_words.hpp.
#include "report/html_words.hpp"

#include <fmt/format.h>

#include "report/html_writer.hpp"

namespace roadlint::report {
namespace {

constexpr HtmlWords english = {
    .page_title = "Check of technology roadmaps, {0}",
    .other_language = "Deutsch",
    .skip_to_findings = "Skip to the findings",
    .summary = "As of {0}, roadlint {1} found {2} in {3}.",
    .and_word = "and",
    .no_findings = "no findings",
    .nothing_checked = "Nothing was checked: no file could be read.",
    .not_counted = "Not counted among them:",
    .answer_by = "Please answer by {0}.",
    .organisation = "Organisation",
    .department = "Department",
    .address = "Address",
    .contact = "Contact",
    .reference = "Reference",
    .answer_within = "Answer within",
    .errors = {"{0} error", "{0} errors"},
    .warnings = {"{0} warning", "{0} warnings"},
    .notes = {"{0} note", "{0} notes"},
    .roadmaps = {"{0} roadmap", "{0} roadmaps"},
    .files = {"{0} file", "{0} files"},
    .records_and_rules = {"{0} record was checked", "{0} records were checked"},
    .rules = {"with {0} rule", "with {0} rules"},
    .undecidable_count = {"{0} of them cannot be decided", "{0} of them cannot be decided"},
    .waived_count = {"{0} waived", "{0} waived"},
    .known_count = {"{0} known from the baseline", "{0} known from the baseline"},
    .untouched_count = {"{0} not touched by the change", "{0} not touched by the change"},
    .fixed_count = {"{0} finding is fixed since the baseline.", "{0} findings are fixed since the baseline."},
    .error = "Error",
    .warning = "Warning",
    .note = "Note",
    .undecidable = "Cannot be decided",
    .heuristic = "A guess from words",
    .judgement = "Recorded judgement",
    .matrix_heading = "Goals and criteria",
    .matrix_explained =
        "Each cell counts the findings of a criterion; its sign is that of the worst one. A click shows "
        "just these findings.",
    .matrix_scrolls = "Goals and criteria, can be scrolled sideways",
    .goal_or_roadmap = "Roadmap and goal",
    .entity = "Kind of record",
    .other_rules = "others",
    .all_rules = "all",
    .whole_roadmap = "the roadmap itself",
    .no_roadmap = "Outside of a roadmap",
    .legend = "Legend",
    .cell_shows = "{0}, {1}: {2}, at worst “{3}”",
    .rows_left_out = {"{0} row with fewer findings is left out.", "{0} rows with fewer findings are left out."},
    .findings_of_cell = {"{0} finding", "{0} findings"},
    .timeline_heading = "Milestones over time",
    .timeline_described =
        "{0} milestones from {1} to {2}; {3} overdue, {4} due before something that they depend on. "
        "The table below lists them all.",
    .timeline_explained =
        "A bar reaches from the first to the last day of the period in which a milestone is due; an "
        "arrow leads from a milestone to the one that depends on it.",
    .timeline_continued = "Milestones over time, part {0} of {1}",
    .timeline_scrolls = "Milestones over time, can be scrolled sideways",
    .today = "As of {0}",
    .open_milestone = "open",
    .achieved = "achieved",
    .overdue = "overdue",
    .out_of_order = "due before something that it depends on",
    .dependency = "dependency",
    .without_date = "Milestones without a date",
    .as_table = "The same as a table",
    .roadmap = "Roadmap",
    .goal = "Goal",
    .milestone = "Milestone",
    .due = "Due",
    .state = "State",
    .depends_on = "Depends on",
    .no_date = "no date",
    .without_goal = "without a goal",
    .first_milestones_shown = "The first {0} of {1} milestones are shown; the findings cover all of them.",
    .funding_heading = "Money: programmes and roadmaps",
    .funding_described =
        "{0} lines of money lead from programmes to roadmaps; {1} without an amount, {2} may be counted "
        "twice. The table below lists them all.",
    .funding_explained = "The width of a band is its amount.",
    .funding_scrolls = "Money, can be scrolled sideways",
    .no_amount = "no amount stated",
    .counted_twice = "may be counted twice",
    .counted_twice_short = "counted twice?",
    .first_lines_shown = "The picture has the first {0} of {1} lines.",
    .programme = "Programme",
    .funding_line = "Line",
    .amount = "Amount",
    .counts = "Counts towards the total",
    .is_counted = "yes",
    .is_not_counted = "no",
    .not_stated = "not stated",
    .within_currency = "Amounts in {0}",
    .progress_heading = "Progress of indicators",
    .progress_explained =
        "The dashed line is the straight way from the baseline to the target; points are what was "
        "measured.",
    .progress_described = "{0} measurements; the last one is {1} on {2}.",
    .behind = "Behind: {0} on {1}; the straight way would have {2}.",
    .on_the_way = "On the way: {0} on {1}; the straight way would have {2}.",
    .reached = "Target reached: {0} on {1}.",
    .no_path = "{0} on {1}; without baseline and target there is no way to compare with.",
    .baseline = "Baseline",
    .target = "Target",
    .observations = "Measured",
    .indicator = "Indicator",
    .first_indicators_shown = "The first {0} of {1} indicators are shown.",
    .findings_heading = "Findings",
    .filter = "Filter",
    .place_filter = "Roadmap or goal",
    .file = "File",
    .responsible = "Responsible",
    .rule = "Rule",
    .severity = "Severity",
    .search = "Text",
    .all = "all",
    .nobody = "nobody named",
    .reset = "Show all",
    .shown_of_all = "{0} of {1} findings shown",
    .none_shown = "No finding fits this filter.",
    .left_out =
        "The {0} most severe of {1} findings are listed; {2} are left out. `--format json` and `--format csv` "
        "have all of them.",
    .place = "Place",
    .further_places = "Further places",
    .evidence = "Evidence",
    .evidence_and_basis = "Evidence and basis",
    .is_absent = "is absent",
    .help = "Help",
    .basis = "Basis",
    .because_of = "Can be decided after",
    .subject = "Subject",
    .responsible_from = "named in {0}",
    .link_to_finding = "Link to this finding",
    .expired_waiver = "A waiver for it has expired.",
    .waived_heading = "Waived findings ({0})",
    .known_heading = "Findings known from the baseline ({0})",
    .fixed_heading = "Fixed since the baseline ({0})",
    .waiver_reason = "Waived because",
    .waiver_until = "until {0}",
    .approved_by = "approved by {0}",
    .waiver_reference = "reference {0}",
    .known_reason = "Known from the baseline {0}.",
    .besides_heading = "About files and rules themselves",
    .colon = ": ",
    .months = "January February March April May June July August September October November December",
    .day_pattern = "{0} {2} {3}",
    .month_pattern = "{0} {1}",
    .quarter_pattern = "Q{0} {1}",
};

constexpr HtmlWords german = {
    .page_title = "Prüfung von Technologie-Roadmaps, {0}",
    .other_language = "English",
    .skip_to_findings = "Zu den Befunden springen",
    .summary = "Zum Stichtag {0} hat roadlint {1} in {3} {2} festgestellt.",
    .and_word = "und",
    .no_findings = "keine Befunde",
    .nothing_checked = "Es wurde nichts geprüft: Keine Datei war lesbar.",
    .not_counted = "Nicht mitgezählt:",
    .answer_by = "Um Antwort bis zum {0} wird gebeten.",
    .organisation = "Organisation",
    .department = "Referat",
    .address = "Anschrift",
    .contact = "Kontakt",
    .reference = "Geschäftszeichen",
    .answer_within = "Antwortfrist",
    .errors = {"{0} Fehler", "{0} Fehler"},
    .warnings = {"{0} Warnung", "{0} Warnungen"},
    .notes = {"{0} Hinweis", "{0} Hinweise"},
    .roadmaps = {"{0} Roadmap", "{0} Roadmaps"},
    .files = {"{0} Datei", "{0} Dateien"},
    .records_and_rules = {"{0} Datensatz wurde geprüft", "{0} Datensätze wurden geprüft"},
    .rules = {"nach {0} Regel", "nach {0} Regeln"},
    .undecidable_count = {"davon {0} nicht entscheidbar", "davon {0} nicht entscheidbar"},
    .waived_count = {"{0} ausgenommen", "{0} ausgenommen"},
    .known_count = {"{0} aus dem Vergleichsstand bekannt", "{0} aus dem Vergleichsstand bekannt"},
    .untouched_count = {"{0} von der Änderung nicht berührt", "{0} von der Änderung nicht berührt"},
    .fixed_count = {"{0} Befund ist seit dem Vergleichsstand behoben.",
                    "{0} Befunde sind seit dem Vergleichsstand behoben."},
    .error = "Fehler",
    .warning = "Warnung",
    .note = "Hinweis",
    .undecidable = "Nicht entscheidbar",
    .heuristic = "Vermutung nach Wörtern",
    .judgement = "Festgehaltenes Urteil",
    .matrix_heading = "Ziele und Kriterien",
    .matrix_explained =
        "Jedes Feld zählt die Befunde zu einem Kriterium; sein Zeichen ist das des schwersten Befunds. "
        "Ein Klick zeigt nur diese Befunde.",
    .matrix_scrolls = "Ziele und Kriterien, seitlich verschiebbar",
    .goal_or_roadmap = "Roadmap und Ziel",
    .entity = "Art des Datensatzes",
    .other_rules = "weitere",
    .all_rules = "alle",
    .whole_roadmap = "die Roadmap selbst",
    .no_roadmap = "Außerhalb einer Roadmap",
    .legend = "Legende",
    .cell_shows = "{0}, {1}: {2}, schwerster „{3}“",
    .rows_left_out = {"{0} Zeile mit weniger Befunden ist nicht aufgeführt.",
                      "{0} Zeilen mit weniger Befunden sind nicht aufgeführt."},
    .findings_of_cell = {"{0} Befund", "{0} Befunde"},
    .timeline_heading = "Meilensteine im Zeitverlauf",
    .timeline_described =
        "{0} Meilensteine von {1} bis {2}; {3} überfällig, {4} vor einer Voraussetzung fällig. Die "
        "Tabelle darunter führt alle auf.",
    .timeline_explained =
        "Ein Balken reicht vom ersten bis zum letzten Tag des Zeitraums, in dem ein Meilenstein fällig "
        "ist; ein Pfeil führt von einem Meilenstein zu dem, der auf ihm aufbaut.",
    .timeline_continued = "Meilensteine im Zeitverlauf, Teil {0} von {1}",
    .timeline_scrolls = "Meilensteine im Zeitverlauf, seitlich verschiebbar",
    .today = "Stichtag {0}",
    .open_milestone = "offen",
    .achieved = "erreicht",
    .overdue = "überfällig",
    .out_of_order = "vor einer Voraussetzung fällig",
    .dependency = "Abhängigkeit",
    .without_date = "Meilensteine ohne Termin",
    .as_table = "Als Tabelle",
    .roadmap = "Roadmap",
    .goal = "Ziel",
    .milestone = "Meilenstein",
    .due = "Fällig",
    .state = "Stand",
    .depends_on = "Baut auf",
    .no_date = "kein Termin",
    .without_goal = "ohne Ziel",
    .first_milestones_shown = "Gezeigt sind die ersten {0} von {1} Meilensteinen; die Befunde umfassen alle.",
    .funding_heading = "Mittel: Programme und Roadmaps",
    .funding_described =
        "{0} Mittelansätze führen von Programmen zu Roadmaps; {1} ohne Betrag, {2} möglicherweise doppelt "
        "gezählt. Die Tabelle darunter führt alle auf.",
    .funding_explained = "Die Breite eines Bandes entspricht dem Betrag.",
    .funding_scrolls = "Mittel, seitlich verschiebbar",
    .no_amount = "kein Betrag angegeben",
    .counted_twice = "möglicherweise doppelt gezählt",
    .counted_twice_short = "doppelt gezählt?",
    .first_lines_shown = "Das Bild zeigt die ersten {0} von {1} Mittelansätzen.",
    .programme = "Programm",
    .funding_line = "Mittelansatz",
    .amount = "Betrag",
    .counts = "Zählt zur Summe",
    .is_counted = "ja",
    .is_not_counted = "nein",
    .not_stated = "keine Angabe",
    .within_currency = "Beträge in {0}",
    .progress_heading = "Fortschritt der Indikatoren",
    .progress_explained =
        "Die gestrichelte Linie ist der gerade Weg vom Ausgangswert zum Zielwert; Punkte sind "
        "gemessene Werte.",
    .progress_described = "{0} Messwerte; der letzte ist {1} am {2}.",
    .behind = "Im Rückstand: {0} (Stand {1}); auf geradem Weg wären es {2}.",
    .on_the_way = "Auf Kurs: {0} (Stand {1}); auf geradem Weg wären es {2}.",
    .reached = "Ziel erreicht: {0} (Stand {1}).",
    .no_path = "{0} (Stand {1}); ohne Ausgangs- und Zielwert ist kein Vergleich möglich.",
    .baseline = "Ausgangswert",
    .target = "Zielwert",
    .observations = "Messwerte",
    .indicator = "Indikator",
    .first_indicators_shown = "Gezeigt sind die ersten {0} von {1} Indikatoren.",
    .findings_heading = "Befunde",
    .filter = "Auswahl",
    .place_filter = "Roadmap oder Ziel",
    .file = "Datei",
    .responsible = "Zuständig",
    .rule = "Regel",
    .severity = "Schweregrad",
    .search = "Text",
    .all = "alle",
    .nobody = "niemand benannt",
    .reset = "Alle zeigen",
    .shown_of_all = "{0} von {1} Befunden gezeigt",
    .none_shown = "Kein Befund passt zu dieser Auswahl.",
    .left_out =
        "Aufgeführt sind die {0} schwersten von {1} Befunden; {2} sind nicht aufgeführt. `--format json` und "
        "`--format csv` enthalten alle.",
    .place = "Fundstelle",
    .further_places = "Weitere Stellen",
    .evidence = "Belege",
    .evidence_and_basis = "Belege und Grundlage",
    .is_absent = "fehlt",
    .help = "Abhilfe",
    .basis = "Grundlage",
    .because_of = "Entscheidbar nach",
    .subject = "Gegenstand",
    .responsible_from = "benannt in {0}",
    .link_to_finding = "Verweis auf diesen Befund",
    .expired_waiver = "Eine Ausnahme dafür ist abgelaufen.",
    .waived_heading = "Ausgenommene Befunde ({0})",
    .known_heading = "Aus dem Vergleichsstand bekannte Befunde ({0})",
    .fixed_heading = "Seit dem Vergleichsstand behoben ({0})",
    .waiver_reason = "Ausgenommen, weil",
    .waiver_until = "bis {0}",
    .approved_by = "genehmigt durch {0}",
    .waiver_reference = "Zeichen {0}",
    .known_reason = "Bekannt aus dem Vergleichsstand {0}.",
    .besides_heading = "Zu Dateien und Regeln selbst",
    .colon = ": ",
    .months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    .day_pattern = "{0:02}.{1:02}.{3}",
    .month_pattern = "{0} {1}",
    .quarter_pattern = "{0}. Quartal {1}",
};

/// The word at a place (from 0) of words that are apart by blanks.
std::string_view word_at(std::string_view words, int place) {
  for (; place > 0; --place) words.remove_prefix(words.find(' ') + 1);
  return words.substr(0, words.find(' '));
}

/// The number at an offset of "2028-06-29".
int digits_at(std::string_view text, std::size_t offset) {
  int number = 0;
  for (; offset < text.size() && text[offset] >= '0' && text[offset] <= '9'; ++offset) {
    number = number * 10 + (text[offset] - '0');
  }
  return number;
}

constexpr std::size_t month_offset = 5;
constexpr std::size_t quarter_offset = 6;
constexpr std::size_t day_offset = 8;

/// "29 June 2026" or "29.06.2026".
std::string day_text(DayNumber day, const HtmlWords& words) {
  const std::string date = calendar_text(CalendarPeriod::of_day(day));
  const int month = digits_at(date, month_offset);
  return fmt::format(fmt::runtime(words.day_pattern), digits_at(date, day_offset), month,
                     word_at(words.months, month - 1), year_of(day));
}

}  // namespace

const HtmlWords& html_words_in(std::string_view language) { return language == "de" ? german : english; }

std::string counted(HtmlPhrase phrase, std::size_t number, std::string_view language) {
  const Phrase& forms = html_words_in(language).*phrase;
  return fmt::format(fmt::runtime(number == 1 ? forms.one : forms.several), count_text(number, language));
}

HtmlSentence severity_sentence(Severity severity) {
  if (severity == Severity::error) return &HtmlWords::error;
  return severity == Severity::warning ? &HtmlWords::warning : &HtmlWords::note;
}

std::string date_text(const CalendarPeriod& period, std::string_view language) {
  const HtmlWords& words = html_words_in(language);
  const std::string date = calendar_text(period);
  const int year = year_of(period.first);
  switch (period.precision) {
    case DatePrecision::year:
      return date;
    case DatePrecision::quarter:
      return fmt::format(fmt::runtime(words.quarter_pattern), digits_at(date, quarter_offset), year);
    case DatePrecision::month:
      return fmt::format(fmt::runtime(words.month_pattern), word_at(words.months, digits_at(date, month_offset) - 1),
                         year);
    case DatePrecision::day:
      break;
  }
  const std::string first = day_text(period.first, words);
  return period.first == period.last ? first : first + "–" + day_text(period.last, words);
}

std::string date_text(std::string_view date, std::string_view language) {
  const auto period = read_calendar_period(date);
  return period ? date_text(*period, language) : std::string(date);
}

}  // namespace roadlint::report
