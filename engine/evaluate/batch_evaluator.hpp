// Evaluates expressions for all cases of a batch at once. Split by construct: fields and references (fields.cpp),
// closures (closures.cpp), conditions (conditions.cpp), comparison (comparisons.cpp), arithmetic and functions
// (amounts.cpp), lists and sets (lists.cpp), aggregates (aggregates.cpp), loops (loops.cpp).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "engine/evaluate/frame.hpp"
#include "engine/evaluate/indexes.hpp"
#include "engine/evaluate/lane_values.hpp"
#include "engine/evaluate/steps.hpp"
#include "engine/plan/plan.hpp"

namespace roadlint::engine {

/// What all threads of a run share.
struct Run {
  const Plan& plan;
  const DataSet& data;
  CalendarPeriod as_of;
  MadeTexts& texts;
  Indexes& indexes;
  BatchSizes sizes;

  [[nodiscard]] const dsl::Program& program() const { return *plan.program; }
};

/// The elements that a loop visits, a part at a time: a frame whose lanes are elements.
struct LoopPart {
  Frame& frame;
  /// Lanes whose element is not known; the loop's variable is missing there and tells why.
  const Vector& elements;
  /// Loops over lists: the place of each element in its list.
  const Vector& positions;
  /// Whether every lane surely fulfils the keys of the join.
  bool are_keys_met = false;
};

class BatchEvaluator {
 public:
  BatchEvaluator(const Run& run, RuleSteps& steps)
      : run_(run),
        program_(run.program()),
        data_(run.data),
        counter_(steps),
        lanes_(run.data, run.texts, counter_),
        root_(false),
        traced_root_(true) {}

  /// The value of the expression in every lane of the frame.
  VectorRef evaluate(dsl::ExpressionId id, Frame& frame);
  /// The frames around all others, without and with traces.
  [[nodiscard]] Frame& root(bool with_trace) { return with_trace ? traced_root_ : root_; }
  /// Visits the elements of the loop for every lane of the frame, in order of lanes and then elements. Records become
  /// plain records; dangling references are passed over. Lanes that are missing in `unknown` give one unknown element.
  /// `most_unsure`: see JoinIndex::find.
  void visit(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
             const Vector* unknown = nullptr, std::size_t most_unsure = all_unsure);
  /// Which elements of a part the condition keeps; empty when it keeps all.
  VectorRef condition_of(const Loop& loop, dsl::ExpressionId condition, LoopPart& part);
  /// The value of a variable in the lanes of the frame.
  VectorRef variable(dsl::VariableId variable, Frame& frame);
  [[nodiscard]] LaneValues& lanes() { return lanes_; }
  [[nodiscard]] const Run& run() const { return run_; }

  /// Counts work; throws TooCostly beyond the limit.
  void count_steps(std::uint64_t steps) { counter_.count(steps); }
  /// Throws when the lists of so many lanes are too long together.
  static void check_list_elements(std::size_t element_count, std::size_t lane_count);

 private:
  using Expression = dsl::Expression;

  VectorRef evaluate_here(const Expression& node, dsl::ExpressionId id, Frame& frame);
  VectorRef evaluate_in_halves(const Expression& node, dsl::ExpressionId id, Frame& frame);
  VectorRef evaluate_node(const Expression& node, dsl::ExpressionId id, Frame& frame);
  VectorRef slot_value(VariableSlot& slot, Frame& home, Frame& frame);
  VectorRef element_at_positions(const VariableSlot& slot, Frame& frame);
  [[nodiscard]] Frame& home_of(dsl::ExpressionId id, Frame& frame);
  VectorRef constant(const Value& value, Frame& frame);

  // fields.cpp
  VectorRef all_rows(const Expression& node, Frame& frame);
  VectorRef field(const Expression& node, Frame& frame);
  VectorRef field_of_list(const Vector& base, const dsl::Table& table, const Expression& node, Frame& frame);
  VectorRef container(const Expression& node, Frame& frame);
  VectorRef reverse(const Expression& node, Frame& frame);
  VectorRef dangling(const Expression& node, Frame& frame);

  // closures.cpp
  VectorRef closure(const Expression& node, Frame& frame);
  VectorRef closure_membership(const Expression& node, Frame& frame);

  // conditions.cpp
  VectorRef negation(const Expression& node, Frame& frame);
  VectorRef junction(const Expression& node, Frame& frame);
  VectorRef membership(const Expression& node, Frame& frame);
  VectorRef presence(const Expression& node, Frame& frame);
  VectorRef matching(const Expression& node, Frame& frame);
  VectorRef conditional(const Expression& node, Frame& frame);
  bool lists_something(const Vector& base, std::size_t index, const Expression& path);

  // comparisons.cpp
  VectorRef comparison(const Expression& node, Frame& frame);

  // amounts.cpp
  VectorRef arithmetic(const Expression& node, Frame& frame);
  VectorRef changed(const Expression& node, Frame& frame);  // negative, to_quantity, function
  Value changed_value(const Expression& node, const Value& value);

  // lists.cpp
  VectorRef list(const Expression& node, Frame& frame);
  VectorRef set(const Expression& node, Frame& frame);

  // aggregates.cpp
  VectorRef aggregate(const Expression& node, Frame& frame);
  VectorRef call(const Expression& node, Frame& frame);

  // loops.cpp
  VectorRef quantifier(const Expression& node, dsl::ExpressionId id, Frame& frame);
  VectorRef comprehension(const Expression& node, dsl::ExpressionId id, Frame& frame);
  using Body = std::function<void(LoopPart&)>;
  void visit_list(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown);
  void visit_table(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown);
  void visit_joined(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown, std::size_t most_unsure);
  JoinSource join_source(const Loop& loop);
  [[nodiscard]] std::size_t most_unsure(const std::vector<Loop>& loops, const Frame& frame) const;

  [[nodiscard]] const Expression& at(dsl::ExpressionId id) const { return program_.expressions[id]; }

  const Run& run_;
  const dsl::Program& program_;
  const DataSet& data_;
  StepCounter counter_;
  LaneValues lanes_;
  Frame root_;
  Frame traced_root_;
  /// Whether the list that is made is only aggregated: then one unknown element tells as much as many.
  bool is_only_aggregated_ = false;
  /// Which texts match which patterns.
  std::map<std::pair<dsl::PatternId, TextId>, bool> matches_;
};

/// Evidence and causes of operands that are all needed, lane by lane, into the lane that is being built.
void add_traces(VectorBuilder& builder, std::initializer_list<const Vector*> operands, std::size_t index);
/// The first value that two operands were read from.
[[nodiscard]] CellId first_cell(const Vector& left, const Vector& right, std::size_t index);
/// The trace of every lane is that of the operand.
void copy_trace(Vector& to, const Vector& from, const Frame& frame);

}  // namespace roadlint::engine
