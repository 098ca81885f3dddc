// Short names for what findings are filtered by, and what the page holds that can be linked to.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html_sections.hpp"

namespace roadlint::report {

/// Of all active findings, those that the page leaves out too.
struct HtmlFindingNames {
  /// Without one, findings are filtered by the entities of their subjects instead of by roadmaps and goals.
  bool has_overview = false;
  /// Names with their keys, sorted.
  std::vector<std::pair<std::string, std::size_t>> files;
  std::map<FileId, std::size_t> file_keys;
  std::map<std::string_view, std::size_t> bodies;
  /// With their places among the choices of the filter.
  std::map<std::string_view, std::size_t> rules;
  std::map<std::string_view, std::size_t> entities;
  /// The findings that the page lists, by fingerprint.
  std::map<std::string_view, const engine::Finding*> by_fingerprint;
};

/// Keeps views into the findings.
[[nodiscard]] HtmlFindingNames html_names_of(const HtmlPage& page);

}  // namespace roadlint::report
