// Exact arithmetic on numbers, money, quantities, dates and durations; functions of single values.
#include "base/limits.hpp"
#include "engine/text_functions.hpp"
#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {
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

}  // namespace

Value bounded(Value value) {
  const Number* number = std::get_if<Number>(&value);
  if (const auto* money = std::get_if<Money>(&value)) number = &money->amount;
  if (const auto* quantity = std::get_if<Quantity>(&value)) number = &quantity->amount;
  if (number == nullptr || number->bits() <= limits::computed_bits) return value;
  return missing(MissingReason::too_many_digits);
}

/// left + right or left - right for two amounts of one kind.
Value ExpressionEvaluator::total(const Value& left, const Value& right, bool is_subtraction) {
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

Value ExpressionEvaluator::sum_of(const Value& left, const Value& right, Operation operation, const Expression& node) {
  const bool is_subtraction = operation == Operation::subtract;
  const auto* period = std::get_if<CalendarPeriod>(&left);
  if (period == nullptr) return total(left, right, is_subtraction);
  if (const auto* duration = std::get_if<Duration>(&right)) {
    const auto result = moved(*period, *duration, is_subtraction ? -1 : 1);
    if (!result) return missing(MissingReason::out_of_calendar);
    return *result;
  }
  const auto day_of = [&](const Value& value, dsl::ExpressionId operand) {
    const bool is_deadline = at(operand).type.kind == dsl::TypeKind::deadline;
    return std::get<CalendarPeriod>(is_deadline ? as_deadline(value) : value);
  };
  return time_between(day_of(right, node.operands[1]), day_of(left, node.operands[0]));
}

Result ExpressionEvaluator::evaluate_arithmetic(const Expression& node) {
  const Result left = evaluate(node.operands[0]);
  const Result right = evaluate(node.operands[1]);
  auto [evidence, causes, is_missing] = joined_operands(left, right);
  if (is_missing) return {Missing{std::move(causes)}, std::move(evidence)};
  Value value;
  if (node.operation == Operation::multiply) {
    value = product(left.value, right.value);
  } else if (node.operation == Operation::divide) {
    value = quotient(left.value, right.value);
  } else {
    value = sum_of(left.value, right.value, node.operation, node);
  }
  value = bounded(std::move(value));
  if (auto* failed = std::get_if<Missing>(&value); failed != nullptr && !evidence.empty()) {
    failed->causes.front().cell = evidence.front();
  }
  return {std::move(value), std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_negative(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  if (auto* number = std::get_if<Number>(&operand.value)) *number = -*number;
  if (auto* money = std::get_if<Money>(&operand.value)) money->amount = -money->amount;
  if (auto* quantity = std::get_if<Quantity>(&operand.value)) quantity->amount = -quantity->amount;
  return operand;
}

Result ExpressionEvaluator::evaluate_to_quantity(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  const auto* number = std::get_if<Number>(&operand.value);
  if (number == nullptr) return operand;
  const bool is_percent = at(node.operands[0]).type.kind == dsl::TypeKind::percent;
  operand.value = is_percent ? Quantity{*number * Number(100), "%"} : Quantity{*number, ""};
  return operand;
}

Result ExpressionEvaluator::evaluate_function(const Expression& node) {
  Result operand = evaluate(node.operands[0]);
  if (operand.missing() != nullptr) return operand;
  const auto* period = std::get_if<CalendarPeriod>(&operand.value);
  const bool is_deadline = at(node.operands[0]).type.kind == dsl::TypeKind::deadline;
  switch (node.function) {
    case dsl::Function::length:
      operand.value = text_length(operand.as<std::string>());
      break;
    case dsl::Function::lower:
      operand.value = lower_case(operand.as<std::string>());
      break;
    case dsl::Function::year:
      if (!is_deadline && year_of(period->first) != year_of(period->last)) {
        operand.value = Missing{{{MissingReason::overlapping_dates, {}}}};
      } else {
        operand.value = Number(year_of(period->last));
      }
      break;
    case dsl::Function::start:
      operand.value = CalendarPeriod::of_day(period->first);
      break;
    case dsl::Function::end:
      operand.value = CalendarPeriod::of_day(period->last);
      break;
    case dsl::Function::amount: {
      const auto* money = std::get_if<Money>(&operand.value);
      operand.value = Number(money != nullptr ? money->amount : operand.as<Quantity>().amount);
      break;
    }
    case dsl::Function::unit:
      operand.value = std::string(operand.as<Quantity>().unit);
      break;
    case dsl::Function::text:
    case dsl::Function::id:
      operand.value = plain_text(naming(), operand.value, at(node.operands[0]).type);
      break;
  }
  return operand;
}

}  // namespace roadlint::twin
