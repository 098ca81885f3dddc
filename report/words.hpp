// The words that reports share; what they are in each language is in the catalogues (catalogue.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/basis.hpp"
#include "base/diagnostic.hpp"

namespace roadlint::report {

/// "1,200" or "1.200".
[[nodiscard]] std::string count_text(std::size_t count, std::string_view language);

/// A phrase with the place {} for a number, for one and for several.
struct Phrase {
  std::string_view one;
  std::string_view several;

  /// The form that fits the number, with the number in it as the language writes it.
  [[nodiscard]] std::string with(std::size_t number, std::string_view language) const;
};

struct Words {
  /// The name of the language: "en", "de".
  std::string_view language;
  // Heads and the lines under an excerpt.
  std::string_view error;
  std::string_view warning;
  std::string_view note;
  std::string_view help;
  std::string_view evidence;
  std::string_view basis;
  std::string_view responsible;
  /// Behind a basis whose document was not read.
  std::string_view unread;
  std::string_view undecidable;
  /// Before a finding that is a guess from words.
  std::string_view heuristic;
  std::string_view is_absent;
  /// Before the names of findings that are undecidable because of the one drawn.
  std::string_view also_leaves_undecided;
  /// "for", between a rule and the subject of a finding.
  std::string_view rule_for_subject;
  // What was left out for brevity.
  Phrase more_lines;
  Phrase more_places;
  Phrase more_entries;
  // Closing lines.
  Phrase files;
  Phrase records;
  Phrase rules;
  Phrase errors;
  Phrase warnings;
  Phrase notes;
  std::string_view no_findings;
  Phrase undecidable_count;
  Phrase folded_count;
  Phrase waived_count;
  /// Before the number of diagnostics that are no findings.
  std::string_view besides_findings;
  Phrase matched_nothing;
  std::string_view statistics_name_them;
  Phrase records_unscoped;
  Phrase by_rules;
  std::string_view statistics_say_why;
  // The table of statistics.
  std::string_view rule;
  std::string_view matched;
  std::string_view satisfied;
  std::string_view violated;
  std::string_view undecidable_column;
  std::string_view unscoped;
  std::string_view waived;
  std::string_view left_unscoped;
  std::string_view rules_without_records;
  // The list of rules, and how they cover documents.
  std::string_view checked_while_reading;
  std::string_view no_rule;
  std::string_view nothing_found;
  std::string_view rule_without_records;
  std::string_view needs_earlier_version;
  Phrase paragraphs;
  Phrase covered;
  Phrase without_rule;
  // What changed between two versions.
  Phrase changes;
  std::string_view no_changes;
  std::string_view is_new;
  std::string_view is_gone;
  std::string_view later;
  std::string_view earlier;
  std::string_view higher;
  std::string_view lower;
  std::string_view nothing_stated;
  std::string_view before_in;
  std::string_view new_findings;
  std::string_view gone_findings;
  Phrase new_count;
  Phrase gone_count;
  Phrase unchanged_count;
  // Reports for continuous integration.
  std::string_view severity;
  std::string_view subject;
  std::string_view message;
  std::string_view place;
  std::string_view findings;
  std::string_view findings_by_rule;
  /// Before the last day of a waiver.
  std::string_view until;
  /// Before who will mend a finding, and by when.
  std::string_view accepted;
  /// With the day.
  std::string_view mended_by;
  /// Behind a day that has passed.
  std::string_view is_overdue;
  std::string_view known_from_baseline;
  Phrase known_count;
  Phrase fixed_count;
  std::string_view fixed_findings;
  /// After findings that are fixed.
  std::string_view prune_removes_them;
  /// No file could be read.
  std::string_view nothing_checked;
  Phrase untouched_count;
  /// Behind the numbers of what GitHub would not show.
  std::string_view not_shown;
  Phrase left_out_for_size;
  std::string_view evidence_left_out_for_size;
};

/// The words of a language ("en", "de"); English for any other.
[[nodiscard]] const Words& words_in(std::string_view language);

/// "error", "warning" or "note" in the language of the words.
[[nodiscard]] std::string_view severity_word(const Words& words, Severity severity);

/// "GBER 6 (source not read)", in one line.
[[nodiscard]] std::string basis_text(const Basis& basis, const Words& words);

}  // namespace roadlint::report
