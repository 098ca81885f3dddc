// Parameters, word lists, patterns and definitions: the names that hold in all files.
#include <algorithm>
#include <map>

#include "base/limits.hpp"
#include "dsl/check/expression_checker.hpp"

namespace roadlint::dsl::checking {
namespace {

// --- parameters --------------------------------------------------------------------------------------------------

/// The value of an expression that is known before any data: a literal, or literals divided (`1/6`).
std::optional<Constant> constant_value(const Program& program, ExpressionId id) {
  const Expression& expression = program.expressions[id];
  if (expression.kind == ExpressionKind::constant) return expression.constant;
  if (expression.kind == ExpressionKind::to_quantity) {
    const auto operand = constant_value(program, expression.operands[0]);
    if (!operand) return std::nullopt;
    const bool is_percent = program.expressions[expression.operands[0]].type.kind == TypeKind::percent;
    const Number number = std::get<Number>(*operand);
    return Quantity{is_percent ? number * Number(100) : number, is_percent ? "%" : ""};
  }
  if (expression.kind == ExpressionKind::negative) {
    const auto operand = constant_value(program, expression.operands[0]);
    const auto* number = operand ? std::get_if<Number>(&*operand) : nullptr;
    if (number != nullptr) return -*number;
  }
  if (expression.kind == ExpressionKind::arithmetic && expression.operation == Operation::divide) {
    const auto left = constant_value(program, expression.operands[0]);
    const auto right = constant_value(program, expression.operands[1]);
    const auto* dividend = left ? std::get_if<Number>(&*left) : nullptr;
    const auto* divisor = right ? std::get_if<Number>(&*right) : nullptr;
    if (dividend == nullptr || divisor == nullptr) return std::nullopt;
    if (const auto quotient = dividend->divided_by(*divisor)) return *quotient;
  }
  return std::nullopt;
}

void check_parameter(Context& context, const ast::File& file, const ast::Parameter& syntax) {
  Parameter parameter;
  parameter.name = syntax.name.text;
  parameter.span = syntax.name.span;
  parameter.type = resolve_type(context, syntax.type);
  const Type type = parameter.type;
  const bool is_value = type.kind != TypeKind::record && !type.is_list;
  if (!is_value) {
    context.diagnostics
        .add(DiagnosticCode::rule_type_mismatch, syntax.type.span,
             "a parameter is a single value, not " + context.text_of(type))
        .help = "lists belong in policy data";
  }
  Scope scope;
  ExpressionChecker checker(context, file, scope);
  const ExpressionId value = checker.converted(checker.check(syntax.value, &type), type);
  const Type found = context.type_of(value);
  const bool is_fraction = type.kind == TypeKind::percent && found.kind == TypeKind::number;
  const auto constant = constant_value(context.program, value);
  if (is_value && found.kind != TypeKind::error && type.kind != TypeKind::error) {
    const Span span = file.expressions[static_cast<std::size_t>(syntax.value)].span;
    if (!is_fraction && !are_comparable(type, found)) {
      context.diagnostics.add(DiagnosticCode::rule_type_mismatch, span,
                              "expected " + context.text_of(type) + ", found " + context.text_of(found));
    } else if (!constant) {
      context.diagnostics.add(DiagnosticCode::rule_type_mismatch, span, "the default of a parameter must be a literal");
    }
  }
  if (constant) parameter.value = *constant;
  const auto index = static_cast<std::uint32_t>(context.program.parameters.size());
  if (context.define(syntax.name, GlobalKind::parameter, index))
    context.program.parameters.push_back(std::move(parameter));
}

// --- patterns ----------------------------------------------------------------------------------------------------

void add_pattern(Context& context, const ast::Name& name, const TextPattern::Result& result, Span place) {
  if (!result.pattern) {
    Diagnostic& diagnostic = context.diagnostics.add(DiagnosticCode::rule_pattern, place,
                                                     "this pattern cannot be used: " + result.failure.reason);
    if (!result.failure.offending.empty()) diagnostic.notes.push_back("at `" + result.failure.offending + "`");
    diagnostic.help = "patterns are regular expressions in RE2 syntax";
  }
  const auto index = static_cast<std::uint32_t>(context.program.patterns.size());
  if (!context.define(name, GlobalKind::pattern, index)) return;
  context.program.patterns.push_back({name.text, result.pattern.value_or(TextPattern{}), name.span});
}

void check_word_list(Context& context, const ast::WordList& syntax) {
  std::vector<std::string> words;
  for (const ast::Name& word : syntax.words) {
    const bool is_empty = word.text.find_first_not_of(" *") == std::string::npos;
    if (is_empty) {
      context.diagnostics.add(DiagnosticCode::rule_pattern, word.span, "a word list holds words, found an empty text");
    } else {
      words.push_back(word.text);
    }
  }
  add_pattern(context, syntax.name, TextPattern::compile_words(words), syntax.name.span);
}

// --- definitions -------------------------------------------------------------------------------------------------

struct PendingDefinition {
  const ast::File* file;
  const ast::Definition* syntax;
  enum { untouched, open, done } state = untouched;
  /// Levels of definitions below this one, itself included.
  std::size_t depth = 1;
};

/// Checks definitions in the order of use, so that each body finds the types of those it calls.
class DefinitionChecker {
 public:
  explicit DefinitionChecker(Context& context) : context_(context) {}

  void run() {
    for (const ast::File& file : context_.files) {
      for (const ast::Definition& syntax : file.definitions) declare(file, syntax);
    }
    for (DefinitionId id = 0; id < pending_.size(); ++id) check_body(id);
  }

 private:
  void declare(const ast::File& file, const ast::Definition& syntax) {
    const auto id = static_cast<DefinitionId>(context_.program.definitions.size());
    if (!context_.define(syntax.name, GlobalKind::definition, id)) return;
    Definition definition;
    definition.name = syntax.name.text;
    definition.span = syntax.name.span;
    Scope scope;
    ExpressionChecker checker(context_, file, scope);
    for (const ast::DefinitionParameter& parameter : syntax.parameters) {
      definition.parameters.push_back(checker.declare(parameter.name, type_of(parameter)));
    }
    context_.program.definitions.push_back(std::move(definition));
    pending_.push_back({&file, &syntax});
  }

  Type type_of(const ast::DefinitionParameter& parameter) {
    const Model& model = context_.program.model;
    if (!parameter.policy.text.empty()) {
      const TableId table = model.find_policy(parameter.policy.text);
      if (table != no_id) return Type::record_of(table);
      context_.diagnostics.add(DiagnosticCode::rule_unknown_type, parameter.policy.span,
                               "the model has no policy `" + parameter.policy.text + "`");
      return Type{};
    }
    // Inside rules a record and a reference to it are the same, so the name of an entity is enough.
    const TableId table = model.find_table(parameter.type.name.text);
    if (table == no_id || parameter.type.is_reference) return resolve_type(context_, parameter.type);
    Type type = Type::record_of(table);
    type.is_list = parameter.type.is_list;
    return type;
  }

  void check_body(DefinitionId id) {
    if (pending_[id].state != PendingDefinition::untouched) return;
    pending_[id].state = PendingDefinition::open;
    const ast::File& file = *pending_[id].file;
    ++depth_;
    check_called(id, file, pending_[id].syntax->body);
    --depth_;
    Scope scope;
    for (const VariableId variable : context_.program.definitions[id].parameters) {
      scope.names.push_back({context_.program.variables[variable].name, variable, false, false, false});
    }
    const ExpressionId body = ExpressionChecker(context_, file, scope).check(pending_[id].syntax->body);
    context_.program.definitions[id].body = body;
    pending_[id].state = PendingDefinition::done;
  }

  /// Visits the definitions that an expression calls; reports a way back to one that is still open.
  void check_called(DefinitionId caller, const ast::File& file, ast::ExpressionId id) {
    if (id == ast::no_expression) return;
    const ast::Expression& node = file.expressions[static_cast<std::size_t>(id)];
    const Global* global = node.kind == ast::ExpressionKind::call ? context_.find(node.text) : nullptr;
    if (global != nullptr && global->kind == GlobalKind::definition) {
      if (pending_[global->index].state == PendingDefinition::open) {
        Diagnostic& diagnostic =
            context_.diagnostics.add(DiagnosticCode::rule_recursion, node.span,
                                     "`" + context_.program.definitions[caller].name + "` uses itself" +
                                         (global->index == caller ? "" : " through `" + node.text + "`"));
        diagnostic.help = "only `+` behind a field repeats a step";
      } else {
        if (depth_ < limits::definition_depth) check_body(global->index);
        add_level(caller, global->index, node.span);
      }
    }
    for (const ast::ExpressionId operand : node.operands) check_called(caller, file, operand);
    for (const ast::Binding& binding : node.bindings) check_called(caller, file, binding.source);
    check_called(caller, file, node.condition);
  }

  /// Notes that a definition stands on another one; a tower that is too high is reported and counted anew from here.
  void add_level(DefinitionId caller, DefinitionId called, Span use) {
    const bool is_checked = pending_[called].state == PendingDefinition::done;
    const std::size_t depth = pending_[called].depth + 1;
    if (is_checked && depth <= limits::definition_depth) {
      pending_[caller].depth = std::max(pending_[caller].depth, depth);
      return;
    }
    context_.diagnostics.add(
        DiagnosticCode::rule_recursion, use,
        "definitions use each other more than " + std::to_string(limits::definition_depth) + " levels deep");
  }

  Context& context_;
  std::vector<PendingDefinition> pending_;
  std::size_t depth_ = 0;
};

}  // namespace

void check_globals(Context& context) {
  for (const ast::File& file : context.files) {
    for (const ast::Parameter& parameter : file.parameters) check_parameter(context, file, parameter);
    for (const ast::WordList& list : file.word_lists) check_word_list(context, list);
    for (const ast::Pattern& pattern : file.patterns) {
      add_pattern(context, pattern.name, TextPattern::compile(pattern.expression.text), pattern.expression.span);
    }
  }
  DefinitionChecker(context).run();
}

}  // namespace roadlint::dsl::checking
