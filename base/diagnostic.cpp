// The code registry and the collection of diagnostics: see diagnostic.hpp.
#include "base/diagnostic.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace roadlint {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

const std::vector<DiagnosticCodeEntry>& all_diagnostic_codes() {
  static const std::vector<DiagnosticCodeEntry> entries = {
#define ROADLINT_DIAGNOSTIC(identifier, code, severity, meaning) {code, Severity::severity, meaning},
#include "base/diagnostic_codes.def"
#undef ROADLINT_DIAGNOSTIC
  };
  return entries;
}

const DiagnosticCodeEntry& diagnostic_code_entry(DiagnosticCode code) {
  return all_diagnostic_codes()[static_cast<std::size_t>(code)];
}

Diagnostic make_diagnostic(DiagnosticCode code, Span span, std::string message) {
  const DiagnosticCodeEntry& entry = diagnostic_code_entry(code);
  return {std::string(entry.code), entry.severity, std::move(message), span, {}, {}, {}};
}

Diagnostic& Diagnostics::add(DiagnosticCode code, Span span, std::string message) {
  return entries_.emplace_back(make_diagnostic(code, span, std::move(message)));
}

std::size_t Diagnostics::error_count() const {
  return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  }));
}

void Diagnostics::sort() {
  const auto place = [](const Diagnostic& diagnostic) {
    // Unknown places come last; no_file is the largest file number.
    return std::tuple(diagnostic.span.file, diagnostic.span.begin, diagnostic.code);
  };
  std::stable_sort(entries_.begin(), entries_.end(),
                   [&](const Diagnostic& left, const Diagnostic& right) { return place(left) < place(right); });
  const auto same = [](const Diagnostic& left, const Diagnostic& right) {
    return left.span == right.span && left.code == right.code && left.message == right.message;
  };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
}

void Diagnostics::keep_at_most_per_file(std::size_t limit) {
  std::map<FileId, std::size_t> seen;
  std::vector<Diagnostic> kept;
  for (Diagnostic& diagnostic : entries_) {
    if (diagnostic.severity == Severity::error && ++seen[diagnostic.span.file] > limit) continue;
    kept.push_back(std::move(diagnostic));
  }
  entries_ = std::move(kept);
  for (const auto& [file, count] : seen) {
    if (count <= limit) continue;
    add(DiagnosticCode::too_many_errors, Span(file, 0, 0),
        std::to_string(count - limit) + " more errors in this file are not shown");
  }
}

}  // namespace roadlint
