// See rule_outcomes.hpp.
#include "engine/rule_outcomes.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace roadlint::engine {
namespace {

bool is_same_kind(const std::optional<Cause>& left, const std::optional<Cause>& right) {
  if (!left || !right) return !left && !right;
  return left->reason == right->reason && left->cell.record.table == right->cell.record.table &&
         left->cell.field == right->cell.field;
}

}  // namespace

void add_unscoped(std::vector<Unscoped>& unscoped, const std::optional<Cause>& cause, std::size_t count) {
  const auto known = std::find_if(unscoped.begin(), unscoped.end(),
                                  [&](const Unscoped& entry) { return is_same_kind(entry.cause, cause); });
  if (known != unscoped.end()) {
    known->count += count;
  } else {
    unscoped.push_back({cause, count});
  }
}

void drop_excess(RawFinding& finding) {
  drop_repetitions(finding.causes);
  drop_repetitions(finding.evidence);
  if (finding.verdict != Verdict::undecidable) return;
  if (finding.causes.size() > limits::undecided_cells) finding.causes.resize(limits::undecided_cells);
  if (finding.evidence.size() > limits::undecided_cells) finding.evidence.resize(limits::undecided_cells);
}

}  // namespace roadlint::engine
