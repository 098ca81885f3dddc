// Table, reasons, and rules that matched nothing: see statistics.hpp.
#include "report/statistics.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "report/color.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/plain_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t columns = 7;
using TableRow = std::array<std::string, columns>;
constexpr std::size_t reasons_shown = 8;

TableRow heading(const Words& words) {
  return {std::string(words.rule),
          std::string(words.matched),
          std::string(words.satisfied),
          std::string(words.violated),
          std::string(words.undecidable_column),
          std::string(words.unscoped),
          std::string(words.waived)};
}

TableRow row_of(const engine::RuleAccount& rule) {
  return {one_line(rule.id),
          std::to_string(rule.matched),
          std::to_string(rule.satisfied),
          std::to_string(rule.violated),
          std::to_string(rule.undecidable),
          std::to_string(rule.unscoped),
          std::to_string(rule.waived)};
}

/// The names to the left, the numbers to the right of their columns.
std::string draw_row(const TableRow& row, const std::array<std::size_t, columns>& widths) {
  std::string result;
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string padding(widths[column] - utf8::display_width(row[column]), ' ');
    result += column == 0 ? row[column] + padding : "  " + padding + row[column];
  }
  return result;
}

std::string draw_table(const std::vector<engine::RuleAccount>& rules, const Words& words, bool color) {
  std::vector<TableRow> rows = {heading(words)};
  for (const engine::RuleAccount& rule : rules) rows.push_back(row_of(rule));
  std::array<std::size_t, columns> widths = {};
  for (const TableRow& row : rows) {
    for (std::size_t column = 0; column < columns; ++column) {
      widths[column] = std::max(widths[column], utf8::display_width(row[column]));
    }
  }
  std::string result = painted(draw_row(rows.front(), widths), Paint::bold, color) + "\n";
  for (std::size_t index = 1; index < rows.size(); ++index) result += draw_row(rows[index], widths) + "\n";
  return result;
}

std::string draw_reasons(const SourceFiles& files, const engine::RuleAccount& rule, const ReportOptions& options) {
  const Words& words = words_in(options.language);
  const std::size_t shown = std::min(rule.unscoped_reasons.size(), reasons_shown);
  std::string result = "  " + one_line(rule.id) + "\n";
  for (std::size_t index = 0; index < shown; ++index) {
    const engine::UnscopedReason& reason = rule.unscoped_reasons[index];
    const std::string place = file_and_line(files, reason.span);
    result += "    " + std::to_string(reason.count) + " × " + one_line(reason.reason.in(options.language));
    result += place.empty() ? "\n" : " (" + place + ")\n";
  }
  if (rule.unscoped_reasons.size() > shown) {
    result += "    " + words.more_entries.with(rule.unscoped_reasons.size() - shown, words.language) + "\n";
  }
  return result;
}

}  // namespace

std::string draw_statistics(const SourceFiles& files, const std::vector<engine::RuleAccount>& rules,
                            const ReportOptions& options) {
  if (rules.empty()) return {};
  const Words& words = words_in(options.language);
  std::string reasons;
  std::string without_records;
  for (const engine::RuleAccount& rule : rules) {
    if (!rule.unscoped_reasons.empty()) reasons += draw_reasons(files, rule, options);
    // The loader's rules match mistakes only: that they matched nothing is as it should be.
    const bool is_loader_rule = rule.id.starts_with("data-");
    if (rule.matched == 0 && !is_loader_rule) without_records += "  " + one_line(rule.id) + "\n";
  }
  std::string result = draw_table(rules, words, options.color);
  if (!reasons.empty()) result += "\n" + painted(words.left_unscoped, Paint::bold, options.color) + ":\n" + reasons;
  if (!without_records.empty()) {
    result += "\n" + painted(words.rules_without_records, Paint::bold, options.color) + ":\n" + without_records;
  }
  return result;
}

}  // namespace roadlint::report
