// Writes random expressions of a wanted type, in the words of the rule language. Split by what is wanted: single values
// (write_value.cpp), conditions (write_condition.cpp), paths and lists (write_list.cpp).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/model.hpp"
#include "tests/twin/node.hpp"
#include "tests/twin/random.hpp"

namespace roadlint::twin {

struct TypedNode {
  Node node;
  dsl::Type type;
  /// About how many elements a list has.
  double size = 1;
};

/// A name that expressions may use: a variable, or a key of a group as it was written.
struct ScopeName {
  std::string name;
  dsl::Type type;
};

/// A definition that expressions may call.
struct KnownDefinition {
  std::string name;
  std::vector<dsl::Type> parameters;
  dsl::Type result;
};

/// Same kind of value and, for records and enumerations, of the same ones; currencies do not matter.
[[nodiscard]] bool is_like(const dsl::Type& left, const dsl::Type& right);
[[nodiscard]] bool is_single(const dsl::Type& type);

class ExpressionWriter {
 public:
  using Fits = std::function<bool(const dsl::Type&)>;

  /// `row_counts` has the number of records of each table: combinations of large tables are not written.
  ExpressionWriter(Random& random, const dsl::Model& model, std::vector<std::size_t> row_counts);

  [[nodiscard]] std::vector<ScopeName>& scope() { return scope_; }
  [[nodiscard]] std::vector<KnownDefinition>& definitions() { return definitions_; }
  /// A new variable name.
  [[nodiscard]] std::string new_name() { return "v" + std::to_string(names_made_++); }
  /// Forgets names and cost, before the next branch.
  void start_branch();
  /// Texts in quotes cannot stand inside a message.
  void set_texts_allowed(bool are_allowed) { are_texts_allowed_ = are_allowed; }

  // write_condition.cpp
  [[nodiscard]] Node condition(int depth);
  /// A condition that most often compares something of this variable with something of another one.
  [[nodiscard]] Node join_condition(const ScopeName& variable, int depth);

  // write_value.cpp
  /// A single value; `type` is neither a record nor an enumeration.
  [[nodiscard]] Node value(const dsl::Type& type, int depth);
  /// Any single value.
  [[nodiscard]] TypedNode any_value(int depth);

  // write_list.cpp
  /// A name, or what is reached from one by fields; nothing when there is none that fits.
  [[nodiscard]] std::optional<TypedNode> path(const Fits& fits);
  [[nodiscard]] std::optional<TypedNode> path_from(const std::vector<ScopeName>& starts, const Fits& fits);
  /// A list with elements of this type.
  [[nodiscard]] std::optional<TypedNode> list_of(const dsl::Type& element, int depth);
  /// Any list, of records most often.
  [[nodiscard]] std::optional<TypedNode> any_list(int depth);
  /// What may stand behind `in` of a binding: its body is evaluated as often as it has elements.
  [[nodiscard]] std::optional<TypedNode> source(int depth);
  /// Declares a variable over the source; until `close` it multiplies the cost.
  ScopeName open(const TypedNode& source);

  struct Mark {
    std::size_t names;
    double cost;
  };
  [[nodiscard]] Mark mark() const { return {scope_.size(), cost_}; }
  void close(const Mark& mark);

 private:
  struct FieldStep {
    std::string name;
    dsl::Type type;
    bool is_reference = false;
  };

  [[nodiscard]] std::string sort_of(const dsl::Type& type) const;
  [[nodiscard]] bool is_affordable(dsl::TableId table) const;
  void find_steps();

  // write_condition.cpp
  Node comparison(int depth);
  Node membership(int depth);
  Node presence(int depth);
  Node matching(int depth);
  Node junction(int depth);
  Node quantifier(int depth);
  std::optional<Node> closure_membership();
  std::optional<Node> equality(const std::vector<ScopeName>& left, const std::vector<ScopeName>& right);
  std::optional<Node> partner(const dsl::Type& type, int depth);

  // write_value.cpp
  std::optional<Node> compound(const dsl::Type& type, int depth);
  std::optional<Node> calculated_number(int depth);
  std::optional<Node> amount(const dsl::Type& type, int depth);
  std::optional<Node> calendar(const dsl::Type& type, int depth);
  std::optional<Node> text(int depth);
  std::optional<Node> aggregate(const dsl::Type& type, int depth);
  std::optional<Node> call(const dsl::Type& result, int depth);
  Node conditional(const dsl::Type& type, int depth);
  Node literal(const dsl::Type& type);
  Node function(const char* name, Node argument, dsl::TypeKind result);

  // write_list.cpp
  std::optional<TypedNode> walk(const ScopeName& start, const Fits& fits);
  std::optional<TypedNode> rows();
  std::optional<TypedNode> closure();
  std::optional<TypedNode> reverse(int depth);
  std::optional<TypedNode> dangling();
  std::optional<TypedNode> comprehension(const std::optional<dsl::Type>& element, int depth);
  std::optional<TypedNode> set_operation(int depth, const std::optional<dsl::Type>& element);
  std::optional<TypedNode> record_list(int depth);
  std::optional<TypedNode> field_of_list(const dsl::Type& element, int depth);
  Node written_list(const dsl::Type& element, int depth);
  void add_filter(Node& node, const ScopeName& variable, int depth);

  Random& random_;
  const dsl::Model& model_;
  std::vector<std::size_t> row_counts_;
  /// By table: its fields and the records around it.
  std::vector<std::vector<FieldStep>> steps_;
  std::vector<ScopeName> scope_;
  std::vector<KnownDefinition> definitions_;
  std::size_t names_made_ = 0;
  /// How often an expression written now will be evaluated in one branch, and how often it may be.
  double cost_ = 1;
  double most_evaluations_ = 0;
  bool are_texts_allowed_ = true;
};

}  // namespace roadlint::twin
