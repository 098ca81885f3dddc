// Counting and phrasing: see closing.hpp.
#include "report/closing.hpp"

#include <map>

#include "report/color.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

struct SeverityCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;

  [[nodiscard]] bool is_empty() const { return errors + warnings + notes == 0; }

  void add(Severity severity) {
    if (severity == Severity::error) ++errors;
    if (severity == Severity::warning) ++warnings;
    if (severity == Severity::note) ++notes;
  }
};

std::string phrase(const SeverityCounts& counts, const Words& words) {
  return words.errors.with(counts.errors, words.language) + ", " +
         words.warnings.with(counts.warnings, words.language) + ", " + words.notes.with(counts.notes, words.language);
}

void append_to_list(std::string& list, const std::string& entry) { list += (list.empty() ? "" : ", ") + entry; }

/// What is known of the findings beyond their severity: "9 undecidable, 4 folded".
std::string phrase_details(const Report& report, std::size_t folded, const Words& words) {
  std::size_t undecidable = 0;
  std::map<engine::Standing, std::size_t> standings;
  for (const engine::Finding& finding : report.outcomes.findings) {
    ++standings[finding.standing];
    if (is_active(finding) && finding.verdict == engine::Verdict::undecidable) ++undecidable;
  }
  std::size_t waived = 0;
  for (const engine::RuleAccount& rule : report.outcomes.rules) waived += rule.waived;
  std::string details;
  if (undecidable > 0) {
    append_to_list(details, words.undecidable_count.with(undecidable, words.language));
    append_to_list(details, words.folded_count.with(folded, words.language));
  }
  const auto append_standing = [&](engine::Standing standing, const Phrase& phrase) {
    if (standings[standing] > 0) append_to_list(details, phrase.with(standings[standing], words.language));
  };
  if (waived > 0) append_to_list(details, words.waived_count.with(waived, words.language));
  append_standing(engine::Standing::known, words.known_count);
  append_standing(engine::Standing::untouched, words.untouched_count);
  return details;
}

std::string draw_summary(const Report& report, std::size_t folded, const Words& words) {
  SeverityCounts counts;
  for (const engine::Finding& finding : report.outcomes.findings) {
    if (is_active(finding)) counts.add(finding.severity);
  }
  // That nothing was found must not be said of what could not be looked at.
  if (report.data_files.empty()) return std::string(words.nothing_checked);
  std::string line = words.files.with(report.data_files.size(), words.language) + ", " +
                     words.records.with(report.outcomes.records, words.language) + ", " +
                     words.rules.with(report.outcomes.rules.size(), words.language) + ": ";
  line += counts.is_empty() ? std::string(words.no_findings) : phrase(counts, words);
  const std::string details = phrase_details(report, folded, words);
  return details.empty() ? line : line + "; " + details;
}

/// Diagnostics that are no findings; empty when there are none.
std::string draw_besides(const Report& report, const Words& words) {
  SeverityCounts counts;
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    if (diagnostic.code != matched_nothing_code) counts.add(diagnostic.severity);
  }
  std::string list;
  if (counts.errors > 0) append_to_list(list, words.errors.with(counts.errors, words.language));
  if (counts.warnings > 0) append_to_list(list, words.warnings.with(counts.warnings, words.language));
  if (counts.notes > 0) append_to_list(list, words.notes.with(counts.notes, words.language));
  return list.empty() ? list : std::string(words.besides_findings) + ": " + list + "\n";
}

std::string with_pointer(const std::string& line, std::string_view pointer, std::string_view before,
                         std::string_view after) {
  return pointer.empty() ? line + "\n" : line + std::string(before) + std::string(pointer) + std::string(after) + "\n";
}

std::string draw_matched_nothing(const Report& report, const Words& words, bool statistics) {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    if (diagnostic.code == matched_nothing_code) ++count;
  }
  if (count == 0) return {};
  return with_pointer(words.matched_nothing.with(count, words.language), statistics ? "" : words.statistics_name_them,
                      "; ", "");
}

std::string draw_unscoped(const Report& report, const Words& words, bool statistics) {
  std::size_t records = 0;
  std::size_t rules = 0;
  for (const engine::RuleAccount& rule : report.outcomes.rules) {
    records += rule.unscoped;
    if (rule.unscoped > 0) ++rules;
  }
  if (records == 0) return {};
  const std::string line =
      words.records_unscoped.with(records, words.language) + " " + words.by_rules.with(rules, words.language);
  return with_pointer(line, statistics ? "" : words.statistics_say_why, " (", ")");
}

/// Findings of the baseline that can be taken out of it.
std::string draw_fixed_count(const Report& report, const Words& words) {
  const auto& baseline = report.outcomes.baseline;
  if (!baseline || baseline->fixed.empty()) return {};
  return with_pointer(words.fixed_count.with(baseline->fixed.size(), words.language), words.prune_removes_them, "; ",
                      "");
}

}  // namespace

std::string draw_closing(const Report& report, const ReportOptions& options, std::size_t folded) {
  const Words& words = words_in(options.language);
  return draw_matched_nothing(report, words, options.statistics) + draw_unscoped(report, words, options.statistics) +
         draw_fixed_count(report, words) + draw_besides(report, words) +
         painted(draw_summary(report, folded, words), Paint::bold, options.color) + "\n";
}

}  // namespace roadlint::report
