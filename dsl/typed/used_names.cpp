// Visits every expression of a rule: see used_names.hpp.
#include "dsl/typed/used_names.hpp"

namespace roadlint::dsl {
namespace {

class NameCollector {
 public:
  explicit NameCollector(const Program& program) : program_(program) {}

  void visit_branch(const Branch& branch) {
    for (const Step& step : branch.steps) {
      visit(step.expression);
      for (const GroupKey& key : step.keys) visit(key.key);
    }
    for (const auto* expressions : {&branch.requirements, &branch.subject, &branch.locations}) {
      for (const ExpressionId id : *expressions) visit(id);
    }
    for (const auto* texts : {&branch.message, &branch.help}) {
      for (const MessageTemplate& text : *texts) {
        for (const MessagePart& part : text.parts) visit(part.expression);
      }
    }
  }

  UsedNames names() && { return std::move(names_); }

 private:
  void visit(ExpressionId id) {
    if (id == no_expression) return;
    const Expression& node = program_.expression(id);
    if (node.kind == ExpressionKind::constant && node.index != no_id) names_.parameters.insert(node.index);
    if (node.kind == ExpressionKind::matching) names_.patterns.insert(node.index);
    const bool is_new_call = node.kind == ExpressionKind::call && names_.definitions.insert(node.index).second;
    if (is_new_call) visit(program_.definitions[node.index].body);
    for (const ExpressionId operand : node.operands) visit(operand);
    for (const Binding& binding : node.bindings) visit(binding.source);
    visit(node.condition);
  }

  const Program& program_;
  UsedNames names_;
};

}  // namespace

UsedNames used_names(const Program& program, const Rule& rule) {
  NameCollector collector(program);
  for (const Branch& branch : rule.branches) collector.visit_branch(branch);
  return std::move(collector).names();
}

}  // namespace roadlint::dsl
