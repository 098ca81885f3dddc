// Sentences of the file with proposals, in each language, in one table.
#pragma once

#include <string_view>

#include "report/words.hpp"

namespace roadlint::report {

/// What is wrong with an answer. {} stands for what was found.
struct ComplaintWords {
  std::string_view answer_missing;
  std::string_view answer_unknown;
  std::string_view day_unknown;
  std::string_view finding_missing;
  std::string_view finding_gone;
  std::string_view row_mixed_up;
  std::string_view answers_differ;
  std::string_view reason_missing;
  std::string_view end_missing;
  std::string_view due_missing;
  std::string_view day_passed;
  std::string_view question_missing;
  std::string_view objection_missing;
  std::string_view column_missing;
  std::string_view column_twice;
};

struct ProposalWords {
  /// The head of the file: what it is.
  std::string_view title;
  std::string_view nothing_holds;
  std::string_view how_to_review;
  std::string_view how_to_use;
  std::string_view made_by;
  std::string_view answers_read;
  // Above the entries.
  std::string_view answered_at;
  std::string_view accepted;
  std::string_view rejected;
  std::string_view questions;
  std::string_view settled;
  std::string_view unclear;
  std::string_view unanswered;
  std::string_view by_person;
  /// With the day.
  std::string_view by_day;
  ComplaintWords complaints;
  // The summary: parts with their numbers.
  Phrase waivers_proposed;
  /// Behind the number of waivers.
  Phrase and_acceptances_proposed;
  Phrase rejected_count;
  Phrase question_count;
  Phrase settled_count;
  Phrase unclear_count;
  Phrase unanswered_count;
};

/// The words of a language ("en", "de"); English for any other.
[[nodiscard]] const ProposalWords& proposal_words_in(std::string_view language);

}  // namespace roadlint::report
