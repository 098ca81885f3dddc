// File names as continuous integration wants them: relative to the working folder, which is the root of the checkout.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace roadlint::report {

/// The name relative to the working folder when it lies in it, without `./`; else unchanged.
[[nodiscard]] std::string relative_name(const Report& report, std::string_view name);

}  // namespace roadlint::report
