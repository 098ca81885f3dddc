// See xlsx_rows.hpp.
#include "report/xlsx_rows.hpp"

#include "report/finding_diagnostic.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

std::string file_of(const Report& report, const Span& span) {
  return span.is_known() ? one_line(relative_location(report, span).file) : std::string();
}

/// A record without an id is found by its name rather than by its place in a
/// list.
std::string subject_of(const ListEntry& entry) {
  const bool has_identity = entry.finding != nullptr && !entry.finding->identity.empty();
  return one_line(has_identity ? entry.finding->identity : entry.subject);
}

std::string places_of(const Report& report, const ListEntry& entry) {
  std::string places = relative_file_and_line(report, entry.span);
  if (entry.finding == nullptr) return places;
  for (const Span& place : further_places(*entry.finding)) {
    const std::string further = relative_file_and_line(report, place);
    if (!further.empty() && !places.empty()) places += ", ";
    places += further;
  }
  return places;
}

}  // namespace

TableHeader table_header(const ListWords& words) {
  return {&words.severity,    &words.file,   &words.subject,     &words.rule,         &words.message,
          &words.help,        &words.basis,  &words.responsible, &words.derived_from, &words.place,
          &words.fingerprint, &words.answer, &words.person,      &words.due,          &words.remark};
}

std::vector<ListEntry> table_entries(const Report& report, std::string_view language) {
  std::vector<ListEntry> entries = list_entries_for_readers(report, language);
  // Warnings about rules concern those who write rules, not the bodies that
  // answer for the data.
  std::erase_if(entries,
                [](const ListEntry& entry) { return entry.finding == nullptr && entry.severity != Severity::error; });
  sort_by_severity(entries);
  return entries;
}

TableCells table_cells(const Report& report, const ListEntry& entry, std::string_view language) {
  const Words& words = words_in(language);
  const engine::Finding* finding = entry.finding;
  const bool is_finding = finding != nullptr;
  return {std::string(severity_word(words, entry.severity)),
          file_of(report, entry.span),
          subject_of(entry),
          one_line(entry.code),
          one_line(entry.message),
          one_line(entry.help),
          is_finding ? basis_line(finding->basis, words) : std::string(),
          is_finding ? one_line(finding->responsible) : std::string(),
          is_finding ? one_line(finding->responsible_from) : std::string(),
          places_of(report, entry),
          is_finding ? one_line(finding->fingerprint) : std::string()};
}

AnswerCells answer_cells(const Report& report, const ListEntry& entry, const ListWords& words) {
  if (entry.finding == nullptr) return {};
  const engine::Acceptance* const acceptance = acceptance_of(report, *entry.finding);
  if (acceptance == nullptr) return {};
  return {std::string(words.answer_accepted), one_line(acceptance->person), acceptance->due,
          one_line(acceptance->remark)};
}

}  // namespace roadlint::report
