// See coverage.hpp.
#include "tests/twin/coverage.hpp"

#include <array>
#include <string_view>

namespace roadlint::twin {
namespace {

/// In the order of dsl::ExpressionKind.
constexpr std::array<std::string_view, 28> kind_names = {
    "constant",    "variable", "as_of",      "rows",          "field",       "container",  "closure",
    "reverse",     "dangling", "negation",   "conjunction",   "disjunction", "comparison", "membership",
    "presence",    "matching", "negative",   "arithmetic",    "to_quantity", "difference", "intersection",
    "conditional", "list",     "quantifier", "comprehension", "aggregate",   "call",       "first_match"};
/// In the order of engine::MissingReason; numbers of too many digits do not occur.
constexpr std::array<std::string_view, 12> cause_names = {
    "absent",          "wrong type",        "dangling",          "several records",
    "unlike units",    "unlike currencies", "overlapping dates", "division by zero",
    "out of calendar", "nothing to choose", "uncertain days",    "no match"};
constexpr std::array<std::string_view, 4> step_names = {"for", "where", "let", "group"};

std::string name_of(const dsl::Expression& node) {
  const auto kind = static_cast<std::size_t>(node.kind);
  if (node.kind == dsl::ExpressionKind::quantifier)
    return "quantifier " + std::string(quantifier_name(node.quantifier));
  if (node.kind == dsl::ExpressionKind::aggregate) return "aggregate " + std::string(aggregate_name(node.aggregate));
  if (node.kind == dsl::ExpressionKind::function) return "function " + std::string(function_name(node.function));
  return std::string(kind_names.at(kind));
}

}  // namespace

Coverage::Coverage() {
  const auto start = [&](std::string name) { counts_.emplace(std::move(name), 0); };
  for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
    dsl::Expression node;
    node.kind = static_cast<dsl::ExpressionKind>(kind);
    start(name_of(node));
  }
  for (const dsl::Quantifier quantifier :
       {dsl::Quantifier::any, dsl::Quantifier::all, dsl::Quantifier::none, dsl::Quantifier::exactly,
        dsl::Quantifier::at_least, dsl::Quantifier::at_most}) {
    start("quantifier " + std::string(quantifier_name(quantifier)));
  }
  for (const dsl::Aggregate aggregate : {dsl::Aggregate::count, dsl::Aggregate::sum, dsl::Aggregate::min,
                                         dsl::Aggregate::max, dsl::Aggregate::avg, dsl::Aggregate::list}) {
    start("aggregate " + std::string(aggregate_name(aggregate)));
  }
  for (const dsl::Function function :
       {dsl::Function::length, dsl::Function::lower, dsl::Function::year, dsl::Function::start, dsl::Function::end,
        dsl::Function::days, dsl::Function::amount, dsl::Function::unit, dsl::Function::text, dsl::Function::id}) {
    start("function " + std::string(function_name(function)));
  }
  for (const std::string_view step : step_names) start("step " + std::string(step));
  for (const char* outcome : {"satisfied", "violated", "undecidable", "unscoped"})
    start("case " + std::string(outcome));
  for (const std::string_view cause : cause_names) start("cause " + std::string(cause));
}

void Coverage::count(const dsl::Program& program) {
  for (const dsl::Expression& node : program.expressions) ++counts_[name_of(node)];
  for (const dsl::Rule& rule : program.rules) {
    for (const dsl::Branch& branch : rule.branches) {
      for (const dsl::Step& step : branch.steps) {
        ++counts_["step " + std::string(step_names.at(static_cast<std::size_t>(step.kind)))];
      }
    }
  }
}

void Coverage::count(const engine::RuleOutcomes& outcomes) {
  counts_["case satisfied"] += outcomes.satisfied;
  for (const engine::Unscoped& unscoped : outcomes.unscoped) counts_["case unscoped"] += unscoped.count;
  for (const engine::RawFinding& finding : outcomes.findings) {
    ++counts_["case " + std::string(engine::verdict_name(finding.verdict))];
    for (const engine::Cause& cause : finding.causes) {
      const auto reason = static_cast<std::size_t>(cause.reason);
      if (reason < cause_names.size()) ++counts_["cause " + std::string(cause_names.at(reason))];
    }
  }
}

void Coverage::add(const Coverage& other) {
  for (const auto& [name, count] : other.counts_) counts_[name] += count;
}

std::vector<std::string> Coverage::never_seen() const {
  std::vector<std::string> names;
  for (const auto& [name, count] : counts_) {
    if (count == 0) names.push_back(name);
  }
  return names;
}

}  // namespace roadlint::twin
