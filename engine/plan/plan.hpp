// The query plan: what the engine decides about each rule before it looks at any data. For every expression the
// variables it depends on (what does not depend on a record is computed once, not for each record); for every `x in
// ...` how its elements are found (a scan, or a hash join on equalities of the condition); for every branch of a rule
// how its cases flow through these steps.
#pragma once

#include <vector>

#include "dsl/typed/program.hpp"

namespace roadlint::engine {

/// An equality, or a membership, of the condition behind `x in TABLE`: one side depends on x alone, the other not on x.
/// Of a membership the side that is a list holds the other one.
struct JoinKey {
  dsl::ExpressionId inner = dsl::no_expression;
  dsl::ExpressionId outer = dsl::no_expression;
};

/// How the elements of `variable in source` are found.
struct Loop {
  dsl::VariableId variable = dsl::no_id;
  dsl::ExpressionId source = dsl::no_expression;
  /// The table whose records are all looked at; no_id when the source is a list.
  dsl::TableId table = dsl::no_id;
  /// Hash join on these; empty: all elements are looked at.
  std::vector<JoinKey> keys;
  /// Conditions on the records alone: those for which one is false never count, so the index leaves them out.
  std::vector<dsl::ExpressionId> inner_conditions;
  /// Whether the keys and conditions on the records alone are the whole condition.
  bool is_inner_only = false;
  /// Conditions that are left to check for records found by the keys.
  std::vector<dsl::ExpressionId> rest;
};

/// A branch: a loop for each `for` step, in the order of the steps.
struct BranchPlan {
  std::vector<Loop> loops;
  /// Place of the step `group by`; the number of steps when there is none.
  std::size_t group_step = 0;
};

struct RulePlan {
  std::size_t rule = 0;  // index in the program
  std::vector<BranchPlan> branches;
};

struct Plan {
  const dsl::Program* program = nullptr;
  /// By expression: the variables it depends on, in ascending order.
  std::vector<std::vector<dsl::VariableId>> free_variables;
  /// By expression (quantifiers and comprehensions): one loop for each binding.
  std::vector<std::vector<Loop>> loops;
  std::vector<RulePlan> rules;
};

/// Plans the rules with the given numbers. The program must outlive the plan.
[[nodiscard]] Plan make_plan(const dsl::Program& program, const std::vector<std::size_t>& rules);

}  // namespace roadlint::engine
