// See generate_rules.hpp.
#include "tests/twin/generate_rules.hpp"

namespace roadlint::twin {

using dsl::Type;
using dsl::TypeKind;

namespace {

class RuleGenerator {
 public:
  RuleGenerator(Random& random, ExpressionWriter& writer) : random_(random), writer_(writer) {}

  Node run(std::size_t number) {
    has_german_ = random_.chance(25);
    Node rule = Node{"", has_german_ ? "languages en, de\n" : "languages en\n",
                     "rule rule-" + std::to_string(number) + " {\n  title en \"A rule\"",
                     has_german_ ? " de \"Eine Regel\"\n" : "\n"};
    if (random_.chance(20)) rule.add_removable("  severity warning\n");
    const std::size_t more = random_.chance(85) ? 0 : random_.between(1, 2);
    // A text that several branches share can name no variable of one of them; `help` is shared if one lacks it.
    has_help_ = more == 0;
    const bool shares_texts = more > 0 && random_.chance(40);
    has_values_ = !shares_texts;
    rule.add(branch(true));
    for (std::size_t index = 0; index < more; ++index) rule.add_removable(branch(!shares_texts));
    rule.add("}\n");
    return rule;
  }

 private:
  Node branch(bool has_message) {
    writer_.start_branch();
    Node branch;
    add_sources(branch);
    add_steps(branch, random_.below(2));
    if (random_.chance(25)) {
      add_group(branch);
      add_steps(branch, random_.below(2));
    }
    branch.add(Node{"", "  require ", writer_.condition(depth())});
    branch.add("\n");
    if (random_.chance(25)) branch.add_removable(Node{"", "  require ", writer_.condition(depth()), "\n"});
    if (random_.chance(35)) add_subject(branch);
    if (random_.chance(30)) add_location(branch);
    if (has_message) {
      branch.add(texts("  message"));
      if (has_help_ && random_.chance(20)) branch.add_removable(texts("  help"));
    }
    return branch;
  }

  /// Conditions nest this deep.
  int depth() { return static_cast<int>(random_.between(1, 3)); }

  // --- statements ------------------------------------------------------------------------------------------------

  void add_sources(Node& branch) {
    Node sources = Node{"", "  for "};
    const std::size_t count = random_.chance(50) ? 1 : random_.chance(80) ? 2 : 3;
    for (std::size_t index = 0; index < count; ++index) {
      const auto source = writer_.source(random_.chance(70) ? 0 : 1);
      if (!source) break;
      const ScopeName variable = writer_.open(*source);
      Node binding = Node{"", (index == 0 ? "" : ", ") + variable.name + " in ", source->node};
      binding.is_removable = index > 0;
      sources.add(std::move(binding));
    }
    sources.add("\n");
    branch.add(std::move(sources));
    const bool is_join = writer_.scope().size() > 1;
    if (!is_join && random_.chance(60)) return;
    const ScopeName last = writer_.scope().back();
    Node condition = is_join ? writer_.join_condition(last, depth()) : writer_.condition(depth());
    branch.add_removable(Node{"", "  where ", std::move(condition), "\n"});
  }

  void add_steps(Node& branch, std::size_t count) {
    for (std::size_t step = 0; step < count; ++step) {
      if (random_.chance(40)) {
        branch.add_removable(Node{"", "  where ", writer_.condition(depth()), "\n"});
      } else {
        add_let(branch);
      }
    }
  }

  void add_let(Node& branch) {
    std::optional<TypedNode> value;
    if (random_.chance(30)) value = writer_.any_list(1);
    if (!value) value = writer_.any_value(depth());
    const std::string name = writer_.new_name();
    branch.add_removable(Node{"", "  let " + name + " = ", value->node, "\n"});
    writer_.scope().push_back({name, value->type});
  }

  void add_group(Node& branch) {
    const std::vector<ScopeName> before = writer_.scope();
    std::vector<ScopeName> after;
    Node group = Node{"", "  group by "};
    const std::size_t count = random_.between(1, 2);
    for (std::size_t index = 0; index < count; ++index) {
      const auto key = writer_.path(is_single);
      if (!key) break;
      const std::string text = rendered(key->node);
      if (!after.empty() && after.front().name == text) break;
      Node entry = Node{"", index == 0 ? "" : ", ", text};
      entry.is_removable = index > 0;
      group.add(std::move(entry));
      after.push_back({text, key->type});
    }
    if (after.empty()) return;
    const std::string first_list = writer_.new_name();
    group.add(" into " + first_list);
    // The first names of the scope are the variables of `for`, in order.
    after.push_back({first_list, before.front().type.list()});
    group.add("\n");
    branch.add(std::move(group));
    writer_.scope() = std::move(after);
  }

  void add_subject(Node& branch) {
    Node subject = Node{"", "  subject ", writer_.any_value(1).node};
    if (random_.chance(40)) subject.add_removable(Node{"", ", ", writer_.any_value(1).node});
    subject.add("\n");
    branch.add_removable(std::move(subject));
  }

  void add_location(Node& branch) {
    const auto place = writer_.path([](const Type& type) { return type.kind == TypeKind::record; });
    if (place) branch.add_removable(Node{"", "  at ", place->node, "\n"});
  }

  // --- texts -----------------------------------------------------------------------------------------------------

  Node texts(const std::string& word) {
    Node node = Node{"", word + " en \"It is", message_parts(), "\""};
    if (has_german_) node.add(Node{"", " de \"Es ist", message_parts(), "\""});
    node.add("\n");
    return node;
  }

  Node message_parts() {
    writer_.set_texts_allowed(false);
    Node parts;
    const std::size_t count = has_values_ ? random_.below(4) : 0;
    for (std::size_t index = 0; index < count; ++index) {
      std::optional<TypedNode> value;
      if (random_.chance(25)) value = writer_.any_list(0);
      if (!value) value = writer_.any_value(1);
      parts.add_removable(Node{"", " {", value->node, "}"});
    }
    writer_.set_texts_allowed(true);
    return parts;
  }

  Random& random_;
  ExpressionWriter& writer_;
  bool has_german_ = false;
  bool has_help_ = true;
  /// Messages hold values.
  bool has_values_ = true;
};

}  // namespace

Node generate_definition(Random& random, const dsl::Model& model, ExpressionWriter& writer, std::size_t number) {
  struct Parameter {
    std::string text;
    Type type;
  };
  std::vector<Parameter> possible = {
      {"number", Type::of(TypeKind::number)}, {"text", Type::of(TypeKind::text)}, {"date", Type::of(TypeKind::date)}};
  for (dsl::TableId table = 0; table < model.current_count; ++table) {
    if (model.tables[table].kind != dsl::TableKind::entity) continue;
    possible.push_back({model.tables[table].name, Type::record_of(table)});
    possible.push_back({"list " + model.tables[table].name, Type::record_of(table).list()});
  }
  writer.start_branch();
  KnownDefinition definition;
  definition.name = "d" + std::to_string(number);
  Node node = Node{"", "define " + definition.name + "("};
  const std::size_t count = random.between(1, 2);
  for (std::size_t index = 0; index < count; ++index) {
    const Parameter parameter = random.pick(possible);
    const std::string name = writer.new_name();
    node.add((index == 0 ? "" : ", ") + name + ": " + parameter.text);
    definition.parameters.push_back(parameter.type);
    writer.scope().push_back({name, parameter.type});
  }
  static const std::vector<TypeKind> results = {TypeKind::boolean, TypeKind::boolean, TypeKind::number,
                                                TypeKind::money,   TypeKind::text,    TypeKind::date};
  definition.result = Type::of(random.pick(results));
  node.add(") = ");
  node.add(writer.value(definition.result, 2));
  node.add("\n");
  writer.definitions().push_back(std::move(definition));
  return node;
}

Node generate_rule(Random& random, ExpressionWriter& writer, std::size_t number) {
  return RuleGenerator(random, writer).run(number);
}

}  // namespace roadlint::twin
