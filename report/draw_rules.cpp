// The table of rules: see rule_listing.hpp.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "report/plain_text.hpp"
#include "report/rule_listing.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t columns = 4;
using TableRow = std::array<std::string, columns>;

TableRow row_of(const ListedRule& rule, const std::string& language) {
  const Words& words = words_in(language);
  std::string basis;
  for (const Basis& entry : rule.basis) basis += (basis.empty() ? "" : ", ") + basis_text(entry, words);
  // The loader's own rules are part of roadlint itself.
  if (rule.is_of_loader) basis = words.checked_while_reading;
  return {rule.id, std::string(severity_word(words, rule.severity)), one_line(rule.title.in(language)),
          std::move(basis)};
}

}  // namespace

std::string draw_rules(const std::vector<ListedRule>& rules, const std::string& language) {
  std::vector<TableRow> rows;
  std::array<std::size_t, columns> widths = {};
  for (const ListedRule& rule : rules) {
    const TableRow& row = rows.emplace_back(row_of(rule, language));
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
  return text + (text.empty() ? "" : "\n") + words_in(language).rules.with(rows.size(), language) + "\n";
}

}  // namespace roadlint::report
