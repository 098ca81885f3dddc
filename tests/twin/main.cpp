// roadlint_twin [--cases N] [--seed S] [--threads T]: the engine against the plain evaluator, over random rules and
// random data. Ends with 1 when they differ, or when some kind of expression or outcome never occurred in a full run.
#include <charconv>
#include <exception>
#include <iostream>
#include <string_view>

#include "tests/twin/run.hpp"

namespace {

using roadlint::twin::TwinOptions;
using roadlint::twin::TwinReport;

constexpr int wrong_use = 2;
/// Below this a run need not have seen everything.
constexpr std::size_t full_run = 10'000;

template <typename Count>
bool read_number(std::string_view text, Count& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_options(int argument_count, char** arguments, TwinOptions& options) {
  for (int index = 1; index < argument_count; index += 2) {
    const std::string_view name = arguments[index];
    if (index + 1 == argument_count) return false;
    const std::string_view value = arguments[index + 1];
    const bool is_read = name == "--cases"     ? read_number(value, options.cases)
                         : name == "--seed"    ? read_number(value, options.seed)
                         : name == "--threads" ? read_number(value, options.threads) && options.threads > 0
                                               : false;
    if (!is_read) return false;
  }
  return true;
}

void print_report(const TwinReport& report) {
  for (const auto& [name, count] : report.coverage.counts()) std::cout << "  " << name << ": " << count << "\n";
  const std::size_t written = report.cases + report.refused;
  std::cout << report.cases << " cases in " << report.worlds << " worlds; " << report.refused
            << " rules and definitions refused by the checker (" << (written == 0 ? 0 : report.refused * 100 / written)
            << " %); " << report.differing_rules << " cases differ\n";
}

int run(const TwinOptions& options) {
  const auto sides = roadlint::twin::engine_sides();
  const TwinReport report = roadlint::twin::run_twin(options, sides);
  print_report(report);
  if (!report.failing_seeds.empty()) {
    std::cout << "worlds that differ:";
    for (const std::uint64_t seed : report.failing_seeds) std::cout << " " << seed;
    std::cout << "\n" << roadlint::twin::explain_failure(report.failing_seeds.front(), sides);
    return 1;
  }
  const auto never_seen = report.coverage.never_seen();
  if (options.cases < full_run || never_seen.empty()) return 0;
  for (const std::string& name : never_seen) std::cout << "never occurred: " << name << "\n";
  return 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
  TwinOptions options;
  if (!read_options(argument_count, arguments, options)) {
    std::cerr << "usage: roadlint_twin [--cases N] [--seed S] [--threads T]\n";
    return wrong_use;
  }
  try {
    return run(options);
  } catch (const std::exception& failure) {
    std::cerr << "roadlint_twin: " << failure.what() << "\n";
    return wrong_use;
  }
}
