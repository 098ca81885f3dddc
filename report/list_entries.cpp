// See list_entries.hpp.
#include "report/list_entries.hpp"

#include <algorithm>

#include "report/closing.hpp"
#include "report/diagnostic_words.hpp"
#include "report/plain_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {

namespace {

std::vector<ListEntry> entries_of(const Report& report, std::string_view language,
                                  std::string_view language_of_diagnostics) {
  std::vector<ListEntry> entries;
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    if (diagnostic.code == matched_nothing_code) continue;
    entries.push_back({diagnostic.severity,
                       diagnostic.code,
                       {},
                       diagnostic_message(diagnostic, language_of_diagnostics),
                       diagnostic_help(diagnostic, language_of_diagnostics),
                       diagnostic.span,
                       nullptr});
  }
  for (const engine::Finding& finding : report.outcomes.findings) {
    if (!is_active(finding)) continue;
    entries.push_back({finding.severity, finding.rule, finding.subject.id, finding.message.in(language),
                       finding.help.in(language), finding.span, &finding});
  }
  return entries;
}

}  // namespace

std::vector<ListEntry> list_entries(const Report& report, std::string_view language) {
  return entries_of(report, language, "en");
}

std::vector<ListEntry> list_entries_for_readers(const Report& report, std::string_view language) {
  return entries_of(report, language, language);
}

void sort_by_severity(std::vector<ListEntry>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const ListEntry& left, const ListEntry& right) { return left.severity > right.severity; });
}

Span review_place(const ListEntry& entry) {
  const bool is_in_change = entry.finding != nullptr && entry.finding->changed.is_known();
  return is_in_change ? entry.finding->changed : entry.span;
}

std::string message_and_help(const ListEntry& entry, std::string_view language) {
  const std::string message = one_line(entry.message);
  const std::string help = one_line(entry.help);
  return help.empty() ? message : message + "\n" + std::string(words_in(language).help) + ": " + help;
}

}  // namespace roadlint::report
