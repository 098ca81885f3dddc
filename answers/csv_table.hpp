// CSV as people save it: RFC 4180, with the separators and encodings of spreadsheets.
#pragma once

#include <string>

#include "answers/table.hpp"

namespace roadlint::answers {

[[nodiscard]] Table read_csv_table(const std::string& name, std::string bytes, SourceFiles& files,
                                   Diagnostics& diagnostics);

}  // namespace roadlint::answers
