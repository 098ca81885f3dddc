// File names as URI references, which SARIF wants: blanks, umlauts and signs with a meaning in percent-encoding.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace roadlint::report {

/// "road%20maps/ki.yaml": relative to the working folder; "file:///..." for an absolute name outside of it.
[[nodiscard]] std::string file_uri(const Report& report, std::string_view name);

}  // namespace roadlint::report
