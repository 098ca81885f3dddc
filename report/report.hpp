// The one interface of all report formats: outcomes and diagnostics in, text out. Nothing here prints or exits.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "engine/outcome.hpp"

namespace roadlint::report {

/// Everything a report may show.
struct Report {
  const SourceFiles& files;
  /// Names of the data files read, in order.
  std::vector<std::string> data_files;
  const engine::Outcomes& outcomes;
  /// Mistakes in data that cannot be read, warnings about rules.
  const Diagnostics& diagnostics;
  std::string version;
  /// The --as-of date, "2026-11-23".
  std::string as_of;
};

struct ReportOptions {
  /// "en" or "de": language of messages and of the report's own words.
  std::string language = "en";
  bool color = false;
  /// Only the closing count.
  bool quiet = false;
  /// The account of every rule, with what was left unscoped and why.
  bool statistics = false;
};

/// Excerpts with carets, message, evidence, help, basis, what was folded, and a closing count.
[[nodiscard]] std::string write_human(const Report& report, const ReportOptions& options);
/// The object `roadlint/findings/1`; ends with a line break.
[[nodiscard]] std::string write_json(const Report& report);

}  // namespace roadlint::report
