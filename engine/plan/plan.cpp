// See plan.hpp.
#include "engine/plan/plan.hpp"

#include <algorithm>
#include <iterator>

namespace roadlint::engine {
namespace {

using dsl::Expression;
using dsl::ExpressionId;
using dsl::ExpressionKind;
using dsl::VariableId;
using Variables = std::vector<VariableId>;

Variables united(const Variables& left, const Variables& right) {
  Variables all;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(all));
  return all;
}

bool contains(const Variables& variables, VariableId variable) {
  return std::binary_search(variables.begin(), variables.end(), variable);
}

/// Whether two values of the type, or elements of a list of it, are equal exactly when their keys are: not amounts with
/// units, nor durations.
bool is_hashed(const dsl::Type& type) {
  using dsl::TypeKind;
  return type.kind != TypeKind::money && type.kind != TypeKind::quantity && type.kind != TypeKind::duration &&
         type.kind != TypeKind::error;
}

class Planner {
 public:
  explicit Planner(const dsl::Program& program) : program_(program) {
    plan_.program = &program;
    plan_.free_variables.resize(program.expressions.size());
    plan_.loops.resize(program.expressions.size());
    known_.resize(program.expressions.size());
  }

  Plan run(const std::vector<std::size_t>& rules) {
    for (const std::size_t rule : rules) plan_.rules.push_back(rule_plan(rule));
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const Expression& at(ExpressionId id) const { return program_.expressions[id]; }

  // --- free variables ------------------------------------------------------------------------------------------

  /// Visits what the expression is made of, and plans its loops.
  const Variables& free_variables(ExpressionId id) {
    if (!known_[id]) {
      known_[id] = true;
      Variables variables = found_variables(at(id));
      plan_.free_variables[id] = std::move(variables);
      plan_loops(id);
    }
    return plan_.free_variables[id];
  }

  Variables found_variables(const Expression& node) {
    if (node.kind == ExpressionKind::variable) return {node.index};
    Variables variables;
    for (const ExpressionId operand : node.operands) variables = united(variables, free_variables(operand));
    if (node.condition != dsl::no_expression) variables = united(variables, free_variables(node.condition));
    for (const dsl::Binding& binding : node.bindings) variables = united(variables, free_variables(binding.source));
    for (const dsl::Binding& binding : node.bindings) std::erase(variables, binding.variable);
    if (node.kind == ExpressionKind::call) static_cast<void>(free_variables(program_.definitions[node.index].body));
    return variables;
  }

  // --- loops ---------------------------------------------------------------------------------------------------

  void add_conjuncts(ExpressionId condition, std::vector<ExpressionId>& conjuncts) const {
    if (condition == dsl::no_expression) return;
    if (at(condition).kind != ExpressionKind::conjunction) return conjuncts.push_back(condition);
    for (const ExpressionId operand : at(condition).operands) add_conjuncts(operand, conjuncts);
  }

  Loop loop_over(VariableId variable, ExpressionId source) {
    static_cast<void>(free_variables(source));
    Loop loop;
    loop.variable = variable;
    loop.source = source;
    if (at(source).kind == ExpressionKind::rows) loop.table = at(source).index;
    return loop;
  }

  /// Takes the equalities that find records of the loop's table, given that `bound` are known and `later` are not.
  void take_keys(Loop& loop, const std::vector<ExpressionId>& conjuncts, const Variables& later) {
    for (const ExpressionId conjunct : conjuncts) {
      const auto key = loop.table == dsl::no_id ? JoinKey{} : key_of(conjunct, loop.variable, later);
      if (key.inner == dsl::no_expression) {
        loop.rest.push_back(conjunct);
      } else {
        loop.keys.push_back(key);
      }
    }
    for (const ExpressionId conjunct : loop.rest) {
      if (free_variables(conjunct) == Variables{loop.variable}) loop.inner_conditions.push_back(conjunct);
    }
    loop.is_inner_only = loop.inner_conditions.size() == loop.rest.size();
  }

  JoinKey key_of(ExpressionId conjunct, VariableId variable, const Variables& later) {
    const Expression& node = at(conjunct);
    const bool is_equality = node.kind == ExpressionKind::comparison && node.operation == dsl::Operation::equal;
    const bool is_membership = node.kind == ExpressionKind::membership && !node.negated &&
                               at(node.operands[1]).kind != ExpressionKind::closure;
    if (!is_equality && !is_membership) return {};
    for (const bool is_turned : {false, true}) {
      const ExpressionId inner = node.operands[is_turned ? 1 : 0];
      const ExpressionId outer = node.operands[is_turned ? 0 : 1];
      const bool is_inner = free_variables(inner) == Variables{variable};
      const Variables& others = free_variables(outer);
      // What is the same for all cases is checked as it is: an index would cost more than one look at the records.
      const bool is_outer =
          !others.empty() && !contains(others, variable) &&
          std::none_of(others.begin(), others.end(), [&](VariableId id) { return contains(later, id); });
      if (is_inner && is_outer && is_hashed(at(inner).type) && is_hashed(at(outer).type)) return {inner, outer};
    }
    return {};
  }

  void plan_loops(ExpressionId id) {
    const Expression& node = at(id);
    if (node.bindings.empty()) return;
    std::vector<ExpressionId> conjuncts;
    add_conjuncts(node.condition, conjuncts);
    std::vector<Loop> loops;
    for (std::size_t index = 0; index < node.bindings.size(); ++index) {
      Loop loop = loop_over(node.bindings[index].variable, node.bindings[index].source);
      const bool is_last = index + 1 == node.bindings.size();
      // A source that is a list leaves evidence behind even when no element of it fits.
      const bool leaves_evidence =
          std::any_of(node.bindings.begin() + static_cast<std::ptrdiff_t>(index) + 1, node.bindings.end(),
                      [&](const dsl::Binding& binding) { return at(binding.source).kind != ExpressionKind::rows; });
      if (is_last || !leaves_evidence) take_keys(loop, conjuncts, variables_after(node, index));
      if (!is_last) loop.rest.clear();  // the whole condition is checked by the last loop
      loops.push_back(std::move(loop));
    }
    // Keys of earlier loops leave nothing to check for the last one only if it looks at the condition itself.
    if (loops.size() > 1) loops.back().rest = conjuncts;
    plan_.loops[id] = std::move(loops);
  }

  static Variables variables_after(const Expression& node, std::size_t index) {
    Variables later;
    for (std::size_t at = index + 1; at < node.bindings.size(); ++at) later.push_back(node.bindings[at].variable);
    std::sort(later.begin(), later.end());
    return later;
  }

  // --- rules ---------------------------------------------------------------------------------------------------

  RulePlan rule_plan(std::size_t index) {
    RulePlan plan;
    plan.rule = index;
    for (const dsl::Branch& branch : program_.rules[index].branches) plan.branches.push_back(branch_plan(branch));
    return plan;
  }

  BranchPlan branch_plan(const dsl::Branch& branch) {
    BranchPlan plan;
    plan.group_step = branch.steps.size();
    for (std::size_t index = 0; index < branch.steps.size(); ++index) plan_step(branch, index, plan);
    for (const auto* expressions : {&branch.requirements, &branch.subject, &branch.locations}) {
      for (const ExpressionId id : *expressions) static_cast<void>(free_variables(id));
    }
    for (const auto* templates : {&branch.message, &branch.help}) {
      for (const dsl::MessageTemplate& entry : *templates) {
        for (const dsl::MessagePart& part : entry.parts) {
          if (part.expression != dsl::no_expression) static_cast<void>(free_variables(part.expression));
        }
      }
    }
    return plan;
  }

  [[nodiscard]] static Variables lets_between(const dsl::Branch& branch, std::size_t begin, std::size_t end) {
    Variables variables;
    for (std::size_t index = begin + 1; index < end; ++index) variables.push_back(branch.steps[index].variable);
    std::sort(variables.begin(), variables.end());
    return variables;
  }

  void plan_step(const dsl::Branch& branch, std::size_t index, BranchPlan& plan) {
    const dsl::Step& step = branch.steps[index];
    if (step.kind == dsl::StepKind::group) {
      plan.group_step = index;
      for (const dsl::GroupKey& key : step.keys) static_cast<void>(free_variables(key.key));
      return;
    }
    static_cast<void>(free_variables(step.expression));
    if (step.kind != dsl::StepKind::for_each) return;
    Loop loop = loop_over(step.variable, step.expression);
    // A `let` in between does not matter: keys do not use it, as it is defined behind the loop.
    std::size_t next = index + 1;
    while (next < branch.steps.size() && branch.steps[next].kind == dsl::StepKind::let) ++next;
    if (next < branch.steps.size() && branch.steps[next].kind == dsl::StepKind::where) {
      std::vector<ExpressionId> conjuncts;
      static_cast<void>(free_variables(branch.steps[next].expression));
      add_conjuncts(branch.steps[next].expression, conjuncts);
      take_keys(loop, conjuncts, lets_between(branch, index, next));
      loop.rest.clear();  // the step `where` checks
    }
    plan.loops.push_back(std::move(loop));
  }

  const dsl::Program& program_;
  Plan plan_;
  std::vector<bool> known_;
};

}  // namespace

Plan make_plan(const dsl::Program& program, const std::vector<std::size_t>& rules) {
  return Planner(program).run(rules);
}

}  // namespace roadlint::engine
