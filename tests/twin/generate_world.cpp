// See generate_world.hpp.
#include "tests/twin/generate_world.hpp"

#include <set>
#include <stdexcept>

#include "tests/twin/generate_data.hpp"
#include "tests/twin/generate_model.hpp"
#include "tests/twin/generate_rules.hpp"

namespace roadlint::twin {
namespace {

/// Rule files before the first definition: the model, the parameters.
constexpr std::size_t fixed_files = 2;

/// Removes the rule files in which the checker found a mistake; how many there were.
std::size_t remove_refused(World& world, const BuiltWorld& built) {
  std::set<FileId> refused;
  for (const Diagnostic& diagnostic : built.rule_diagnostics.entries()) {
    if (diagnostic.severity == Severity::error) refused.insert(diagnostic.span.file);
  }
  std::vector<Node> kept;
  std::vector<Node>& files = world.rule_files().children;
  for (std::size_t file = 0; file < files.size(); ++file) {
    if (file < fixed_files || !refused.contains(static_cast<FileId>(file))) kept.push_back(std::move(files[file]));
  }
  const std::size_t removed = files.size() - kept.size();
  files = std::move(kept);
  return removed;
}

void add_rules(Random& random, World& world, const BuiltWorld& outline) {
  std::vector<std::size_t> row_counts;
  for (const engine::TableData& table : outline.data.tables) row_counts.push_back(table.size());
  const dsl::Model& model = outline.program.model;
  ExpressionWriter writer(random, model, row_counts);
  for (std::size_t number = 0; number < 3; ++number) {
    world.rule_files().add_removable(generate_definition(random, model, writer, number));
  }
  for (std::size_t number = 0; number < rules_of_world; ++number) {
    world.rule_files().add_removable(generate_rule(random, writer, number));
  }
}

}  // namespace

std::size_t generate_world(std::uint64_t seed, World& world, BuiltWorld& built) {
  Random random(seed);
  world.rule_files().add(generate_model(random));
  world.rule_files().add_removable(generate_parameters());
  BuiltWorld outline;
  build_program(world, outline);
  if (outline.rule_diagnostics.has_errors()) throw std::logic_error("the generated model is refused");
  const std::size_t rows = random.chance(12) ? random.between(50, 300) : random.between(1, 12);
  world.data_files() = generate_data(random, outline.program.model, rows);
  load_data(world, outline);
  add_rules(random, world, outline);
  std::size_t refused = 0;
  while (true) {
    BuiltWorld attempt;
    build_program(world, attempt);
    if (!attempt.rule_diagnostics.has_errors()) break;
    const std::size_t removed = remove_refused(world, attempt);
    if (removed == 0) throw std::logic_error("the generated parameters are refused");
    refused += removed;
  }
  build_program(world, built);
  load_data(world, built);
  return refused;
}

}  // namespace roadlint::twin
