// A comment on a pull request, in Markdown: counts, tables of the findings that count, and help that unfolds. See
// report.hpp.
#include <algorithm>
#include <string_view>
#include <tuple>

#include "report/document_text.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/list_entries.hpp"
#include "report/list_words.hpp"
#include "report/markdown_text.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// By it a program finds the comment that it wrote before, and replaces it.
constexpr std::string_view marker = "<!-- roadlint -->\n";
/// GitHub takes 65 536 characters; the program that posts the comment may add words of its own. Bytes are never fewer.
constexpr std::size_t most_bytes = 60'000;
/// Up to here the comment may grow with each of its parts, so that a long one leaves room for the next.
constexpr std::size_t most_bytes_with_diagnostics = 12'000;
constexpr std::size_t most_bytes_with_findings = 45'000;
/// Kept for the sentences about what was left out and for closing what is open.
constexpr std::size_t closing_bytes = 1'000;
constexpr std::size_t helps_shown = 50;
constexpr std::size_t name_columns = 100;
constexpr std::size_t text_columns = 500;

std::string cell_text(std::string_view text, std::size_t columns = name_columns) {
  return markdown_comment_text(shortened(one_line(text), columns));
}

std::string cell(std::string_view text, std::size_t columns = name_columns) {
  return " " + cell_text(text, columns) + " |";
}

/// By severity, then by the body responsible; those without one last.
bool comes_before(const ListEntry& left, const ListEntry& right) {
  const auto key = [](const ListEntry& entry) {
    const std::string& body = entry.finding->responsible;
    return std::tuple(-static_cast<int>(entry.severity), body.empty(), std::string_view(body));
  };
  return key(left) < key(right);
}

class CommentWriter {
 public:
  CommentWriter(const Report& report, const ReportOptions& options)
      : report_(report),
        language_(options.language),
        words_(words_in(language_)),
        list_words_(list_words_in(language_)),
        tally_(tally_of(report)) {
    for (const ListEntry& entry : list_entries_for_readers(report, language_)) {
      (entry.finding == nullptr ? diagnostics_ : findings_).push_back(entry);
    }
    sort_by_severity(diagnostics_);
    std::stable_sort(findings_.begin(), findings_.end(), comes_before);
    names_bodies_ = std::any_of(findings_.begin(), findings_.end(),
                                [](const ListEntry& entry) { return !entry.finding->responsible.empty(); });
  }

  [[nodiscard]] std::string write() {
    text_ = std::string(marker) + "## roadlint\n\n" + tally_sentence(report_, tally_, words_) + "\n";
    append_diagnostics();
    append_findings();
    append_helps();
    return std::move(text_);
  }

 private:
  bool append_if_fits(const std::string& part, std::size_t most) {
    if (text_.size() + part.size() > most) return false;
    text_ += part;
    return true;
  }

  void append_left_out(const Phrase& phrase, std::size_t number) {
    if (number > 0) text_ += "\n" + phrase.with(number, language_) + "\n";
  }

  void append_diagnostics() {
    if (diagnostics_.empty()) return;
    text_ += "\n### " + capitalized(words_.besides_findings) + "\n\n|" + cell(words_.severity) + cell(words_.rule) +
             cell(words_.message) + cell(words_.place) + "\n|---|---|---|---|\n";
    std::size_t shown = 0;
    while (shown < diagnostics_.size() &&
           append_if_fits(diagnostic_row(diagnostics_[shown]), most_bytes_with_diagnostics)) {
      ++shown;
    }
    append_left_out(list_words_.entries_left_out, diagnostics_.size() - shown);
  }

  [[nodiscard]] std::string diagnostic_row(const ListEntry& entry) const {
    return "|" + cell(severity_word(words_, entry.severity)) + cell(entry.code) + cell(entry.message, text_columns) +
           cell(relative_file_and_line(report_, entry.span)) + "\n";
  }

  /// As many rows as fit, a table for each severity, and how many do not.
  void append_findings() {
    for (; shown_ < findings_.size(); ++shown_) {
      const ListEntry& entry = findings_[shown_];
      const bool is_first = shown_ == 0 || findings_[shown_ - 1].severity != entry.severity;
      const std::string row = finding_row(entry);
      if (!append_if_fits(is_first ? table_head(entry.severity) + row : row, most_bytes_with_findings)) break;
    }
    append_left_out(list_words_.findings_left_out, findings_.size() - shown_);
  }

  [[nodiscard]] std::string severity_count(Severity severity) const {
    switch (severity) {
      case Severity::note:
        return words_.notes.with(tally_.findings.notes, language_);
      case Severity::warning:
        return words_.warnings.with(tally_.findings.warnings, language_);
      case Severity::error:
        break;
    }
    return words_.errors.with(tally_.findings.errors, language_);
  }

  [[nodiscard]] std::string table_head(Severity severity) const {
    const std::string body_cell = names_bodies_ ? cell(words_.responsible) : "";
    return "\n### " + severity_count(severity) + "\n\n|" + body_cell + cell(words_.rule) + cell(words_.subject) +
           cell(words_.message) + cell(words_.place) + "\n|" + (names_bodies_ ? "---|" : "") + "---|---|---|---|\n";
  }

  /// The message with what a reader must know before believing it.
  [[nodiscard]] std::string message_of(const ListEntry& entry) const {
    std::string message;
    if (entry.finding->certainty == Certainty::heuristic) message += std::string(words_.heuristic) + ": ";
    if (entry.finding->verdict == engine::Verdict::undecidable) message += std::string(words_.undecidable) + ": ";
    return message + std::string(entry.message);
  }

  [[nodiscard]] std::string finding_row(const ListEntry& entry) const {
    return "|" + (names_bodies_ ? cell(entry.finding->responsible) : "") + cell(entry.code) + cell(entry.subject) +
           cell(message_of(entry), text_columns) + cell(relative_file_and_line(report_, review_place(entry))) + "\n";
  }

  /// Of findings in the tables; empty when there is neither help nor basis.
  [[nodiscard]] std::string help_of(const ListEntry& entry) const {
    std::string lines;
    if (!entry.help.empty())
      lines += "  - " + std::string(words_.help) + ": " + cell_text(entry.help, text_columns) + "\n";
    if (!entry.finding->basis.empty()) {
      lines += "  - " + std::string(words_.basis) + ": " +
               cell_text(basis_line(entry.finding->basis, words_), text_columns) + "\n";
    }
    if (lines.empty()) return lines;
    const std::string subject = entry.subject.empty() ? "" : ", " + cell_text(entry.subject);
    return "- **" + cell_text(entry.code) + "**" + subject + "\n" + lines;
  }

  void append_helps() {
    std::vector<std::string> helps;
    for (std::size_t index = 0; index < shown_; ++index) {
      std::string help = help_of(findings_[index]);
      if (!help.empty()) helps.push_back(std::move(help));
    }
    if (helps.empty()) return;
    text_ += "\n<details><summary>" + std::string(list_words_.help_and_basis) + "</summary>\n\n";
    std::size_t shown = 0;
    while (shown < std::min(helps.size(), helps_shown) && append_if_fits(helps[shown], most_bytes - closing_bytes)) {
      ++shown;
    }
    append_left_out(list_words_.helps_left_out, helps.size() - shown);
    text_ += "\n</details>\n";
  }

  const Report& report_;
  std::string_view language_;
  const Words& words_;
  const ListWords& list_words_;
  Tally tally_;
  std::vector<ListEntry> diagnostics_;
  std::vector<ListEntry> findings_;
  bool names_bodies_ = false;
  /// How many findings the tables have.
  std::size_t shown_ = 0;
  std::string text_;
};

}  // namespace

std::string write_markdown(const Report& report, const ReportOptions& options) {
  return CommentWriter(report, options).write();
}

}  // namespace roadlint::report
