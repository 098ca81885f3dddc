// What evaluating one rule gives, before it is put into sentences and findings: the meeting point of all evaluators.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/localized_text.hpp"
#include "engine/outcome.hpp"
#include "engine/value.hpp"

namespace roadlint::engine {

/// A case that was not satisfied.
struct RawFinding {
  Verdict verdict = Verdict::violated;
  Subject subject;
  /// The record that the first part of the subject is; table no_id when it is a plain value or dangling.
  RecordId subject_record;
  /// For a subject that is no record: where its value stands.
  CellId subject_cell;
  /// Names of the records and keys bound, in order.
  std::vector<std::string> case_names;
  /// Violated: the rule's sentences. Undecidable: empty, the engine writes its own.
  LocalizedText message;
  LocalizedText help;
  Cells evidence;
  /// Undecidable: why.
  Causes causes;
  Cells locations;
};

/// Cases left out because `where` was unknown for them, of one kind of reason.
struct Unscoped {
  /// The first cause of the first of them; may be empty.
  std::optional<Cause> cause;
  std::size_t count = 0;
};
/// Counts cases; reasons that differ only in the record are of one kind. Kinds stand in the order of their first case.
void add_unscoped(std::vector<Unscoped>& unscoped, const std::optional<Cause>& cause, std::size_t count);

/// Evidence and causes without repetitions; of an undecidable finding the first limits::undecided_cells.
void drop_excess(RawFinding& finding);

struct RuleOutcomes {
  std::size_t rule = 0;  // index in the program
  std::size_t matched = 0;
  std::size_t satisfied = 0;
  std::vector<RawFinding> findings;
  std::vector<Unscoped> unscoped;
  /// It took more steps or memory than the limit; nothing is known of its cases.
  bool is_given_up = false;
};

}  // namespace roadlint::engine
