// Checks of the rule set as a whole: ids used twice, names that nobody uses, conditions that are always true or false,
// rules that can never fire.
#include <map>
#include <optional>

#include "dsl/check/names.hpp"

namespace roadlint::dsl::checking {
namespace {

/// A condition that is known to be true or false wherever it is looked at.
struct Fact {
  ExpressionId condition = no_expression;
  bool value = true;
};

/// Decides conditions without data: from constants, from their form, and from facts that `where` has established.
class Truth {
 public:
  explicit Truth(const Program& program) : program_(program) {}

  [[nodiscard]] std::optional<bool> value_of(ExpressionId id, const std::vector<Fact>& facts) const {
    for (const Fact& fact : facts) {
      if (const auto value = by_fact(id, fact)) return value;
    }
    const Expression& node = at(id);
    switch (node.kind) {
      case ExpressionKind::constant:
        return constant_of(node);
      case ExpressionKind::negation:
        return opposite(value_of(node.operands[0], facts));
      case ExpressionKind::conjunction:
        return joined(node, facts, false);
      case ExpressionKind::disjunction:
        return joined(node, facts, true);
      case ExpressionKind::comparison:
        return comparison(node);
      case ExpressionKind::membership:
        if (at(node.operands[1]).kind == ExpressionKind::list && at(node.operands[1]).operands.empty()) {
          return node.negated;
        }
        return std::nullopt;
      case ExpressionKind::quantifier:
        if (node.quantifier == Quantifier::at_least && node.count <= 0) return true;
        if (node.quantifier != Quantifier::at_least && node.count < 0) return false;
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  /// Adds what follows when `where` has kept a case.
  void add_facts(ExpressionId id, std::vector<Fact>& facts) const {
    constexpr std::size_t most_facts = 100;  // every later condition is held against each
    if (facts.size() >= most_facts) return;
    const Expression& node = at(id);
    facts.push_back({id, true});
    if (node.kind == ExpressionKind::conjunction) {
      for (const ExpressionId operand : node.operands) add_facts(operand, facts);
    }
  }

 private:
  [[nodiscard]] const Expression& at(ExpressionId id) const { return program_.expressions[id]; }

  static std::optional<bool> opposite(std::optional<bool> value) {
    if (value) return !*value;
    return value;
  }

  /// Parameters can be set, so only literals count.
  [[nodiscard]] static std::optional<bool> constant_of(const Expression& node) {
    const bool* value = std::get_if<bool>(&node.constant);
    if (value == nullptr || node.index != no_id || node.type.kind != TypeKind::boolean) return std::nullopt;
    return *value;
  }

  [[nodiscard]] std::optional<bool> joined(const Expression& node, const std::vector<Fact>& facts,
                                           bool deciding) const {
    bool all_known = true;
    std::vector<Fact> all_facts = facts;
    for (const ExpressionId operand : node.operands) {
      const auto value = value_of(operand, all_facts);
      if (value && *value == deciding) return deciding;
      all_known = all_known && value.has_value();
      // `x > 5 and x < 3`: for the later parts of `and`, only cases matter in which the earlier ones hold.
      if (!deciding && !value) add_facts(operand, all_facts);
    }
    if (all_known) return !deciding;
    return std::nullopt;
  }

  [[nodiscard]] bool is_literal(const Expression& node) const {
    return node.kind == ExpressionKind::constant && node.index == no_id && node.type.kind != TypeKind::error;
  }

  [[nodiscard]] std::optional<bool> comparison(const Expression& node) const {
    const Expression& left = at(node.operands[0]);
    const Expression& right = at(node.operands[1]);
    const Operation operation = node.operation;
    const bool accepts_equal =
        operation == Operation::equal || operation == Operation::less_equal || operation == Operation::greater_equal;
    if (left.type.kind == TypeKind::error || right.type.kind == TypeKind::error) return std::nullopt;
    if (same(node.operands[0], node.operands[1])) return accepts_equal;
    const bool is_equality = operation == Operation::equal || operation == Operation::unequal;
    if (is_literal(left) && is_literal(right)) {
      if (is_equality) return (left.constant == right.constant) == accepts_equal;
      const auto* first = std::get_if<Number>(&left.constant);
      const auto* second = std::get_if<Number>(&right.constant);
      if (first != nullptr && second != nullptr) return ordered(*first, operation, *second);
    }
    return count_comparison(left, operation, right);
  }

  static bool ordered(const Number& left, Operation operation, const Number& right) {
    if (operation == Operation::less) return left < right;
    if (operation == Operation::less_equal) return left <= right;
    if (operation == Operation::greater) return left > right;
    return left >= right;
  }

  /// A count is never negative.
  [[nodiscard]] static std::optional<bool> count_comparison(const Expression& left, Operation operation,
                                                            const Expression& right) {
    const auto* limit = std::get_if<Number>(&right.constant);
    const bool is_count = left.kind == ExpressionKind::aggregate && left.aggregate == Aggregate::count;
    if (!is_count || limit == nullptr || right.kind != ExpressionKind::constant || right.index != no_id) {
      return std::nullopt;
    }
    if (operation == Operation::greater_equal && *limit <= Number(0)) return true;
    if (operation == Operation::less && *limit <= Number(0)) return false;
    if (operation == Operation::greater && *limit < Number(0)) return true;
    return std::nullopt;
  }

  // --- facts ---------------------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<bool> by_fact(ExpressionId id, const Fact& fact) const {
    if (same(id, fact.condition)) return fact.value;
    const Expression& node = at(id);
    const Expression& known = at(fact.condition);
    if (node.kind == ExpressionKind::presence && fact.value) return presence_by_fact(node, known);
    if (node.kind != ExpressionKind::comparison || known.kind != ExpressionKind::comparison) return std::nullopt;
    if (!same(node.operands[0], known.operands[0])) return std::nullopt;
    if (same(node.operands[1], known.operands[1]) && are_opposite(node.operation, known.operation)) return !fact.value;
    const Expression& left = at(node.operands[1]);
    const Expression& right = at(known.operands[1]);
    if (fact.value && is_literal(left) && is_literal(right)) {
      const Number* asked = amount_of(left, right);
      const Number* bound = amount_of(right, left);
      if (asked != nullptr && bound != nullptr) {
        if (const auto value = by_range(known.operation, *bound, node.operation, *asked)) return value;
      }
    }
    const bool excludes = fact.value && known.operation == Operation::equal && node.operation == Operation::equal &&
                          is_literal(left) && is_literal(right) && !(left.constant == right.constant);
    if (excludes) return false;
    return std::nullopt;
  }

  /// The number, or the amount of money when the other side has the same currency.
  [[nodiscard]] static const Number* amount_of(const Expression& literal, const Expression& other) {
    const auto* money = std::get_if<Money>(&literal.constant);
    const auto* other_money = std::get_if<Money>(&other.constant);
    if (money == nullptr) return std::get_if<Number>(&literal.constant);
    return other_money != nullptr && money->currency == other_money->currency ? &money->amount : nullptr;
  }

  /// What `x KNOWN bound` says about `x ASKED limit`.
  static std::optional<bool> by_range(Operation known, const Number& bound, Operation asked, const Number& limit) {
    if (known == Operation::equal) {
      if (asked == Operation::equal || asked == Operation::unequal)
        return (bound == limit) == (asked == Operation::equal);
      return ordered(bound, asked, limit);
    }
    const bool is_upper = known == Operation::less || known == Operation::less_equal;
    if (is_upper) return by_range(mirrored(known), -bound, mirrored(asked), -limit);
    if (known == Operation::unequal) return std::nullopt;
    const bool is_beyond = known == Operation::greater ? bound >= limit : bound > limit;  // so x > limit
    if (is_beyond)
      return asked == Operation::greater || asked == Operation::greater_equal || asked == Operation::unequal;
    if (bound == limit && asked == Operation::less) return false;
    if (bound == limit && asked == Operation::greater_equal) return true;
    return std::nullopt;
  }

  /// The operation that holds between the negated numbers.
  static Operation mirrored(Operation operation) {
    switch (operation) {
      case Operation::less:
        return Operation::greater;
      case Operation::less_equal:
        return Operation::greater_equal;
      case Operation::greater:
        return Operation::less;
      case Operation::greater_equal:
        return Operation::less_equal;
      default:
        return operation;
    }
  }

  /// What was compared and found true is present.
  [[nodiscard]] std::optional<bool> presence_by_fact(const Expression& node, const Expression& known) const {
    const ExpressionId operand = node.operands[0];
    if (known.kind == ExpressionKind::presence && same(operand, known.operands[0]))
      return node.negated == known.negated;
    if (known.kind == ExpressionKind::comparison &&
        (same(operand, known.operands[0]) || same(operand, known.operands[1]))) {
      return !node.negated;
    }
    if (same(operand, static_cast<ExpressionId>(&known - program_.expressions.data()))) return !node.negated;
    return std::nullopt;
  }

  static bool are_opposite(Operation left, Operation right) {
    const auto pair = [&](Operation first, Operation second) {
      return (left == first && right == second) || (left == second && right == first);
    };
    return pair(Operation::equal, Operation::unequal) || pair(Operation::less, Operation::greater_equal) ||
           pair(Operation::greater, Operation::less_equal);
  }

  /// Whether two expressions have the same form and so always the same value.
  [[nodiscard]] bool same(ExpressionId left_id, ExpressionId right_id) const {
    if (left_id == right_id) return true;
    const Expression& left = at(left_id);
    const Expression& right = at(right_id);
    const bool is_alike = left.kind == right.kind && left.type == right.type && left.index == right.index &&
                          left.field == right.field && left.operation == right.operation &&
                          left.aggregate == right.aggregate && left.function == right.function &&
                          left.negated == right.negated && left.distinct == right.distinct &&
                          left.language == right.language && left.operands.size() == right.operands.size() &&
                          left.bindings.empty() && right.bindings.empty() && left.type.kind != TypeKind::error;
    if (!is_alike) return false;
    if (left.kind == ExpressionKind::constant && !(left.constant == right.constant)) return false;
    for (std::size_t index = 0; index < left.operands.size(); ++index) {
      if (!same(left.operands[index], right.operands[index])) return false;
    }
    return true;
  }

  const Program& program_;
};

class RuleSetChecker {
 public:
  explicit RuleSetChecker(Context& context) : context_(context), program_(context.program), truth_(context.program) {}

  void run() {
    report_duplicate_ids();
    report_unused_names();
    for (const Rule& rule : program_.rules) {
      for (const Branch& branch : rule.branches) check_branch(rule, branch);
    }
  }

 private:
  void report_duplicate_ids() {
    std::map<std::string, Span> first_uses;
    for (const Rule& rule : program_.rules) {
      if (rule.id.starts_with("data-")) {
        context_.diagnostics
            .add(DiagnosticCode::rule_duplicate_id, rule.span,
                 "`" + rule.id + "`: names that begin with `data-` belong to the loader's own rules")
            .help = "give the rule another id";
      }
      const auto [first, is_new] = first_uses.try_emplace(rule.id, rule.span);
      if (is_new) continue;
      Diagnostic& diagnostic = context_.diagnostics.add(DiagnosticCode::rule_duplicate_id, rule.span,
                                                        "rule `" + rule.id + "` is defined twice");
      diagnostic.labels.push_back({first->second, "first defined here"});
      diagnostic.help = "give one of them another id; findings are known by it";
    }
  }

  void report_unused_names() {
    if (context_.diagnostics.has_errors()) return;
    for (const auto& [name, global] : context_.globals) {
      const bool matters = global.kind == GlobalKind::parameter || global.kind == GlobalKind::pattern ||
                           global.kind == GlobalKind::definition || global.kind == GlobalKind::family;
      if (!matters || global.is_used) continue;
      context_.diagnostics.add(DiagnosticCode::rule_unused_name, global.span, "`" + name + "` is never used");
    }
  }

  void check_branch(const Rule& rule, const Branch& branch) {
    std::vector<Fact> facts;
    for (const Step& step : branch.steps) {
      if (step.kind == StepKind::group) facts.clear();  // what held for a record says nothing about a group
      if (step.kind != StepKind::where) continue;
      const auto value = truth_.value_of(step.expression, facts);
      if (value && !*value) {
        report_never_fires(rule, step.expression, "this condition is always false, so no case remains");
        return;
      }
      if (value) {
        report_constant(step.expression, true);
      } else {
        report_constant_parts(step.expression, facts);
      }
      truth_.add_facts(step.expression, facts);
    }
    check_requirements(rule, branch, facts);
  }

  void check_requirements(const Rule& rule, const Branch& branch, const std::vector<Fact>& facts) {
    std::size_t always_true = 0;
    for (const ExpressionId requirement : branch.requirements) {
      const auto value = truth_.value_of(requirement, facts);
      if (!value) report_constant_parts(requirement, facts);
      if (value && !*value) report_constant(requirement, false);
      if (value && *value) ++always_true;
    }
    if (always_true == 0) return;
    const ExpressionId first = branch.requirements.front();
    if (always_true == branch.requirements.size()) {
      report_never_fires(rule, first, "what is required here is always true");
      return;
    }
    for (const ExpressionId requirement : branch.requirements) {
      if (truth_.value_of(requirement, facts) == true) report_constant(requirement, true);
    }
  }

  void report_never_fires(const Rule& rule, ExpressionId condition, const std::string& reason) {
    Diagnostic& diagnostic =
        context_.diagnostics.add(DiagnosticCode::rule_never_fires, program_.expressions[condition].span,
                                 "rule `" + rule.id + "` can never fire: " + reason);
    diagnostic.help = "correct the condition, or remove the rule";
  }

  void report_constant(ExpressionId condition, bool value) {
    context_.diagnostics.add(DiagnosticCode::rule_constant_condition, program_.expressions[condition].span,
                             std::string("this condition is always ") + (value ? "true" : "false"));
  }

  /// Parts of `and` and `or` that decide nothing.
  void report_constant_parts(ExpressionId id, const std::vector<Fact>& facts) {
    const Expression& node = program_.expressions[id];
    const bool is_joined = node.kind == ExpressionKind::conjunction || node.kind == ExpressionKind::disjunction;
    if (!is_joined && node.kind != ExpressionKind::negation) return;
    for (const ExpressionId operand : node.operands) {
      const auto value = truth_.value_of(operand, facts);
      if (value) {
        report_constant(operand, *value);
      } else {
        report_constant_parts(operand, facts);
      }
    }
  }

  Context& context_;
  const Program& program_;
  Truth truth_;
};

}  // namespace

void check_rule_set(Context& context) { RuleSetChecker(context).run(); }

}  // namespace roadlint::dsl::checking
