// Runs another program and reads what it says.
#pragma once

#include <string>
#include <vector>

namespace roadlint::cli {

struct ProgramResult {
  /// False when there is no such program.
  bool has_run = false;
  /// Exit status; -1 when a signal ended it.
  int status = -1;
  std::string output;
  std::string error;
};

/// How the environment of a program differs from ours.
struct EnvironmentChange {
  /// Variables that it must not see.
  std::vector<std::string> left_out;
  /// "NAME=VALUE"
  std::vector<std::string> added;
};

/// Looks for the program along PATH and gives it the words as they are: no shell is in between. Its standard input is
/// empty.
[[nodiscard]] ProgramResult run_program(const std::vector<std::string>& words, const EnvironmentChange& change = {});

}  // namespace roadlint::cli
