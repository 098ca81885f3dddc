// One finding of the HTML report: message, place with its source line, evidence, help, basis, and who is responsible.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html_sections.hpp"

namespace roadlint::report {

/// So many findings a page holds; a browser can still filter them without a pause.
inline constexpr std::size_t html_findings_shown = 20'000;

/// Short keys for what findings are filtered by.
struct HtmlFindingNames {
  bool has_overview = false;
  /// Names with their keys, sorted.
  std::vector<std::pair<std::string, std::size_t>> files;
  std::map<FileId, std::size_t> file_keys;
  std::map<std::string, std::size_t, std::less<>> bodies;
  /// Of the findings that the page may have a link to.
  std::set<std::string_view> fingerprints;
};

/// A list item; findings that do not count say why.
void write_html_finding(const HtmlPage& page, const HtmlFindingNames& names, const engine::Finding& finding);

}  // namespace roadlint::report
