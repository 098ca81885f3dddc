// See world.hpp.
#include "tests/twin/world.hpp"

#include "dsl/check/check.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/load/load.hpp"

namespace roadlint::twin {
namespace {

std::string rule_file_name(std::size_t index) { return "rules-" + std::to_string(index) + ".rules"; }
std::string data_file_name(std::size_t index) { return "data-" + std::to_string(index) + ".yaml"; }

}  // namespace

void build_program(const World& world, BuiltWorld& built) {
  std::vector<dsl::ast::File> trees;
  for (const Node& file : world.rule_files().children) {
    const FileId id = built.files.add(rule_file_name(trees.size()), rendered(file));
    trees.push_back(dsl::parse(built.files, id, built.rule_diagnostics));
  }
  built.program = dsl::check(trees, built.rule_diagnostics);
}

void load_data(const World& world, BuiltWorld& built) {
  std::vector<FileId> ids;
  for (const Node& file : world.data_files().children) {
    ids.push_back(built.files.add(data_file_name(ids.size()), rendered(file)));
  }
  // The first file is the earlier version as well, so that some records have another version and some have none.
  const std::vector<FileId> earlier(ids.begin(), ids.begin() + (ids.empty() ? 0 : 1));
  built.data = engine::load(built.program.model, built.files, ids, built.data_diagnostics, 1, earlier);
}

std::string world_text(const World& world) {
  std::string text;
  const auto add = [&](const std::string& name, const Node& file) {
    text += "--- " + name + "\n" + rendered(file) + "\n";
  };
  const std::vector<Node>& rules = world.rule_files().children;
  const std::vector<Node>& data = world.data_files().children;
  for (std::size_t index = 0; index < rules.size(); ++index) add(rule_file_name(index), rules[index]);
  for (std::size_t index = 0; index < data.size(); ++index) add(data_file_name(index), data[index]);
  return text;
}

}  // namespace roadlint::twin
