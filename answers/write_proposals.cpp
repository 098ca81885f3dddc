// The file for review: see proposals.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "answers/proposals.hpp"
#include "answers/yaml_text.hpp"
#include "base/utf8.hpp"
#include "report/plain_text.hpp"
#include "report/proposal_words.hpp"

namespace roadlint::answers {
namespace {

constexpr std::size_t comment_width = 100;

class ProposalWriter {
 public:
  ProposalWriter(const Proposals& proposals, const SourceFiles& files, const ProposalFile& file)
      : proposals_(proposals), files_(files), file_(file), words_(report::proposal_words_in(file.language)) {}

  std::string write() {
    write_head();
    text_ += "\nschema: roadlint/waivers/1\n";
    write_waivers();
    write_accepted();
    write_remarks(words_.rejected, proposals_.rejected);
    write_remarks(words_.questions, proposals_.questions);
    write_remarks(words_.settled, proposals_.settled);
    write_unclear();
    write_unanswered();
    return std::move(text_);
  }

 private:
  void write_head() {
    comment(words_.title);
    text_ += "#\n";
    comment(words_.nothing_holds);
    comment(words_.how_to_review);
    comment(words_.how_to_use);
    text_ += "#\n";
    comment(std::string(words_.made_by) + " roadlint " + file_.version + ", " + date_text(file_.as_of, file_.language));
    for (const std::string& source : file_.sources) comment(std::string(words_.answers_read) + " " + source);
    comment(summary_of(proposals_, file_.language));
  }

  /// Broken into lines between words; those of a list item go on below its text.
  void comment(std::string_view text, std::string_view indent = "") {
    const std::string_view hanging = text.starts_with("- ") ? "  " : "";
    std::string line;
    const std::string whole = report::one_line(text);
    for (std::size_t begin = 0; begin < whole.size();) {
      const std::size_t end = std::min(whole.find(' ', begin), whole.size());
      const std::string_view word = std::string_view(whole).substr(begin, end - begin);
      if (!line.empty() && utf8::display_width(line) + 1 + utf8::display_width(word) > comment_width) {
        text_ += std::string(indent) + "# " + line + "\n";
        line = std::string(hanging) + std::string(word);
      } else {
        line += (line.empty() ? "" : " ") + std::string(word);
      }
      begin = end + 1;
    }
    if (!line.empty()) text_ += std::string(indent) + "# " + line + "\n";
  }

  /// What was found and where it was answered, then the keys by which the entry is about this finding.
  void begin_entry(const Proposal& proposal) {
    comment(proposal.finding->message.in(file_.language), "  ");
    comment(std::string(words_.answered_at) + " " + place_of(proposal.answer->span), "  ");
    line("  - ", "rule", yaml_text(proposal.finding->rule));
    line("    ", "subject", yaml_text(proposal.finding->subject_name()));
    line("    ", "fingerprint", yaml_text(proposal.finding->fingerprint));
  }

  [[nodiscard]] std::string place_of(const Span& span) const {
    const Location place = files_.locate(span);
    return place.file + ":" + std::to_string(place.line);
  }

  [[nodiscard]] std::string day_for_people(const Answer& answer) const {
    return date_text(CalendarPeriod::of_day(*answer.due), file_.language);
  }

  /// "    reason: "..."", and without text only the key, to be filled in.
  void line(std::string_view start, std::string_view key, const std::string& value) {
    text_ += std::string(start) + std::string(key) + ":" + (value.empty() ? "" : " " + value) + "\n";
  }

  void write_waivers() {
    if (proposals_.waivers.empty()) return;
    text_ += "\nwaivers:\n";
    for (const Proposal& proposal : proposals_.waivers) {
      begin_entry(proposal);
      line("    ", "reason", yaml_text(proposal.answer->remark));
      line("    ", "proposed-by", yaml_text(proposal.answer->person));
      line("    ", "approver", "");
      line("    ", "date", "");
      line("    ", "expires", answer_day_text(*proposal.answer));
    }
  }

  void write_accepted() {
    if (proposals_.accepted.empty()) return;
    text_ += "\n";
    comment(words_.accepted);
    text_ += "accepted:\n";
    for (const Proposal& proposal : proposals_.accepted) {
      begin_entry(proposal);
      line("    ", "person", yaml_text(proposal.answer->person));
      line("    ", "due", answer_day_text(*proposal.answer));
      line("    ", "remark", yaml_text(proposal.answer->remark));
    }
  }

  /// What stays to be decided, or is decided already.
  void write_remarks(std::string_view title, const std::vector<Proposal>& proposals) {
    if (proposals.empty()) return;
    text_ += "\n";
    comment(std::string(title) + ":");
    for (const Proposal& proposal : proposals) {
      comment("- " + name_of(*proposal.finding) + remark_of(*proposal.answer) + " (" + place_of(proposal.answer->span) +
              ")");
    }
  }

  [[nodiscard]] std::string remark_of(const Answer& answer) const {
    std::string text;
    if (!answer.remark.empty()) text += ": " + answer.remark;
    if (!answer.person.empty()) text += ", " + std::string(words_.by_person) + " " + answer.person;
    if (answer.due) text += ", " + fmt::format(fmt::runtime(words_.by_day), day_for_people(answer));
    return text;
  }

  /// So that whoever reviews the file alone misses nothing.
  void write_unclear() {
    if (proposals_.complaints.empty()) return;
    text_ += "\n";
    comment(std::string(words_.unclear) + ":");
    for (const Complaint& complaint : proposals_.complaints) {
      const std::string left_out = complaint.left_out.empty() ? "" : " (" + complaint.left_out + ")";
      comment("- " + place_of(complaint.span) + ": " + complaint_text(complaint, file_.language) + left_out);
    }
  }

  void write_unanswered() {
    if (proposals_.unanswered.empty()) return;
    text_ += "\n";
    comment(std::string(words_.unanswered) + ":");
    for (const engine::Finding* finding : proposals_.unanswered) comment("- " + name_of(*finding));
  }

  static std::string name_of(const engine::Finding& finding) { return finding.rule + " " + finding.subject_name(); }

  const Proposals& proposals_;
  const SourceFiles& files_;
  const ProposalFile& file_;
  const report::ProposalWords& words_;
  std::string text_;
};

}  // namespace

std::string write_proposals(const Proposals& proposals, const SourceFiles& files, const ProposalFile& file) {
  return ProposalWriter(proposals, files, file).write();
}

std::string summary_of(const Proposals& proposals, std::string_view language) {
  const report::ProposalWords& words = report::proposal_words_in(language);
  const std::string text = words.waivers_proposed.with(proposals.waivers.size(), language) +
                           words.and_acceptances_proposed.with(proposals.accepted.size(), language);
  std::string rest;
  const auto add = [&](const report::Phrase& phrase, std::size_t count) {
    if (count > 0) rest += (rest.empty() ? "; " : ", ") + phrase.with(count, language);
  };
  add(words.rejected_count, proposals.rejected.size());
  add(words.question_count, proposals.questions.size());
  add(words.settled_count, proposals.settled.size());
  add(words.unclear_count, proposals.complaints.size());
  add(words.unanswered_count, proposals.unanswered.size());
  return text + rest;
}

}  // namespace roadlint::answers
