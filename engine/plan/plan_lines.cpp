// See plan_lines.hpp.
#include "engine/plan/plan_lines.hpp"

#include "dsl/typed/expression_text.hpp"

namespace roadlint::engine {
namespace {

using dsl::Expression;
using dsl::ExpressionId;
using dsl::ExpressionKind;

class LineMaker {
 public:
  explicit LineMaker(const Plan& plan) : plan_(plan), program_(*plan.program) {}

  std::vector<PlanLine> run(const RulePlan& rule) {
    const dsl::Rule& declared = program_.rules[rule.rule];
    for (std::size_t number = 0; number < rule.branches.size(); ++number) {
      if (rule.branches.size() > 1) add(0, PlanOperation::branch).number = number + 1;
      add_branch(declared.branches[number], rule.branches[number], rule.branches.size() > 1 ? 1 : 0);
    }
    return std::move(lines_);
  }

 private:
  PlanLine& add(std::size_t depth, PlanOperation operation, std::string text = "") {
    PlanLine& line = lines_.emplace_back();
    line.depth = depth;
    line.operation = operation;
    line.text = std::move(text);
    return line;
  }

  [[nodiscard]] std::string text_of(ExpressionId id) const { return dsl::expression_text(program_, id); }
  [[nodiscard]] std::string field_name(dsl::TableId table, dsl::FieldId field) const {
    const dsl::Table& declared = program_.model.tables[table];
    return declared.name + "." + declared.fields[field].name;
  }

  // --- statements ----------------------------------------------------------------------------------------------

  void add_branch(const dsl::Branch& branch, const BranchPlan& plan, std::size_t depth) {
    std::size_t loop = 0;
    for (const dsl::Step& step : branch.steps) {
      switch (step.kind) {
        case dsl::StepKind::for_each:
          add_loop(plan.loops[loop++], depth);
          break;
        case dsl::StepKind::where:
          add(depth, PlanOperation::filter, text_of(step.expression));
          add_parts(step.expression, depth + 1);
          break;
        case dsl::StepKind::let:
          add(depth, PlanOperation::let, text_of(step.expression)).variable = program_.variables[step.variable].name;
          add_parts(step.expression, depth + 1);
          break;
        case dsl::StepKind::group:
          add(depth, PlanOperation::group, keys_text(step));
          for (const dsl::GroupKey& key : step.keys) add_parts(key.key, depth + 1);
          break;
      }
    }
    for (const ExpressionId requirement : branch.requirements) {
      add(depth, PlanOperation::require, text_of(requirement));
      add_parts(requirement, depth + 1);
    }
  }

  [[nodiscard]] std::string keys_text(const dsl::Step& step) const {
    std::string text;
    for (const dsl::GroupKey& key : step.keys) text += (text.empty() ? "" : ", ") + text_of(key.key);
    return text;
  }

  [[nodiscard]] std::string key_text(const JoinKey& key) const {
    if (program_.expressions[key.inner].type.is_list) return text_of(key.outer) + " in " + text_of(key.inner);
    const bool is_list = program_.expressions[key.outer].type.is_list;
    return text_of(key.inner) + (is_list ? " in " : " = ") + text_of(key.outer);
  }

  void add_loop(const Loop& loop, std::size_t depth) {
    const std::string& variable = program_.variables[loop.variable].name;
    if (loop.table == dsl::no_id) {
      add(depth, PlanOperation::elements, text_of(loop.source)).variable = variable;
      add_parts(loop.source, depth + 1);
      return;
    }
    PlanLine& line = add(depth, loop.keys.empty() ? PlanOperation::scan : PlanOperation::join);
    line.variable = variable;
    const dsl::Table& table = program_.model.tables[loop.table];
    line.table = (table.kind == dsl::TableKind::policy ? "policy." : "") + table.name;
    for (const JoinKey& key : loop.keys) {
      line.text += (line.text.empty() ? "" : " and ") + key_text(key);
    }
    for (const ExpressionId conjunct : loop.rest) {
      line.rest += (line.rest.empty() ? "" : " and ") + text_of(conjunct);
    }
    for (const ExpressionId conjunct : loop.rest) add_parts(conjunct, depth + 1);
  }

  // --- expressions ---------------------------------------------------------------------------------------------

  /// Whether it costs more than a look at the case itself.
  [[nodiscard]] bool is_costly(ExpressionId id) const {
    const Expression& node = program_.expressions[id];
    const bool is_loop = !node.bindings.empty() || node.kind == ExpressionKind::aggregate;
    return is_loop || node.kind == ExpressionKind::closure || node.kind == ExpressionKind::reverse;
  }

  /// The loops, closures and indexes within an expression.
  void add_parts(ExpressionId id, std::size_t depth, bool is_within_once = false) {
    const Expression& node = program_.expressions[id];
    const bool is_once = !is_within_once && is_costly(id) && plan_.free_variables[id].empty();
    if (is_once) add(depth++, PlanOperation::once, text_of(id));
    if (node.kind == ExpressionKind::closure) add(depth, PlanOperation::closure, field_name(node.index, node.field));
    if (node.kind == ExpressionKind::reverse) add(depth, PlanOperation::reverse, field_name(node.index, node.field));
    if (node.kind == ExpressionKind::call) {
      const dsl::Definition& definition = program_.definitions[node.index];
      const std::size_t before = lines_.size();
      add(depth, PlanOperation::definition, definition.name);
      add_parts(definition.body, depth + 1);
      if (lines_.size() == before + 1) lines_.pop_back();  // it only looks at the case
    }
    for (const Loop& loop : plan_.loops[id]) add_loop(loop, depth);
    const std::size_t inner = plan_.loops[id].empty() ? depth : depth + 1;
    for (const ExpressionId operand : node.operands) add_parts(operand, inner, is_within_once || is_once);
  }

  const Plan& plan_;
  const dsl::Program& program_;
  std::vector<PlanLine> lines_;
};

}  // namespace

std::vector<PlanLine> plan_lines(const Plan& plan, const RulePlan& rule) { return LineMaker(plan).run(rule); }

}  // namespace roadlint::engine
