// The object of reviewdog's diagnostic format, as its proto/rdf/reviewdog.proto describes it. See report.hpp.
#include <algorithm>

#include "report/json_values.hpp"
#include "report/list_entries.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"

namespace roadlint::report {
namespace {

std::string_view reviewdog_severity(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "INFO";
    case Severity::warning:
      return "WARNING";
    case Severity::error:
      return "ERROR";
  }
  return "ERROR";
}

/// Columns of reviewdog count bytes.
Json position_json(const SourceText& source, std::uint32_t offset) {
  const std::uint32_t line = source.position(offset).line;
  return {{"line", line}, {"column", offset - source.line_start(line) + 1}};
}

/// The end is the place just after the last byte, as reviewdog wants it.
Json range_json(const Report& report, const Span& span) {
  if (!span.is_known()) return {{"start", {{"line", 1}}}};
  const SourceText& source = report.files.file(span.file);
  return {{"start", position_json(source, span.begin)}, {"end", position_json(source, std::max(span.begin, span.end))}};
}

/// Always with a place, as reviewdog stops at a diagnostic without one.
Json entry_json(const Report& report, const ListEntry& entry, std::string_view language) {
  const Span place = review_place(entry);
  return {{"message", message_and_help(entry, language)},
          {"location", {{"path", location_or_first_file(report, place).file}, {"range", range_json(report, place)}}},
          {"severity", reviewdog_severity(entry.severity)},
          {"code", {{"value", entry.code}}}};
}

}  // namespace

std::string write_rdjson(const Report& report, const ReportOptions& options) {
  const std::vector<ListEntry> entries = list_entries(report, options.language);
  Json result = {{"source", {{"name", "roadlint"}}}};
  const auto worst =
      std::max_element(entries.begin(), entries.end(),
                       [](const ListEntry& left, const ListEntry& right) { return left.severity < right.severity; });
  if (worst != entries.end()) result["severity"] = reviewdog_severity(worst->severity);
  result["diagnostics"] =
      array_json(entries, [&](const ListEntry& entry) { return entry_json(report, entry, options.language); });
  return json_text(result);
}

}  // namespace roadlint::report
