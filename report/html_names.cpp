// See html_names.hpp.
#include "report/html_names.hpp"

#include <algorithm>

#include "report/relative_name.hpp"

namespace roadlint::report {
namespace {

void number_through(std::map<std::string_view, std::size_t>& names) {
  std::size_t number = 0;
  for (auto& [name, key] : names) key = number++;
}

}  // namespace

HtmlFindingNames html_names_of(const HtmlPage& page) {
  HtmlFindingNames names;
  names.has_overview = page.report.overview != nullptr && !page.report.overview->roadmaps.empty();
  for (const engine::Finding* finding : page.active) {
    names.bodies.emplace(finding->responsible, 0);
    names.rules.emplace(finding->rule, 0);
    names.entities.emplace(finding->subject.entity, 0);
    if (!finding->span.is_known() || !names.file_keys.emplace(finding->span.file, finding->span.file).second) continue;
    const std::string name = relative_name(page.report, page.report.files.file(finding->span.file).name());
    names.files.emplace_back(name, finding->span.file);
  }
  for (const engine::Finding* finding : page.listed) names.by_fingerprint.emplace(finding->fingerprint, finding);
  std::ranges::sort(names.files);
  number_through(names.bodies);
  number_through(names.rules);
  number_through(names.entities);
  return names;
}

}  // namespace roadlint::report
