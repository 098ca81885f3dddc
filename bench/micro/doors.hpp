// The only calls of roadlint in the microbenchmarks: the public doors of its stages, over text in memory. When a door
// changes, only doors.cpp changes with it. Texts with mistakes end the program: they would not be measured fairly.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.hpp"
#include "dsl/syntax/ast.hpp"
#include "dsl/typed/program.hpp"
#include "engine/rule_outcomes.hpp"
#include "engine/tables.hpp"

namespace roadlint::bench {

/// Files in memory; `file_ids` are those added.
struct Sources {
  SourceFiles files;
  std::vector<FileId> file_ids;

  /// The end of the name says what the file is: .model, .rules, .json or .yaml.
  void add(const std::string& name, std::string text);
};

/// All files parsed.
[[nodiscard]] std::vector<dsl::ast::File> parse_rules(const Sources& sources);
/// Syntax trees checked.
[[nodiscard]] dsl::Program check_rules(const std::vector<dsl::ast::File>& trees);
/// Data read and bound to the model, on one thread.
[[nodiscard]] engine::DataSet load_data(const dsl::Model& model, const Sources& sources);
/// All rules of the program, planned and evaluated, on one thread.
[[nodiscard]] std::vector<engine::RuleOutcomes> evaluate_rules(const dsl::Program& program,
                                                               const engine::DataSet& data);

}  // namespace roadlint::bench
