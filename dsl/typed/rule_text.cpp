// One function a kind of statement: see rule_text.hpp.
#include "dsl/typed/rule_text.hpp"

#include "base/quoted_text.hpp"
#include "dsl/typed/expression_text.hpp"

namespace roadlint::dsl {
namespace {

class BranchWriter {
 public:
  BranchWriter(const Program& program, TypeNotes types) : program_(program), has_types_(types == TypeNotes::shown) {}

  std::vector<std::string> write(const Branch& branch) {
    for (const Step& step : branch.steps) add_step(step);
    for (const ExpressionId requirement : branch.requirements) add_line("require " + value(requirement));
    add_values("subject", branch.subject);
    add_values("at", branch.locations);
    return std::move(lines_);
  }

 private:
  void add_line(std::string line) {
    lines_.push_back(std::move(line));
    is_in_for_ = false;
  }

  void add_values(const std::string& word, const std::vector<ExpressionId>& expressions) {
    if (expressions.empty()) return;
    std::string row;
    for (const ExpressionId id : expressions) row += (row.empty() ? "" : ", ") + value(id);
    add_line(word + " " + row);
  }

  void add_step(const Step& step) {
    switch (step.kind) {
      case StepKind::for_each:
        return add_source(step);
      case StepKind::where:
        return add_line("where " + value(step.expression));
      case StepKind::let:
        return add_line("let " + variable(step.variable) + " = " + expression_text(program_, step.expression));
      case StepKind::group:
        return add_line(group(step));
    }
  }

  /// All sources of one `for` stand in one line.
  void add_source(const Step& step) {
    const std::string binding = variable(step.variable) + " in " + source(step.expression);
    if (is_in_for_) {
      lines_.back() += ", " + binding;
    } else {
      lines_.push_back("for " + binding);
    }
    is_in_for_ = true;
  }

  [[nodiscard]] std::string group(const Step& step) const {
    std::string keys;
    for (const GroupKey& key : step.keys) keys += (keys.empty() ? "" : ", ") + value(key.key);
    std::string lists;
    for (const GroupList& list : step.lists) lists += (lists.empty() ? "" : ", ") + variable(list.variable);
    return "group by " + keys + " into " + lists;
  }

  /// A choice between lists needs brackets behind `in`.
  [[nodiscard]] std::string source(ExpressionId id) const {
    const bool needs_brackets = program_.expression(id).kind == ExpressionKind::conditional;
    const std::string text = expression_text(program_, id);
    return needs_brackets ? "(" + text + ")" : text;
  }

  [[nodiscard]] std::string value(ExpressionId id) const {
    const std::string text = expression_text(program_, id);
    return has_types_ ? text + " :: " + type_text(program_.model, program_.expression(id).type) : text;
  }

  [[nodiscard]] std::string variable(VariableId id) const {
    const Variable& entry = program_.variables[id];
    return has_types_ ? entry.name + ": " + type_text(program_.model, entry.type) : entry.name;
  }

  const Program& program_;
  bool has_types_;
  bool is_in_for_ = false;
  std::vector<std::string> lines_;
};

/// Literal text of a message between quotes: braces are doubled.
std::string with_doubled_braces(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (character == '{' || character == '}') result += character;
    result += character;
  }
  return result;
}

}  // namespace

std::vector<std::string> branch_lines(const Program& program, const Branch& branch, TypeNotes types) {
  return BranchWriter(program, types).write(branch);
}

std::string template_text(const Program& program, const MessageTemplate& text) {
  std::string result = "\"";
  for (const MessagePart& part : text.parts) {
    if (part.expression != no_expression) {
      result += "{" + expression_text(program, part.expression) + "}";
      continue;
    }
    const std::string quoted = quoted_text(with_doubled_braces(part.text));
    result += quoted.substr(1, quoted.size() - 2);
  }
  return result + "\"";
}

std::string plain_text(const Program& program, const MessageTemplate& text) {
  std::string result;
  for (const MessagePart& part : text.parts) {
    const bool is_text = part.expression == no_expression;
    result += is_text ? part.text : "{" + expression_text(program, part.expression) + "}";
  }
  return result;
}

std::string definition_text(const Program& program, const Definition& definition) {
  std::string parameters;
  for (const VariableId id : definition.parameters) {
    const Variable& parameter = program.variables[id];
    parameters += (parameters.empty() ? "" : ", ") + parameter.name + ": " + type_text(program.model, parameter.type);
  }
  return definition.name + "(" + parameters + ") = " + expression_text(program, definition.body);
}

}  // namespace roadlint::dsl
