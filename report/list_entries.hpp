// What flat lists have in common: one entry for each diagnostic, then one for each active finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace roadlint::report {

/// The texts belong to the report.
struct ListEntry {
  Severity severity = Severity::error;
  /// The code of a diagnostic, the rule of a finding.
  std::string_view code;
  /// Id of a finding's subject; may be empty.
  std::string_view subject;
  std::string_view message;
  /// May be empty.
  std::string_view help;
  Span span;
  /// Null for a diagnostic.
  const engine::Finding* finding = nullptr;
};

/// In the order of the report, without the warnings about rules that matched nothing, which are no mistakes.
/// Diagnostics are in English, for those who write the files.
[[nodiscard]] std::vector<ListEntry> list_entries(const Report& report, std::string_view language);
/// The same for readers who write no files: diagnostics are in the language too.
[[nodiscard]] std::vector<ListEntry> list_entries_for_readers(const Report& report, std::string_view language);

/// The most severe first; otherwise the order stays.
void sort_by_severity(std::vector<ListEntry>& entries);

/// Where a reviewer sees the entry: of a finding that a change touches a place in the change.
[[nodiscard]] Span review_place(const ListEntry& entry);

/// Message and, below it, help ("help: Give the indicator a target."); each on one line.
[[nodiscard]] std::string message_and_help(const ListEntry& entry, std::string_view language);

}  // namespace roadlint::report
