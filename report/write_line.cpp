// The report for editors, a line for each diagnostic and finding, and nothing else. See report.hpp.
#include "report/list_entries.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"

namespace roadlint::report {
namespace {

std::string place_text(const Report& report, const Span& span) {
  if (!span.is_known()) return "roadlint";
  const Location location = relative_location(report, span);
  return one_line(location.file) + ":" + std::to_string(location.line) + ":" + std::to_string(location.column);
}

}  // namespace

std::string write_line(const Report& report, const ReportOptions& options) {
  std::string result;
  for (const ListEntry& entry : list_entries(report, options.language)) {
    // Editors know the English words of severity.
    result += place_text(report, entry.span) + ": " + std::string(severity_name(entry.severity)) + " " +
              one_line(entry.code) + ": " + one_line(entry.message) + "\n";
  }
  return result;
}

}  // namespace roadlint::report
