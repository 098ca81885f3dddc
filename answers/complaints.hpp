// What is wrong with answers: said at once, and again in the file with the proposals, so that nothing gets lost.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace roadlint::answers {

enum class ComplaintKind : std::uint8_t {
  answer_missing,   // something is filled in, but no answer is chosen
  answer_unknown,   // {} is no answer of the list
  day_unknown,      // {} is no day
  finding_missing,  // the row names no finding
  finding_gone,     // this check has no finding {}
  row_mixed_up,     // the fingerprint belongs to the finding {}, rule and subject to another one
  answers_differ,   // two answers to the finding {}
  reason_missing,   // of a waiver
  end_missing,      // of a waiver: its last day
  due_missing,      // of what will be mended
  day_passed,
  question_missing,
  objection_missing,  // why it is said to be no deficiency
  column_missing,     // {} is the column
  column_twice,
};

struct Complaint {
  ComplaintKind kind = ComplaintKind::answer_missing;
  /// What {} stands for.
  std::string detail;
  Span span;
  /// Of answers that differ: the other one.
  Span other;
  /// The finding and what was filled in, for those who read the file alone; empty when it stands there as a proposal.
  std::string left_out;
};

/// The sentence in a language ("en", "de").
[[nodiscard]] std::string complaint_text(const Complaint& complaint, std::string_view language);

/// Reports the first ones; how many more there are is said.
void report_complaints(const std::vector<Complaint>& complaints, Diagnostics& diagnostics);

}  // namespace roadlint::answers
