// Evaluates one expression in one environment. Split by construct: navigation (navigate.cpp), logic and quantifiers
// (logic.cpp), arithmetic (arithmetic.cpp), lists and aggregates (aggregate.cpp).
#pragma once

#include <functional>
#include <vector>

#include "engine/value.hpp"

namespace roadlint::twin {

using namespace engine;  // the values, tables and leaf functions that both sides share

/// Ends the evaluation of a rule that takes too long; caught in evaluate.cpp.
struct TooManySteps {};

/// The value of every variable, by its number.
using Environment = std::vector<Result>;

class ExpressionEvaluator {
 public:
  ExpressionEvaluator(const dsl::Program& program, const DataSet& data, const CalendarPeriod& as_of)
      : program_(program), data_(data), as_of_(as_of), environment_(program.variables.size()) {}

  Result evaluate(dsl::ExpressionId id);
  /// Whether a condition is true, false or unknown (then with causes).
  struct Truth {
    std::optional<bool> value;
    Causes causes;
    Cells evidence;
  };
  Truth truth(dsl::ExpressionId id);
  /// Calls `body` for every element of a source, with its value in `variable`; dangling references are passed over.
  /// Calls `unknown` for elements of which it is unknown what they are.
  void for_each(dsl::VariableId variable, const Result& source, const std::function<void()>& body,
                const std::function<void(const Result&)>& unknown);

  [[nodiscard]] Environment& environment() { return environment_; }
  void start_rule() { steps_ = 0; }
  /// Counts values that a finding keeps, as steps.
  void count_evidence(std::size_t cells);

 private:
  using Expression = dsl::Expression;

  // navigate.cpp
  Result evaluate_rows(const Expression& node);
  Result evaluate_field(const Expression& node);
  Result field_of(const Result& base, dsl::TableId table, dsl::FieldId field);
  Result field_of_records(const Records& records, dsl::FieldId field);
  Result evaluate_container(const Expression& node);
  Result container_of(const Result& base, dsl::TableId table);
  std::vector<Row> referenced_rows(const CellId& cell);
  Result evaluate_closure(const Expression& node, const Value* wanted = nullptr);
  Result evaluate_reverse(const Expression& node);
  Result evaluate_dangling(const Expression& node);

  // logic.cpp
  Result evaluate_junction(const Expression& node);
  Result evaluate_comparison(const Expression& node);
  Result evaluate_membership(const Expression& node);
  Result evaluate_presence(const Expression& node);
  Result evaluate_matching(const Expression& node);
  Result evaluate_quantifier(const Expression& node);
  Result evaluate_conditional(const Expression& node);

  // arithmetic.cpp
  Result evaluate_negative(const Expression& node);
  Result evaluate_arithmetic(const Expression& node);
  Result evaluate_to_quantity(const Expression& node);
  Result evaluate_first_match(const Expression& node);
  Result evaluate_function(const Expression& node);

  // aggregate.cpp
  Result evaluate_list(const Expression& node);
  Result evaluate_set(const Expression& node);
  Result evaluate_comprehension(const Expression& node);
  void collect(const Expression& node, std::size_t binding, List& list, std::vector<Cells>& evidence);
  Result evaluate_aggregate(const Expression& node);
  Value aggregated(const Expression& node, const List& elements);
  Value extreme(const Expression& node, const List& elements);
  Value summed(const Expression& node, const List& elements);
  Value joined(const Expression& node, const List& elements);
  Result evaluate_call(const Expression& node);

  [[nodiscard]] Naming naming() const { return {program_.model, data_}; }
  [[nodiscard]] const Expression& at(dsl::ExpressionId id) const { return program_.expressions[id]; }
  void count_step();

  const dsl::Program& program_;
  const DataSet& data_;
  CalendarPeriod as_of_;
  Environment environment_;
  std::uint64_t steps_ = 0;
};

/// The elements of a list without repetitions, in order.
[[nodiscard]] List distinct(const List& list, const dsl::Type& type);
/// The causes of all missing elements.
[[nodiscard]] Causes missing_elements(const List& list);
/// What two operands share: the evidence of both, and why one of them is missing.
struct OperandsJoined {
  Cells evidence;
  Causes causes;
  bool is_missing = false;
};
[[nodiscard]] OperandsJoined joined_operands(const Result& left, const Result& right);
}  // namespace roadlint::twin
