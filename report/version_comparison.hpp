// What `roadlint diff` shows: what changed between two versions of the data, and which findings are new, gone or
// unchanged. Findings are known by their fingerprints.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace roadlint::report {

struct VersionComparison {
  const Report& before;
  const Report& after;
  /// Their places are in the files of `after`, which hold both versions.
  std::vector<engine::Change> changes;
  std::vector<engine::Finding> new_findings;
  std::vector<engine::Finding> gone_findings;
  std::size_t unchanged = 0;
  /// New ones that a waiver covers.
  std::size_t waived = 0;
};

/// Sorts the findings of both reports by what became of them. Findings about waivers are none about the data.
[[nodiscard]] VersionComparison compare_versions(const Report& before, const Report& after,
                                                 std::vector<engine::Change> changes);

[[nodiscard]] std::string draw_comparison(const VersionComparison& comparison, const ReportOptions& options);
/// The object `roadlint/diff/1`; ends with a line break.
[[nodiscard]] std::string write_comparison_json(const VersionComparison& comparison);

}  // namespace roadlint::report
