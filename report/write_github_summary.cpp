// The summary of a step of a GitHub workflow, in Markdown: counts, the findings in a table, and counts of each rule.
// See report.hpp.
#include <algorithm>
#include <map>
#include <string_view>

#include "report/closing.hpp"
#include "report/list_entries.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// GitHub drops a summary of more than 1 MiB as a whole, and near the limit it does so without a word.
constexpr std::size_t most_bytes = 900'000;
/// Kept for the sentence about what was left out.
constexpr std::size_t closing_bytes = 500;
constexpr std::size_t cell_columns = 1'000;
/// Up to this many findings the table itself shows how they spread over the rules.
constexpr std::size_t a_handful = 5;
constexpr std::size_t rules_shown = 100;

/// Text that Markdown and HTML leave as it is: whatever means something to them becomes an entity.
std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (std::string_view("\\`*_~{}[]<>|&#!$\"").find(character) == std::string_view::npos) {
      result += character;
    } else {
      result += "&#" + std::to_string(static_cast<unsigned char>(character)) + ";";
    }
  }
  return result;
}

std::string cell(std::string_view text) { return " " + markdown_text(shortened(one_line(text), cell_columns)) + " |"; }

void append_to_list(std::string& list, const std::string& entry) { list += (list.empty() ? "" : ", ") + entry; }

class SummaryWriter {
 public:
  SummaryWriter(const Report& report, const ReportOptions& options)
      : report_(report), words_(words_in(options.language)), entries_(list_entries(report, options.language)) {
    sort_by_severity(entries_);
  }

  [[nodiscard]] std::string write() const {
    const std::string head = "## roadlint\n\n" + sentence() + "\n" + sentence_besides();
    if (entries_.empty()) return head;
    const std::string tail = counts_of_rules();
    return head + table(most_bytes - closing_bytes - head.size() - tail.size()) + tail;
  }

 private:
  [[nodiscard]] std::size_t count(bool is_finding, Severity severity) const {
    return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [&](const ListEntry& entry) {
      return (entry.finding != nullptr) == is_finding && entry.severity == severity;
    }));
  }

  [[nodiscard]] std::size_t count(engine::Standing standing) const {
    const std::vector<engine::Finding>& findings = report_.outcomes.findings;
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const engine::Finding& finding) { return finding.standing == standing; }));
  }

  /// "1 error, 2 warnings", of those with a number.
  [[nodiscard]] std::string phrase_severities(bool is_finding) const {
    std::string list;
    const auto append = [&](Severity severity, const Phrase& phrase) {
      const std::size_t number = count(is_finding, severity);
      if (number > 0) append_to_list(list, phrase.with(number));
    };
    append(Severity::error, words_.errors);
    append(Severity::warning, words_.warnings);
    append(Severity::note, words_.notes);
    return list;
  }

  [[nodiscard]] std::string phrase_details() const {
    std::string list;
    const auto append = [&](std::size_t number, const Phrase& phrase) {
      if (number > 0) append_to_list(list, phrase.with(number));
    };
    const auto undecidable = std::count_if(entries_.begin(), entries_.end(), is_undecidable);
    append(static_cast<std::size_t>(undecidable), words_.undecidable_count);
    append(count(engine::Standing::waived), words_.waived_count);
    append(count(engine::Standing::known), words_.known_count);
    append(count(engine::Standing::untouched), words_.untouched_count);
    if (report_.outcomes.baseline) append(report_.outcomes.baseline->fixed.size(), words_.fixed_count);
    return list;
  }

  /// "1 file, 4 records, 3 rules: 1 error, 2 warnings; 1 waived."
  [[nodiscard]] std::string sentence() const {
    const std::string found = phrase_severities(true);
    const std::string details = phrase_details();
    return words_.files.with(report_.data_files.size()) + ", " + words_.records.with(report_.outcomes.records) + ", " +
           words_.rules.with(report_.outcomes.rules.size()) + ": " +
           (found.empty() ? std::string(words_.no_findings) : found) + (details.empty() ? "" : "; " + details) + ".\n";
  }

  /// About diagnostics, which are no findings.
  [[nodiscard]] std::string sentence_besides() const {
    const std::string found = phrase_severities(false);
    return found.empty() ? found : std::string(words_.besides_findings) + ": " + found + ".\n\n";
  }

  static bool is_undecidable(const ListEntry& entry) {
    return entry.finding != nullptr && entry.finding->verdict == engine::Verdict::undecidable;
  }

  [[nodiscard]] std::string row(const ListEntry& entry) const {
    std::string severity(severity_word(words_, entry.severity));
    if (is_undecidable(entry)) severity += ", " + std::string(words_.undecidable);
    return "|" + cell(severity) + cell(entry.code) + cell(entry.subject) + cell(entry.message) +
           cell(relative_file_and_line(report_, review_place(entry))) + "\n";
  }

  /// As many rows as fit, and how many do not.
  [[nodiscard]] std::string table(std::size_t bytes) const {
    std::string result = "|" + cell(words_.severity) + cell(words_.rule) + cell(words_.subject) + cell(words_.message) +
                         cell(words_.place) + "\n|---|---|---|---|---|\n";
    std::size_t shown = 0;
    for (; shown < entries_.size(); ++shown) {
      const std::string next = row(entries_[shown]);
      if (result.size() + next.size() > bytes) break;
      result += next;
    }
    const std::size_t left_out = entries_.size() - shown;
    return left_out == 0 ? result : result + "\n" + words_.left_out_for_size.with(left_out) + ".\n";
  }

  /// Those with the most findings first.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> rules_by_findings() const {
    std::map<std::string_view, std::size_t> counts;
    for (const ListEntry& entry : entries_) ++counts[entry.code];
    std::vector<std::pair<std::string_view, std::size_t>> rules(counts.begin(), counts.end());
    std::stable_sort(rules.begin(), rules.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    return rules;
  }

  /// Empty for a handful of findings.
  [[nodiscard]] std::string counts_of_rules() const {
    if (entries_.size() <= a_handful) return {};
    std::vector<std::pair<std::string_view, std::size_t>> rules = rules_by_findings();
    const std::size_t left_out = rules.size() > rules_shown ? rules.size() - rules_shown : 0;
    rules.resize(rules.size() - left_out);
    std::string result = "\n<details><summary>" + std::string(words_.findings_by_rule) + "</summary>\n\n|" +
                         cell(words_.rule) + cell(words_.findings) + "\n|---|---:|\n";
    for (const auto& [rule, number] : rules) result += "|" + cell(rule) + cell(std::to_string(number)) + "\n";
    if (left_out > 0) result += "\n" + words_.more_entries.with(left_out) + "\n";
    return result + "\n</details>\n";
  }

  const Report& report_;
  const Words& words_;
  std::vector<ListEntry> entries_;
};

}  // namespace

std::string write_github_summary(const Report& report, const ReportOptions& options) {
  return SummaryWriter(report, options).write();
}

}  // namespace roadlint::report
