// Values of the plain evaluator: a typed value, or the reasons why there is none, together with the cells it came from.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// A cell, or with field no_id the record itself.
struct CellId {
  RecordId record;
  FieldId field = dsl::no_id;
  friend bool operator==(const CellId&, const CellId&) = default;
};

enum class MissingReason : std::uint8_t {
  absent,             // nothing is written there
  wrong_type,         // what is written was refused by the loader
  dangling,           // the reference leads nowhere
  several_records,    // the reference leads to records that differ here
  unlike_units,       // quantities in different units
  unlike_currencies,  // money in different currencies
  overlapping_dates,  // periods without a certain order
  division_by_zero,
  out_of_calendar,    // a date beyond the year 9999
  nothing_to_choose,  // min, max or avg over nothing
  uncertain_days,     // the number of days depends on where the time begins
  no_match,           // the text holds none of the words
  too_many_digits,    // a computed number beyond limits::computed_bits
};

/// Why a value is missing, and the cell that shows it (record.table no_id: none).
struct Cause {
  MissingReason reason = MissingReason::absent;
  CellId cell;
  friend bool operator==(const Cause&, const Cause&) = default;
};
using Causes = std::vector<Cause>;
using Cells = std::vector<CellId>;

struct Missing {
  Causes causes;
};

/// A record, or what a reference leads to: no row (dangling), one, or several (an id used twice).
struct Records {
  TableId table = dsl::no_id;
  std::vector<Row> rows;
  /// The reference as written; no_id for the record itself.
  TextId text = dsl::no_id;
  /// Where the reference stands.
  CellId origin;
};

struct Result;
using List = std::vector<Result>;

using Value = std::variant<Missing, bool, Number, Money, Quantity, CalendarPeriod, Duration, std::string,
                           dsl::EnumerationMember, Records, List>;

/// A value and the cells that decided it.
struct Result {
  Value value;
  Cells evidence;

  [[nodiscard]] const Missing* missing() const { return std::get_if<Missing>(&value); }
  template <typename Type>
  [[nodiscard]] const Type& as() const {
    return std::get<Type>(value);
  }
};

/// Adds cells; repetitions may stay.
void append(Cells& cells, const Cells& more);
/// Adds causes; repetitions are left out as far as they are near, the others are for drop_repetitions.
void append(Causes& causes, const Causes& more);
/// Keeps the first of equal causes.
void drop_repetitions(Causes& causes);

/// Keeps the first of equal cells.
void drop_repetitions(Cells& cells);

/// What comparing two values can give besides an answer.
struct Comparison {
  std::optional<bool> answer;
  MissingReason reason = MissingReason::absent;  // when there is no answer
};
/// Both values are present and of comparable types; deadlines have been made single days.
[[nodiscard]] Comparison compare(const Value& left, dsl::Operation operation, const Value& right);
/// Whether two values are the same, as `distinct`, `in` and `group by` see it.
[[nodiscard]] bool are_same(const Value& left, const Value& right);

/// What is needed to print values.
struct Naming {
  const dsl::Model& model;
  const DataSet& data;
};
/// For people, in "en" or "de": "KI-WI4 (Mehr KI-Produkte)", "4,000", "50 %".
[[nodiscard]] std::string printed(const Naming& naming, const Value& value, const dsl::Type& type,
                                  std::string_view language);
/// For machines: the same in every language ("4000", "KI-WI4", "2028-Q4").
[[nodiscard]] std::string plain_text(const Naming& naming, const Value& value, const dsl::Type& type);

/// What `list` writes of one element: records by their ids alone, other values as they are printed in the language; as
/// plain text where there is no language.
[[nodiscard]] std::string element_text(const Naming& naming, const Value& value, const dsl::Type& type,
                                       std::string_view language);

/// What a value is known by when things around it move: like plain_text, but records without an id go by their title.
[[nodiscard]] std::string identity_text(const Naming& naming, const Value& value, const dsl::Type& type);

/// The value of a cell, for evidence; nothing when it is absent.
[[nodiscard]] std::optional<std::string> cell_text(const Naming& naming, const CellId& cell);
/// "milestone[KI-WI4].due"
[[nodiscard]] std::string cell_path(const Naming& naming, const CellId& cell);
/// Reads a cell; lists of references expand to the records they lead to and pass over dangling ones.
[[nodiscard]] Result read_cell_value(const dsl::Model& model, const DataSet& data, const CellId& cell);

}  // namespace roadlint::engine
