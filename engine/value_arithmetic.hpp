// Exact arithmetic on single values, and functions of them. A result that cannot be is Missing with the reason.
#pragma once

#include "engine/value.hpp"

namespace roadlint::engine {

/// A present value and its type.
struct TypedOperand {
  const Value& value;
  const dsl::Type& type;
};

/// A deadline as the day it counts by.
[[nodiscard]] Value as_deadline(Value value);
/// What a value of the type is compared by: deadlines count by their last day, all others as they are.
[[nodiscard]] Value counted_value(Value value, const dsl::Type& type);
/// The value, or a missing one when a number in it has grown beyond limits::computed_bits.
[[nodiscard]] Value bounded(Value value);

/// + - * / of two values.
[[nodiscard]] Value calculated(const TypedOperand& left, dsl::Operation operation, const TypedOperand& right);
/// The sum of two numbers, amounts of money, quantities or durations.
[[nodiscard]] Value sum_of_amounts(const Value& left, const Value& right);
[[nodiscard]] Value negated(Value value);
/// A number without unit or a percentage as a quantity.
[[nodiscard]] Value as_quantity(const TypedOperand& operand);
/// The part of the text that the pattern finds first; missing when it finds nothing.
[[nodiscard]] Value first_match(const TextPattern& pattern, const std::string& text);
[[nodiscard]] Value applied(const Naming& naming, dsl::Function function, const TypedOperand& operand);
/// Nothing summed up: zero that goes with every unit and currency.
[[nodiscard]] Value zero_of(const dsl::Type& type);
/// A sum divided by the number of its addends.
[[nodiscard]] Value divided(Value sum, std::int64_t count);

}  // namespace roadlint::engine
