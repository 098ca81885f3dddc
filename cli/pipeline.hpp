// The way of the data, spelled out once: rule text to typed program, data text to tables, both to outcomes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "cli/options.hpp"
#include "dsl/syntax/ast.hpp"
#include "dsl/typed/program.hpp"
#include "engine/outcome.hpp"
#include "engine/tables.hpp"
#include "gate/baseline.hpp"

namespace roadlint::cli {

/// Rules read and checked. `mistakes` belong to rules, command line, configuration, waivers and baseline; with an error
/// among them nothing may be evaluated.
struct LoadedRules {
  std::vector<dsl::ast::File> trees;
  dsl::Program program;
  /// What was read for them: rules, models and lists of words.
  std::vector<FileId> files;
  Diagnostics mistakes;
  /// Numbers of the rules that --select and --ignore leave.
  std::vector<std::size_t> selected;
};

/// Everything one run of `check` knows.
struct Run {
  SourceFiles files;
  LoadedRules rules;
  /// Data that cannot be read, and what evaluating could not finish.
  Diagnostics data_mistakes;
  std::vector<FileId> data_files;
  engine::DataSet data;
  engine::Outcomes outcomes;
  /// The known findings, when a file with them was named.
  std::optional<gate::Baseline> baseline;
};

/// The options with what environment and configuration add; what is wrong with those goes to the run's mistakes.
[[nodiscard]] Options completed(const Options& options, Run& run);

/// Reads and checks the rules that the options name, by default the built-in packs.
[[nodiscard]] LoadedRules load_rules(const Options& options, SourceFiles& files);

/// The same into a run, beside what is known of its configuration.
void read_rules(const Options& options, Run& run);

/// The diagnostics of a report: what could not be read, then warnings about rules.
[[nodiscard]] Diagnostics all_diagnostics(const Run& run);
/// The same without rules that match no record, which are a list of their own.
[[nodiscard]] Diagnostics shown_diagnostics(const Run& run);
/// Names of the files that were read, in order.
[[nodiscard]] std::vector<std::string> data_file_names(const Run& run);
/// Whether a finding is at or above --fail-on. Heuristic ones count only when asked for.
[[nodiscard]] bool fails(const Options& options, const std::vector<engine::Finding>& findings);

/// The whole pipeline. Stops after the rules when they hold an error.
void run_check(const Options& options, Run& run);

}  // namespace roadlint::cli
