// Diagnostic: everything a person is told about rules and data. Stages append to Diagnostics and never print.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace roadlint {

enum class Severity { note, warning, error };

/// "note", "warning" or "error".
[[nodiscard]] std::string_view severity_name(Severity severity);

/// Every code that a mistake in rules, configuration or unreadable data can have: base/diagnostic_codes.def.
enum class DiagnosticCode {
#define ROADLINT_DIAGNOSTIC(identifier, code, severity, meaning) identifier,
#include "base/diagnostic_codes.def"
#undef ROADLINT_DIAGNOSTIC
};

struct DiagnosticCodeEntry {
  std::string_view code;
  Severity severity;
  std::string_view meaning;
};

/// The registry entry of a code.
[[nodiscard]] const DiagnosticCodeEntry& diagnostic_code_entry(DiagnosticCode code);
/// All entries, in the order of the registry.
[[nodiscard]] const std::vector<DiagnosticCodeEntry>& all_diagnostic_codes();

/// A second place that explains the first ("first defined here").
struct Label {
  Span span;
  std::string text;
};

/// One thing a person is told. Messages are lower case without a full stop and quote input in back-ticks.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  std::string message;
  Span span;
  std::vector<Label> labels;
  std::vector<std::string> notes;
  std::string help;
};

/// Makes a diagnostic with the severity that the registry gives its code.
[[nodiscard]] Diagnostic make_diagnostic(DiagnosticCode code, Span span, std::string message);

/// Collects what the stages report.
class Diagnostics {
 public:
  /// Appends and returns the new diagnostic so that labels, notes and help can be added.
  Diagnostic& add(DiagnosticCode code, Span span, std::string message);
  void append(Diagnostic diagnostic) { entries_.push_back(std::move(diagnostic)); }
  [[nodiscard]] bool has_errors() const { return error_count() > 0; }
  [[nodiscard]] std::size_t error_count() const;
  [[nodiscard]] const std::vector<Diagnostic>& entries() const { return entries_; }
  /// Sorts by file, offset and code, and drops exact repetitions. Stable, so that causes stay before effects.
  void sort();
  /// Keeps at most `limit` errors of each file and says in a note how many more there were.
  void keep_at_most_per_file(std::size_t limit);

 private:
  std::vector<Diagnostic> entries_;
};

}  // namespace roadlint
