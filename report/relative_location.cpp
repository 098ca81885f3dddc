// See relative_location.hpp.
#include "report/relative_location.hpp"

#include "report/plain_text.hpp"
#include "report/relative_name.hpp"

namespace roadlint::report {

Location relative_location(const Report& report, const Span& span) {
  Location location = report.files.locate(span);
  if (span.is_known()) location.file = relative_name(report, location.file);
  return location;
}

Location location_or_first_file(const Report& report, const Span& span) {
  if (span.is_known()) return relative_location(report, span);
  const std::string file = report.data_files.empty() ? "." : relative_name(report, report.data_files.front());
  return {file, 1, 1, 1, 1};
}

std::string relative_file_and_line(const Report& report, const Span& span) {
  if (!span.is_known()) return {};
  const Location location = relative_location(report, span);
  return one_line(location.file) + ":" + std::to_string(location.line);
}

}  // namespace roadlint::report
