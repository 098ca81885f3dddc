// The program `roadlint`: see run.hpp.
#include <csignal>

#include "cli/interrupts.hpp"
#include "cli/run.hpp"

int main(int count, char** words) {
  // A reader that closes early must end the output quietly, not the program with a signal.
  std::signal(SIGPIPE, SIG_IGN);
  roadlint::cli::clean_up_on_interrupts();
  return static_cast<int>(roadlint::cli::run({words + 1, words + count}));
}
