// The protocol of a check, as evidence that it was made: with which rules, on which data, with which result, and what
// was not checked. Reads as plain text and as Markdown; the same input gives the same bytes. See report.hpp.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "report/document_text.hpp"
#include "report/list_entries.hpp"
#include "report/list_words.hpp"
#include "report/markdown_text.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/relative_name.hpp"
#include "report/report.hpp"
#include "report/sha256.hpp"
#include "report/tally.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t text_columns = 1'000;
constexpr std::size_t reasons_shown = 8;

/// Text from rules or data.
std::string safe(std::string_view text) {
  return readable_markdown(utf8::trimmed(shortened(one_line(text), text_columns)));
}

std::string heading(std::string_view text) { return "\n## " + capitalized(text) + "\n\n"; }

/// "- as of: 2026-11-23"; nothing for an empty value.
std::string item(std::string_view label, const std::string& value) {
  return value.empty() ? value : "- " + std::string(label) + ": " + value + "\n";
}

/// Findings of one rule that do not count.
struct SetAside {
  std::size_t known = 0;
  std::size_t untouched = 0;
};

class ProtocolWriter {
 public:
  ProtocolWriter(const Report& report, const ReportOptions& options)
      : report_(report),
        outcomes_(report.outcomes),
        language_(options.language),
        words_(words_in(language_)),
        list_words_(list_words_in(language_)),
        tally_(tally_of(report)),
        findings_of_waivers_(report.outcomes.waivers.size()),
        findings_of_acceptances_(report.outcomes.acceptances.size()) {
    for (const engine::Finding& finding : outcomes_.findings) note(finding);
  }

  [[nodiscard]] std::string write() const {
    return head() + result() + rule_set() + data() + outcomes_by_rule() + mistakes() + waivers() + acceptances() +
           comparison() + not_checked();
  }

 private:
  void note(const engine::Finding& finding) {
    if (fails(report_, finding)) ++failing_;
    if (finding.standing == engine::Standing::waived) ++findings_of_waivers_.at(finding.waiver);
    if (finding.acceptance) ++findings_of_acceptances_.at(*finding.acceptance);
    if (finding.standing == engine::Standing::known) ++set_aside_[finding.rule].known;
    if (finding.standing == engine::Standing::untouched) ++set_aside_[finding.rule].untouched;
  }

  [[nodiscard]] std::string date(std::string_view day) const { return safe(date_text(day, language_)); }

  [[nodiscard]] std::string head() const {
    return "# " + std::string(list_words_.protocol_title) + "\n\n" +
           item(list_words_.version, "roadlint " + safe(report_.version)) +
           item(list_words_.as_of, date(report_.as_of)) + item(list_words_.organisation, letterhead("organisation")) +
           item(list_words_.department, letterhead("department")) +
           item(list_words_.reference, letterhead("reference"));
  }

  [[nodiscard]] std::string letterhead(std::string_view key) const {
    const auto found = report_.letterhead.find(key);
    return found == report_.letterhead.end() ? std::string{} : safe(found->second);
  }

  /// Every reason why the check is not passed.
  [[nodiscard]] std::string verdict() const {
    std::string sentences;
    const auto add = [&](const std::string& sentence) {
      sentences += (sentences.empty() ? "**" : "\n\n**") + sentence + "**";
    };
    if (report_.data_files.empty()) add(std::string(list_words_.not_passed_nothing));
    if (failing_ > 0) add(list_words_.not_passed.with(failing_, language_));
    if (tally_.diagnostics.errors > 0) add(std::string(list_words_.not_passed_unread));
    if (sentences.empty()) add(std::string(list_words_.passed));
    return sentences + "\n\n";
  }

  /// What the verdict looks at.
  [[nodiscard]] std::string what_counts() const {
    if (!report_.fail_on) return std::string(list_words_.nothing_counts);
    const std::map<Severity, std::string_view> sentences = {{Severity::error, list_words_.errors_count},
                                                            {Severity::warning, list_words_.warnings_count},
                                                            {Severity::note, list_words_.notes_count}};
    const std::string_view heuristics =
        report_.fail_on_heuristic ? list_words_.heuristics_count : list_words_.no_heuristics_count;
    return std::string(sentences.at(*report_.fail_on)) + " " + std::string(heuristics) + " " +
           std::string(list_words_.what_does_not_count);
  }

  [[nodiscard]] std::string result() const {
    const std::string besides = besides_sentence(tally_, words_);
    return heading(list_words_.result) + verdict() + tally_sentence(report_, tally_, words_) + "\n" +
           (besides.empty() ? "" : capitalized(besides) + "\n") + "\n" + what_counts() + "\n";
  }

  /// Of files that there may be; nothing when there are none.
  [[nodiscard]] std::string hashes(std::string_view label, const std::vector<HashedFile>& files) const {
    return files.empty() ? std::string() : "\n" + std::string(label) + ":\n\n" + fenced(hash_lines(files));
  }
  /// Of files that there must be, and the hash of them all.
  [[nodiscard]] std::string all_hashes(std::string_view label, const std::vector<HashedFile>& files) const {
    if (files.empty()) return "\n" + std::string(label) + ": " + std::string(list_words_.none) + "\n";
    return hashes(label, files) + "\n" + std::string(list_words_.hash_of_lines) + ":\n\n" +
           fenced(sha256_hexadecimal(hash_lines(files)) + "\n");
  }

  static std::string fenced(const std::string& lines) { return "```text\n" + lines + "```\n"; }

  /// Lines as `sha256sum` writes and checks them.
  [[nodiscard]] std::string hash_lines(const std::vector<HashedFile>& files) const {
    std::vector<std::pair<std::string, std::string>> named;
    named.reserve(files.size());
    for (const HashedFile& file : files) named.emplace_back(one_line(relative_name(report_, file.name)), file.sha256);
    // The order in which files were read says nothing about the files.
    std::sort(named.begin(), named.end());
    std::string lines;
    for (const auto& [name, hash] : named) lines += (hash.empty() ? "-" : one_line(hash)) + "  " + name + "\n";
    return lines;
  }

  /// Rules without a pack are roadlint's own: about waivers, or about the form of the data.
  [[nodiscard]] std::string pack_name(const engine::RuleAccount& rule) const {
    if (!rule.pack.empty()) return safe(rule.pack);
    return std::string(rule.id.starts_with("waiver-") ? list_words_.checked_with_waivers
                                                      : words_.checked_while_reading);
  }

  /// Packs in the order in which they were checked.
  [[nodiscard]] std::string packs() const {
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const engine::RuleAccount& rule : outcomes_.rules) {
      const std::string name = pack_name(rule);
      const auto found =
          std::find_if(counts.begin(), counts.end(), [&](const auto& entry) { return entry.first == name; });
      if (found == counts.end()) {
        counts.emplace_back(name, 1);
      } else {
        ++found->second;
      }
    }
    std::vector<std::vector<std::string>> rows = {{std::string(list_words_.pack), std::string(list_words_.rules)}};
    for (const auto& [pack, number] : counts) rows.push_back({pack, count_text(number, language_)});
    return markdown_table(rows, 1);
  }

  [[nodiscard]] std::string rule_set() const {
    const std::string table = outcomes_.rules.empty() ? words_.rules.with(0, language_) + "\n" : packs();
    return heading(list_words_.rule_set) + table + all_hashes(list_words_.rule_files, report_.rule_hashes) +
           hashes(list_words_.configuration_files, report_.configuration_hashes);
  }

  [[nodiscard]] std::string data() const {
    return heading(list_words_.data) + words_.files.with(report_.data_files.size(), language_) + ", " +
           words_.records.with(outcomes_.records, language_) + "\n" +
           all_hashes(list_words_.data_files, report_.data_hashes);
  }

  [[nodiscard]] std::vector<std::string> columns_of_rules() const {
    return {std::string(words_.rule),
            std::string(list_words_.pack),
            std::string(words_.severity),
            std::string(words_.matched),
            std::string(words_.satisfied),
            std::string(words_.violated),
            std::string(words_.undecidable_column),
            std::string(words_.unscoped),
            std::string(words_.waived),
            std::string(list_words_.known_column),
            std::string(list_words_.untouched_column)};
  }

  [[nodiscard]] std::vector<std::string> row_of(const engine::RuleAccount& rule) const {
    const auto found = set_aside_.find(rule.id);
    const SetAside set_aside = found == set_aside_.end() ? SetAside{} : found->second;
    std::vector<std::string> row = {safe(rule.id), pack_name(rule), std::string(severity_word(words_, rule.severity))};
    for (const std::size_t number : {rule.matched, rule.satisfied, rule.violated, rule.undecidable, rule.unscoped,
                                     rule.waived, set_aside.known, set_aside.untouched}) {
      row.push_back(count_text(number, language_));
    }
    return row;
  }

  [[nodiscard]] std::string outcomes_by_rule() const {
    if (outcomes_.rules.empty()) return {};
    constexpr std::size_t first_number = 3;
    std::vector<std::vector<std::string>> rows = {columns_of_rules()};
    for (const engine::RuleAccount& rule : outcomes_.rules) rows.push_back(row_of(rule));
    return heading(list_words_.outcomes_by_rule) + markdown_table(rows, first_number) + "\n" +
           std::string(list_words_.how_outcomes_add_up) + "\n";
  }

  [[nodiscard]] std::string mistakes() const {
    std::vector<std::vector<std::string>> rows = {{std::string(words_.severity), std::string(words_.rule),
                                                   std::string(words_.message), std::string(words_.place)}};
    for (const ListEntry& entry : list_entries_for_readers(report_, language_)) {
      if (entry.finding != nullptr) continue;
      rows.push_back({std::string(severity_word(words_, entry.severity)), safe(entry.code), safe(entry.message),
                      safe(relative_file_and_line(report_, entry.span))});
    }
    const bool is_empty = rows.size() == 1;
    return heading(list_words_.mistakes) +
           (is_empty ? capitalized(list_words_.none) + ".\n" : markdown_table(rows, rows.front().size()));
  }

  [[nodiscard]] std::string expiry(const engine::Waiver& waiver) const {
    // Days of this form compare as texts.
    const bool has_expired = waiver.expires < report_.as_of;
    return date(waiver.expires) + (has_expired ? " (" + std::string(list_words_.has_expired) + ")" : "");
  }

  /// A line of an entry that has a number.
  static std::string indented(std::string_view label, const std::string& value) {
    const std::string line = item(label, value);
    return line.empty() ? line : "   " + line;
  }

  /// The number takes the place of the first line's indentation and bullet.
  static std::string numbered(std::size_t index, const std::string& lines) {
    return (index == 0 ? "" : "\n") + std::to_string(index + 1) + ". " + lines.substr(5);
  }

  [[nodiscard]] std::string draw_waiver(const engine::Waiver& waiver, std::size_t number_of_findings) const {
    return indented(words_.rule, safe(waiver.rule)) + indented(words_.subject, safe(waiver.subject)) +
           indented(list_words_.covers, list_words_.findings.with(number_of_findings, language_)) +
           indented(list_words_.reason, safe(waiver.reason)) +
           indented(list_words_.approved_by, safe(waiver.approver)) +
           indented(list_words_.approved_on, date(waiver.date)) + indented(list_words_.holds_until, expiry(waiver)) +
           indented(list_words_.waiver_reference, safe(waiver.reference)) +
           indented(list_words_.recorded_in, safe(relative_file_and_line(report_, waiver.span)));
  }

  [[nodiscard]] std::string waivers() const {
    std::string text = heading(list_words_.waivers);
    if (outcomes_.waivers.empty()) text += capitalized(list_words_.none) + ".\n";
    for (std::size_t index = 0; index < outcomes_.waivers.size(); ++index) {
      text += numbered(index, draw_waiver(outcomes_.waivers[index], findings_of_waivers_[index]));
    }
    return text + hashes(list_words_.waiver_files, report_.waiver_hashes);
  }

  [[nodiscard]] std::string due_day(const engine::Acceptance& acceptance) const {
    if (acceptance.due.empty()) return {};
    const bool is_overdue = acceptance.due < report_.as_of;
    return date(acceptance.due) + (is_overdue ? " (" + std::string(words_.is_overdue) + ")" : "");
  }

  [[nodiscard]] std::string draw_acceptance(const engine::Acceptance& acceptance,
                                            std::size_t number_of_findings) const {
    return indented(words_.rule, safe(acceptance.rule)) + indented(words_.subject, safe(acceptance.subject)) +
           indented(list_words_.covers, list_words_.findings.with(number_of_findings, language_)) +
           indented(list_words_.accepted_person, safe(acceptance.person)) +
           indented(list_words_.accepted_due, due_day(acceptance)) +
           indented(list_words_.accepted_remark, safe(acceptance.remark)) +
           indented(list_words_.recorded_in, safe(relative_file_and_line(report_, acceptance.span)));
  }

  /// Nothing when there are none.
  [[nodiscard]] std::string acceptances() const {
    if (outcomes_.acceptances.empty()) return {};
    std::string text = heading(list_words_.accepted_findings);
    for (std::size_t index = 0; index < outcomes_.acceptances.size(); ++index) {
      text += numbered(index, draw_acceptance(outcomes_.acceptances[index], findings_of_acceptances_[index]));
    }
    return text;
  }

  [[nodiscard]] std::string comparison() const {
    std::string text = heading(list_words_.comparison);
    if (outcomes_.baseline) {
      const engine::BaselineAccount& baseline = *outcomes_.baseline;
      text += item(list_words_.baseline, safe(relative_name(report_, baseline.file)) + ": " +
                                             words_.known_count.with(baseline.known, language_) + ", " +
                                             words_.fixed_count.with(baseline.fixed.size(), language_));
    } else {
      text += "- " + std::string(list_words_.no_baseline) + "\n";
    }
    if (outcomes_.diff_base.empty()) {
      text += "- " + std::string(list_words_.no_diff_base) + "\n";
    } else {
      text += item(list_words_.diff_base,
                   safe(outcomes_.diff_base) + ": " + words_.untouched_count.with(tally_.untouched, language_));
    }
    return text + hashes(list_words_.baseline_file, report_.baseline_hashes);
  }

  /// Files with an error that keeps them, or a part of them, from being read.
  [[nodiscard]] std::string unread_files() const {
    std::set<std::string> names;
    for (const Diagnostic& diagnostic : report_.diagnostics.entries()) {
      const bool is_unread = diagnostic.severity == Severity::error && diagnostic.code.starts_with("data-");
      if (is_unread && diagnostic.span.is_known()) names.insert(relative_location(report_, diagnostic.span).file);
    }
    if (names.empty()) return {};
    std::string text = "\n" + list_words_.unread_files.with(names.size(), language_) + ":\n\n";
    for (const std::string& name : names) text += "- " + safe(name) + "\n";
    return text;
  }

  [[nodiscard]] std::string rules_without_records() const {
    std::string lines;
    std::size_t number = 0;
    for (const engine::RuleAccount& rule : outcomes_.rules) {
      // The loader's rules match mistakes only: that they matched nothing is as it should be.
      if (rule.pack.empty() || rule.matched > 0) continue;
      lines += "- " + safe(rule.id) + "\n";
      ++number;
    }
    return number == 0 ? lines : "\n" + words_.matched_nothing.with(number, language_) + ":\n\n" + lines;
  }

  [[nodiscard]] std::string reasons_of(const engine::RuleAccount& rule) const {
    std::string text = "- " + safe(rule.id) + ": " + words_.records.with(rule.unscoped, language_) + "\n";
    const std::size_t shown = std::min(rule.unscoped_reasons.size(), reasons_shown);
    for (std::size_t index = 0; index < shown; ++index) {
      const engine::UnscopedReason& reason = rule.unscoped_reasons[index];
      const std::string place = safe(relative_file_and_line(report_, reason.span));
      text += "  - " + count_text(reason.count, language_) + " × " + safe(reason.reason.in(language_)) +
              (place.empty() ? "" : " (" + place + ")") + "\n";
    }
    const std::size_t rest = rule.unscoped_reasons.size() - shown;
    return rest == 0 ? text : text + "  - " + words_.more_entries.with(rest, language_) + "\n";
  }

  [[nodiscard]] std::string unscoped_records() const {
    std::string lines;
    for (const engine::RuleAccount& rule : outcomes_.rules) {
      if (rule.unscoped > 0) lines += reasons_of(rule);
    }
    return lines.empty() ? lines : "\n" + std::string(list_words_.why_unscoped) + ":\n\n" + lines;
  }

  [[nodiscard]] std::string not_checked() const {
    std::string text = unread_files() + rules_without_records() + unscoped_records();
    if (text.empty() && report_.data_files.empty()) text = "\n" + capitalized(words_.nothing_checked) + ".\n";
    if (text.empty()) text = "\n" + std::string(list_words_.everything_checked) + "\n";
    // The heading ends with an empty line already.
    return heading(list_words_.not_checked) + text.substr(1);
  }

  const Report& report_;
  const engine::Outcomes& outcomes_;
  std::string_view language_;
  const Words& words_;
  const ListWords& list_words_;
  Tally tally_;
  /// How many findings make the check fail.
  std::size_t failing_ = 0;
  /// By rule.
  std::map<std::string_view, SetAside> set_aside_;
  /// For each waiver, how many findings it covers.
  std::vector<std::size_t> findings_of_waivers_;
  /// The same for each acceptance.
  std::vector<std::size_t> findings_of_acceptances_;
};

}  // namespace

std::string write_protocol(const Report& report, const ReportOptions& options) {
  return ProtocolWriter(report, options).write();
}

}  // namespace roadlint::report
