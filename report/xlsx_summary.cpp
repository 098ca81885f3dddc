// See xlsx_summary.hpp.
#include "report/xlsx_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/plain_text.hpp"
#include "report/words.hpp"
#include "report/xlsx_file.hpp"
#include "report/xlsx_findings.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {
namespace {

constexpr lxw_col_t name_column = 0;
constexpr lxw_col_t number_column = 1;
constexpr lxw_col_t text_column = 2;
constexpr double name_width = 44;
constexpr double number_width = 12;
constexpr double text_width = 74;

struct RuleCount {
  std::string_view rule;
  std::string_view title;
  std::size_t count = 0;
};

/// The rules with the most findings first.
std::vector<RuleCount> count_by_rule(const std::vector<ListEntry>& entries, std::string_view language) {
  std::map<std::string_view, RuleCount> counts;
  for (const ListEntry& entry : entries) {
    RuleCount& count = counts[entry.code];
    count.rule = entry.code;
    if (entry.finding != nullptr) count.title = entry.finding->title.in(language);
    ++count.count;
  }
  std::vector<RuleCount> sorted;
  for (const auto& [rule, count] : counts) sorted.push_back(count);
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &RuleCount::count);
  return sorted;
}

std::size_t count_standing(const Report& report, engine::Standing standing) {
  return static_cast<std::size_t>(std::ranges::count(report.outcomes.findings, standing, &engine::Finding::standing));
}

/// An address of several lines in one: "Musterstraße 1, 12345 Musterstadt".
std::string joined_lines(std::string_view text) {
  std::string result;
  for (const std::string& line : printable_lines(text)) {
    if (!result.empty() && !line.empty()) result += ", ";
    result += line;
  }
  return result;
}

/// A link inside the workbook; apostrophes cannot stand in the names of our
/// sheets.
std::string link_to(const std::string& sheet) { return "internal:'" + sheet + "'!A1"; }

/// Writes from top to bottom.
class Summary {
 public:
  Summary(lxw_worksheet* sheet, const XlsxFormats& formats, const Report& report, const ReportOptions& options,
          const std::vector<ListEntry>& entries)
      : sheet_(sheet),
        formats_(formats),
        report_(report),
        language_(options.language),
        words_(list_words_in(language_)),
        entries_(entries) {}

  void write(const SummaryBodies& bodies) {
    set_up();
    write_head();
    write_severities();
    write_bodies(bodies);
    write_rules();
    write_standings();
    write_columns();
  }

 private:
  void set_up() {
    check_xlsx(worksheet_set_column(sheet_, name_column, name_column, name_width, nullptr));
    check_xlsx(worksheet_set_column(sheet_, number_column, number_column, number_width, nullptr));
    check_xlsx(worksheet_set_column(sheet_, text_column, text_column, text_width, nullptr));
    set_xlsx_page(sheet_, {.paper = paper_a4}, words_);
  }

  void text(lxw_col_t column, std::string_view content, lxw_format* format) {
    write_xlsx_text(sheet_, row_, column, content, format);
  }
  void number(std::size_t value, lxw_format* format) {
    check_xlsx(worksheet_write_number(sheet_, row_, number_column, static_cast<double>(value), format));
  }

  void write_head() {
    text(name_column, words_.title, formats_.title);
    row_ += 2;
    write_letterhead();
    write_pair(words_.as_of, date_text(report_.as_of, language_));
    write_pair(words_.answer_by, date_text(report_.answer_by, language_));
    write_pair(words_.version, "roadlint " + report_.version);
    ++row_;
    text(name_column, fmt::format(fmt::runtime(words_.how_to_answer), words_.answer.header, words_.remark.header),
         formats_.plain);
    ++row_;
  }

  void write_letterhead() {
    const std::array<std::pair<std::string_view, std::string_view>, 5> lines = {{{"organisation", words_.organisation},
                                                                                 {"department", words_.department},
                                                                                 {"address", words_.address},
                                                                                 {"contact", words_.contact},
                                                                                 {"reference", words_.reference}}};
    for (const auto& [key, label] : lines) write_pair(label, letterhead(key));
  }

  [[nodiscard]] std::string letterhead(std::string_view key) const {
    const auto found = report_.letterhead.find(key);
    return found == report_.letterhead.end() ? std::string() : found->second;
  }

  /// Nothing when there is no value.
  void write_pair(std::string_view label, std::string_view value) {
    const std::string line = joined_lines(value);
    if (line.empty()) return;
    text(name_column, label, formats_.label);
    text(number_column, line, formats_.plain);
    ++row_;
  }

  void begin_table(std::string_view title, std::string_view name, std::string_view second, std::string_view third) {
    ++row_;
    text(name_column, title, formats_.section);
    ++row_;
    text(name_column, name, formats_.header);
    text(number_column, second, formats_.header);
    if (!third.empty()) text(text_column, third, formats_.header);
    ++row_;
  }

  void write_count(std::string_view name, std::size_t count, lxw_format* name_format, std::string_view title = {}) {
    text(name_column, name, name_format);
    number(count, formats_.number);
    if (!title.empty()) text(text_column, title, formats_.text);
    set_xlsx_row_lines(sheet_, row_, std::max(xlsx_lines_in(name, name_width), xlsx_lines_in(title, text_width)));
    ++row_;
  }

  void write_severities() {
    begin_table(words_.by_severity, words_.severity.header, words_.number, "");
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      const auto count = std::ranges::count(entries_, severity, &ListEntry::severity);
      write_count(severity_word(words_in(language_), severity), static_cast<std::size_t>(count), formats_.of(severity));
    }
    text(name_column, words_.total, formats_.total_label);
    number(entries_.size(), formats_.total);
    ++row_;
    write_parts();
  }

  void write_parts() {
    write_part(words_.about_files, [](const ListEntry& entry) { return entry.finding == nullptr; });
    write_part(words_.undecidable, [](const ListEntry& entry) {
      return entry.finding != nullptr && entry.finding->verdict == engine::Verdict::undecidable;
    });
    write_part(words_.heuristic, [](const ListEntry& entry) {
      return entry.finding != nullptr && entry.finding->certainty == Certainty::heuristic;
    });
  }

  template <typename Condition>
  void write_part(std::string_view name, Condition condition) {
    const auto count = std::ranges::count_if(entries_, condition);
    if (count > 0) write_count(name, static_cast<std::size_t>(count), formats_.text);
  }

  void write_rules() {
    const std::vector<RuleCount> rules = count_by_rule(entries_, language_);
    if (rules.empty()) return;
    begin_table(words_.by_rule, words_.rule.header, words_.number, words_.rule_title);
    for (const RuleCount& rule : rules) {
      write_count(one_line(rule.rule), rule.count, formats_.text, one_line(rule.title));
    }
  }

  void write_bodies(const SummaryBodies& bodies) {
    if (bodies.bodies.empty()) return;
    begin_table(words_.by_body, words_.responsible.header, words_.number, words_.sheet);
    for (const SummaryBody& body : bodies.bodies) {
      text(name_column, body.name, formats_.text);
      number(body.count, formats_.number);
      write_link(body.sheet);
      ++row_;
    }
    if (bodies.together > 0) write_together(bodies);
  }

  void write_link(const std::string& sheet) {
    check_xlsx(worksheet_write_url_opt(sheet_, row_, text_column, link_to(sheet).c_str(), formats_.link, sheet.c_str(),
                                       nullptr));
  }

  void write_together(const SummaryBodies& bodies) {
    const Phrase& phrase = words_.bodies_together;
    text(name_column,
         fmt::format(fmt::runtime(bodies.together == 1 ? phrase.one : phrase.several),
                     count_text(bodies.together, language_), bodies.bodies.back().sheet),
         formats_.plain);
    ++row_;
  }

  void write_standings() {
    begin_table(words_.by_standing, words_.standing, words_.number, "");
    write_count(words_.waived, count_standing(report_, engine::Standing::waived), formats_.text);
    write_count(words_.known, count_standing(report_, engine::Standing::known), formats_.text);
    const std::size_t untouched = count_standing(report_, engine::Standing::untouched);
    if (untouched > 0) write_count(words_.untouched, untouched, formats_.text);
  }

  void write_columns() {
    ++row_;
    text(name_column, words_.columns, formats_.section);
    ++row_;
    for (const ColumnWords* column : table_header(words_)) {
      text(name_column, column->header, formats_.label);
      text(number_column, column->meaning, formats_.plain);
      ++row_;
    }
  }

  lxw_worksheet* sheet_;
  const XlsxFormats& formats_;
  const Report& report_;
  std::string_view language_;
  const ListWords& words_;
  const std::vector<ListEntry>& entries_;
  lxw_row_t row_ = 0;
};

}  // namespace

void write_xlsx_summary(lxw_worksheet* sheet, const XlsxFormats& formats, const Report& report,
                        const ReportOptions& options, const std::vector<ListEntry>& entries,
                        const SummaryBodies& bodies) {
  Summary(sheet, formats, report, options, entries).write(bodies);
}

}  // namespace roadlint::report
