// A finding in plain text, for formats that show a text as it is.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace roadlint::report {

/// Message, place, evidence if asked for, help, basis and who is responsible, a line each; no line break at the end.
[[nodiscard]] std::string finding_text(const Report& report, const engine::Finding& finding, std::string_view language,
                                       bool with_evidence);

}  // namespace roadlint::report
