// A plan as a list of what is done, one operation a line, for print_plan (the dump) and plan_words (`explain`).
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.hpp"

namespace roadlint::engine {

enum class PlanOperation : std::uint8_t {
  branch,      // number: which `for ... require` of the rule
  scan,        // all records of `table` as `variable`
  elements,    // the elements of `text` as `variable`
  join,        // the records of `table` whose `text` holds, found through an index, as `variable`
  filter,      // keep cases for which `text` is true
  let,         // `variable` stands for `text`
  group,       // group by `text`
  require,     // check `text`
  definition,  // inside the definition `text`
  once,        // `text` does not depend on the case: computed once
  closure,     // components of the graph of `text` (a field)
  reverse,     // index from records back to those that refer to them by `text` (a field)
};

struct PlanLine {
  std::size_t depth = 0;
  PlanOperation operation = PlanOperation::scan;
  std::string text;
  std::string variable;
  std::string table;
  std::size_t number = 0;
  /// join and scan: conditions that are checked for each record found; may be empty.
  std::string rest;
};

/// What is done for a rule of the plan, from top to bottom.
[[nodiscard]] std::vector<PlanLine> plan_lines(const Plan& plan, const RulePlan& rule);

}  // namespace roadlint::engine
