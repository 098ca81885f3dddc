// A world: one model, definitions, rules and data files, as text; and what reading them gives. Every rule over the data
// of its world is one case.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "dsl/typed/program.hpp"
#include "engine/tables.hpp"
#include "tests/twin/node.hpp"

namespace roadlint::twin {

/// The tree has two children: the rule files (model, parameters, definitions, then each rule in a file of its own) and
/// the data files.
struct World {
  World() : tree(Node{"", Node(), Node()}) {}

  [[nodiscard]] Node& rule_files() { return tree.children[0]; }
  [[nodiscard]] const Node& rule_files() const { return tree.children[0]; }
  [[nodiscard]] Node& data_files() { return tree.children[1]; }
  [[nodiscard]] const Node& data_files() const { return tree.children[1]; }

  Node tree;
};

/// A world that was read. File ids are the places of the files in the tree, rule files first.
struct BuiltWorld {
  SourceFiles files;
  dsl::Program program;
  Diagnostics rule_diagnostics;
  engine::DataSet data;
  Diagnostics data_diagnostics;
};

/// Parses and checks the rule files.
void build_program(const World& world, BuiltWorld& built);
/// Loads the data files; the program has been built and has no errors.
void load_data(const World& world, BuiltWorld& built);
/// All files with their names, for people.
[[nodiscard]] std::string world_text(const World& world);

}  // namespace roadlint::twin
