// The sentences of the HTML report, as far as other reports do not share them; what they say in each language is in the
// catalogues (catalogue.hpp). Places for values are {0}, {1}, ...
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {

struct HtmlWords {
  // The page and its head.
  std::string_view page_title;
  std::string_view other_language;
  std::string_view skip_to_findings;
  /// What the links to the sections are.
  std::string_view on_this_page;
  /// As-of date, version, what was found, where.
  std::string_view summary;
  /// Name of the list; then as before, and the name.
  std::string_view page_title_of_list;
  std::string_view summary_of_list;
  std::string_view and_word;
  std::string_view no_findings;
  std::string_view nothing_checked;
  std::string_view not_counted;
  std::string_view answer_by;
  std::string_view organisation;
  std::string_view department;
  std::string_view address;
  std::string_view contact;
  std::string_view reference;
  Phrase errors;
  Phrase warnings;
  Phrase notes;
  Phrase roadmaps;
  Phrase files;
  Phrase records_and_rules;
  Phrase rules;
  Phrase undecidable_count;
  Phrase waived_count;
  Phrase known_count;
  Phrase untouched_count;
  Phrase fixed_count;
  // Words for what findings are.
  std::string_view error;
  std::string_view warning;
  std::string_view note;
  std::string_view undecidable;
  std::string_view heuristic;
  std::string_view judgement;
  // The matrix.
  std::string_view matrix_heading;
  std::string_view matrix_explained;
  std::string_view matrix_scrolls;
  std::string_view goal_or_roadmap;
  std::string_view entity;
  std::string_view other_rules;
  std::string_view all_rules;
  std::string_view whole_roadmap;
  std::string_view no_roadmap;
  std::string_view legend;
  std::string_view empty_cell;
  /// How many findings a cell has, and how severe the worst of them is.
  std::string_view cell_counts;
  Phrase other_rows;
  Phrase findings_of_cell;
  // The timeline.
  std::string_view timeline_heading;
  std::string_view timeline_described;
  std::string_view timeline_explained;
  std::string_view timeline_continued;
  std::string_view timeline_scrolls;
  std::string_view today;
  std::string_view open_milestone;
  std::string_view achieved;
  std::string_view abandoned;
  std::string_view overdue;
  std::string_view out_of_order;
  std::string_view dependency;
  std::string_view without_date;
  std::string_view as_table;
  std::string_view roadmap;
  std::string_view goal;
  std::string_view milestone;
  std::string_view due;
  std::string_view state;
  std::string_view depends_on;
  std::string_view no_date;
  std::string_view without_goal;
  // Shown, all.
  std::string_view milestones_shown;
  Phrase outside_of_years;
  // Money.
  std::string_view funding_heading;
  std::string_view funding_described;
  std::string_view funding_explained;
  std::string_view funding_scrolls;
  std::string_view no_amount;
  std::string_view no_money;
  std::string_view not_counted_funding;
  /// A sum.
  std::string_view sum_not_counted;
  /// Lines, sum of their amounts.
  std::string_view without_programme;
  std::string_view counted_twice;
  std::string_view counted_twice_short;
  /// Shown, all.
  std::string_view funding_lines_shown;
  std::string_view programme;
  std::string_view funding_line;
  std::string_view amount;
  std::string_view counts;
  std::string_view is_counted;
  std::string_view is_not_counted;
  std::string_view not_stated;
  std::string_view within_currency;
  // Progress.
  std::string_view progress_heading;
  std::string_view progress_explained;
  std::string_view progress_described;
  /// Value, date, value on the straight line.
  std::string_view behind;
  std::string_view on_the_way;
  std::string_view reached;
  /// Value, date.
  std::string_view not_reached;
  std::string_view date_passed;
  std::string_view different_units;
  std::string_view no_path;
  std::string_view baseline;
  std::string_view target;
  std::string_view observations;
  std::string_view indicator;
  /// Shown, all.
  std::string_view indicators_shown;
  // The findings.
  std::string_view findings_heading;
  std::string_view filter;
  std::string_view place_filter;
  std::string_view file;
  std::string_view responsible;
  std::string_view rule;
  std::string_view severity;
  std::string_view search;
  std::string_view all;
  std::string_view nobody;
  std::string_view reset;
  /// Shown, all; the script fills them in.
  std::string_view shown_of_all;
  std::string_view none_shown;
  /// Shown, all that fit the filter, those of them that the page leaves out; then the same when a text is searched for.
  std::string_view shown_of_more;
  std::string_view shown_by_text;
  /// Listed, all, left out.
  std::string_view left_out;
  std::string_view page_for_each;
  std::string_view further_places;
  std::string_view evidence;
  std::string_view evidence_and_basis;
  std::string_view is_absent;
  std::string_view help;
  std::string_view basis;
  std::string_view because_of;
  std::string_view subject;
  std::string_view responsible_from;
  std::string_view link_to_finding;
  std::string_view expired_waiver;
  // Findings that do not count, and what is no finding.
  std::string_view waived_heading;
  std::string_view known_heading;
  std::string_view fixed_heading;
  std::string_view waiver_reason;
  std::string_view waiver_until;
  std::string_view accepted;
  /// Accepted by whoever left person, day and remark open.
  std::string_view will_be_mended;
  std::string_view approved_by;
  std::string_view waiver_reference;
  std::string_view known_reason;
  std::string_view besides_heading;
  /// All rules, those that matched nothing.
  std::string_view idle_rules;
  std::string_view idle_rules_explained;
  std::string_view colon;
};

using HtmlSentence = std::string_view HtmlWords::*;
using HtmlPhrase = Phrase HtmlWords::*;

/// The words of a language ("en", "de"); English for any other.
[[nodiscard]] const HtmlWords& html_words_in(std::string_view language);

/// The phrase with the number as the language writes it.
[[nodiscard]] std::string counted(HtmlPhrase phrase, std::size_t number, std::string_view language);

/// The sentence for a severity.
[[nodiscard]] HtmlSentence severity_sentence(Severity severity);

}  // namespace roadlint::report
