// Which roadmap and which goal a finding belongs to, so that it can be counted and filtered by them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace roadlint::report {

/// Places in Overview::roadmaps and Overview::goals; nothing where a finding lies outside of them.
struct HtmlScope {
  std::optional<std::size_t> roadmap;
  std::optional<std::size_t> goal;

  friend auto operator<=>(const HtmlScope&, const HtmlScope&) = default;
};

class HtmlScopes {
 public:
  /// Keeps views into the overview, which may be null.
  explicit HtmlScopes(const engine::Overview* overview);

  [[nodiscard]] HtmlScope of(const engine::Finding& finding) const;
  [[nodiscard]] HtmlScope of_goal(std::string_view goal, std::string_view roadmap) const;

 private:
  [[nodiscard]] std::optional<HtmlScope> of_id(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> roadmap_at(const Span& span) const;

  /// Of roadmaps, goals and milestones.
  std::map<std::string_view, HtmlScope> by_id_;
  std::map<std::string_view, std::size_t> roadmaps_;
  /// Roadmaps by the place where they begin: file, then offset.
  std::map<std::pair<FileId, std::uint32_t>, std::size_t> by_place_;
};

/// "r0 g3": what a finding of this scope answers to when the page is filtered; empty outside of all.
[[nodiscard]] std::string scope_keys(const HtmlScope& scope);
/// The narrowest of them: "g3", else "r0", else "none".
[[nodiscard]] std::string narrowest_key(const HtmlScope& scope);

}  // namespace roadlint::report
