// What the gate needs beside the findings, read from its files: waivers, the baseline, and the lines of a change.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "gate/baseline.hpp"
#include "gate/changed_lines.hpp"
#include "gate/waivers.hpp"

namespace roadlint::cli {

struct GateInput {
  std::vector<gate::PlacedWaiver> waivers;
  std::vector<engine::Acceptance> acceptances;
  std::vector<FileId> waiver_files;
  /// When --diff-base was given.
  std::optional<gate::ChangedLinesOfFiles> changed_lines;
};

/// Reads the files of waivers and, into the run, the baseline, before any data is read. Mistakes go to the mistakes of
/// the rules.
[[nodiscard]] GateInput read_gate_files(const Options& options, Run& run);

/// Adds what lies in and around the data: waivers in comments, and what changed.
void look_at_data(const Options& options, Run& run, GateInput& input);

/// Decides which findings stand: waivers, then severities, then the baseline, then the change.
void apply_gate(const Options& options, GateInput input, Run& run);

/// The name of a data file as a baseline has it: relative to the folder of the baseline.
[[nodiscard]] std::string name_in_baseline(const Options& options, const std::string& file);

/// Ids of all rules there are: of the packs read, of the loader, of the gate.
[[nodiscard]] std::vector<std::string> rule_names(const Run& run);

}  // namespace roadlint::cli
