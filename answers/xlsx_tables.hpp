// The sheets of a workbook (Office Open XML, ECMA-376), whoever wrote it: parts are found by their relationships, and
// names of elements count without their prefix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/table.hpp"

namespace roadlint::answers {

/// A table for each sheet; none, and reported, when the workbook is damaged or larger than the limits.
[[nodiscard]] std::vector<Table> read_xlsx_tables(const std::string& name, std::string_view bytes, SourceFiles& files,
                                                  Diagnostics& diagnostics);

}  // namespace roadlint::answers
