// Local names of a rule branch, a definition or a quantifier, innermost last.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl::checking {

struct LocalName {
  std::string name;
  VariableId variable = no_id;
  bool is_used = false;
  /// `let` names are worth a warning when nobody uses them.
  bool is_let = false;
  /// After `group by` only keys and lists are known.
  bool is_hidden = false;
};

/// A group key as written ("f.programme") and the variable that holds its value.
struct KeyPath {
  std::string path;
  VariableId variable = no_id;
};

struct Scope {
  std::vector<LocalName> names;
  std::vector<KeyPath> keys;
  /// Words of statements that could not be read: they may be names.
  const std::set<std::string, std::less<>>* lost_words = nullptr;

  [[nodiscard]] LocalName* find(std::string_view name) {
    for (auto entry = names.rbegin(); entry != names.rend(); ++entry) {
      if (entry->name == name) return &*entry;
    }
    return nullptr;
  }
};

}  // namespace roadlint::dsl::checking
