// What the bodies responsible answered, finding by finding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/complaints.hpp"
#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "values/calendar.hpp"

namespace roadlint::answers {

enum class AnswerKind : std::uint8_t {
  accepted,  // it is right and will be mended
  waived,    // it is to stand, for a reason and a time
  rejected,  // it is said to be no deficiency
  question,
};

/// Which finding an answer is about. Either the fingerprint is known or rule and subject are.
struct AnsweredFinding {
  std::string fingerprint;
  std::string rule;
  std::string subject;
};

struct Answer {
  AnsweredFinding finding;
  AnswerKind kind = AnswerKind::accepted;
  /// These may be missing.
  std::string person;
  std::optional<DayNumber> due;
  std::string remark;
  /// Of the answer itself.
  Span span;
  /// What was filled in, as it stands there: answer, person, day, remark.
  std::vector<std::string> filled_in;
};

struct ReadAnswers {
  std::vector<Answer> answers;
  /// Rows about findings that nobody has answered.
  std::vector<AnsweredFinding> unanswered;
  /// What is not understood, which is left out.
  std::vector<Complaint> complaints;
};

/// The finding and what was answered, on one line: "milestone-owner KI-WI4: question, A. Example, 31.12.2026: why?"
[[nodiscard]] std::string answer_in_words(const AnsweredFinding& finding, const std::vector<std::string>& filled_in);

/// Reads an answered list, a workbook (.xlsx) or CSV: the lists that roadlint wrote, in whatever language, with columns
/// in any order and rows above them. Files and lists that cannot be read are reported.
[[nodiscard]] ReadAnswers read_answers(const std::string& name, std::string bytes, SourceFiles& files,
                                       Diagnostics& diagnostics);

/// A day as people write it into a list: 2026-12-31, 31.12.2026, 31.12.26, 31. Dezember 2026, December 31, 2026; a
/// month, quarter or year stands for its last day. Nothing for all else, such as 01/02/2026, which means two days.
[[nodiscard]] std::optional<DayNumber> read_answer_day(std::string_view text);

}  // namespace roadlint::answers
