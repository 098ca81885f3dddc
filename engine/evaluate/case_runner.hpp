// Runs the statements of one branch over batches of cases, from top to bottom, and notes how each case fared. Truths
// are computed for all cases; evidence, causes and sentences only for those that are reported.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/rule_outcomes.hpp"

namespace roadlint::engine {

/// Rows of the table that the first loop of a branch goes over.
struct RowRange {
  Row begin = 0;
  Row end = 0;
};

/// How the cases of a branch, or of a part of it, fared.
struct BranchOutcomes {
  std::size_t matched = 0;
  std::size_t satisfied = 0;
  std::vector<RawFinding> findings;
  /// By step of the branch.
  std::vector<std::vector<Unscoped>> unscoped;
};

class CaseRunner {
 public:
  /// With a range, the first step must be a loop over a whole table.
  CaseRunner(BatchEvaluator& evaluator, const dsl::Branch& branch, const BranchPlan& plan,
             std::optional<RowRange> range)
      : evaluator_(evaluator), branch_(branch), plan_(plan), range_(range) {}

  [[nodiscard]] BranchOutcomes run();

 private:
  void run_step(std::size_t index, Frame& frame);
  void run_loop(std::size_t index, Frame& frame);
  void run_range(std::size_t index, Frame& frame);
  void run_condition(std::size_t index, Frame& frame);
  void leave_unknown_elements(std::size_t index, Frame& frame, LoopPart& part);
  void leave(std::size_t index, std::span<const Cause> causes);
  [[nodiscard]] bool is_source_ready(std::size_t index, Frame& frame);
  void run_halves(std::size_t index, Frame& frame);
  void finish_cases(Frame& frame);
  [[nodiscard]] const Loop& loop_of(std::size_t step) const;

  // case_groups.cpp
  void collect_members(Frame& frame);
  void run_groups();
  [[nodiscard]] std::vector<std::uint32_t> numbered_groups(const std::vector<KeyColumn>& keys, const Lanes& members,
                                                           std::size_t& group_count);
  void define_members();
  void report_keyless(const Lanes& keyless);
  void run_group_part(std::size_t begin, std::size_t end);
  std::unique_ptr<Frame> traced_groups(Frame& frame, const Lanes& lanes);
  [[nodiscard]] static VectorRef flat(const VectorRef& vector, std::size_t count);

  // case_reports.cpp
  void report(Frame& frame, const Lanes& lanes);
  std::size_t report_part(Frame& frame, const Lanes& lanes);
  std::unique_ptr<Frame> traced(Frame& frame, const Lanes& lanes);
  void define_traced(std::size_t index, Frame& from, const Lanes& lanes, Frame& to);
  [[nodiscard]] static VectorRef positions_of(dsl::VariableId variable, Frame& frame);
  [[nodiscard]] static bool is_defined(dsl::VariableId variable, Frame& frame);
  static void add_outcome(RawFinding& finding, const std::vector<VectorRef>& truths, std::size_t lane);
  void prepare_texts(Frame& frame);
  void add_subject_part(RawFinding& finding, const Vector& part, std::size_t lane, const dsl::Type& type);
  [[nodiscard]] std::string name_of(const Vector& value, std::size_t lane, const dsl::Type& type) const;
  [[nodiscard]] std::string identity_of(const Vector& value, std::size_t lane, const dsl::Type& type) const;
  void add_locations(RawFinding& finding, const Vector& places, std::size_t lane, const dsl::Type& type) const;
  [[nodiscard]] LocalizedText texts(const std::vector<dsl::MessageTemplate>& templates, Frame& frame, std::size_t lane);
  void keep(RawFinding finding);

  [[nodiscard]] const dsl::Program& program() const { return evaluator_.run().program(); }
  [[nodiscard]] const dsl::Type& type_of(dsl::ExpressionId id) const { return program().expressions[id].type; }
  [[nodiscard]] Naming naming() const { return {program().model, evaluator_.run().data}; }

  /// The pre-group cases that were kept, and their groups.
  struct Groups {
    /// The value of each `for` variable before the group, and its positions in lists.
    std::vector<VectorBuilder> values;
    std::vector<std::shared_ptr<Vector>> positions;
    std::size_t member_count = 0;
    std::unique_ptr<Frame> members;
    std::vector<KeyColumn> keys;
    /// Members in order of groups; where each group ends.
    Lanes order;
    std::vector<std::uint32_t> ends;

    [[nodiscard]] std::uint32_t begin_of(std::size_t group) const { return group == 0 ? 0 : ends[group - 1]; }
  };

  BatchEvaluator& evaluator_;
  const dsl::Branch& branch_;
  const BranchPlan& plan_;
  std::optional<RowRange> range_;
  BranchOutcomes outcomes_;
  std::optional<Groups> groups_;
  /// While reported groups are traced: for each lane the values that put its records into the group.
  std::vector<Cells> group_evidence_;
  std::size_t report_size_ = 64;
};

}  // namespace roadlint::engine
