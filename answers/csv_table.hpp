// CSV as people save it: RFC 4180, with the separators and encodings of spreadsheets.
#pragma once

#include <string>

#include "answers/table.hpp"

namespace roadlint::answers {

/// No rows, and reported, when it is no text or larger than the limits.
[[nodiscard]] Table read_csv_table(const std::string& name, std::string bytes, const IsHeader& is_header,
                                   SourceFiles& files, Diagnostics& diagnostics);

}  // namespace roadlint::answers
