// The summary of a step of a GitHub workflow, in Markdown: counts, the findings in a table, and counts of each rule.
// See report.hpp.
#include <algorithm>
#include <map>
#include <string_view>

#include "report/list_entries.hpp"
#include "report/markdown_text.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"
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

std::string cell(std::string_view text) { return " " + markdown_text(shortened(one_line(text), cell_columns)) + " |"; }

class SummaryWriter {
 public:
  SummaryWriter(const Report& report, const ReportOptions& options)
      : report_(report), words_(words_in(options.language)), entries_(list_entries(report, options.language)) {
    sort_by_severity(entries_);
  }

  [[nodiscard]] std::string write() const {
    const Tally tally = tally_of(report_);
    const std::string besides = besides_sentence(tally, words_);
    const std::string head =
        "## roadlint\n\n" + tally_sentence(report_, tally, words_) + "\n\n" + (besides.empty() ? "" : besides + "\n\n");
    if (entries_.empty()) return head;
    const std::string tail = counts_of_rules();
    return head + table(most_bytes - closing_bytes - head.size() - tail.size()) + tail;
  }

 private:
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
    return left_out == 0 ? result : result + "\n" + words_.left_out_for_size.with(left_out, words_.language) + ".\n";
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
    if (left_out > 0) result += "\n" + words_.more_entries.with(left_out, words_.language) + "\n";
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
