// See generate_data.hpp.
#include "tests/twin/generate_data.hpp"

#include <string>
#include <vector>

namespace roadlint::twin {
namespace {

using dsl::TypeKind;
using Texts = std::vector<std::string>;

/// Few different values of each type, so that equal ones meet; the last ones of some types are mistakes.
const Texts& values_of(const dsl::Type& type) {
  static const Texts booleans = {"true", "false", "true", "false", "true", "yes"};
  static const Texts numbers = {"0", "1", "2", "3", "1.5", "1,5", "1/6", "-2", "4000", "2e3", "3", "4.000", "1.0"};
  static const Texts percents = {"50 %", "1/6", "0 %", "10 %", "50 Prozent", "100 %", "1/2", "-5 %"};
  static const Texts factors = {"4", "x4", "2", "4-fold", "0", "1,5"};
  static const Texts quantities = {"3", "50 %", "3 GW", "5 GW", "0", "0 GW", "500 MW", "3,0 GW", "2", "4.000 GW"};
  static const Texts moneys = {"1 EUR", "2 USD", "1,5 Mio. EUR", "100 EUR", "0 EUR", "0 USD", "1500000 EUR", "3 CHF"};
  static const Texts euros = {"1 EUR", "2 EUR", "1,5 Mio. EUR", "100 EUR", "0 EUR", "2 EUR", "1500000 EUR", "2 USD"};
  static const Texts periods = {"2028",       "2028-Q4",    "2028-06",    "2028-06-30", "2027", "2028-12",
                                "2028-12-31", "2029-01-01", "2028-06-29", "2028-Q2",    "9999", "2030"};
  static const Texts durations = {"18 months", "2 years", "30 Tage", "1 month", "31 days", "24 months", "1 year"};
  static const Texts texts = {"alpha", "Alpha", "beta", "deutlich mehr", "x@y.de", "T0-1", "T0-2",
                              "T1-1",  "3 GW",  "GW",   "gamma ray",     "  ",     "é",    "beta"};
  switch (type.kind) {
    case TypeKind::boolean:
      return booleans;
    case TypeKind::number:
      return numbers;
    case TypeKind::percent:
      return percents;
    case TypeKind::factor:
      return factors;
    case TypeKind::quantity:
      return quantities;
    case TypeKind::money:
      return type.currency ? euros : moneys;
    case TypeKind::date:
    case TypeKind::deadline:
      return periods;
    case TypeKind::duration:
      return durations;
    default:
      return texts;
  }
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

class DataGenerator {
 public:
  DataGenerator(Random& random, const dsl::Model& model, std::size_t rows)
      : random_(random), model_(model), rows_(rows), ids_made_(model.tables.size()) {}

  Node run() {
    Node files;
    const std::size_t count = random_.chance(70) ? 1 : random_.between(2, 3);
    for (std::size_t file = 0; file < count; ++file) files.add_removable(data_file(file));
    return files;
  }

 private:
  static std::string indented(std::size_t level) { return std::string(2 * level, ' '); }

  // --- files and records ---------------------------------------------------------------------------------------

  Node data_file(std::size_t file) {
    Node node = Node{"", "file: " + std::to_string(file) + "\n"};  // an unknown key; and the file is never empty
    for (const std::string top : {"document", "register", "policy"}) {
      Node section;
      const std::size_t level = top == "document" ? 0 : 1;
      if (level == 1) section.add(top + ":\n");
      for (dsl::TableId table = 0; table < model_.current_count; ++table) {
        for (const dsl::Place& place : model_.tables[table].places) {
          const std::string first = place.keys.size() == 1 ? "document" : place.keys.front();
          if (place.container != dsl::no_id || first != top) continue;
          section.add_removable(records(table, place.keys.back(), level, random_.below(rows_ + 1)));
        }
      }
      node.add_removable(std::move(section));
    }
    return node;
  }

  Node records(dsl::TableId table, const std::string& key, std::size_t level, std::size_t count) {
    Node node = Node{"", indented(level) + key + ":\n"};
    for (std::size_t row = 0; row < count; ++row) {
      Node record = Node{"", indented(level + 1) + "-\n"};
      add_fields(record, table, level + 2);
      node.add_removable(std::move(record));
    }
    if (random_.chance(2)) node.add_removable(indented(level + 1) + "- null\n");
    if (random_.chance(2)) node.add_removable(indented(level + 1) + "- no record\n");
    return node;
  }

  void add_fields(Node& record, dsl::TableId table, std::size_t level) {
    for (const dsl::Field& field : model_.tables[table].fields) {
      if (field.is_version) continue;
      const std::string key = indented(level) + field.name + ":";
      if (field.is_children) {
        const std::size_t most = level > 4 ? 1 : 3;
        if (random_.chance(70))
          record.add_removable(records(field.type.index, field.name, level, random_.below(most + 1)));
      } else if (field.is_id) {
        if (!random_.chance(3)) record.add_removable(key + " " + new_id(table) + "\n");
      } else if (random_.chance(82)) {
        record.add_removable(field_value(field, key, level));
      } else if (random_.chance(25)) {
        record.add_removable(key + (random_.chance(50) ? "\n" : " null\n"));
      }
    }
    if (random_.chance(1)) record.add_removable(indented(level) + "unknown: 1\n");
  }

  Node field_value(const dsl::Field& field, const std::string& key, std::size_t level) {
    if (random_.chance(3)) return key + (random_.chance(50) ? " no such value\n" : " {wrong: 1}\n");
    if (!field.type.is_list) return single_value(field, key, level);
    const std::size_t count = random_.below(4);
    if (count == 0 && random_.chance(50)) return key + " []\n";
    Node list = Node{"", key + "\n"};
    for (std::size_t element = 0; element < count; ++element) {
      const std::string dash = indented(level + 1) + "-";
      list.add_removable(random_.chance(3) ? Node(dash + "\n") : single_value(field, dash, level + 1));
    }
    return list;
  }

  Node single_value(const dsl::Field& field, const std::string& key, std::size_t level) {
    const bool is_record = field.type.kind == TypeKind::record && !field.is_reference;
    if (!is_record) return key + " " + scalar(field) + "\n";
    if (random_.chance(5)) return key + " {}\n";
    Node node = Node{"", key + "\n"};
    add_fields(node, field.type.index, level + 1);
    return node;
  }

  // --- values ----------------------------------------------------------------------------------------------------

  /// Ids are "T1-7"; some are used twice, none is used long.
  std::string new_id(dsl::TableId table) {
    const std::size_t made = ids_made_[table];
    const bool is_repeated = made > 0 && random_.chance(10);
    const std::size_t number = is_repeated ? random_.below(made) : ids_made_[table]++;
    return id_text(table, number);
  }

  [[nodiscard]] std::string id_text(dsl::TableId table, std::size_t number) const {
    std::string name = model_.tables[table].name;
    name.front() = 'T';
    return name + "-" + std::to_string(number);
  }

  std::string scalar(const dsl::Field& field) {
    if (field.is_reference) {
      if (random_.chance(8)) return "T9-nowhere";
      return id_text(field.type.index, random_.below(std::max<std::size_t>(2, ids_made_[field.type.index] + 1)));
    }
    if (field.type.kind == TypeKind::enumeration) {
      const Texts& members = model_.enumerations[field.type.index].members;
      return random_.chance(4) ? "no_member" : random_.pick(members);
    }
    return quoted(random_.pick(values_of(field.type)));
  }

  Random& random_;
  const dsl::Model& model_;
  std::size_t rows_;
  std::vector<std::size_t> ids_made_;
};

}  // namespace

Node generate_data(Random& random, const dsl::Model& model, std::size_t rows) {
  return DataGenerator(random, model, rows).run();
}

}  // namespace roadlint::twin
