// One finding of the HTML report: message, place with its source line, evidence, help, basis, and who is responsible.
#pragma once

#include "report/html_names.hpp"

namespace roadlint::report {

/// A list item; findings that do not count say why.
void write_html_finding(const HtmlPage& page, const HtmlFindingNames& names, const engine::Finding& finding);

}  // namespace roadlint::report
