// `roadlint rules`: a table of the rules with severity, title and basis, and how many they are.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/glob.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "engine/load/mistakes.hpp"
#include "report/plain_text.hpp"
#include "report/render_diagnostic.hpp"
#include "report/words.hpp"

namespace roadlint::cli {
namespace {

constexpr std::size_t columns = 4;
using TableRow = std::array<std::string, columns>;

/// What stands where rules have a basis: these rules are part of roadlint itself.
std::string_view checked_while_reading(std::string_view language) {
  return language == "de" ? "geprüft beim Lesen" : "checked while reading";
}

TableRow row_of(const dsl::Rule& rule, const Options& options) {
  std::string basis;
  for (const std::string& entry : rule.basis) basis += (basis.empty() ? "" : ", ") + entry;
  const report::Words& words = report::words_in(options.language);
  return {rule.id, std::string(report::severity_word(words, rule.severity)),
          report::one_line(rule.title.in(options.language)), report::one_line(basis)};
}

TableRow row_of(const engine::DataRule& rule, const Options& options) {
  const report::Words& words = report::words_in(options.language);
  return {std::string(rule.id), std::string(report::severity_word(words, Severity::error)),
          std::string(options.language == "de" ? rule.title_de : rule.title_en),
          std::string(checked_while_reading(options.language))};
}

bool is_selected(const Options& options, std::string_view id) {
  const auto matches = [&](const std::string& pattern) { return matches_glob(id, pattern); };
  const bool is_chosen = options.select.empty() || std::any_of(options.select.begin(), options.select.end(), matches);
  return is_chosen && std::none_of(options.ignore.begin(), options.ignore.end(), matches);
}

std::vector<TableRow> make_rows(const Options& options, const LoadedRules& rules) {
  std::vector<TableRow> rows;
  for (const std::size_t index : rules.selected) rows.push_back(row_of(rules.program.rules[index], options));
  for (const engine::DataRule& rule : engine::data_rules()) {
    if (is_selected(options, rule.id)) rows.push_back(row_of(rule, options));
  }
  return rows;
}

std::string draw_table(const std::vector<TableRow>& rows) {
  std::array<std::size_t, columns> widths = {};
  for (const TableRow& row : rows) {
    for (std::size_t column = 0; column < columns; ++column) {
      widths[column] = std::max(widths[column], utf8::display_width(row[column]));
    }
  }
  std::string text;
  for (const TableRow& row : rows) {
    std::string line;
    for (std::size_t column = 0; column < columns; ++column) {
      line += row[column] + std::string(widths[column] - utf8::display_width(row[column]) + 2, ' ');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace

ExitStatus rules_command(const Options& options) {
  SourceFiles files;
  const LoadedRules rules = load_rules(options, files);
  print_error(report::render_diagnostics(files, rules.mistakes, style_of(options)));
  if (rules.mistakes.has_errors()) return ExitStatus::wrong_use;
  const std::vector<TableRow> rows = make_rows(options, rules);
  const std::string table = draw_table(rows);
  print(table + (table.empty() ? "" : "\n") + report::words_in(options.language).rules.with(rows.size()) + "\n");
  return ExitStatus::success;
}

}  // namespace roadlint::cli
