// `roadlint dump`: a stage of the work as text, for those who build or test roadlint.
#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/data_files.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "dsl/syntax/parse.hpp"
#include "dsl/syntax/print_ast.hpp"
#include "dsl/typed/print_typed.hpp"
#include "engine/load/load.hpp"
#include "engine/plan/print_plan.hpp"
#include "engine/print_data.hpp"

namespace roadlint::cli {
namespace {

/// The tree of the one file, without those that it uses; what could be read of a file with mistakes.
ExitStatus dump_syntax_tree(const Options& options) {
  SourceFiles files;
  Diagnostics mistakes;
  const std::string& path = options.paths.front();
  FileBytes content = read_file(path, limits::rule_file_bytes);
  if (!content.failure.empty()) {
    mistakes.add(DiagnosticCode::rule_not_found, Span(files.add(path, ""), 0, 0),
                 "cannot read `" + path + "`: " + content.failure);
    print_mistakes(options, files, mistakes);
    return ExitStatus::wrong_use;
  }
  const dsl::ast::File tree = dsl::parse(files, files.add(path, std::move(content.bytes)), mistakes);
  print(dsl::print_ast(files, tree));
  mistakes.keep_at_most_per_file(limits::errors_per_file);
  print_mistakes(options, files, mistakes);
  return mistakes.has_errors() ? ExitStatus::wrong_use : ExitStatus::success;
}

ExitStatus dump_typed_program(const Options& options) {
  Options file_options = options;
  file_options.rule_paths = options.paths;
  SourceFiles files;
  const LoadedRules rules = load_rules(file_options, files);
  print_mistakes(options, files, rules.mistakes);
  if (rules.mistakes.has_errors()) return ExitStatus::wrong_use;
  print(dsl::print_typed(rules.program));
  return ExitStatus::success;
}

ExitStatus dump_plan(const Options& options) {
  Options file_options = options;
  file_options.rule_paths = options.paths;
  SourceFiles files;
  const LoadedRules rules = load_rules(file_options, files);
  print_mistakes(options, files, rules.mistakes);
  if (rules.mistakes.has_errors()) return ExitStatus::wrong_use;
  print(engine::print_plan(engine::make_plan(rules.program, rules.selected)));
  return ExitStatus::success;
}

ExitStatus dump_data(const Options& options) {
  SourceFiles files;
  const LoadedRules rules = load_rules(options, files);
  if (rules.mistakes.has_errors()) {
    print_mistakes(options, files, rules.mistakes);
    return ExitStatus::wrong_use;
  }
  Diagnostics mistakes;
  const std::vector<FileId> data_files = find_data_files(options.paths, files, mistakes);
  const engine::DataSet data = engine::load(rules.program.model, files, data_files, mistakes);
  print(engine::print_data(files, rules.program.model, data));
  print_mistakes(options, files, mistakes);
  return mistakes.has_errors() ? ExitStatus::unreadable : ExitStatus::success;
}

}  // namespace

ExitStatus dump_command(const Options& options) {
  switch (options.stage) {
    case DumpStage::ast:
      return dump_syntax_tree(options);
    case DumpStage::typed:
      return dump_typed_program(options);
    case DumpStage::plan:
      return dump_plan(options);
    case DumpStage::data:
      return dump_data(options);
  }
  return ExitStatus::wrong_use;
}

}  // namespace roadlint::cli
