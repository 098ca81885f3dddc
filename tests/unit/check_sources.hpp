// Checks rules and data given as text, the way the program does, for tests of language and engine.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.hpp"
#include "dsl/check/check.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/findings.hpp"
#include "engine/load/load.hpp"

namespace roadlint::test {

/// A program and what was said about it.
struct Checked {
  SourceFiles files;
  dsl::Program program;
  Diagnostics diagnostics;

  /// Codes with lines, in order: "rule-unknown-name 7".
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : diagnostics.entries()) {
      result.push_back(diagnostic.code + " " + std::to_string(files.locate(diagnostic.span).line));
    }
    return result;
  }
};

inline void check_rules(Checked& checked, const std::vector<std::string>& texts) {
  std::vector<dsl::ast::File> trees;
  for (const std::string& text : texts) {
    const FileId file = checked.files.add("rules-" + std::to_string(trees.size()) + ".rules", text);
    trees.push_back(dsl::parse(checked.files, file, checked.diagnostics));
  }
  checked.program = dsl::check(trees, checked.diagnostics);
  checked.diagnostics.sort();
}

/// Outcomes of rules over data; the data files are named data-0.yaml and so on.
struct Evaluated {
  Checked rules;
  Diagnostics data_diagnostics;
  engine::DataSet data;
  engine::Outcomes outcomes;

  /// "rule subject verdict" of every finding, in order.
  [[nodiscard]] std::vector<std::string> findings() const {
    std::vector<std::string> result;
    for (const engine::Finding& finding : outcomes.findings) {
      result.push_back(finding.rule + " " + finding.subject.id + " " +
                       std::string(engine::verdict_name(finding.verdict)));
    }
    return result;
  }
  [[nodiscard]] const engine::RuleAccount& account(const std::string& id) const {
    for (const engine::RuleAccount& entry : outcomes.rules) {
      if (entry.id == id) return entry;
    }
    throw std::logic_error("no rule " + id);
  }
};

inline void evaluate_sources(Evaluated& run, const std::vector<std::string>& rules,
                             const std::vector<std::string>& data, const std::string& extension = ".yaml") {
  check_rules(run.rules, rules);
  std::vector<FileId> data_files;
  for (const std::string& text : data) {
    data_files.push_back(run.rules.files.add("data-" + std::to_string(data_files.size()) + extension, text));
  }
  run.data = engine::load(run.rules.program.model, run.rules.files, data_files, run.data_diagnostics);
  std::vector<std::size_t> all;
  for (std::size_t index = 0; index < run.rules.program.rules.size(); ++index) all.push_back(index);
  const auto as_of = CalendarPeriod::of_day(*day_number(2026, 6, 29));
  const engine::Plan plan = engine::make_plan(run.rules.program, all);
  const auto outcomes = engine::evaluate(plan, run.data, {as_of, 1, {}}, run.data_diagnostics);
  run.outcomes = engine::make_outcomes(run.rules.program, run.data, outcomes, run.rules.files);
}

}  // namespace roadlint::test
