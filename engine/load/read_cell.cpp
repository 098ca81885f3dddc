// See read_cell.hpp.
#include "engine/load/read_cell.hpp"

#include "base/utf8.hpp"

namespace roadlint::engine {
namespace {

using dsl::TypeKind;

/// Whether the text has the form of a month, a quarter or a day: 2026-13, 2026-Q5, 2026-02-30.
bool is_date_like(std::string_view text) {
  const bool is_month_or_day = text.size() == 7 || text.size() == 10;
  if (!is_month_or_day || text[4] != '-' || (text.size() == 10 && text[7] != '-')) return false;
  return text.find_first_not_of("0123456789-Q") == std::string_view::npos;
}

class CellReader {
 public:
  CellReader(const CellContext& context, const CellTarget& target, const Scalar& scalar)
      : context_(context), target_(target), scalar_(scalar), text_(trimmed(scalar.text)) {}

  void run() {
    Column& column = target_.column;
    column.places.set(target_.index, scalar_.range, target_.record_begin);
    if (text_.empty()) {
      column.states[target_.index] = CellState::absent;
      return;
    }
    // What cannot be read is reported on the way and counts as absent.
    column.states[target_.index] = read_value() ? CellState::present : CellState::wrong_type;
  }

 private:
  [[nodiscard]] static std::string_view trimmed(std::string_view text) {
    const bool has_none = !text.empty() && utf8::is_visible_ascii(text.front()) && utf8::is_visible_ascii(text.back());
    return has_none ? text : utf8::trimmed(text);
  }

  bool read_value() {
    Column& column = target_.column;
    const std::size_t index = target_.index;
    switch (target_.field.type.kind) {
      case TypeKind::boolean:
        return read_boolean();
      case TypeKind::number:
        return read_integer() || take(read_number(scalar_.text, format()), index);
      case TypeKind::percent:
        return take(read_percent(scalar_.text, format()), index);
      case TypeKind::factor:
        return take(read_factor(scalar_.text, format()), index);
      case TypeKind::quantity:
        return read_unit_amount();
      case TypeKind::money:
        return read_amount();
      case TypeKind::date:
      case TypeKind::deadline:
        return read_period();
      case TypeKind::duration:
        return take(read_duration(text_), column.durations[index]);
      case TypeKind::enumeration:
        return read_member();
      default:
        return read_text();
    }
  }

  /// JSON numbers always use the dot.
  [[nodiscard]] NumberFormat format() const {
    return scalar_.form == ScalarForm::number ? NumberFormat::english : context_.format;
  }

  [[nodiscard]] MistakePlace place() const {
    return {target_.record, Span(context_.file, scalar_.range), target_.field.name, std::string(scalar_.text)};
  }

  bool fail() {
    const dsl::Field& field = target_.field;
    const Expectation expected = expectation_of(context_.model, field.type.element(), field.is_reference);
    context_.mistakes.push_back(wrong_type(place(), expected));
    return false;
  }

  template <typename Value>
  bool take(const std::optional<Value>& result, Value& cell) {
    if (scalar_.form == ScalarForm::boolean || !result) return fail();
    cell = *result;
    return true;
  }

  template <typename Value>
  bool take(ReadResult<Value> result, Value& cell) {
    if (scalar_.form == ScalarForm::boolean) return fail();
    if (result.is_ok) {
      cell = std::move(result.value);
      return true;
    }
    if (result.problem == ReadProblem::ambiguous) {
      context_.mistakes.push_back(ambiguous_number(place()));
      return false;
    }
    if (result.problem == ReadProblem::too_many_digits) {
      context_.mistakes.push_back(too_many_digits(place()));
      return false;
    }
    return fail();
  }

  bool take(ReadResult<Number> result, std::size_t index) {
    Number number;
    if (!take(std::move(result), number)) return false;
    target_.column.numbers.set(index, number);
    return true;
  }

  bool read_unit_amount() {
    Quantity quantity;
    if (!take(read_quantity(scalar_.text, format()), quantity)) return false;
    target_.column.numbers.set(target_.index, quantity.amount);
    target_.column.texts[target_.index] = context_.texts.intern(quantity.unit);
    return true;
  }

  /// The common case of a number: digits and nothing else.
  bool read_integer() {
    constexpr std::size_t most_digits = 14;
    if (scalar_.text.size() > most_digits || scalar_.form == ScalarForm::boolean) return false;
    std::int64_t value = 0;
    for (const char digit : scalar_.text) {
      if (digit < '0' || digit > '9') return false;
      value = value * 10 + (digit - '0');
    }
    target_.column.numbers.set(target_.index, PackedNumber::of_integer(value));
    return true;
  }

  bool read_boolean() {
    const bool is_word = scalar_.form == ScalarForm::plain || scalar_.form == ScalarForm::boolean;
    const bool is_true = scalar_.text == "true" || scalar_.text == "True" || scalar_.text == "TRUE";
    const bool is_false = scalar_.text == "false" || scalar_.text == "False" || scalar_.text == "FALSE";
    if (!is_word || !(is_true || is_false)) return fail();
    target_.column.booleans[target_.index] = is_true ? 1 : 0;
    return true;
  }

  bool read_period() {
    const std::string_view text = text_;
    const auto period = read_calendar_period(text);
    if (!period && is_date_like(text)) {
      context_.mistakes.push_back(no_such_date(place()));
      return false;
    }
    return take(period, target_.column.periods[target_.index]);
  }

  bool read_amount() {
    Money money;
    if (!take(read_money(scalar_.text, format()), money)) return false;
    if (target_.field.type.currency && *target_.field.type.currency != money.currency) {
      context_.mistakes.push_back(other_currency(place(), target_.field.type.currency->text()));
      return false;
    }
    target_.column.numbers.set(target_.index, money.amount);
    target_.column.currencies[target_.index] = money.currency;
    return true;
  }

  bool read_member() {
    const dsl::Enumeration& enumeration = context_.model.enumerations[target_.field.type.index];
    const std::uint32_t member = enumeration.find_member(text_);
    if (member == dsl::no_id) {
      context_.mistakes.push_back(no_member(place(), enumeration.name, enumeration.members));
      return false;
    }
    target_.column.members[target_.index] = member;
    return true;
  }

  /// JSON says itself what is text; in YAML whatever stands there can be.
  bool read_text() {
    if (scalar_.form == ScalarForm::number || scalar_.form == ScalarForm::boolean) return fail();
    if (context_.queue != nullptr) {
      context_.queue->add(text_, target_.column, target_.index);
    } else {
      target_.column.texts[target_.index] = context_.texts.intern(text_);
    }
    return true;
  }

  const CellContext& context_;
  const CellTarget& target_;
  const Scalar& scalar_;
  std::string_view text_;  // without blanks around it
};

}  // namespace

void read_cell(const CellContext& context, const CellTarget& target, const Scalar& scalar) {
  CellReader(context, target, scalar).run();
}

}  // namespace roadlint::engine
