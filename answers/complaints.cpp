// See complaints.hpp.
#include "answers/complaints.hpp"

#include <algorithm>
#include <iterator>

#include "base/limits.hpp"
#include "report/plain_text.hpp"
#include "report/proposal_words.hpp"

namespace roadlint::answers {
namespace {

using Sentence = std::string_view report::ComplaintWords::*;

/// For each kind: its sentence and, when it is said on the terminal, what helps.
struct KindEntry {
  Sentence sentence;
  std::string_view help;
};

constexpr std::string_view choose_answer =
    "choose an answer of the list; reasons and questions go into the column for remarks";
constexpr std::string_view leave_columns = "leave the other columns as they are";
constexpr std::string_view ask_or_decide = "ask the body, or decide it in the file with the proposals";

const KindEntry& entry_of(ComplaintKind kind) {
  using Words = report::ComplaintWords;
  static constexpr KindEntry entries[] = {
      {&Words::answer_missing, choose_answer},
      {&Words::answer_unknown, choose_answer},
      {&Words::day_unknown, "write a day such as 2026-12-31 or 31.12.2026"},
      {&Words::finding_missing, leave_columns},
      {&Words::finding_gone, "it was mended, its rule was not checked, or the list is of other data"},
      {&Words::row_mixed_up, "sort whole rows only, and answer this one again"},
      {&Words::answers_differ, "leave one of them; neither is proposed"},
      {&Words::reason_missing, ask_or_decide},
      {&Words::end_missing, ask_or_decide},
      {&Words::due_missing, ask_or_decide},
      {&Words::day_passed, ask_or_decide},
      {&Words::question_missing, ask_or_decide},
      {&Words::objection_missing, ask_or_decide},
      {&Words::column_missing, "its name was changed, or the column was taken out"},
      {&Words::column_twice, "what stands in the other one is not read"},
  };
  static_assert(std::size(entries) == static_cast<std::size_t>(ComplaintKind::column_twice) + 1);
  return entries[static_cast<std::size_t>(kind)];
}

void report_complaint(const Complaint& complaint, Diagnostics& diagnostics) {
  const bool is_gone = complaint.kind == ComplaintKind::finding_gone;
  Diagnostic& diagnostic =
      diagnostics.add(is_gone ? DiagnosticCode::answers_unknown_finding : DiagnosticCode::answers_unclear,
                      complaint.span, complaint_text(complaint, "en"));
  if (complaint.other.is_known()) diagnostic.labels.push_back({complaint.other, "the other one"});
  diagnostic.help = entry_of(complaint.kind).help;
}

}  // namespace

std::string complaint_text(const Complaint& complaint, std::string_view language) {
  constexpr std::string_view place = "{}";
  constexpr std::size_t detail_columns = 80;
  std::string text(report::proposal_words_in(language).complaints.*entry_of(complaint.kind).sentence);
  const std::size_t found = text.find(place);
  if (found != std::string::npos) {
    text.replace(found, place.size(), report::shortened(report::one_line(complaint.detail), detail_columns));
  }
  return text;
}

void report_complaints(const std::vector<Complaint>& complaints, Diagnostics& diagnostics) {
  const std::size_t shown = std::min(complaints.size(), limits::answers_complaints);
  for (std::size_t index = 0; index < shown; ++index) report_complaint(complaints[index], diagnostics);
  if (shown == complaints.size()) return;
  diagnostics
      .add(DiagnosticCode::answers_unclear, complaints[shown].span,
           std::to_string(complaints.size() - shown) + " more answers are unclear, from this one on")
      .help = "the file with the proposals names all of them";
}

}  // namespace roadlint::answers
