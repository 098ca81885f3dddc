// See expression_writer.hpp: conditions. Equality between values of two records is frequent, as joins are made of it.
#include "tests/twin/expression_writer.hpp"

namespace roadlint::twin {

using dsl::Type;
using dsl::TypeKind;

namespace {

const std::vector<std::string>& all_comparisons() {
  static const std::vector<std::string> operations = {" = ", " != ", " < ", " <= ", " > ", " >= "};
  return operations;
}

bool has_order(const Type& type) {
  return type.kind != TypeKind::text && type.kind != TypeKind::boolean && type.kind != TypeKind::record &&
         type.kind != TypeKind::enumeration;
}

}  // namespace

Node ExpressionWriter::condition(int depth) {
  switch (random_.below(depth > 0 ? 16 : 6)) {
    case 0:
    case 1:
    case 6:
    case 7:
      return comparison(depth);
    case 2:
    case 8:
      return presence(depth);
    case 3:
      return matching(depth);
    case 4:
    case 9:
      return membership(depth);
    case 5:
      if (const auto found = path([](const Type& type) { return is_like(type, Type::of(TypeKind::boolean)); })) {
        return found->node;
      }
      return comparison(depth);
    case 10:
    case 11:
      return junction(depth);
    case 12:
      return Node{"bool", "(not ", condition(depth - 1), ")"};
    case 13:
      if (random_.chance(50)) return conditional(Type::of(TypeKind::boolean), depth);
      if (auto found = call(Type::of(TypeKind::boolean), depth)) return std::move(*found);
      return junction(depth);
    default:
      return quantifier(depth);
  }
}

/// Something of a type that compares with this one.
std::optional<Node> ExpressionWriter::partner(const Type& type, int depth) {
  const auto like = [&](const Type& found) { return is_like(found, type); };
  if (type.kind == TypeKind::record) {
    const auto found = path(like);
    if (found) return found->node;
    return std::nullopt;
  }
  if (type.kind == TypeKind::enumeration) {
    const auto found = path(like);
    if (found && random_.chance(50)) return found->node;
    const std::string member = random_.pick(model_.enumerations[type.index].members);
    if (member != "none") return Node(member);
    return are_texts_allowed_ ? Node("\"none\"") : Node(model_.enumerations[type.index].members.front());
  }
  Type other = type;
  if (random_.chance(30)) {
    if (type.kind == TypeKind::number) other.kind = TypeKind::factor;
    if (type.kind == TypeKind::factor) other.kind = TypeKind::number;
    if (type.kind == TypeKind::quantity) other.kind = random_.chance(50) ? TypeKind::percent : TypeKind::number;
    if (type.kind == TypeKind::date) other.kind = TypeKind::deadline;
    if (type.kind == TypeKind::deadline) other.kind = TypeKind::date;
    if (type.kind == TypeKind::quantity && are_texts_allowed_ && random_.chance(30)) return Node("\"5 GW\"");
  }
  return value(other, depth - 1);
}

Node ExpressionWriter::comparison(int depth) {
  const TypedNode left = any_value(depth - 1);
  auto right = partner(left.type, depth);
  // A comparison of a value with itself is refused by the checker.
  if (!right || rendered(*right) == rendered(left.node))
    return Node{"bool", "(", left.node, random_.chance(50) ? " is present)" : " is absent)"};
  const std::string operation = has_order(left.type) ? random_.pick(all_comparisons())
                                : random_.chance(70) ? " = "
                                                     : " != ";
  const bool is_turned = random_.chance(25) && left.type.kind != TypeKind::enumeration;
  return is_turned ? Node{"bool", "(", std::move(*right), operation, left.node, ")"}
                   : Node{"bool", "(", left.node, operation, std::move(*right), ")"};
}

/// `x in x.next+`, or in the closure of another record.
std::optional<Node> ExpressionWriter::closure_membership() {
  const auto list = closure();
  if (!list) return std::nullopt;
  const auto element = path([&](const Type& type) { return is_like(type, list->type.element()); });
  if (!element) return std::nullopt;
  return Node{"bool", "(", element->node, random_.chance(50) ? " in " : " not in ", list->node, ")"};
}

Node ExpressionWriter::membership(int depth) {
  if (random_.chance(35)) {
    if (auto found = closure_membership()) return std::move(*found);
  }
  const TypedNode element = any_value(depth - 1);
  const auto list = list_of(element.type, depth - 1);
  if (!list) return presence(depth);
  return Node{"bool", "(", element.node, random_.chance(50) ? " in " : " not in ", list->node, ")"};
}

Node ExpressionWriter::presence(int depth) {
  const char* word = random_.chance(60) ? " is present)" : " is absent)";
  if (const auto found = path([](const Type&) { return true; })) return Node{"bool", "(", found->node, word};
  return Node{"bool", "(", any_value(depth - 1).node, word};
}

Node ExpressionWriter::matching(int depth) {
  return Node{"bool",
              "(",
              value(Type::of(TypeKind::text), depth - 1),
              random_.chance(70) ? " matches " : " not matches ",
              random_.chance(60) ? "some_words" : "some_pattern",
              ")"};
}

Node ExpressionWriter::junction(int depth) {
  const std::string word = random_.chance(60) ? " and " : " or ";
  Node node = Node{"bool", "(", condition(depth - 1), word, condition(depth - 1)};
  if (random_.chance(30)) node.add_removable(Node{"", word, condition(depth - 1)});
  node.add(")");
  return node;
}

Node ExpressionWriter::quantifier(int depth) {
  static const std::vector<std::string> words = {"any",       "all",       "none",       "any",        "all",
                                                 "exactly 1", "exactly 0", "at least 1", "at least 2", "at most 1"};
  const auto list = source(depth - 1);
  if (!list) return comparison(depth);
  const Mark before = mark();
  const ScopeName variable = open(*list);
  Node node = Node{"bool", "(" + random_.pick(words) + " " + variable.name + " in ", list->node};
  add_filter(node, variable, depth);
  node.add(" satisfies ");
  node.add(random_.chance(40) ? join_condition(variable, depth - 1) : condition(depth - 1));
  node.add(")");
  close(before);
  return node;
}

/// A value from one side is equal to one from the other, or in a list of it.
std::optional<Node> ExpressionWriter::equality(const std::vector<ScopeName>& left,
                                               const std::vector<ScopeName>& right) {
  const auto key = path_from(left, is_single);
  if (!key) return std::nullopt;
  const bool is_list = random_.chance(15);
  const Type wanted = is_list ? key->type.list() : key->type;
  const auto partner = path_from(right, [&](const Type& type) { return is_like(type, wanted); });
  if (!partner) return std::nullopt;
  if (is_list) return Node{"bool", "(", key->node, " in ", partner->node, ")"};
  const bool uses_ids = key->type.kind == TypeKind::record && random_.chance(20);
  Node first = uses_ids ? Node{"text", "id(", key->node, ")"} : key->node;
  Node second = uses_ids ? Node{"text", "id(", partner->node, ")"} : partner->node;
  if (random_.chance(50)) std::swap(first, second);
  return Node{"bool", "(", std::move(first), random_.chance(92) ? " = " : " != ", std::move(second), ")"};
}

Node ExpressionWriter::join_condition(const ScopeName& variable, int depth) {
  std::vector<ScopeName> others;
  for (const ScopeName& name : scope_) {
    if (name.name != variable.name) others.push_back(name);
  }
  std::optional<Node> joined;
  if (random_.chance(70)) joined = equality({variable}, others);
  if (!joined) return condition(depth);
  if (random_.chance(50)) return std::move(*joined);
  Node more = condition(depth - 1);
  const bool is_first = random_.chance(60);
  Node node = Node{"bool", "(", is_first ? std::move(*joined) : more, " and "};
  node.add(is_first ? std::move(more) : std::move(*joined));
  if (random_.chance(30)) {
    if (auto second = equality({variable}, others)) node.add_removable(Node{"", " and ", std::move(*second)});
  }
  node.add(")");
  return node;
}

}  // namespace roadlint::twin
