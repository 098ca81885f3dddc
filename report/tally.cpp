// See tally.hpp.
#include "report/tally.hpp"

#include "report/closing.hpp"

namespace roadlint::report {
namespace {

/// "1 error, 2 warnings": only what there is any of.
class PhraseList {
 public:
  explicit PhraseList(std::string_view language) : language_(language) {}

  void add(std::size_t number, const Phrase& phrase) {
    if (number > 0) list_ += (list_.empty() ? "" : ", ") + phrase.with(number, language_);
  }
  [[nodiscard]] std::string take() { return std::move(list_); }

 private:
  std::string_view language_;
  std::string list_;
};

void count(Tally& tally, const engine::Finding& finding) {
  switch (finding.standing) {
    case engine::Standing::active:
      tally.findings.add(finding.severity);
      if (finding.verdict == engine::Verdict::undecidable) ++tally.undecidable;
      break;
    case engine::Standing::known:
      ++tally.known;
      break;
    case engine::Standing::waived:
      ++tally.waived;
      break;
    case engine::Standing::untouched:
      ++tally.untouched;
      break;
    case engine::Standing::off:
      break;
  }
}

std::string details_phrase(const Tally& tally, const Words& words) {
  PhraseList list(words.language);
  list.add(tally.undecidable, words.undecidable_count);
  list.add(tally.waived, words.waived_count);
  list.add(tally.known, words.known_count);
  list.add(tally.untouched, words.untouched_count);
  list.add(tally.fixed, words.fixed_count);
  return list.take();
}

}  // namespace

void SeverityTally::add(Severity severity) {
  if (severity == Severity::error) ++errors;
  if (severity == Severity::warning) ++warnings;
  if (severity == Severity::note) ++notes;
}

Tally tally_of(const Report& report) {
  Tally tally;
  for (const engine::Finding& finding : report.outcomes.findings) count(tally, finding);
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    if (diagnostic.code != matched_nothing_code) tally.diagnostics.add(diagnostic.severity);
  }
  if (report.outcomes.baseline) tally.fixed = report.outcomes.baseline->fixed.size();
  return tally;
}

std::string severities_phrase(const SeverityTally& tally, const Words& words) {
  PhraseList list(words.language);
  list.add(tally.errors, words.errors);
  list.add(tally.warnings, words.warnings);
  list.add(tally.notes, words.notes);
  return list.take();
}

std::string checked_phrase(const Report& report, const Words& words) {
  return words.files.with(report.data_files.size(), words.language) + ", " +
         words.records.with(report.outcomes.records, words.language) + ", " +
         words.rules.with(report.outcomes.rules.size(), words.language);
}

std::string tally_sentence(const Report& report, const Tally& tally, const Words& words) {
  const std::string found = severities_phrase(tally.findings, words);
  // That nothing was found must not be said of what could not be looked at.
  const std::string_view none = report.data_files.empty() ? words.nothing_checked : words.no_findings;
  const std::string details = details_phrase(tally, words);
  return checked_phrase(report, words) + ": " + (found.empty() ? std::string(none) : found) +
         (details.empty() ? "" : "; " + details) + ".";
}

std::string besides_sentence(const Tally& tally, const Words& words) {
  const std::string found = severities_phrase(tally.diagnostics, words);
  return found.empty() ? found : std::string(words.besides_findings) + ": " + found + ".";
}

}  // namespace roadlint::report
