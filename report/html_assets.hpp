// The style sheet and the script of the HTML report, as they stand in the page.
#pragma once

#include <string_view>

namespace roadlint::report {

/// Neither has a character that HTML or XML would read as more than text.
extern const std::string_view html_style;
extern const std::string_view html_script;

}  // namespace roadlint::report
