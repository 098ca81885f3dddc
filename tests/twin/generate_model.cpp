// See generate_model.hpp.
#include "tests/twin/generate_model.hpp"

#include <string>
#include <vector>

namespace roadlint::twin {
namespace {

const std::vector<std::string>& scalar_types() {
  static const std::vector<std::string> types = {"text",     "text",  "bool",       "number",   "percent",  "factor",
                                                 "quantity", "money", "money(EUR)", "date",     "deadline", "duration",
                                                 "e0",       "e1",    "number",     "quantity", "date"};
  return types;
}

class ModelGenerator {
 public:
  explicit ModelGenerator(Random& random) : random_(random), entity_count_(random.between(2, 5)) {
    for (std::size_t entity = 0; entity < entity_count_; ++entity) has_id_.push_back(entity == 0 || random.chance(80));
  }

  Node run() {
    Node model;
    model.add("model twin\nenum e0 { e0a, e0b, none }\nenum e1 { e1a, e1b }\n");
    model.add_removable(record("r0", "target: { value: quantity?  amount: money?  topic: text? }?  "));
    model.add_removable(record("r1", "parts: list r0  "));
    for (std::size_t entity = 0; entity < entity_count_; ++entity) model.add_removable(add_entity(entity));
    Node policy = Node{"", "policy p0 {\n"};
    policy.add_removable("  about: -> t0?\n");
    add_fields(policy, random_.between(1, 4), false);
    policy.add("}\n");
    model.add_removable(std::move(policy));
    return model;
  }

 private:
  Node record(const std::string& name, const std::string& fixed_field) {
    Node node = Node{"", "record " + name + " {\n"};
    node.add_removable("  " + fixed_field + "\n");
    add_fields(node, random_.between(1, 3), false);
    node.add("}\n");
    return node;
  }

  std::string place(std::size_t entity) {
    const std::string key = "t" + std::to_string(entity) + "s";
    const std::string inside = entity == 0 ? "document" : "t" + std::to_string(random_.below(entity));
    switch (entity == 0 ? 0 : random_.below(6)) {
      case 0:
      case 1:
        return "document." + key;
      case 2:
        return "register." + key;
      case 3:
        return "document." + key + ", " + inside + "." + key;
      default:
        return inside + "." + key;
    }
  }

  Node add_entity(std::size_t entity) {
    const std::string name = "t" + std::to_string(entity);
    Node node = Node{"", "entity " + name + " in " + place(entity) + " {\n"};
    if (has_id_[entity]) node.add_removable("  id: id\n");
    if (random_.chance(60)) node.add_removable("  title: text?\n");
    if (has_id_[entity] && random_.chance(60)) {
      node.add_removable(random_.chance(75) ? "  next: list -> " + name + "\n" : "  next: -> " + name + "?\n");
    }
    if (random_.chance(40)) node.add_removable("  owner: -> t0?  responsible\n");
    add_fields(node, random_.between(3, 8), true);
    node.add("}\n");
    return node;
  }

  std::string reference() {
    std::vector<std::size_t> targets;
    for (std::size_t entity = 0; entity < entity_count_; ++entity) {
      if (has_id_[entity]) targets.push_back(entity);
    }
    return "-> t" + std::to_string(random_.pick(targets));
  }

  void add_fields(Node& node, std::size_t count, bool is_entity) {
    for (std::size_t field = 0; field < count; ++field) {
      const std::string name = "  f" + std::to_string(field) + ": ";
      const std::string optional = random_.chance(70) ? "?" : "";
      const std::size_t kind = random_.below(is_entity ? 20 : 14);
      if (kind < 11) {
        node.add_removable(name + random_.pick(scalar_types()) + optional + "\n");
      } else if (kind < 14) {
        node.add_removable(name + "list " + random_.pick(scalar_types()) + "\n");
      } else if (kind < 17) {
        node.add_removable(name + (random_.chance(40) ? "list " + reference() : reference() + optional) + "\n");
      } else {
        const std::string target = random_.chance(60) ? "r0" : "r1";
        node.add_removable(name + (random_.chance(60) ? "list " + target : target + optional) + "\n");
      }
    }
  }

  Random& random_;
  std::size_t entity_count_;
  std::vector<bool> has_id_;
};

}  // namespace

Node generate_model(Random& random) { return ModelGenerator(random).run(); }

Node generate_parameters() {
  Node node;
  for (const char* line :
       {"param limit_boolean : bool = true\n", "param limit_number : number = 3\n",
        "param limit_percent : percent = 1/6\n", "param limit_factor : factor = 2\n",
        "param limit_money : money = 1.5 million EUR\n", "param limit_quantity : quantity = \"5 GW\"\n",
        "param limit_date : date = 2028-Q4\n", "param limit_deadline : deadline = 2028\n",
        "param limit_duration : duration = 18 months\n", "param limit_text : text = \"alpha\"\n",
        "words some_words = [\"deutlich*\", \"alpha\"]\n", "pattern some_pattern = \"[a-z]+@[a-z]+\\.de\"\n"}) {
    node.add_removable(line);
  }
  return node;
}

}  // namespace roadlint::twin
