// Generated text as a tree, so that a failing case can be shrunk without knowing the grammar: parts that may go are
// marked, and a part may be replaced by a smaller one of the same sort.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace roadlint::twin {

struct Node {
  Node() = default;
  Node(std::string leaf) : text(std::move(leaf)) {}  // NOLINT: text stands for a leaf wherever a node is built
  Node(const char* leaf) : text(leaf) {}             // NOLINT
  /// A node of several parts; each is a node or a text. Written with braces, which evaluate the parts from left to
  /// right: random parts must come in the same order with every compiler.
  template <typename... Parts>
  requires(sizeof...(Parts) > 0) Node(std::string node_sort, Parts&&... parts) : sort(std::move(node_sort)) {
    (children.push_back(Node(std::forward<Parts>(parts))), ...);
  }

  /// What else may stand here: the type of an expression. Empty: nothing.
  std::string sort;
  /// The text of a leaf; a node with children has none.
  std::string text;
  std::vector<Node> children;
  /// The text around is well-formed without this part, too.
  bool is_removable = false;

  void add(Node child) { children.push_back(std::move(child)); }
  void add_removable(Node child) {
    child.is_removable = true;
    children.push_back(std::move(child));
  }
};

/// The whole text, from left to right.
[[nodiscard]] std::string rendered(const Node& node);

}  // namespace roadlint::twin
