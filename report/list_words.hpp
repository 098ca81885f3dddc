// Sentences and headers of the lists that go to the bodies responsible; what they say in each language is in the
// catalogues (catalogue.hpp). The words that all reports share are in words.hpp.
#pragma once

#include <string_view>

#include "report/words.hpp"

namespace roadlint::report {

/// A column of a table: what stands above it and what it means.
struct ColumnWords {
  std::string_view header;
  std::string_view meaning;
};

struct ListWords {
  // Tables (CSV, XLSX): the columns of a finding, then those for the answer.
  ColumnWords severity;
  ColumnWords file;
  ColumnWords subject;
  ColumnWords rule;
  ColumnWords message;
  ColumnWords help;
  ColumnWords basis;
  ColumnWords responsible;
  ColumnWords derived_from;
  ColumnWords place;
  ColumnWords fingerprint;
  ColumnWords answer;
  ColumnWords person;
  ColumnWords due;
  ColumnWords remark;
  // What may be answered. No comma in them: Excel separates the entries of a list by commas.
  std::string_view answer_accepted;
  std::string_view answer_waived;
  std::string_view answer_rejected;
  std::string_view answer_question;
  std::string_view answer_refused_title;
  std::string_view answer_refused;
  // Names of sheets, at most 31 characters, none of []:*?/\.
  std::string_view summary_sheet;
  std::string_view findings_sheet;
  std::string_view without_responsible;
  std::string_view other_bodies;
  /// Names the file of findings that belong to none: letters of ASCII and hyphens.
  std::string_view file_without_assignment;
  // The sheet of the summary.
  std::string_view title;
  std::string_view organisation;
  std::string_view department;
  std::string_view address;
  std::string_view contact;
  std::string_view reference;
  std::string_view as_of;
  std::string_view answer_by;
  std::string_view version;
  std::string_view by_severity;
  std::string_view by_rule;
  std::string_view by_body;
  std::string_view by_standing;
  std::string_view columns;
  std::string_view number;
  std::string_view total;
  std::string_view rule_title;
  std::string_view sheet;
  std::string_view standing;
  std::string_view about_files;
  std::string_view undecidable;
  std::string_view heuristic;
  std::string_view waived;
  std::string_view known;
  std::string_view untouched;
  std::string_view how_to_answer;
  /// In the last row of a sheet that is full.
  Phrase rows_left_out;
  /// How many bodies have no sheet of their own.
  Phrase bodies_together;
  std::string_view page;
  // Lists to read (Markdown, text) and the protocol.
  /// "Deficiency list", the heading of the text.
  std::string_view deficiency_list;
  Phrase findings;
  /// With the field that names the responsible body.
  std::string_view named_in;
  /// Before the last finding count.
  std::string_view in_all;
  std::string_view help_and_basis;
  /// Of findings that a comment has no room for.
  Phrase findings_left_out;
  Phrase helps_left_out;
  Phrase entries_left_out;
  std::string_view protocol_title;
  std::string_view result;
  std::string_view passed;
  Phrase not_passed;
  /// Behind the heading of the section that says more.
  std::string_view not_passed_unread;
  std::string_view not_passed_nothing;
  /// What counts, by the least severity that does.
  std::string_view errors_count;
  std::string_view warnings_count;
  std::string_view notes_count;
  std::string_view nothing_counts;
  std::string_view heuristics_count;
  std::string_view no_heuristics_count;
  std::string_view what_does_not_count;
  std::string_view rule_set;
  std::string_view pack;
  /// In place of a pack.
  std::string_view checked_with_waivers;
  std::string_view rules;
  std::string_view rule_files;
  std::string_view configuration_files;
  std::string_view data;
  std::string_view data_files;
  std::string_view hash_of_lines;
  std::string_view none;
  std::string_view outcomes_by_rule;
  std::string_view how_outcomes_add_up;
  std::string_view mistakes;
  std::string_view waivers;
  std::string_view covers;
  std::string_view reason;
  std::string_view approved_by;
  std::string_view approved_on;
  std::string_view holds_until;
  std::string_view has_expired;
  std::string_view waiver_reference;
  std::string_view recorded_in;
  std::string_view waiver_files;
  std::string_view accepted_findings;
  std::string_view accepted_person;
  std::string_view accepted_due;
  std::string_view accepted_remark;
  std::string_view comparison;
  std::string_view baseline;
  std::string_view baseline_file;
  std::string_view no_baseline;
  std::string_view diff_base;
  std::string_view no_diff_base;
  std::string_view known_column;
  std::string_view untouched_column;
  std::string_view not_checked;
  std::string_view why_unscoped;
  Phrase unread_files;
  std::string_view everything_checked;
};

/// The words of a language ("en", "de"); English for any other.
[[nodiscard]] const ListWords& list_words_in(std::string_view language);

}  // namespace roadlint::report
