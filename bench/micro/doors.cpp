// See doors.hpp.
#include "bench/micro/doors.hpp"

#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "base/diagnostic.hpp"
#include "dsl/check/check.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/load/load.hpp"
#include "engine/plan/plan.hpp"

namespace roadlint::bench {
namespace {

void stop_at_errors(const Diagnostics& diagnostics) {
  if (!diagnostics.has_errors()) return;
  for (const Diagnostic& diagnostic : diagnostics.entries()) std::fprintf(stderr, "%s\n", diagnostic.message.c_str());
  std::exit(1);
}

}  // namespace

void Sources::add(const std::string& name, std::string text) { file_ids.push_back(files.add(name, std::move(text))); }

std::vector<dsl::ast::File> parse_rules(const Sources& sources) {
  Diagnostics diagnostics;
  std::vector<dsl::ast::File> trees;
  for (const FileId file : sources.file_ids) trees.push_back(dsl::parse(sources.files, file, diagnostics));
  stop_at_errors(diagnostics);
  return trees;
}

dsl::Program check_rules(const std::vector<dsl::ast::File>& trees) {
  Diagnostics diagnostics;
  dsl::Program program = dsl::check(trees, diagnostics);
  stop_at_errors(diagnostics);
  return program;
}

engine::DataSet load_data(const dsl::Model& model, const Sources& sources) {
  Diagnostics diagnostics;
  engine::DataSet data = engine::load(model, sources.files, sources.file_ids, diagnostics, 1);
  stop_at_errors(diagnostics);
  return data;
}

std::vector<engine::RuleOutcomes> evaluate_rules(const dsl::Program& program, const engine::DataSet& data) {
  Diagnostics diagnostics;
  std::vector<std::size_t> rules(program.rules.size());
  std::iota(rules.begin(), rules.end(), std::size_t{0});
  const CalendarPeriod as_of = CalendarPeriod::of_day(*day_number(2026, 1, 1));
  const engine::Plan plan = engine::make_plan(program, rules);
  std::vector<engine::RuleOutcomes> outcomes = engine::evaluate(plan, data, {as_of, 1, {}}, diagnostics);
  stop_at_errors(diagnostics);
  return outcomes;
}

}  // namespace roadlint::bench
