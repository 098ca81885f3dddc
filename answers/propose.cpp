// See proposals.hpp.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "answers/proposals.hpp"
#include "report/plain_text.hpp"

namespace roadlint::answers {
namespace {

std::string name_of(const std::string& rule, const std::string& subject) { return rule + " " + subject; }

/// Whether a row is about the finding. In lists a name stands on one line, and may be missing.
bool is_about(const AnsweredFinding& row, const engine::Finding& finding) {
  const bool has_rule = row.rule.empty() || row.rule == finding.rule;
  return has_rule && (row.subject.empty() || row.subject == report::one_line(finding.subject_name()));
}

/// Findings by what lists call them.
class FindingIndex {
 public:
  explicit FindingIndex(const std::vector<engine::Finding>& findings) {
    for (std::size_t index = 0; index < findings.size(); ++index) {
      by_fingerprint_.emplace(findings[index].fingerprint, index);
      by_name_[name_of(findings[index].rule, report::one_line(findings[index].subject_name()))].push_back(index);
    }
  }

  /// By the fingerprint; where a spreadsheet has spoilt it, by rule and subject when there is one finding of them.
  [[nodiscard]] std::optional<std::size_t> find(const AnsweredFinding& finding) const {
    if (!finding.fingerprint.empty()) {
      const auto known = by_fingerprint_.find(finding.fingerprint);
      return known == by_fingerprint_.end() ? std::nullopt : std::optional(known->second);
    }
    const auto named = by_name_.find(name_of(finding.rule, finding.subject));
    return named != by_name_.end() && named->second.size() == 1 ? std::optional(named->second.front()) : std::nullopt;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> by_fingerprint_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

bool is_same(const Answer& left, const Answer& right) {
  return left.kind == right.kind && left.person == right.person && left.due == right.due && left.remark == right.remark;
}

/// A waiver or an acceptance stands on record.
bool needs_no_answer(const engine::Finding& finding) {
  return finding.standing == engine::Standing::waived || finding.acceptance;
}

class Matching {
 public:
  Matching(const ReadAnswers& read, const engine::Outcomes& outcomes, DayNumber as_of)
      : read_(read), outcomes_(outcomes), index_(outcomes.findings), as_of_(as_of) {
    proposals_.complaints = read.complaints;
  }

  Proposals run() {
    for (const Answer& answer : read_.answers) match(answer);
    for (const auto& [number, answers] : answers_) add(outcomes_.findings[number], answers);
    add_unanswered();
    std::ranges::stable_sort(proposals_.complaints, {}, [](const Complaint& complaint) {
      return std::pair(complaint.span.file, complaint.span.begin);
    });
    return std::move(proposals_);
  }

 private:
  void match(const Answer& answer) {
    const auto number = index_.find(answer.finding);
    if (!number) {
      const std::string& rule = answer.finding.rule;
      const std::string name = rule.empty() ? answer.finding.fingerprint : name_of(rule, answer.finding.subject);
      return leave_out(answer, ComplaintKind::finding_gone, name, {});
    }
    const engine::Finding& finding = outcomes_.findings[*number];
    if (is_about(answer.finding, finding)) {
      answers_[*number].push_back(&answer);
    } else {
      leave_out(answer, ComplaintKind::row_mixed_up, name_of(finding.rule, finding.subject_name()), {});
    }
  }

  void leave_out(const Answer& answer, ComplaintKind kind, const std::string& detail, const Span& other) {
    proposals_.complaints.push_back(
        {kind, detail, answer.span, other, answer_in_words(answer.finding, answer.filled_in)});
  }

  /// A finding may be answered in its body's sheet and in that of all findings, and by several bodies.
  void add(const engine::Finding& finding, const std::vector<const Answer*>& answers) {
    const Answer& first = *answers.front();
    const auto other = std::ranges::find_if(answers, [&](const Answer* answer) { return !is_same(*answer, first); });
    if (other != answers.end()) {
      const std::string name = name_of(finding.rule, finding.subject_name());
      leave_out(first, ComplaintKind::answers_differ, name, (*other)->span);
      leave_out(**other, ComplaintKind::answers_differ, name, first.span);
      return;
    }
    if (is_settled(finding, first)) {
      proposals_.settled.push_back({&finding, &first});
      return;
    }
    note_gaps(first);
    list_for(first.kind).push_back({&finding, &first});
  }

  /// Of what is accepted an answer may say something new: another day, another person.
  [[nodiscard]] bool is_settled(const engine::Finding& finding, const Answer& answer) const {
    if (finding.standing == engine::Standing::waived) return true;
    if (!finding.acceptance || answer.kind != AnswerKind::accepted) return false;
    const engine::Acceptance& known = outcomes_.acceptances.at(*finding.acceptance);
    // Lists show them on one line.
    return report::one_line(known.person) == report::one_line(answer.person) && known.due == answer_day_text(answer) &&
           report::one_line(known.remark) == report::one_line(answer.remark);
  }

  std::vector<Proposal>& list_for(AnswerKind kind) {
    if (kind == AnswerKind::waived) return proposals_.waivers;
    if (kind == AnswerKind::accepted) return proposals_.accepted;
    return kind == AnswerKind::rejected ? proposals_.rejected : proposals_.questions;
  }

  /// What a proposal still lacks; it is made all the same.
  void note_gaps(const Answer& answer) {
    const auto note_if = [&](bool lacks, ComplaintKind kind) {
      if (lacks) proposals_.complaints.push_back({kind, {}, answer.span, {}, {}});
    };
    const bool has_no_remark = answer.remark.empty();
    note_if(answer.kind == AnswerKind::waived && has_no_remark, ComplaintKind::reason_missing);
    note_if(answer.kind == AnswerKind::waived && !answer.due, ComplaintKind::end_missing);
    note_if(answer.kind == AnswerKind::accepted && !answer.due, ComplaintKind::due_missing);
    note_if(answer.due && *answer.due < as_of_, ComplaintKind::day_passed);
    note_if(answer.kind == AnswerKind::question && has_no_remark, ComplaintKind::question_missing);
    note_if(answer.kind == AnswerKind::rejected && has_no_remark, ComplaintKind::objection_missing);
  }

  void add_unanswered() {
    std::set<std::size_t> numbers;
    for (const AnsweredFinding& finding : read_.unanswered) {
      const auto number = index_.find(finding);
      if (number && !answers_.contains(*number)) numbers.insert(*number);
    }
    for (const std::size_t number : numbers) {
      const engine::Finding& finding = outcomes_.findings[number];
      if (!needs_no_answer(finding)) proposals_.unanswered.push_back(&finding);
    }
  }

  const ReadAnswers& read_;
  const engine::Outcomes& outcomes_;
  FindingIndex index_;
  DayNumber as_of_;
  /// By number of the finding.
  std::map<std::size_t, std::vector<const Answer*>> answers_;
  Proposals proposals_;
};

}  // namespace

std::string answer_day_text(const Answer& answer) {
  return answer.due ? calendar_text(CalendarPeriod::of_day(*answer.due)) : std::string();
}

Proposals propose(const ReadAnswers& read, const engine::Outcomes& outcomes, DayNumber as_of) {
  return Matching(read, outcomes, as_of).run();
}

}  // namespace roadlint::answers
