// See value_arithmetic.hpp.
#include "engine/value_arithmetic.hpp"

#include "base/letters.hpp"
#include "base/limits.hpp"
#include "engine/text_functions.hpp"

namespace roadlint::engine {
namespace {

using dsl::Operation;

Missing missing(MissingReason reason) { return {{{reason, {}}}}; }

Number plus(const Number& left, const Number& right, bool is_subtraction) {
  return is_subtraction ? left - right : left + right;
}

bool has_currency(const Money& money) { return money.currency.letters[0] != '\0'; }

/// The quotient of two amounts of one kind, or of an amount and a number.
Value quotient(const Value& left, const Value& right) {
  const auto divide = [](const Number& dividend, const Number& divisor, auto rebuild) -> Value {
    const auto result = dividend.divided_by(divisor);
    if (!result) return missing(MissingReason::division_by_zero);
    return rebuild(*result);
  };
  const auto same = [](const Number& number) -> Value { return number; };
  if (const auto* money = std::get_if<Money>(&left)) {
    if (const auto* divisor = std::get_if<Money>(&right)) {
      if (has_currency(*money) && has_currency(*divisor) && money->currency != divisor->currency) {
        return missing(MissingReason::unlike_currencies);
      }
      return divide(money->amount, divisor->amount, same);
    }
    return divide(money->amount, std::get<Number>(right), [&](const Number& number) -> Value {
      return Money{number, money->currency};
    });
  }
  if (const auto* quantity = std::get_if<Quantity>(&left)) {
    if (const auto* divisor = std::get_if<Quantity>(&right)) {
      if (quantity->unit != divisor->unit) return missing(MissingReason::unlike_units);
      return divide(quantity->amount, divisor->amount, same);
    }
    return divide(quantity->amount, std::get<Number>(right), [&](const Number& number) -> Value {
      return Quantity{number, quantity->unit};
    });
  }
  return divide(std::get<Number>(left), std::get<Number>(right), same);
}

Value product(const Value& left, const Value& right) {
  const auto* scale = std::get_if<Number>(&left);
  if (scale == nullptr) return product(right, left);
  if (const auto* number = std::get_if<Number>(&right)) return *scale * *number;
  if (const auto* money = std::get_if<Money>(&right)) return Money{*scale * money->amount, money->currency};
  if (const auto* quantity = std::get_if<Quantity>(&right)) return Quantity{*scale * quantity->amount, quantity->unit};
  const Duration& duration = std::get<Duration>(right);
  const auto times = scale->as_integer();
  if (!times) return missing(MissingReason::out_of_calendar);
  return duration.times(*times);
}

/// left + right or left - right for two amounts of one kind.
Value total(const Value& left, const Value& right, bool is_subtraction) {
  if (const auto* number = std::get_if<Number>(&left)) return plus(*number, std::get<Number>(right), is_subtraction);
  if (const auto* money = std::get_if<Money>(&left)) {
    const Money& other = std::get<Money>(right);
    if (has_currency(*money) && has_currency(other) && money->currency != other.currency) {
      return missing(MissingReason::unlike_currencies);
    }
    return Money{plus(money->amount, other.amount, is_subtraction),
                 has_currency(*money) ? money->currency : other.currency};
  }
  if (const auto* quantity = std::get_if<Quantity>(&left)) {
    const Quantity& other = std::get<Quantity>(right);
    const bool is_alike = quantity->unit == other.unit || (quantity->unit.empty() && quantity->amount == Number(0)) ||
                          (other.unit.empty() && other.amount == Number(0));
    if (!is_alike) return missing(MissingReason::unlike_units);
    return Quantity{plus(quantity->amount, other.amount, is_subtraction),
                    quantity->unit.empty() ? other.unit : quantity->unit};
  }
  const Duration& duration = std::get<Duration>(left);
  return is_subtraction ? duration - std::get<Duration>(right) : duration + std::get<Duration>(right);
}

/// A date moved by a duration, the time between two dates, or a sum.
Value sum_of(const TypedOperand& left, const TypedOperand& right, bool is_subtraction) {
  const auto* period = std::get_if<CalendarPeriod>(&left.value);
  if (period == nullptr) return total(left.value, right.value, is_subtraction);
  if (const auto* duration = std::get_if<Duration>(&right.value)) {
    const auto result = moved(*period, *duration, is_subtraction ? -1 : 1);
    if (!result) return missing(MissingReason::out_of_calendar);
    return *result;
  }
  const auto day_of = [](const TypedOperand& operand) {
    return std::get<CalendarPeriod>(counted_value(operand.value, operand.type));
  };
  return time_between(day_of(right), day_of(left));
}

/// Missing when the number depends on where the time begins.
Value day_count(const Duration& duration) {
  const DayRange range = day_range(duration);
  if (range.least != range.greatest) return missing(MissingReason::uncertain_days);
  return Number(range.least);
}

Value year_value(const CalendarPeriod& period, bool is_deadline) {
  if (!is_deadline && year_of(period.first) != year_of(period.last)) return missing(MissingReason::overlapping_dates);
  return Number(year_of(period.last));
}

}  // namespace

Value as_deadline(Value value) {
  if (auto* period = std::get_if<CalendarPeriod>(&value)) *period = CalendarPeriod::of_day(period->last);
  return value;
}

Value counted_value(Value value, const dsl::Type& type) {
  return type.kind == dsl::TypeKind::deadline ? as_deadline(std::move(value)) : value;
}

Value bounded(Value value) {
  const Number* number = std::get_if<Number>(&value);
  if (const auto* money = std::get_if<Money>(&value)) number = &money->amount;
  if (const auto* quantity = std::get_if<Quantity>(&value)) number = &quantity->amount;
  if (number == nullptr || number->bits() <= limits::computed_bits) return value;
  return missing(MissingReason::too_many_digits);
}

Value sum_of_amounts(const Value& left, const Value& right) { return bounded(total(left, right, false)); }

Value calculated(const TypedOperand& left, Operation operation, const TypedOperand& right) {
  if (operation == Operation::multiply) return bounded(product(left.value, right.value));
  if (operation == Operation::divide) return bounded(quotient(left.value, right.value));
  return bounded(sum_of(left, right, operation == Operation::subtract));
}

Value negated(Value value) {
  if (auto* number = std::get_if<Number>(&value)) *number = -*number;
  if (auto* money = std::get_if<Money>(&value)) money->amount = -money->amount;
  if (auto* quantity = std::get_if<Quantity>(&value)) quantity->amount = -quantity->amount;
  return value;
}

Value as_quantity(const TypedOperand& operand) {
  const Number& number = std::get<Number>(operand.value);
  const bool is_percent = operand.type.kind == dsl::TypeKind::percent;
  return is_percent ? Quantity{number * Number(100), "%"} : Quantity{number, ""};
}

Value first_match(const TextPattern& pattern, const std::string& text) {
  const auto match = pattern.find(text);
  if (!match || match->length == 0) return missing(MissingReason::no_match);
  return text.substr(match->offset, match->length);
}

Value applied(const Naming& naming, dsl::Function function, const TypedOperand& operand) {
  const Value& value = operand.value;
  switch (function) {
    case dsl::Function::length:
      return text_length(std::get<std::string>(value));
    case dsl::Function::lower:
      return lower_case(std::get<std::string>(value));
    case dsl::Function::year:
      return year_value(std::get<CalendarPeriod>(value), operand.type.kind == dsl::TypeKind::deadline);
    case dsl::Function::start:
      return CalendarPeriod::of_day(std::get<CalendarPeriod>(value).first);
    case dsl::Function::end:
      return CalendarPeriod::of_day(std::get<CalendarPeriod>(value).last);
    case dsl::Function::days:
      return day_count(std::get<Duration>(value));
    case dsl::Function::amount:
      if (const auto* money = std::get_if<Money>(&value)) return money->amount;
      return std::get<Quantity>(value).amount;
    case dsl::Function::unit:
      return std::get<Quantity>(value).unit;
    case dsl::Function::text:
    case dsl::Function::id:
      return plain_text(naming, value, operand.type);
  }
  return Missing{};
}

Value zero_of(const dsl::Type& type) {
  if (type.kind == dsl::TypeKind::money) return Money{Number(0), type.currency.value_or(Currency{{'\0', '\0', '\0'}})};
  if (type.kind == dsl::TypeKind::quantity) return Quantity{Number(0), ""};
  return Number(0);
}

Value divided(Value sum, std::int64_t count) {
  const auto mean = [&](const Number& number) { return *number.divided_by(Number(count)); };
  if (auto* money = std::get_if<Money>(&sum)) money->amount = mean(money->amount);
  if (auto* quantity = std::get_if<Quantity>(&sum)) quantity->amount = mean(quantity->amount);
  if (auto* number = std::get_if<Number>(&sum)) *number = mean(*number);
  return sum;
}

}  // namespace roadlint::engine
