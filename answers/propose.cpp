// See proposals.hpp.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "answers/proposals.hpp"
#include "report/plain_text.hpp"

namespace roadlint::answers {
namespace {

/// Findings by what lists call them.
class FindingIndex {
 public:
  explicit FindingIndex(const std::vector<engine::Finding>& findings) {
    for (std::size_t index = 0; index < findings.size(); ++index) {
      by_fingerprint_.emplace(findings[index].fingerprint, index);
      by_name_[key_of(findings[index].rule, findings[index].subject_name())].push_back(index);
    }
  }

  /// Nothing when there is none, or, without fingerprint, several.
  [[nodiscard]] std::optional<std::size_t> find(const AnsweredFinding& finding) const {
    const auto known = by_fingerprint_.find(finding.fingerprint);
    if (known != by_fingerprint_.end()) return known->second;
    const auto named = by_name_.find(key_of(finding.rule, finding.subject));
    // A spreadsheet that took the fingerprint for a number has spoilt it.
    return named != by_name_.end() && named->second.size() == 1 ? std::optional(named->second.front()) : std::nullopt;
  }

 private:
  static std::string key_of(const std::string& rule, const std::string& subject) { return rule + '\n' + subject; }

  std::unordered_map<std::string_view, std::size_t> by_fingerprint_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

bool is_same(const Answer& left, const Answer& right) {
  return left.kind == right.kind && left.person == right.person && left.due == right.due && left.remark == right.remark;
}

class Matching {
 public:
  Matching(const ReadAnswers& read, const engine::Outcomes& outcomes, DayNumber as_of, Diagnostics& diagnostics)
      : read_(read), outcomes_(outcomes), index_(outcomes.findings), as_of_(as_of), diagnostics_(diagnostics) {}

  Proposals run() {
    for (const Answer& answer : read_.answers) {
      if (const auto number = index_.find(answer.finding)) {
        answers_[*number].push_back(&answer);
      } else {
        report_unknown(answer);
      }
    }
    for (const auto& [number, answers] : answers_) add(outcomes_.findings[number], answers);
    add_unanswered();
    return std::move(proposals_);
  }

 private:
  void report_unknown(const Answer& answer) {
    const std::string subject = report::shortened(answer.finding.subject, 60);
    const std::string name = answer.finding.rule.empty() ? answer.finding.fingerprint : answer.finding.rule;
    diagnostics_
        .add(DiagnosticCode::answers_unknown_finding, answer.span,
             "this check has no finding of `" + report::shortened(name, 60) + "` for `" + subject + "`")
        .help = "it was mended, its rule was not checked, or the list is of other data";
  }

  /// A finding may be answered in its body's sheet and in that of all findings, and by several bodies.
  void add(const engine::Finding& finding, const std::vector<const Answer*>& answers) {
    const Answer& first = *answers.front();
    const auto other = std::ranges::find_if(answers, [&](const Answer* answer) { return !is_same(*answer, first); });
    if (other != answers.end()) {
      Diagnostic& diagnostic =
          diagnostics_.add(DiagnosticCode::answers_unclear, (*other)->span,
                           "`" + report::one_line(finding.subject_name()) + "` has two answers that differ");
      diagnostic.labels.push_back({first.span, "the other one"});
      diagnostic.help = "leave one of them; neither is proposed";
      return;
    }
    if (is_settled(finding, first)) {
      proposals_.settled.push_back({&finding, &first});
      return;
    }
    report_gaps(first);
    list_for(first.kind).push_back({&finding, &first});
  }

  /// Of what is accepted an answer may say something new: another day, another person.
  [[nodiscard]] bool is_settled(const engine::Finding& finding, const Answer& answer) const {
    if (finding.standing == engine::Standing::waived) return true;
    if (!finding.acceptance || answer.kind != AnswerKind::accepted) return false;
    const engine::Acceptance& known = outcomes_.acceptances.at(*finding.acceptance);
    const std::string due = answer.due ? calendar_text(CalendarPeriod::of_day(*answer.due)) : std::string();
    return known.person == answer.person && known.due == due && known.remark == answer.remark;
  }

  [[nodiscard]] static bool needs_no_answer(const engine::Finding& finding) {
    return finding.standing == engine::Standing::waived || finding.acceptance;
  }

  std::vector<Proposal>& list_for(AnswerKind kind) {
    if (kind == AnswerKind::waived) return proposals_.waivers;
    if (kind == AnswerKind::accepted) return proposals_.accepted;
    return kind == AnswerKind::rejected ? proposals_.rejected : proposals_.questions;
  }

  void report_gaps(const Answer& answer) {
    const bool is_waiver = answer.kind == AnswerKind::waived;
    if (is_waiver && answer.remark.empty()) report(answer, "a waiver is asked for without a reason");
    if (is_waiver && !answer.due) report(answer, "a waiver is asked for without a day on which it ends");
    if (answer.kind == AnswerKind::accepted && !answer.due)
      report(answer, "no day is named by which it will be mended");
    if (answer.due && *answer.due < as_of_) report(answer, "the day that is named has passed");
    if (answer.kind == AnswerKind::question && answer.remark.empty())
      report(answer, "a question is announced, not put");
    if (answer.kind == AnswerKind::rejected && answer.remark.empty()) report(answer, "it is rejected without a reason");
  }

  void report(const Answer& answer, std::string message) {
    diagnostics_.add(DiagnosticCode::answers_unclear, answer.span, std::move(message)).help =
        "ask the body, or decide it in the file with the proposals";
  }

  void add_unanswered() {
    std::vector<std::size_t> numbers;
    for (const AnsweredFinding& finding : read_.unanswered) {
      const auto number = index_.find(finding);
      if (number && !answers_.contains(*number)) numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    const auto repeated = std::ranges::unique(numbers);
    numbers.erase(repeated.begin(), repeated.end());
    for (const std::size_t number : numbers) {
      if (!needs_no_answer(outcomes_.findings[number])) proposals_.unanswered.push_back(&outcomes_.findings[number]);
    }
  }

  const ReadAnswers& read_;
  const engine::Outcomes& outcomes_;
  FindingIndex index_;
  DayNumber as_of_;
  Diagnostics& diagnostics_;
  /// By number of the finding.
  std::map<std::size_t, std::vector<const Answer*>> answers_;
  Proposals proposals_;
};

}  // namespace

Proposals propose(const ReadAnswers& read, const engine::Outcomes& outcomes, DayNumber as_of,
                  Diagnostics& diagnostics) {
  return Matching(read, outcomes, as_of, diagnostics).run();
}

}  // namespace roadlint::answers
