// What the grammar knows while it parses one file: where offsets begin, where expressions are kept, how deep it is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "base/source_text.hpp"
#include "dsl/syntax/ast.hpp"

namespace roadlint::dsl::syntax {

/// Input is the whole buffer of one file, so that offsets are differences of pointers.
using Iterator = const char*;

/// A mistake found inside the grammar that is no missing token (nesting, a chain that is too long).
struct GrammarError {
  Iterator where;
  std::string message;
  std::string help;
};

struct Session {
  FileId file = no_file;
  Iterator begin = nullptr;
  ast::File* tree = nullptr;
  std::size_t depth = 0;
  /// Levels below each expression of the tree.
  std::vector<std::size_t> heights;

  /// Asks once for the memory that the expressions of so many bytes of rule text need.
  void reserve(std::size_t bytes) {
    constexpr std::size_t bytes_of_expression = 32;  // dense packs have one in 25 to 40
    tree->expressions.reserve(bytes / bytes_of_expression);
    heights.reserve(bytes / bytes_of_expression);
  }
  [[nodiscard]] Span span(Iterator first, Iterator last) const {
    return {file, static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
  }
  /// Keeps an expression; refuses one that is too high to be walked on a bounded stack.
  ast::ExpressionId add(ast::Expression&& expression) {
    std::size_t below = height(expression.condition);
    for (const ast::ExpressionId operand : expression.operands) below = std::max(below, height(operand));
    for (const ast::Binding& binding : expression.bindings) below = std::max(below, height(binding.source));
    if (below >= limits::expression_height) {
      throw GrammarError{begin + expression.span.end,
                         "this expression has more than " + std::to_string(limits::expression_height) + " levels",
                         "name a part with `let` or `define`"};
    }
    heights.push_back(below + 1);
    tree->expressions.push_back(std::move(expression));
    return static_cast<ast::ExpressionId>(tree->expressions.size() - 1);
  }
  [[nodiscard]] std::size_t height(ast::ExpressionId id) const {
    return id == ast::no_expression ? 0 : heights[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const ast::Expression& at(ast::ExpressionId id) const {
    return tree->expressions[static_cast<std::size_t>(id)];
  }
};

struct session_tag;

}  // namespace roadlint::dsl::syntax
