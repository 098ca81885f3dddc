// How many findings and diagnostics of which kind there are, and the sentences that say so in documents.
#pragma once

#include <cstddef>
#include <string>

#include "report/report.hpp"
#include "report/words.hpp"

namespace roadlint::report {

struct SeverityTally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;

  void add(Severity severity);
};

struct Tally {
  /// Active ones.
  SeverityTally findings;
  /// Without the warnings about rules that matched nothing, which are no mistakes.
  SeverityTally diagnostics;
  /// Of the active ones.
  std::size_t undecidable = 0;
  std::size_t waived = 0;
  std::size_t known = 0;
  std::size_t untouched = 0;
  std::size_t fixed = 0;
};

[[nodiscard]] Tally tally_of(const Report& report);

/// "1 error, 2 warnings", of those with a number; empty when there are none.
[[nodiscard]] std::string severities_phrase(const SeverityTally& tally, const Words& words);

/// "1 file, 4 records, 3 rules"
[[nodiscard]] std::string checked_phrase(const Report& report, const Words& words);

/// "1 file, 4 records, 3 rules: 1 error, 2 warnings; 1 waived."
[[nodiscard]] std::string tally_sentence(const Report& report, const Tally& tally, const Words& words);

/// "about files and rules themselves: 1 error."; empty when there are no diagnostics.
[[nodiscard]] std::string besides_sentence(const Tally& tally, const Words& words);

}  // namespace roadlint::report
