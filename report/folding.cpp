// Following `caused_by` to findings that are drawn: see folding.hpp.
#include "report/folding.hpp"

#include <set>
#include <string_view>
#include <unordered_map>

#include "report/report.hpp"

namespace roadlint::report {
namespace {

/// For each finding the indexes of those that cause it; empty for those that are drawn in any case.
std::vector<std::vector<std::size_t>> causes_of(const std::vector<engine::Finding>& findings) {
  std::unordered_map<std::string_view, std::size_t> by_fingerprint;
  // What is not drawn itself, as it is waived or known, cannot stand for others.
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (is_active(findings[index])) by_fingerprint.emplace(findings[index].fingerprint, index);
  }
  std::vector<std::vector<std::size_t>> causes(findings.size());
  for (std::size_t index = 0; index < findings.size(); ++index) {
    const bool may_be_folded = findings[index].verdict == engine::Verdict::undecidable && is_active(findings[index]);
    if (!may_be_folded) continue;
    for (const std::string& fingerprint : findings[index].caused_by) {
      const auto cause = by_fingerprint.find(fingerprint);
      if (cause != by_fingerprint.end() && cause->second != index) causes[index].push_back(cause->second);
    }
  }
  return causes;
}

/// The findings without a cause of their own that are reached from one; none when causes run in a circle.
std::set<std::size_t> roots_of(std::size_t index, const std::vector<std::vector<std::size_t>>& causes) {
  std::set<std::size_t> roots;
  std::set<std::size_t> seen = {index};
  std::vector<std::size_t> open = causes[index];
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (!seen.insert(next).second) continue;
    if (causes[next].empty()) roots.insert(next);
    open.insert(open.end(), causes[next].begin(), causes[next].end());
  }
  return roots;
}

}  // namespace

Folding fold(const std::vector<engine::Finding>& findings) {
  const std::vector<std::vector<std::size_t>> causes = causes_of(findings);
  Folding folding;
  folding.is_folded.resize(findings.size());
  folding.folded_under.resize(findings.size());
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (causes[index].empty()) continue;
    const std::set<std::size_t> roots = roots_of(index, causes);
    if (roots.empty()) continue;
    folding.is_folded[index] = true;
    ++folding.count;
    for (const std::size_t root : roots) folding.folded_under[root].push_back(&findings[index]);
  }
  return folding;
}

}  // namespace roadlint::report
