// Sentences of the loader's findings: see mistakes.hpp.
#include "engine/load/mistakes.hpp"

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint::engine {
namespace {

/// Values longer than this are cut in sentences; the caret shows the rest.
constexpr std::size_t longest_shown_value = 60;
/// Known names listed in a help.
constexpr std::size_t most_listed_names = 30;

std::string shown(std::string_view value) {
  std::string text = utf8::printable(value);
  if (utf8::count_code_points(text) <= longest_shown_value) return "`" + text + "`";
  std::size_t offset = 0;
  for (std::size_t count = 0; count < longest_shown_value; ++count)
    static_cast<void>(utf8::next_code_point(text, offset));
  return "`" + text.substr(0, offset) + "…`";
}

DataMistake mistake(std::string rule, MistakePlace place, std::string en, std::string de) {
  DataMistake result;
  result.rule = std::move(rule);
  result.record = place.record;
  result.span = place.span;
  result.field = std::move(place.field);
  result.value = std::move(place.value);
  result.message.set("en", std::move(en));
  result.message.set("de", std::move(de));
  return result;
}

void set_help(DataMistake& result, std::string en, std::string de) {
  result.help.set("en", std::move(en));
  result.help.set("de", std::move(de));
}

/// "did you mean", or the list of what there is.
void suggest(DataMistake& result, std::string_view name, const std::vector<std::string>& known) {
  if (const auto nearest = nearest_name(name, known)) {
    set_help(result, "Did you mean `" + *nearest + "`?", "Ist `" + *nearest + "` gemeint?");
    return;
  }
  if (known.empty() || known.size() > most_listed_names) return;
  std::string names;
  for (const std::string& entry : known) names += (names.empty() ? "`" : ", `") + entry + "`";
  set_help(result, "Known here: " + names + ".", "Hier bekannt: " + names + ".");
}

}  // namespace

const std::vector<DataRule>& data_rules() {
  static const std::vector<DataRule> rules = {
      {"data-ambiguous-number", "A number can be read in one way only", "Eine Zahl ist eindeutig lesbar"},
      {"data-dangling-reference", "A reference leads to a record", "Ein Verweis führt zu einem Eintrag"},
      {"data-duplicate-id", "An id is used once", "Eine Kennung kommt einmal vor"},
      {"data-missing-field", "A required field is stated", "Ein Pflichtfeld ist angegeben"},
      {"data-unknown-field", "The model knows every field", "Das Modell kennt jedes Feld"},
      {"data-wrong-currency", "An amount is in the expected currency", "Ein Betrag hat die erwartete Währung"},
      {"data-wrong-type", "A value has the type of its field", "Ein Wert hat den Typ seines Feldes"},
  };
  return rules;
}

Expectation expectation_of(const dsl::Model& model, const dsl::Type& type, bool is_reference) {
  using dsl::TypeKind;
  if (type.is_list) return {"a list", "eine Liste"};
  switch (type.kind) {
    case TypeKind::boolean:
      return {"`true` or `false`", "`true` oder `false`"};
    case TypeKind::number:
      return {"a number", "eine Zahl"};
    case TypeKind::percent:
      return {"a percentage such as `50 %`", "ein Prozentwert wie `50 %`"};
    case TypeKind::factor:
      return {"a factor such as `×2`", "ein Faktor wie `×2`"};
    case TypeKind::quantity:
      return {"a number with or without a unit", "eine Zahl mit oder ohne Einheit"};
    case TypeKind::money:
      return {"an amount with a currency, such as `1.5 million EUR`", "ein Betrag mit Währung wie `1,5 Mio. EUR`"};
    case TypeKind::date:
    case TypeKind::deadline:
      return {"a date such as `2028`, `2028-Q4`, `2028-06` or `2028-06-30`",
              "ein Datum wie `2028`, `2028-Q4`, `2028-06` oder `2028-06-30`"};
    case TypeKind::duration:
      return {"a duration such as `18 months`", "eine Dauer wie `18 Monate`"};
    case TypeKind::record:
      if (is_reference) {
        return {"the id of a record of `" + model.tables[type.index].name + "`",
                "die Kennung eines Eintrags von `" + model.tables[type.index].name + "`"};
      }
      return {"a mapping `field: value`", "eine Zuordnung `Feld: Wert`"};
    default:
      return {"a text", "ein Text"};
  }
}

DataMistake wrong_type(MistakePlace place, const Expectation& expected) {
  const std::string value = shown(place.value);
  const std::string field = "`" + place.field + "`";
  return mistake("data-wrong-type", std::move(place), field + " must be " + expected.en + ", found " + value + ".",
                 "In " + field + " gehört " + expected.de + ", gefunden wurde " + value + ".");
}

DataMistake unknown_field(MistakePlace place, std::string_view container, std::vector<std::string> known) {
  const std::string name = place.value;
  const std::string where(container);
  DataMistake result =
      mistake("data-unknown-field", std::move(place), "`" + where + "` has no field " + shown(name) + ".",
              "`" + where + "` hat kein Feld " + shown(name) + ".");
  suggest(result, name, known);
  return result;
}

DataMistake missing_field(MistakePlace place, std::string_view container) {
  const std::string field = place.field;
  const std::string where(container);
  DataMistake result = mistake("data-missing-field", std::move(place), "`" + where + "` has no `" + field + "`.",
                               "Bei `" + where + "` fehlt `" + field + "`.");
  set_help(result, "Write `" + field + ":` with a value.", "`" + field + ":` mit einem Wert angeben.");
  return result;
}

DataMistake ambiguous_number(MistakePlace place) {
  const std::string value = shown(place.value);
  const std::string field = "`" + place.field + "`";
  DataMistake result =
      mistake("data-ambiguous-number", std::move(place),
              field + ": " + value + " is read differently in German and in English, by a factor of a thousand.",
              field + ": " + value +
                  " wird auf Deutsch und auf Englisch verschieden gelesen; der Unterschied ist der Faktor tausend.");
  set_help(
      result,
      "Write it without a separator, or declare `number_format: de` or `number_format: en` at the top of the file.",
      "Ohne Trennzeichen schreiben oder am Anfang der Datei `number_format: de` oder `number_format: en` angeben.");
  return result;
}

DataMistake too_many_digits(MistakePlace place) {
  const std::string value = shown(place.value);
  const std::string field = "`" + place.field + "`";
  DataMistake result =
      mistake("data-wrong-type", std::move(place), field + ": the number " + value + " has too many digits.",
              field + ": Die Zahl " + value + " hat zu viele Ziffern.");
  const std::string limit = std::to_string(limits::number_digits);
  set_help(result, "A number has at most " + limit + " digits.", "Eine Zahl hat höchstens " + limit + " Ziffern.");
  return result;
}

DataMistake no_such_date(MistakePlace place) {
  const std::string value = shown(place.value);
  const std::string field = "`" + place.field + "`";
  return mistake("data-wrong-type", std::move(place), field + ": there is no date " + value + ".",
                 field + ": Das Datum " + value + " gibt es nicht.");
}

DataMistake other_currency(MistakePlace place, std::string_view expected) {
  const std::string value = shown(place.value);
  const std::string field = "`" + place.field + "`";
  const std::string currency(expected);
  DataMistake result = mistake("data-wrong-currency", std::move(place),
                               field + " must be an amount in " + currency + ", found " + value + ".",
                               "In " + field + " gehört ein Betrag in " + currency + ", gefunden wurde " + value + ".");
  set_help(result, "Amounts are never converted: write the amount in " + currency + ", with its source.",
           "Beträge werden nie umgerechnet: den Betrag in " + currency + " angeben, mit Quelle.");
  return result;
}

DataMistake duplicate_id(MistakePlace place, std::string_view entity, Span first) {
  const std::string id = shown(place.value);
  const std::string name(entity);
  DataMistake result =
      mistake("data-duplicate-id", std::move(place), "The id " + id + " of `" + name + "` is used more than once.",
              "Die Kennung " + id + " von `" + name + "` kommt mehrfach vor.");
  result.other = first;
  set_help(result, "Give each record an id of its own.", "Jedem Eintrag eine eigene Kennung geben.");
  return result;
}

DataMistake dangling_reference(MistakePlace place, std::string_view entity, const std::vector<std::string>& known) {
  const std::string id = place.value;
  const std::string name(entity);
  const std::string field = "`" + place.field + "`";
  DataMistake result = mistake("data-dangling-reference", std::move(place),
                               field + " refers to " + shown(id) + ", but no `" + name + "` has this id.",
                               field + " verweist auf " + shown(id) + ", aber kein `" + name + "` hat diese Kennung.");
  suggest(result, id, known);
  return result;
}

DataMistake no_member(MistakePlace place, std::string_view enumeration, std::vector<std::string> members) {
  const std::string value = place.value;
  const std::string name(enumeration);
  const std::string field = "`" + place.field + "`";
  DataMistake result =
      mistake("data-wrong-type", std::move(place), field + ": " + shown(value) + " is no member of `" + name + "`.",
              field + ": " + shown(value) + " gehört nicht zu `" + name + "`.");
  suggest(result, value, members);
  return result;
}

}  // namespace roadlint::engine
