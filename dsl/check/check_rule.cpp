// Rules: branches and texts; the head is read in rule_head.cpp. A branch is checked statement by statement in one
// scope; its texts see the scope's end.
#include <algorithm>
#include <array>
#include <deque>

#include "base/limits.hpp"
#include "dsl/check/expression_checker.hpp"
#include "dsl/check/family.hpp"
#include "dsl/check/rule_head.hpp"

namespace roadlint::dsl::checking {
namespace {

using ast::Statement;
using ast::StatementKind;

/// The statements of one branch, and the texts that belong to it.
struct BranchSyntax {
  std::vector<const Statement*> statements;
  const Statement* message = nullptr;
  const Statement* help = nullptr;
};

void report_unused(Context& context, const std::string& name, Span span) {
  context.diagnostics.add(DiagnosticCode::rule_unused_name, span, "`" + name + "` is never used");
}

/// A year is a number, but nobody groups its digits.
bool are_years(const Program& program, const Expression& list) {
  if (list.kind != ExpressionKind::comprehension) return false;
  const Expression& element = program.expression(list.operands[0]);
  return element.kind == ExpressionKind::function && element.function == Function::year;
}

/// Notes the language of a message in each `list` whose text stands in it as it is. What a condition inside of the
/// message compares must not depend on the language.
void show_in(const std::string& language, ExpressionId id, Program& program) {
  Expression& node = program.expressions[id];
  switch (node.kind) {
    case ExpressionKind::conditional:
      show_in(language, node.operands[1], program);
      show_in(language, node.operands[2], program);
      return;
    case ExpressionKind::comprehension:
      show_in(language, node.operands[0], program);
      return;
    case ExpressionKind::aggregate:
      if (node.aggregate != Aggregate::list) return;
      if (!are_years(program, program.expression(node.operands[0]))) node.language = language;
      show_in(language, node.operands[0], program);
      return;
    default:
      return;
  }
}

class RuleChecker {
 public:
  RuleChecker(Context& context, const RuleSource& source) : context_(context), source_(source), file_(*source.file) {}

  Rule run() {
    rule_.id = source_.rule->id.text;
    rule_.span = source_.rule->id.span;
    rule_.pack = file_.pack.text;
    for (const ast::Name& language : file_.languages) rule_.languages.push_back(language.text);
    if (rule_.languages.empty()) rule_.languages.emplace_back("en");
    read_head(context_, *source_.rule, rule_);
    const std::vector<BranchSyntax> branches = split_branches();
    for (const BranchSyntax& branch : branches) check_branch(branch);
    if (branches.empty()) report_lack("for", rule_.span);
    return std::move(rule_);
  }

 private:
  Diagnostic& report(DiagnosticCode code, Span span, std::string message) {
    return context_.diagnostics.add(code, span, std::move(message));
  }

  void report_lack(std::string_view word, Span span) {
    if (source_.rule->is_damaged || is_cut_) return;
    report(DiagnosticCode::rule_incomplete, span, "rule `" + rule_.id + "` has no `" + std::string(word) + "`");
  }

  // --- texts ---------------------------------------------------------------------------------------------------

  std::vector<MessageTemplate> check_texts(const Statement* statement, ExpressionChecker& checker) {
    std::vector<MessageTemplate> templates;
    if (statement == nullptr) return templates;
    check_languages(context_, *statement, rule_);
    templates.reserve(statement->texts.size());
    for (const ast::LanguageText& text : statement->texts) {
      MessageTemplate result;
      result.language = text.language.text;
      result.parts.reserve(text.parts.size());
      for (const ast::TextPart& part : text.parts) {
        const bool is_text = part.expression == ast::no_expression;
        const ExpressionId shown = is_text ? no_expression : checker.check(part.expression);
        if (!is_text) show_in(result.language, shown, context_.program);
        result.parts.push_back({part.text, shown});
      }
      templates.push_back(std::move(result));
    }
    return templates;
  }

  // --- branches ------------------------------------------------------------------------------------------------

  std::vector<BranchSyntax> too_many_statements(Span span) {
    report(DiagnosticCode::rule_syntax, span,
           "rule `" + rule_.id + "` has more than " + std::to_string(limits::branch_statements) +
               " statements behind one `for`")
        .help = "split it into several rules, or name parts of it with `define`";
    is_cut_ = true;
    return {};
  }

  std::vector<BranchSyntax> split_branches() {
    std::vector<BranchSyntax> branches;
    BranchSyntax above;
    std::size_t statement_count = 0;
    for (const Statement& statement : source_.rule->statements) {
      const StatementKind kind = statement.kind;
      if (is_head(kind)) continue;
      if (kind == StatementKind::for_each) {
        branches.emplace_back();
        statement_count = 0;
      }
      statement_count += std::max<std::size_t>(1, statement.bindings.size());
      if (statement_count > limits::branch_statements) return too_many_statements(statement.span);
      BranchSyntax& branch = branches.empty() ? above : branches.back();
      if (kind == StatementKind::message) {
        branch.message = &statement;
      } else if (kind == StatementKind::help) {
        branch.help = &statement;
      } else if (branches.empty()) {
        if (!source_.rule->is_damaged) {
          report(DiagnosticCode::rule_order, statement.span,
                 "`" + std::string(ast::statement_word(kind)) + "` stands before the first `for`");
        }
      } else {
        branch.statements.push_back(&statement);
      }
    }
    inherit_texts(branches, above);
    return branches;
  }

  /// A branch without texts takes the next ones below it, else the last ones above it.
  static void inherit_texts(std::vector<BranchSyntax>& branches, const BranchSyntax& above) {
    for (auto text : {&BranchSyntax::message, &BranchSyntax::help}) {
      const Statement* below = nullptr;
      for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch) {
        if ((*branch).*text != nullptr) below = (*branch).*text;
        (*branch).*text = below;
      }
      const Statement* last = above.*text;
      for (BranchSyntax& branch : branches) {
        if (branch.*text == nullptr) branch.*text = last;
        last = branch.*text;
      }
    }
  }

  void check_branch(const BranchSyntax& syntax) {
    // Behind a `group by` that could not be read every name may mean something else.
    if (source_.rule->is_damaged && source_.rule->lost_words.contains("group")) return;
    Scope scope;
    scope.lost_words = &source_.rule->lost_words;
    ExpressionChecker checker(context_, file_, scope);
    Branch branch;
    branch.span = syntax.statements.front()->span;
    for (const Statement* statement : syntax.statements) check_statement(*statement, scope, checker, branch);
    branch.message = check_texts(syntax.message, checker);
    branch.help = check_texts(syntax.help, checker);
    if (branch.subject.empty()) branch.subject = default_subject(branch);
    if (branch.requirements.empty()) report_lack("require", branch.span);
    if (syntax.message == nullptr) report_lack("message", rule_.span);
    report_unused_lets(scope);
    rule_.branches.push_back(std::move(branch));
  }

  void check_statement(const Statement& statement, Scope& scope, ExpressionChecker& checker, Branch& branch) {
    switch (statement.kind) {
      case StatementKind::for_each:
        for (const ast::Binding& binding : statement.bindings) add_source(binding, statement, checker, branch);
        return;
      case StatementKind::where: {
        Step step = step_of(StepKind::where, statement);
        step.expression = checker.check_condition(statement.expressions[0]);
        branch.steps.push_back(std::move(step));
        return;
      }
      case StatementKind::let: {
        Step step = step_of(StepKind::let, statement);
        step.expression = checker.check(statement.expressions[0]);
        step.variable = checker.declare(statement.names[0], context_.type_of(step.expression), true);
        branch.steps.push_back(std::move(step));
        return;
      }
      case StatementKind::group:
        add_group(statement, scope, checker, branch);
        return;
      case StatementKind::require:
        branch.requirements.push_back(checker.check_condition(statement.expressions[0]));
        return;
      case StatementKind::subject:
        for (const ast::ExpressionId part : statement.expressions) add_subject(part, checker, branch);
        return;
      case StatementKind::at:
        for (const ast::ExpressionId place : statement.expressions) add_location(place, checker, branch);
        return;
      default:
        return;
    }
  }

  static Step step_of(StepKind kind, const Statement& statement) {
    Step step;
    step.kind = kind;
    step.span = statement.span;
    return step;
  }

  void add_source(const ast::Binding& binding, const Statement& statement, ExpressionChecker& checker, Branch& branch) {
    Step step = step_of(StepKind::for_each, statement);
    step.expression = checker.check_source(binding.source);
    step.variable = checker.declare(binding.variable, context_.type_of(step.expression).element());
    branch.case_variables.push_back(step.variable);
    branch.steps.push_back(std::move(step));
  }

  void add_group(const Statement& statement, Scope& scope, ExpressionChecker& checker, Branch& branch) {
    Step step = step_of(StepKind::group, statement);
    if (!scope.keys.empty()) {
      report(DiagnosticCode::rule_order, statement.span, "`group by` stands twice in one branch");
      return;
    }
    std::vector<KeyPath> keys;
    for (const ast::ExpressionId key : statement.expressions) add_key(key, checker, step, keys);
    const std::vector<VariableId> elements = branch.case_variables;
    for (LocalName& name : scope.names) name.is_hidden = true;
    for (std::size_t index = 0; index < statement.names.size(); ++index) {
      if (index >= elements.size()) {
        report(DiagnosticCode::rule_order, statement.names[index].span,
               "there is no variable left whose values `" + statement.names[index].text + "` could hold")
            .help = "each list behind `into` belongs to one variable of `for`, in the same order";
        static_cast<void>(checker.declare(statement.names[index], Type{}.list()));
        continue;
      }
      const Type type = context_.program.variables[elements[index]].type.list();
      step.lists.push_back({elements[index], checker.declare(statement.names[index], type)});
    }
    branch.case_variables.clear();
    for (const GroupKey& key : step.keys) branch.case_variables.push_back(key.variable);
    scope.keys = std::move(keys);
    branch.steps.push_back(std::move(step));
  }

  void add_key(ast::ExpressionId id, ExpressionChecker& checker, Step& step, std::vector<KeyPath>& keys) {
    const ast::Expression& node = file_.expressions[static_cast<std::size_t>(id)];
    const std::string path = checker.path_text(id);
    const ExpressionId key = checker.check(id);
    const Type type = context_.type_of(key);
    if (path.empty() || type.is_list) {
      report(DiagnosticCode::rule_order, node.span, "a key is a name or a path to a single value").help =
          "name the value with `let` first";
      return;
    }
    const VariableId variable = context_.add_variable(path, type, node.span);
    step.keys.push_back({key, variable});
    keys.push_back({path, variable});
  }

  void add_subject(ast::ExpressionId id, ExpressionChecker& checker, Branch& branch) {
    const ExpressionId part = checker.check(id);
    if (context_.type_of(part).is_list) {
      report(DiagnosticCode::rule_type_mismatch, file_.expressions[static_cast<std::size_t>(id)].span,
             "a subject is made of single values, found " + context_.text_of(context_.type_of(part)));
      return;
    }
    branch.subject.push_back(part);
  }

  void add_location(ast::ExpressionId id, ExpressionChecker& checker, Branch& branch) {
    const ExpressionId place = checker.check(id);
    const Expression& expression = context_.program.expressions[place];
    const bool is_place = expression.type.kind == TypeKind::record || expression.kind == ExpressionKind::field ||
                          expression.type.kind == TypeKind::error;
    if (!is_place) {
      report(DiagnosticCode::rule_type_mismatch, expression.span, "only records and fields have a place in the data");
      return;
    }
    branch.locations.push_back(place);
  }

  std::vector<ExpressionId> default_subject(const Branch& branch) {
    if (branch.case_variables.empty()) return {};
    const Variable& variable = context_.program.variables[branch.case_variables.front()];
    Expression expression;
    expression.kind = ExpressionKind::variable;
    expression.type = variable.type;
    expression.span = variable.span;
    expression.index = branch.case_variables.front();
    return {context_.add(std::move(expression))};
  }

  void report_unused_lets(const Scope& scope) {
    if (source_.rule->is_damaged) return;
    for (const LocalName& name : scope.names) {
      if (!name.is_let) continue;
      const Span span = context_.program.variables[name.variable].span;
      if (source_.member.is_known()) {
        // What one row does not need another one may.
        FamilyLet& let =
            context_.family_lets.try_emplace({span.file, span.begin}, FamilyLet{name.name, span}).first->second;
        let.is_used = let.is_used || name.is_used;
      } else if (!name.is_used) {
        report_unused(context_, name.name, span);
      }
    }
  }

  Context& context_;
  const RuleSource& source_;
  const ast::File& file_;
  Rule rule_;
  /// Its statements were too many to look at.
  bool is_cut_ = false;
};

}  // namespace

void check_rules(Context& context) {
  std::deque<ast::File> instances;
  std::vector<RuleSource> sources;
  for (const ast::File& file : context.files) {
    for (const ast::Rule& rule : file.rules) sources.push_back({&file, &rule, {}});
  }
  expand_families(context, instances, sources);
  context.program.rules.reserve(sources.size());
  for (const RuleSource& source : sources) context.program.rules.push_back(RuleChecker(context, source).run());
  for (const auto& [place, let] : context.family_lets) {
    if (!let.is_used) report_unused(context, let.name, let.span);
  }
}

}  // namespace roadlint::dsl::checking
