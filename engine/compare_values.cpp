// Comparison of present values.
#include <algorithm>
#include <bit>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_set>

#include "engine/value.hpp"

namespace roadlint::engine {
namespace {

using dsl::Operation;

Comparison answer(bool value) { return {value, MissingReason::absent}; }
Comparison no_answer(MissingReason reason) { return {std::nullopt, reason}; }

bool holds(Operation operation, int order) {
  switch (operation) {
    case Operation::equal:
      return order == 0;
    case Operation::unequal:
      return order != 0;
    case Operation::less:
      return order < 0;
    case Operation::less_equal:
      return order <= 0;
    case Operation::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

int order_of(const Number& left, const Number& right) { return left < right ? -1 : (right < left ? 1 : 0); }

bool is_equality(Operation operation) { return operation == Operation::equal || operation == Operation::unequal; }

Comparison equality(bool is_equal, Operation operation) { return answer(is_equal == (operation == Operation::equal)); }

/// Nothing summed up has no unit or currency of its own, so zero without one goes with all.
bool is_bare_zero(const Quantity& quantity) { return quantity.unit.empty() && quantity.amount == Number(0); }
bool is_bare_zero(const Money& money) { return money.currency.letters[0] == '\0'; }

Comparison compare_quantities(const Quantity& left, Operation operation, const Quantity& right) {
  const bool is_alike = left.unit == right.unit || is_bare_zero(left) || is_bare_zero(right);
  return is_alike ? answer(holds(operation, order_of(left.amount, right.amount)))
                  : no_answer(MissingReason::unlike_units);
}

Comparison compare_moneys(const Money& left, Operation operation, const Money& right) {
  const bool is_alike = left.currency == right.currency || is_bare_zero(left) || is_bare_zero(right);
  return is_alike ? answer(holds(operation, order_of(left.amount, right.amount)))
                  : no_answer(MissingReason::unlike_currencies);
}

/// An order is certain only when it holds for every pair of days; `=` asks for the same period.
Comparison compare_periods(const CalendarPeriod& left, Operation operation, const CalendarPeriod& right) {
  if (is_equality(operation)) return equality(left.first == right.first && left.last == right.last, operation);
  const bool wants_less = operation == Operation::less || operation == Operation::less_equal;
  const CalendarPeriod& early = wants_less ? left : right;
  const CalendarPeriod& late = wants_less ? right : left;
  const bool is_strict = operation == Operation::less || operation == Operation::greater;
  const bool surely = is_strict ? early.last < late.first : early.last <= late.first;
  const bool never = is_strict ? early.first >= late.last : early.first > late.last;
  if (surely) return answer(true);
  if (never) return answer(false);
  return no_answer(MissingReason::overlapping_dates);
}

Comparison compare_durations(const Duration& left, Operation operation, const Duration& right) {
  const auto order = compare(left, right);
  return order ? answer(holds(operation, *order)) : no_answer(MissingReason::overlapping_dates);
}

/// A reference means every record of its id; dangling references are the same when their text is.
bool are_same_records(const Records& left, const Records& right) {
  if (left.rows.empty() && right.rows.empty()) return left.text == right.text;
  return std::any_of(left.rows.begin(), left.rows.end(),
                     [&](Row row) { return std::find(right.rows.begin(), right.rows.end(), row) != right.rows.end(); });
}

}  // namespace

Comparison compare(const Value& left, Operation operation, const Value& right) {
  if (const auto* number = std::get_if<Number>(&left)) {
    return answer(holds(operation, order_of(*number, std::get<Number>(right))));
  }
  if (const auto* quantity = std::get_if<Quantity>(&left)) {
    return compare_quantities(*quantity, operation, std::get<Quantity>(right));
  }
  if (const auto* money = std::get_if<Money>(&left)) return compare_moneys(*money, operation, std::get<Money>(right));
  if (const auto* period = std::get_if<CalendarPeriod>(&left)) {
    return compare_periods(*period, operation, std::get<CalendarPeriod>(right));
  }
  if (const auto* duration = std::get_if<Duration>(&left)) {
    return compare_durations(*duration, operation, std::get<Duration>(right));
  }
  return equality(are_same(left, right), operation);
}

bool are_same(const Value& left, const Value& right) {
  if (left.index() != right.index()) return false;
  if (const auto* records = std::get_if<Records>(&left)) return are_same_records(*records, std::get<Records>(right));
  if (const auto* text = std::get_if<std::string>(&left)) return *text == std::get<std::string>(right);
  if (const auto* flag = std::get_if<bool>(&left)) return *flag == std::get<bool>(right);
  if (const auto* member = std::get_if<dsl::EnumerationMember>(&left)) {
    return *member == std::get<dsl::EnumerationMember>(right);
  }
  if (std::holds_alternative<List>(left) || std::holds_alternative<Missing>(left)) return false;
  return compare(left, Operation::equal, right).answer.value_or(false);
}

void drop_repetitions(Cells& cells) {
  constexpr std::size_t few = 8;
  if (cells.size() <= few) {
    Cells kept;
    for (const CellId& cell : cells) {
      if (std::find(kept.begin(), kept.end(), cell) == kept.end()) kept.push_back(cell);
    }
    cells = std::move(kept);
    return;
  }
  struct Hash {
    std::size_t operator()(const CellId& cell) const {
      const std::uint64_t place = std::uint64_t{cell.record.row} << 32U | (cell.record.table << 16U ^ cell.field);
      return static_cast<std::size_t>(place * 0x9E3779B97F4A7C15U >> 16U);
    }
  };
  std::unordered_set<CellId, Hash> known;
  std::erase_if(cells, [&](const CellId& cell) { return !known.insert(cell).second; });
}

void append(Cells& cells, const Cells& more) {
  constexpr std::size_t many = 1024;
  const std::size_t before = cells.size();
  cells.insert(cells.end(), more.begin(), more.end());
  // `let b = a * a`, `let c = b * b` and so on would double the evidence each time; looking at it only when it has
  // doubled keeps a long sum cheap.
  if (cells.size() > many && std::bit_width(before) != std::bit_width(cells.size())) drop_repetitions(cells);
}

void append(Causes& causes, const Causes& more) {
  constexpr std::ptrdiff_t nearby = 32;
  for (const Cause& cause : more) {
    const auto first = causes.end() - std::min<std::ptrdiff_t>(nearby, std::ssize(causes));
    if (std::find(first, causes.end(), cause) == causes.end()) causes.push_back(cause);
  }
}

void drop_repetitions(Causes& causes) {
  std::set<std::tuple<MissingReason, TableId, Row, FieldId>> known;
  std::erase_if(causes, [&](const Cause& cause) {
    return !known.emplace(cause.reason, cause.cell.record.table, cause.cell.record.row, cause.cell.field).second;
  });
}

}  // namespace roadlint::engine
