// Walks what a rule reads and keeps in mind what is known to be present: see optional_fields.hpp.
#include "dsl/typed/optional_fields.hpp"

#include <map>

#include "dsl/typed/expression_text.hpp"

namespace roadlint::dsl {
namespace {

/// Expressions, as text, that have a value wherever the walk stands. Within one branch a name means one thing.
using Known = std::set<std::string>;

/// Collects the fields that one expression reads, through names given by `let` and through definitions.
class FieldWalk {
 public:
  /// `lets` are the values of names; they may grow while the walk goes on.
  FieldWalk(const Program& program, const std::map<VariableId, ExpressionId>& lets, std::set<std::string>& fields)
      : program_(program), lets_(lets), fields_(fields) {}

  void walk(ExpressionId id, const Known& known) {
    const Expression& node = program_.expression(id);
    switch (node.kind) {
      case ExpressionKind::presence:
        return;  // true or false whatever is absent
      case ExpressionKind::conjunction:
        return walk_all(node, known_by_parts(node, known, false));
      case ExpressionKind::disjunction:
        return walk_all(node, known_by_parts(node, known, true));
      case ExpressionKind::conditional:
        return walk_conditional(node, known);
      case ExpressionKind::quantifier:
      case ExpressionKind::comprehension:
        return walk_bindings(node, known);
      case ExpressionKind::field:
        if (known.contains(expression_text(program_, id))) return;
        if (!is_known_of_elements(node)) add_field(node);
        return walk_all(node, known);
      case ExpressionKind::variable:
        return walk_variable(node, known);
      case ExpressionKind::call:
        walk_all(node, known);
        if (definitions_.insert(node.index).second) walk(program_.definitions[node.index].body, {});
        return;
      default:
        return walk_all(node, known);
    }
  }

  /// Adds what has a value when the condition is true.
  void add_known(ExpressionId condition, Known& known) const {
    const Expression& node = program_.expression(condition);
    switch (node.kind) {
      case ExpressionKind::conjunction:
        for (const ExpressionId operand : node.operands) add_known(operand, known);
        return;
      case ExpressionKind::presence:
        if (!node.negated) known.insert(expression_text(program_, node.operands[0]));
        return;
      case ExpressionKind::comparison:
      case ExpressionKind::membership:
      case ExpressionKind::matching:
      case ExpressionKind::negation:
        for (const ExpressionId operand : node.operands) known.insert(expression_text(program_, operand));
        return;
      default:
        known.insert(expression_text(program_, condition));
    }
  }

 private:
  void walk_all(const Expression& node, const Known& known) {
    for (const ExpressionId operand : node.operands) walk(operand, known);
  }

  void add_field(const Expression& node) {
    const Table& table = program_.model.tables[node.index];
    const Field& field = table.fields[node.field];
    if (!field.is_optional || field.type.is_list || field.is_children) return;
    const std::string prefix = table.kind == TableKind::policy ? "policy." : "";
    fields_.insert(prefix + table.name + "." + field.name);
  }

  /// `shares.amount` where `let shares = (f for f in funding where f.amount is present)`.
  [[nodiscard]] bool is_known_of_elements(const Expression& node) const {
    const auto let = lets_.find(program_.expression(node.operands[0]).index);
    const bool is_let = program_.expression(node.operands[0]).kind == ExpressionKind::variable && let != lets_.end();
    const Expression& list = program_.expression(is_let ? let->second : node.operands[0]);
    if (list.kind != ExpressionKind::comprehension || list.condition == no_expression) return false;
    Known known;
    add_known(list.condition, known);
    const std::string& field = program_.model.tables[node.index].fields[node.field].name;
    return known.contains(expression_text(program_, list.operands[0]) + "." + field);
  }

  /// In `x is present and x < 3` and in `x is absent or x < 3` the comparison decides only where x is present.
  [[nodiscard]] Known known_by_parts(const Expression& node, const Known& known, bool is_disjunction) const {
    Known more = known;
    for (const ExpressionId operand : node.operands) {
      const Expression& part = program_.expression(operand);
      const bool establishes = part.kind == ExpressionKind::presence && part.negated == is_disjunction;
      if (establishes) more.insert(expression_text(program_, part.operands[0]));
    }
    return more;
  }

  void walk_conditional(const Expression& node, const Known& known) {
    walk(node.operands[0], known);
    Known known_when_true = known;
    add_known(node.operands[0], known_when_true);
    walk(node.operands[1], known_when_true);
    Known known_when_false = known;
    const Expression& condition = program_.expression(node.operands[0]);
    if (condition.kind == ExpressionKind::presence && condition.negated) {
      known_when_false.insert(expression_text(program_, condition.operands[0]));
    }
    walk(node.operands[2], known_when_false);
  }

  void walk_bindings(const Expression& node, Known known) {
    for (const Binding& binding : node.bindings) walk(binding.source, known);
    if (node.condition != no_expression) {
      walk(node.condition, known);
      add_known(node.condition, known);
    }
    walk_all(node, known);
  }

  void walk_variable(const Expression& node, const Known& known) {
    const auto let = lets_.find(node.index);
    if (let == lets_.end() || known.contains(program_.variables[node.index].name)) return;
    if (walked_lets_.insert(node.index).second) walk(let->second, known);
  }

  const Program& program_;
  const std::map<VariableId, ExpressionId>& lets_;
  std::set<std::string>& fields_;
  /// Each is walked once, so that names that use names twice stay cheap.
  std::set<DefinitionId> definitions_;
  std::set<VariableId> walked_lets_;
};

void add_fields(const Program& program, const Branch& branch, OptionalFields& fields) {
  std::map<VariableId, ExpressionId> lets;
  FieldWalk conditions(program, lets, fields.of_conditions);
  FieldWalk requirements(program, lets, fields.of_requirements);
  Known known;
  for (const Step& step : branch.steps) {
    if (step.kind == StepKind::let) lets.emplace(step.variable, step.expression);
    if (step.kind == StepKind::for_each || step.kind == StepKind::where) conditions.walk(step.expression, known);
    if (step.kind == StepKind::where) conditions.add_known(step.expression, known);
    for (const GroupKey& key : step.keys) requirements.walk(key.key, known);
  }
  for (const ExpressionId requirement : branch.requirements) requirements.walk(requirement, known);
}

}  // namespace

OptionalFields optional_fields(const Program& program, const Rule& rule) {
  OptionalFields fields;
  for (const Branch& branch : rule.branches) add_fields(program, branch, fields);
  return fields;
}

}  // namespace roadlint::dsl
