// Severities that a project sets itself, for rules by name and for files by path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/certainty.hpp"
#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "base/span.hpp"
#include "engine/outcome.hpp"

namespace roadlint::gate {

/// "milestone-*: warning".
struct SeverityRow {
  /// Of rule names, or of pack and name.
  std::string pattern;
  /// Nothing for `off`.
  std::optional<Severity> severity;
  Span span;
};

/// Rows for the files whose path matches.
struct PathRows {
  /// Of paths relative to `folder`.
  std::vector<std::string> paths;
  std::vector<SeverityRow> rows;
  /// Absolute path of the folder of the configuration.
  std::string folder;
};

struct Severities {
  std::vector<SeverityRow> rows;
  std::vector<PathRows> paths;
};

/// Whether a pattern names the rule: by its id, or, when the pattern holds a `/`, by its pack and id ("wording/*").
[[nodiscard]] bool names_rule(std::string_view pattern, std::string_view pack, std::string_view id);

/// The row that decides for a rule everywhere: the last one that names it. Null when none does.
[[nodiscard]] const SeverityRow* row_for(const std::vector<SeverityRow>& rows, std::string_view pack,
                                         std::string_view id);
/// A heuristic finding is a warning at most.
[[nodiscard]] Severity allowed_severity(Severity severity, Certainty certainty);

/// The last row that names a rule decides, and rows for paths over those for all. Findings whose rule is `off` are
/// marked, and no longer counted as matched.
void apply_severities(const Severities& severities, const SourceFiles& files, const std::string& working_folder,
                      engine::Outcomes& outcomes);
/// Removes the findings that are marked as off, once nobody needs to know that they are there.
void drop_switched_off(engine::Outcomes& outcomes);

}  // namespace roadlint::gate
