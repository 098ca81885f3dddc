// Sentences of the file with proposals, in each language, in one table.
#pragma once

#include <string_view>

#include "report/words.hpp"

namespace roadlint::report {

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
  /// How many findings a waiver would cover, and of how many it was asked for.
  Phrase covers_more;
  std::string_view accepted;
  std::string_view rejected;
  std::string_view questions;
  std::string_view settled;
  std::string_view unclear;
  std::string_view unanswered;
  std::string_view by_person;
  std::string_view by_day;
  // The summary: parts with their numbers.
  Phrase waivers_proposed;
  Phrase acceptances_proposed;
  Phrase rejected_count;
  Phrase question_count;
  Phrase settled_count;
  Phrase unanswered_count;
};

/// The words of a language ("en", "de"); English for any other.
[[nodiscard]] const ProposalWords& proposal_words_in(std::string_view language);

}  // namespace roadlint::report
