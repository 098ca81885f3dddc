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
#include "engine/plan/plan.hpp"

namespace roadlint::engine {

/// Ends the evaluation of a rule that takes too long; caught in evaluate.cpp.
struct TooCostly {};

/// What all threads of a run share.
struct Run {
  const Plan& plan;
  const DataSet& data;
  CalendarPeriod as_of;
  MadeTexts& texts;
  Indexes& indexes;

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
  explicit BatchEvaluator(const Run& run)
      : run_(run),
        program_(run.program()),
        data_(run.data),
        lanes_(run.data, run.texts),
        root_(false),
        traced_root_(true) {}

  /// The value of the expression in every lane of the frame.
  VectorRef evaluate(dsl::ExpressionId id, Frame& frame);
  /// The frames around all others, without and with traces.
  [[nodiscard]] Frame& root(bool with_trace) { return with_trace ? traced_root_ : root_; }
  /// Visits the elements of the loop for every lane of the frame, in order of lanes and then elements. Records become
  /// plain records; dangling references are passed over. Lanes that are missing in `unknown` give one unknown element.
  void visit(const Loop& loop, Frame& frame, const std::function<void(LoopPart&)>& body,
             const Vector* unknown = nullptr);
  /// Which elements of a part the condition keeps; empty when it keeps all.
  VectorRef condition_of(const Loop& loop, dsl::ExpressionId condition, LoopPart& part);
  /// The value of a variable in the lanes of the frame.
  VectorRef variable(dsl::VariableId variable, Frame& frame);
  [[nodiscard]] LaneValues& lanes() { return lanes_; }
  [[nodiscard]] const Run& run() const { return run_; }

  /// Counts work; throws TooCostly beyond the limit.
  void count_steps(std::uint64_t steps);
  /// Throws TooCostly when lists of so many elements would need too much memory.
  static void check_list_elements(std::size_t count);
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  using Expression = dsl::Expression;

  VectorRef evaluate_here(const Expression& node, dsl::ExpressionId id, Frame& frame);
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
  VectorRef aggregate_here(const Expression& node, Frame& frame);
  [[nodiscard]] std::size_t lanes_at_once(dsl::ExpressionId list) const;
  VectorRef call(const Expression& node, Frame& frame);

  // loops.cpp
  VectorRef quantifier(const Expression& node, dsl::ExpressionId id, Frame& frame);
  VectorRef comprehension(const Expression& node, dsl::ExpressionId id, Frame& frame);
  using Body = std::function<void(LoopPart&)>;
  void visit_list(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown);
  void visit_table(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown);
  void visit_joined(const Loop& loop, Frame& frame, const Body& body, const Vector* unknown);
  std::vector<KeyColumn> inner_columns(const Loop& loop);

  [[nodiscard]] const Expression& at(dsl::ExpressionId id) const { return program_.expressions[id]; }

  const Run& run_;
  const dsl::Program& program_;
  const DataSet& data_;
  LaneValues lanes_;
  Frame root_;
  Frame traced_root_;
  std::uint64_t steps_ = 0;
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
