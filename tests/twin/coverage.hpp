// Counts what the generated cases contained, so that nobody trusts a test that tests nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/rule_outcomes.hpp"

namespace roadlint::twin {

class Coverage {
 public:
  /// Every name that can be counted starts with 0.
  Coverage();

  void count(const dsl::Program& program);
  void count(const engine::RuleOutcomes& outcomes);
  /// Adds the counts of another.
  void add(const Coverage& other);
  [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }
  [[nodiscard]] std::vector<std::string> never_seen() const;

 private:
  std::map<std::string, std::size_t> counts_;
};

}  // namespace roadlint::twin
