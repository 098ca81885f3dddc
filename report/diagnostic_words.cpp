// The German sentences: see diagnostic_words.hpp.
#include "report/diagnostic_words.hpp"

namespace roadlint::report {

constinit const DiagnosticWords german_diagnostics = {
    // Data that cannot be read.
    .data_not_found = "Die angegebene Datei oder der angegebene Ordner ist nicht vorhanden.",
    .data_none = "Der angegebene Ordner enthält keine Datendateien.",
    .data_unreadable = "Die Datei lässt sich nicht öffnen oder lesen und wurde deshalb nicht geprüft.",
    .data_empty = "Die Datei ist leer oder enthält nur Kommentare.",
    .data_too_large = "Die Datei überschreitet die zulässige Größe und wurde deshalb nicht geprüft.",
    .data_binary = "Die Datei enthält Zeichen, die kein Text sind; bis zur Korrektur kann sie nicht geprüft werden.",
    .data_encoding = "Die Datei ist nicht in UTF-8 kodiert; bis zur Umwandlung kann sie nicht geprüft werden.",
    .data_line_break =
        "Die Datei verwendet eine veraltete Art von Zeilenumbrüchen; bis zur Umwandlung kann sie nicht "
        "geprüft werden.",
    .data_syntax = "Die Datei ist nicht wohlgeformt; bis zur Korrektur kann sie nicht geprüft werden.",
    .data_tab =
        "Eine Zeile ist mit einem Tabulator statt mit Leerzeichen eingerückt; bis zur Korrektur kann die Datei "
        "nicht geprüft werden.",
    .data_missing_colon =
        "Hinter einem Schlüssel fehlt der Doppelpunkt; bis zur Korrektur kann die Datei nicht geprüft "
        "werden.",
    .data_open_quote =
        "Ein Text in Anführungszeichen ist nicht abgeschlossen; bis zur Korrektur kann die Datei nicht "
        "geprüft werden.",
    .data_duplicate_key =
        "Ein Schlüssel ist an derselben Stelle zweimal angegeben; bis zur Korrektur kann die Datei nicht "
        "geprüft werden.",
    .data_nesting =
        "Die Angaben sind tiefer verschachtelt als zulässig; bis zur Korrektur kann die Datei nicht geprüft "
        "werden.",
    .data_alias =
        "Die Datei verwendet Anker oder Verweise der Sprache YAML, die nicht zulässig sind; bis zur Korrektur "
        "kann sie nicht geprüft werden.",
    .data_tag = "Die Datei verwendet eine unbekannte Typangabe; bis zur Korrektur kann sie nicht geprüft werden.",
    .data_key = "Ein Schlüssel ist kein einfacher Text; bis zur Korrektur kann die Datei nicht geprüft werden.",
    .data_several_documents =
        "Die Datei enthält mehrere Dokumente, zulässig ist eines; bis zur Korrektur kann sie nicht "
        "geprüft werden.",
    .data_trailing =
        "Hinter dem Ende des Dokuments folgt weiterer Text; bis zur Korrektur kann die Datei nicht geprüft "
        "werden.",
    .data_earlier_version = "Die frühere Fassung der Daten enthält Fehler; der Vergleich mit ihr kann Lücken haben.",
    .too_many_errors = "Weitere Fehler in dieser Datei sind nicht aufgeführt.",
    // Mistakes in rules.
    .rule_not_found = "Eine Regeldatei oder eine von ihr verwendete Datei ist nicht vorhanden.",
    .rule_not_text = "Die Regeldatei ist kein Text in UTF-8.",
    .rule_file_too_large = "Die Regeldatei überschreitet die zulässige Größe.",
    .rule_syntax = "Der Text der Regel entspricht nicht der Grammatik der Regelsprache.",
    .rule_unknown_name = "Ein Name in der Regel ist nicht definiert.",
    .rule_unknown_field = "Die Regel nennt ein Feld, das der Datensatz nicht hat.",
    .rule_unknown_type = "Ein Typ ist nicht definiert.",
    .rule_type_mismatch = "Ein Wert in der Regel hat einen Typ, der an dieser Stelle nicht stehen kann.",
    .rule_currency_mismatch = "In der Regel treffen Beträge in verschiedenen Währungen aufeinander.",
    .rule_bad_call = "Ein Aufruf in der Regel hat eine falsche Zahl von Argumenten.",
    .rule_duplicate_id = "Zwei Regeln haben dieselbe Kennung.",
    .rule_duplicate_name = "Ein Name ist zweimal definiert.",
    .rule_shadowed_name = "Ein Name verdeckt einen anderen.",
    .rule_unused_name = "Ein Name in den Regeln wird nicht verwendet.",
    .rule_constant_condition = "Eine Bedingung in den Regeln ist stets erfüllt oder nie erfüllt.",
    .rule_never_fires = "Die Regel kann nie verletzt werden.",
    .rule_missing_language = "Ein Text der Regel fehlt in einer der Sprachen des Regelpakets.",
    .rule_unknown_language = "Ein Text der Regel steht in einer Sprache, die das Regelpaket nicht angibt.",
    .rule_incomplete = "Der Regel fehlt eine Anweisung.",
    .rule_order = "Eine Anweisung der Regel steht an der falschen Stelle.",
    .rule_recursion = "Eine Definition verwendet sich selbst.",
    .rule_pattern = "Ein Suchmuster ist fehlerhaft oder zu groß.",
    .rule_model = "Das Modell widerspricht sich.",
    .rule_family = "Eine Zeile passt nicht zu ihrer Regelfamilie.",
    .rule_unknown_paragraph = "Die Grundlage der Regel nennt einen Absatz, den das Dokument nicht hat.",
    .rule_heuristic_error = "Eine heuristische Regel hat den Schweregrad Fehler.",
    .rule_matched_nothing = "Die Regel traf auf keinen Datensatz zu.",
    .rule_too_costly =
        "Die Regel überschreitet die zulässige Zahl von Rechenschritten und wurde deshalb nicht vollständig "
        "geprüft.",
    // Wrong use of the command line.
    .use_parameter = "Ein Parameter ist nicht bekannt oder hat einen unzulässigen Wert.",
    .use_unknown_rule = "Eine angegebene Regel gibt es nicht.",
    .use_unknown_document = "Ein angegebenes Dokument ist in den Regeln nicht verzeichnet.",
    .use_output = "Ein Bericht lässt sich nicht schreiben.",
    .use_option = "Angaben beim Aufruf widersprechen sich oder sind unvollständig.",
    .use_variable = "Eine Umgebungsvariable, deren Name mit `ROADLINT_` beginnt, ist nicht bekannt.",
    .use_exists = "Eine Datei, die geschrieben werden soll, ist bereits vorhanden.",
    // Mistakes in configuration, waivers and baselines.
    .config_not_found = "Eine Konfigurationsdatei lässt sich nicht lesen.",
    .config_several = "Mehrere Konfigurationsdateien kommen in Betracht.",
    .config_cycle = "Konfigurationsdateien bauen im Kreis aufeinander auf.",
    .config_unknown_key = "Die Konfiguration enthält einen unbekannten Schlüssel.",
    .config_value = "Ein Wert der Konfiguration ist nicht zulässig.",
    .config_unknown_rule = "Die Konfiguration nennt eine Regel, die es nicht gibt.",
    .waiver_not_found = "Eine Datei mit Ausnahmen lässt sich nicht lesen.",
    .waiver_version =
        "Die Datei mit Ausnahmen ist von anderer Art oder stammt aus einer neueren Fassung des Programms.",
    .waiver_unknown_key = "Eine Ausnahme oder ein anerkannter Befund enthält einen unbekannten Schlüssel.",
    .waiver_value = "Ein Wert einer Ausnahme oder eines anerkannten Befunds ist nicht zulässig.",
    .waiver_incomplete =
        "Einer Ausnahme oder einem anerkannten Befund fehlt eine vorgeschriebene Angabe, etwa die Regel, der "
        "Gegenstand, die Begründung, das Ablaufdatum oder bei einem Vorschlag die Genehmigung.",
    .waiver_comment = "Ein an das Prüfprogramm gerichteter Kommentar ist nicht verständlich.",
    .waiver_unknown_rule = "Eine Ausnahme oder ein anerkannter Befund nennt eine Regel, die es nicht gibt.",
    .baseline_not_found = "Der Vergleichsstand lässt sich nicht lesen.",
    .baseline_broken = "Der Vergleichsstand hat nicht die vorgesehene Form.",
    .baseline_version = "Der Vergleichsstand ist von anderer Art oder stammt aus einer neueren Fassung des Programms.",
    .baseline_unknown_rule = "Der Vergleichsstand nennt eine Regel, die es nicht gibt.",
    // Answers to lists.
    .answers_not_found = "Eine Datei mit Antworten lässt sich nicht lesen.",
    .answers_format = "Die Datei mit Antworten ist weder eine Arbeitsmappe noch CSV, oder sie ist beschädigt.",
    .answers_no_table = "Die Datei mit Antworten enthält keine Tabelle der Befunde.",
    .answers_encoding = "Die Datei mit Antworten ist nicht in UTF-8 kodiert.",
    .answers_unclear = "Eine Antwort ist unvollständig, widersprüchlich oder nicht verständlich.",
    .answers_unknown_finding = "Eine Antwort bezieht sich auf einen Befund, der nicht mehr besteht.",
    // A change that cannot be looked at.
    .git_missing = "Das Programm git ist nicht installiert.",
    .git_no_repository = "Die Daten liegen in keinem Git-Repositorium.",
    .git_revision = "Einen angegebenen Stand der Versionsverwaltung gibt es nicht.",
    .git_shallow = "Die Kopie des Git-Repositoriums reicht nicht bis zu dem angegebenen Stand zurück.",
    .git_failed = "Ein Aufruf der Versionsverwaltung git ist fehlgeschlagen.",
};

namespace {

/// Empty for a code that is not in the registry.
std::string_view german_sentence(std::string_view wanted) {
#define ROADLINT_DIAGNOSTIC(identifier, code, severity, meaning) \
  if (wanted == (code)) return german_diagnostics.identifier;
#include "base/diagnostic_codes.def"
#undef ROADLINT_DIAGNOSTIC
  return {};
}

}  // namespace

std::string_view diagnostic_message(const Diagnostic& diagnostic, std::string_view language) {
  const std::string_view sentence = language == "de" ? german_sentence(diagnostic.code) : std::string_view{};
  return sentence.empty() ? std::string_view(diagnostic.message) : sentence;
}

std::string_view diagnostic_help(const Diagnostic& diagnostic, std::string_view language) {
  return language == "de" ? std::string_view{} : std::string_view(diagnostic.help);
}

}  // namespace roadlint::report
