// Places as continuous integration wants them, with the relative name of the file.
#pragma once

#include <string>

#include "report/report.hpp"

namespace roadlint::report {

/// Line 0 and no file for an unknown place.
[[nodiscard]] Location relative_location(const Report& report, const Span& span);

/// For formats that insist on a place: instead of an unknown one the beginning of the first data file, or of the folder
/// when there is none.
[[nodiscard]] Location location_or_first_file(const Report& report, const Span& span);

/// "roadmaps/ki.yaml:44" on one line; empty for an unknown place.
[[nodiscard]] std::string relative_file_and_line(const Report& report, const Span& span);

}  // namespace roadlint::report
