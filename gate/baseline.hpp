// Baselines: the findings that were known when a gate was put up. A finding is known by its fingerprint, which is made
// of rule, subject and the records bound, so that it stays known when lines move and values change.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "engine/outcome.hpp"

namespace roadlint::gate {

/// Everything but the fingerprint is for people who read the file.
struct BaselineEntry {
  std::string fingerprint;
  std::string rule;
  engine::Subject subject;
  /// Name of the data file, relative to the folder of the baseline; it says for which runs a finding can be fixed.
  std::string file;
  /// Where it stands in the baseline; unknown for a new one.
  Span span;
};

struct Baseline {
  std::vector<BaselineEntry> entries;
};

/// Nothing when the file is broken or from a newer version, which is then reported.
[[nodiscard]] std::optional<Baseline> read_baseline(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

/// A line for each finding, sorted by file, rule and subject, so that versions of a baseline compare well.
[[nodiscard]] std::string write_baseline(Baseline baseline);

/// What one run looked at: only there can a finding of the baseline be fixed.
struct RunScope {
  /// Ids of the rules that were checked.
  std::set<std::string, std::less<>> rules;
  /// Data files read, relative to the folder of the baseline.
  std::set<std::string, std::less<>> files;
  /// Files of the baseline that no longer exist, named likewise: all their findings are fixed.
  std::set<std::string, std::less<>> vanished_files;
};

/// Marks the active findings that the baseline has, and lists those of the baseline that are fixed.
void apply_baseline(const Baseline& baseline, std::string name, const RunScope& scope, engine::Outcomes& outcomes);

/// Warns of entries whose rule does not exist: it was renamed, or the file was edited by hand.
void check_baseline_rules(const Baseline& baseline, const std::vector<std::string>& known_rules,
                          Diagnostics& diagnostics);

}  // namespace roadlint::gate
