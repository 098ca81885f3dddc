// See print_plan.hpp.
#include "engine/plan/print_plan.hpp"

#include <fmt/core.h>

#include "engine/plan/plan_lines.hpp"

namespace roadlint::engine {
namespace {

std::string operation_text(const PlanLine& line) {
  const std::string rest = line.rest.empty() ? "" : " check " + line.rest;
  switch (line.operation) {
    case PlanOperation::branch:
      return fmt::format("branch {}", line.number);
    case PlanOperation::scan:
      return fmt::format("scan {} as {}{}", line.table, line.variable, rest);
    case PlanOperation::elements:
      return fmt::format("elements of {} as {}", line.text, line.variable);
    case PlanOperation::join:
      return fmt::format("hash join {} as {} on {}{}", line.table, line.variable, line.text, rest);
    case PlanOperation::filter:
      return fmt::format("filter {}", line.text);
    case PlanOperation::let:
      return fmt::format("let {} = {}", line.variable, line.text);
    case PlanOperation::group:
      return fmt::format("group by {}", line.text);
    case PlanOperation::require:
      return fmt::format("require {}", line.text);
    case PlanOperation::definition:
      return fmt::format("in {}", line.text);
    case PlanOperation::once:
      return fmt::format("once {}", line.text);
    case PlanOperation::closure:
      return fmt::format("components of {}", line.text);
    case PlanOperation::reverse:
      return fmt::format("reverse index of {}", line.text);
  }
  return {};
}

std::string english(const PlanLine& line) {
  const std::string rest = line.rest.empty() ? "" : fmt::format("; keeps those with {}", line.rest);
  switch (line.operation) {
    case PlanOperation::branch:
      return fmt::format("Part {}:", line.number);
    case PlanOperation::scan:
      return fmt::format("Goes through all records of {}, as {}{}.", line.table, line.variable, rest);
    case PlanOperation::elements:
      return fmt::format("Goes through the elements of {}, as {}.", line.text, line.variable);
    case PlanOperation::join:
      return fmt::format("Looks up in an index the records of {} with {}, as {}{}.", line.table, line.text,
                         line.variable, rest);
    case PlanOperation::filter:
      return fmt::format("Keeps the cases with {}.", line.text);
    case PlanOperation::let:
      return fmt::format("Calls {} what {} gives.", line.variable, line.text);
    case PlanOperation::group:
      return fmt::format("Makes groups of the cases that are the same in {}.", line.text);
    case PlanOperation::require:
      return fmt::format("Requires {}.", line.text);
    case PlanOperation::definition:
      return fmt::format("Within {}:", line.text);
    case PlanOperation::once:
      return fmt::format("Computes {} once for all cases.", line.text);
    case PlanOperation::closure:
      return fmt::format("Follows {} by its cycles, which are found once for all records.", line.text);
    case PlanOperation::reverse:
      return fmt::format("Looks up in an index which records refer to one by {}.", line.text);
  }
  return {};
}

std::string german(const PlanLine& line) {
  const std::string rest = line.rest.empty() ? "" : fmt::format("; behält die mit {}", line.rest);
  switch (line.operation) {
    case PlanOperation::branch:
      return fmt::format("Teil {}:", line.number);
    case PlanOperation::scan:
      return fmt::format("Geht alle Datensätze von {} durch, als {}{}.", line.table, line.variable, rest);
    case PlanOperation::elements:
      return fmt::format("Geht die Elemente von {} durch, als {}.", line.text, line.variable);
    case PlanOperation::join:
      return fmt::format("Schlägt in einem Verzeichnis die Datensätze von {} mit {} nach, als {}{}.", line.table,
                         line.text, line.variable, rest);
    case PlanOperation::filter:
      return fmt::format("Behält die Fälle mit {}.", line.text);
    case PlanOperation::let:
      return fmt::format("Nennt {}, was {} ergibt.", line.variable, line.text);
    case PlanOperation::group:
      return fmt::format("Bildet Gruppen aus den Fällen, die in {} gleich sind.", line.text);
    case PlanOperation::require:
      return fmt::format("Verlangt {}.", line.text);
    case PlanOperation::definition:
      return fmt::format("Innerhalb von {}:", line.text);
    case PlanOperation::once:
      return fmt::format("Berechnet {} einmal für alle Fälle.", line.text);
    case PlanOperation::closure:
      return fmt::format("Folgt {} anhand der Kreise, die einmal für alle Datensätze gesucht werden.", line.text);
    case PlanOperation::reverse:
      return fmt::format("Schlägt in einem Verzeichnis nach, welche Datensätze mit {} auf einen verweisen.", line.text);
  }
  return {};
}

std::string indented(std::size_t depth, const std::string& text) { return std::string(depth * 2, ' ') + text; }

}  // namespace

std::string print_plan(const Plan& plan) {
  std::string text;
  for (const RulePlan& rule : plan.rules) {
    text += (text.empty() ? "" : "\n") + fmt::format("rule {}\n", plan.program->rules[rule.rule].id);
    for (const PlanLine& line : plan_lines(plan, rule)) {
      text += indented(line.depth + 1, operation_text(line)) + "\n";
    }
  }
  return text;
}

std::vector<std::string> plan_words(const Plan& plan, const RulePlan& rule, std::string_view language) {
  std::vector<std::string> words;
  for (const PlanLine& line : plan_lines(plan, rule)) {
    words.push_back(indented(line.depth, language == "de" ? german(line) : english(line)));
  }
  return words;
}

}  // namespace roadlint::engine
