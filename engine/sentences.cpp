// See sentences.hpp. Languages other than German are answered in English.
#include "engine/sentences.hpp"

#include "base/limits.hpp"

namespace roadlint::engine {
namespace {

/// Causes named in one message; the evidence has all.
constexpr std::size_t most_named_causes = 3;

std::string reason_text(MissingReason reason, bool is_german) {
  switch (reason) {
    case MissingReason::absent:
      return is_german ? "fehlt" : "is absent";
    case MissingReason::wrong_type:
      return is_german ? "ist nicht lesbar" : "cannot be read";
    case MissingReason::dangling:
      return is_german ? "verweist auf nichts" : "refers to nothing";
    case MissingReason::several_records:
      return is_german ? "verweist auf mehrere Einträge, die sich hier unterscheiden"
                       : "refers to several records that differ here";
    case MissingReason::unlike_units:
      return is_german ? "hat eine andere Einheit" : "is in another unit";
    case MissingReason::unlike_currencies:
      return is_german ? "ist in einer anderen Währung" : "is in another currency";
    case MissingReason::overlapping_dates:
      return is_german ? "ist zu ungenau für eine Reihenfolge" : "is too imprecise for an order";
    case MissingReason::division_by_zero:
      return is_german ? "führt zu einer Division durch null" : "leads to a division by zero";
    case MissingReason::out_of_calendar:
      return is_german ? "führt aus dem Kalender hinaus" : "leads beyond the calendar";
    case MissingReason::nothing_to_choose:
      return is_german ? "enthält nichts, woraus zu wählen wäre" : "holds nothing to choose from";
    case MissingReason::uncertain_days:
      return is_german ? "hat keine feste Zahl von Tagen" : "has no certain number of days";
    case MissingReason::no_match:
      return is_german ? "enthält keines der gesuchten Wörter" : "holds none of the words";
    case MissingReason::too_many_digits:
      return is_german ? "führt zu einer Zahl mit zu vielen Ziffern" : "leads to a number with too many digits";
  }
  return "";
}

/// `m.before` of a record that the other version lacks.
bool is_in_one_version(const dsl::Model& model, const Cause& cause) {
  const CellId& cell = cause.cell;
  return cause.reason == MissingReason::absent && cell.record.table != dsl::no_id && cell.field != dsl::no_id &&
         model.tables[cell.record.table].fields[cell.field].is_version;
}

}  // namespace

std::string cause_text(const Naming& naming, const Cause& cause, std::string_view language) {
  const bool is_german = language == "de";
  std::string what = is_german ? "ein Wert" : "a value";
  if (cause.cell.record.table != dsl::no_id) what = cell_path(naming, cause.cell);
  if (is_in_one_version(naming.model, cause)) {
    const std::string record = record_path(naming.model, naming.data, cause.cell.record);
    return record + (is_german ? " steht nicht in der anderen Fassung" : " is not in the other version");
  }
  return what + " " + reason_text(cause.reason, is_german);
}

LocalizedText undecidable_message(const Naming& naming, const std::string& subject, const Causes& causes,
                                  const std::vector<std::string>& languages) {
  LocalizedText message;
  for (const std::string& language : languages) {
    const bool is_german = language == "de";
    std::string text = subject + (is_german ? " ist nicht prüfbar: " : " cannot be checked: ");
    for (std::size_t index = 0; index < causes.size() && index < most_named_causes; ++index) {
      text += (index == 0 ? "" : ", ") + cause_text(naming, causes[index], language);
    }
    if (causes.size() >= limits::undecided_cells) {
      text += is_german ? " und viele weitere" : " and many more";
    } else if (causes.size() > most_named_causes) {
      const std::string more = std::to_string(causes.size() - most_named_causes);
      text += is_german ? " und " + more + " weitere" : " and " + more + " more";
    }
    message.set(language, text + ".");
  }
  return message;
}

LocalizedText undecidable_help(const Naming& naming, const Causes& causes, const std::vector<std::string>& languages) {
  LocalizedText help;
  const bool is_absent = !causes.empty() && causes.front().reason == MissingReason::absent &&
                         causes.front().cell.record.table != dsl::no_id && causes.front().cell.field != dsl::no_id;
  if (!is_absent) return help;
  const CellId& cell = causes.front().cell;
  // What an earlier version says is not to be rewritten, and the way to it is no field.
  const bool is_of_version = naming.model.is_earlier(cell.record.table) ||
                             naming.model.tables[cell.record.table].fields[cell.field].is_version;
  if (is_of_version) return help;
  const std::string& field = naming.model.tables[cell.record.table].fields[cell.field].name;
  const std::string record = record_path(naming.model, naming.data, cell.record);
  for (const std::string& language : languages) {
    help.set(language, language == "de" ? "`" + field + ":` bei " + record + " angeben."
                                        : "State `" + field + ":` in " + record + ".");
  }
  return help;
}

}  // namespace roadlint::engine
