// Microbenchmarks of the stages: parsing and checking rules, loading JSON and YAML, and evaluating joins, groups and
// closures. Each has the size of its input as argument; bytes or records a second are shown beside the time.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "bench/micro/doors.hpp"
#include "bench/micro/texts.hpp"

namespace roadlint::bench {
namespace {

Sources rule_sources(const std::string& pack) {
  Sources sources;
  sources.add("benchmark.model", model_text());
  sources.add("benchmark.rules", pack);
  return sources;
}

dsl::Program program_of(const std::string& pack) { return check_rules(parse_rules(rule_sources(pack))); }

constexpr std::string_view presence_rule =
    "  for m in milestone\n  require m.owner is present\n  message en \"{m} names no owner.\"\n";

void parsing(benchmark::State& state) {
  const std::string pack = large_pack_text(static_cast<std::size_t>(state.range(0)));
  const Sources sources = rule_sources(pack);
  for (auto iteration : state) benchmark::DoNotOptimize(parse_rules(sources));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(pack.size()));
}
BENCHMARK(parsing)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void checking(benchmark::State& state) {
  const auto trees = parse_rules(rule_sources(large_pack_text(static_cast<std::size_t>(state.range(0)))));
  for (auto iteration : state) benchmark::DoNotOptimize(check_rules(trees));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(checking)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void load(benchmark::State& state, const std::string& name, std::string text) {
  const dsl::Program program = program_of(pack_text(presence_rule));
  const auto bytes = static_cast<std::int64_t>(text.size());
  Sources sources;
  sources.add(name, std::move(text));
  for (auto iteration : state) benchmark::DoNotOptimize(load_data(program.model, sources));
  state.SetBytesProcessed(state.iterations() * bytes);
}

void loading_json(benchmark::State& state) {
  load(state, "data.json", json_text(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(loading_json)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void loading_yaml(benchmark::State& state) {
  load(state, "data.yaml", yaml_text(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(loading_yaml)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

/// Evaluates one rule over so many milestones.
void evaluate(benchmark::State& state, std::string_view statements) {
  const dsl::Program program = program_of(pack_text(statements));
  Sources sources;
  sources.add("data.json", json_text(static_cast<std::size_t>(state.range(0))));
  const engine::DataSet data = load_data(program.model, sources);
  for (auto iteration : state) benchmark::DoNotOptimize(evaluate_rules(program, data));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void presence(benchmark::State& state) { evaluate(state, presence_rule); }
BENCHMARK(presence)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

void join_by_reference(benchmark::State& state) {
  evaluate(state,
           "  for m in milestone\n  require any f in payment where f.milestone = m satisfies f.amount > 0\n"
           "  message en \"{m} is funded by nobody.\"\n");
}
BENCHMARK(join_by_reference)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

void sum_over_join(benchmark::State& state) {
  evaluate(state,
           "  for p in programme\n"
           "  let claimed = sum(f.amount for f in payment where f.programme = p and f.counted)\n"
           "  require claimed <= p.total\n  message en \"{claimed} are claimed from {p}.\"\n");
}
BENCHMARK(sum_over_join)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

void grouping(benchmark::State& state) {
  evaluate(state,
           "  for f in payment where f.counted\n  group by f.milestone into claims\n  require count(claims) <= 1\n"
           "  subject f.milestone\n  message en \"{f.milestone} is paid for {count(claims)} times.\"\n");
}
BENCHMARK(grouping)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

void closure(benchmark::State& state) {
  evaluate(state, "  for m in milestone\n  require m not in m.depends_on+\n  message en \"{m} depends on itself.\"\n");
}
BENCHMARK(closure)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace roadlint::bench
