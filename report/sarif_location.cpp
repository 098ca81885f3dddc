// Locations and regions: see sarif_location.hpp. The columns count code points, as the run's `columnKind` says.
#include "report/sarif_location.hpp"

#include "report/file_uri.hpp"
#include "report/relative_location.hpp"

namespace roadlint::report {
namespace {

/// An empty place is one column wide: not every reader shows, or takes, a region that ends where it begins.
Json region_json(const Location& location) {
  const bool is_empty = location.line == location.end_line && location.column == location.end_column;
  return {{"startLine", location.line},
          {"startColumn", location.column},
          {"endLine", location.end_line},
          {"endColumn", location.end_column + (is_empty ? 1 : 0)}};
}

}  // namespace

Json sarif_location(const Report& report, const Span& span) {
  const Location location = location_or_first_file(report, span);
  const Json file = {{"uri", file_uri(report, location.file)}};
  return {{"physicalLocation", {{"artifactLocation", file}, {"region", region_json(location)}}}};
}

}  // namespace roadlint::report
