// Answers beside the findings of a check: what is proposed for review, and what cannot be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/answer.hpp"
#include "base/diagnostic.hpp"
#include "engine/outcome.hpp"

namespace roadlint::answers {

/// A finding and its answer. Both belong to what was given to propose().
struct Proposal {
  const engine::Finding* finding = nullptr;
  const Answer* answer = nullptr;
};

/// In the order of the findings.
struct Proposals {
  std::vector<Proposal> waivers;
  std::vector<Proposal> accepted;
  std::vector<Proposal> rejected;
  std::vector<Proposal> questions;
  /// Findings of which a waiver or an acceptance is on record already.
  std::vector<Proposal> settled;
  /// Findings in the lists that nobody has answered.
  std::vector<const engine::Finding*> unanswered;
  /// What was left out, and what proposals lack.
  std::vector<Complaint> complaints;
};

/// "2026-12-31"; empty when the answer names no day.
[[nodiscard]] std::string answer_day_text(const Answer& answer);

/// Finds the finding of each answer, by its fingerprint, or by rule and subject where it has none. Left out are answers
/// to findings that are not there any more, rows whose parts belong to different findings, and answers that contradict
/// each other. What lacks something, or whose day has passed on the day `as_of`, is proposed. All of it is complained
/// of.
[[nodiscard]] Proposals propose(const ReadAnswers& read, const engine::Outcomes& outcomes, DayNumber as_of);

struct ProposalFile {
  std::string version;
  /// "2026-06-29"
  std::string as_of;
  /// "en" or "de".
  std::string language;
  /// Names of the files with the answers.
  std::vector<std::string> sources;
};

/// A file of waivers (gate/waivers.hpp) to be reviewed: each proposed waiver still lacks who allows it and when, and
/// with it the file is refused. What is left to decide stands in comments.
[[nodiscard]] std::string write_proposals(const Proposals& proposals, const SourceFiles& files,
                                          const ProposalFile& file);

/// "2 waivers and 3 acceptances proposed; 1 rejected, 0 questions, 12 without an answer".
[[nodiscard]] std::string summary_of(const Proposals& proposals, std::string_view language);

}  // namespace roadlint::answers
