// The filter of the findings, how many of them are shown, and which ones the page leaves out.
#pragma once

#include "report/html_names.hpp"

namespace roadlint::report {

/// The form; the script makes it visible and uses it.
void write_html_filter(const HtmlPage& page, const HtmlFindingNames& names);

/// How many findings are shown, in words that the script counts on; and, on paper, what was chosen, which it fills in.
void write_html_shown_count(const HtmlPage& page);

/// How many findings of which kind are not listed, so that the script can count them; nothing when all are.
void write_html_left_out(const HtmlPage& page, const HtmlFindingNames& names);

}  // namespace roadlint::report
