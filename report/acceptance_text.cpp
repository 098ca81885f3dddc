// See acceptance_text.hpp.
#include "report/acceptance_text.hpp"

#include <fmt/format.h>

#include "report/plain_text.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {

std::string acceptance_text(const Report& report, const engine::Finding& finding, std::string_view language) {
  const engine::Acceptance* const acceptance = acceptance_of(report, finding);
  if (acceptance == nullptr) return {};
  const Words& words = words_in(language);
  std::string text = one_line(acceptance->person);
  if (!acceptance->due.empty()) {
    text +=
        (text.empty() ? "" : ", ") + fmt::format(fmt::runtime(words.mended_by), date_text(acceptance->due, language));
    if (acceptance->due < report.as_of) text += " (" + std::string(words.is_overdue) + ")";  // ISO days sort as text
  }
  const std::string remark = one_line(acceptance->remark);
  if (remark.empty()) return text;
  return text.empty() ? remark : text + ": " + remark;
}

}  // namespace roadlint::report
