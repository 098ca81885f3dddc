// Who will mend a finding, and by when, in words.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace roadlint::report {

/// "A. Example, to be mended by 31 March 2027: the remark"; a day before the as-of date is overdue. Empty when nobody
/// accepted the finding, or nobody said more than that.
[[nodiscard]] std::string acceptance_text(const Report& report, const engine::Finding& finding,
                                          std::string_view language);

}  // namespace roadlint::report
