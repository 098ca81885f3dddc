// Visits every expression of a rule: see used_names.hpp.
#include "dsl/typed/used_names.hpp"

#include <functional>
#include <map>

namespace roadlint::dsl {
namespace {

/// Calls a function for an expression and all that it is made of; the bodies of definitions are visited once.
class Visitor {
 public:
  Visitor(const Program& program, std::function<void(const Expression&)> visit)
      : program_(program), visit_(std::move(visit)) {}

  void visit(ExpressionId id) {
    if (id == no_expression) return;
    const Expression& node = program_.expression(id);
    visit_(node);
    const bool is_new_call = node.kind == ExpressionKind::call && definitions_.insert(node.index).second;
    if (is_new_call) visit(program_.definitions[node.index].body);
    for (const ExpressionId operand : node.operands) visit(operand);
    for (const Binding& binding : node.bindings) visit(binding.source);
    visit(node.condition);
  }

  void visit_all(const std::vector<ExpressionId>& ids) {
    for (const ExpressionId id : ids) visit(id);
  }

  void visit_texts(const std::vector<MessageTemplate>& texts) {
    for (const MessageTemplate& text : texts) {
      for (const MessagePart& part : text.parts) visit(part.expression);
    }
  }

 private:
  const Program& program_;
  std::function<void(const Expression&)> visit_;
  std::set<DefinitionId> definitions_;
};

/// What statements say, without the values of `let`: those count where their names are used.
void visit_deciding(Visitor& visitor, const Branch& branch) {
  for (const Step& step : branch.steps) {
    if (step.kind != StepKind::let) visitor.visit(step.expression);
    for (const GroupKey& key : step.keys) visitor.visit(key.key);
  }
  visitor.visit_all(branch.requirements);
}

void visit_everything(Visitor& visitor, const Branch& branch) {
  visit_deciding(visitor, branch);
  for (const Step& step : branch.steps) {
    if (step.kind == StepKind::let) visitor.visit(step.expression);
  }
  visitor.visit_all(branch.subject);
  visitor.visit_all(branch.locations);
  visitor.visit_texts(branch.message);
  visitor.visit_texts(branch.help);
}

/// "milestone.owner", for both versions of the data.
std::string field_name(const Model& model, const Expression& node) {
  const Table& table = model.tables[model.current_of(node.index)];
  const std::string prefix = table.kind == TableKind::policy ? "policy." : "";
  return prefix + table.name + "." + model.tables[node.index].fields[node.field].name;
}

bool is_version_field(const Model& model, const Expression& node) {
  return model.tables[node.index].fields[node.field].is_version;
}

void add_deciding_fields(const Program& program, const Branch& branch, std::set<std::string>& fields) {
  std::map<VariableId, ExpressionId> lets;
  for (const Step& step : branch.steps) {
    if (step.kind == StepKind::let) lets.emplace(step.variable, step.expression);
  }
  std::vector<ExpressionId> open;
  Visitor visitor(program, [&](const Expression& node) {
    if (node.field != no_id && !is_version_field(program.model, node)) fields.insert(field_name(program.model, node));
    const auto let = node.kind == ExpressionKind::variable ? lets.find(node.index) : lets.end();
    if (let == lets.end()) return;
    open.push_back(let->second);
    lets.erase(let);
  });
  visit_deciding(visitor, branch);
  while (!open.empty()) {
    const ExpressionId value = open.back();
    open.pop_back();
    visitor.visit(value);
  }
}

}  // namespace

UsedNames used_names(const Program& program, const Rule& rule) {
  UsedNames names;
  Visitor visitor(program, [&](const Expression& node) {
    if (node.kind == ExpressionKind::constant && node.index != no_id) names.parameters.insert(node.index);
    const bool searches = node.kind == ExpressionKind::matching || node.kind == ExpressionKind::first_match;
    if (searches) names.patterns.insert(node.index);
    if (node.kind == ExpressionKind::call) names.definitions.insert(node.index);
  });
  for (const Branch& branch : rule.branches) visit_everything(visitor, branch);
  return names;
}

std::set<std::string> deciding_fields(const Program& program, const Rule& rule) {
  std::set<std::string> fields;
  for (const Branch& branch : rule.branches) add_deciding_fields(program, branch, fields);
  return fields;
}

bool uses_earlier_version(const Program& program, const Rule& rule) {
  bool is_used = false;
  Visitor visitor(program, [&](const Expression& node) {
    const bool reads_rows = node.kind == ExpressionKind::rows && program.model.is_earlier(node.index);
    const bool changes_version = node.field != no_id && is_version_field(program.model, node);
    is_used = is_used || reads_rows || changes_version;
  });
  for (const Branch& branch : rule.branches) visit_everything(visitor, branch);
  return is_used;
}

}  // namespace roadlint::dsl
