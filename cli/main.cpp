// The program `roadlint`: see run.hpp.
#include <csignal>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/interrupts.hpp"
#include "cli/run.hpp"

namespace {

/// Large blocks get memory of their own, which goes back to the system when they grow out of it: by default glibc keeps
/// what growing tables leave behind, a tenth of the memory of a large run. Small ones are kept until the end.
void return_large_blocks() {
#ifdef __GLIBC__
  constexpr int least_large_block = 32 * 1024 * 1024;
  constexpr int kept_at_end = 256 * 1024 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, least_large_block);
  ::mallopt(M_TRIM_THRESHOLD, kept_at_end);
#endif
}

}  // namespace

int main(int count, char** words) {
  return_large_blocks();
  // A reader that closes early must end the output quietly, not the program with a signal.
  std::signal(SIGPIPE, SIG_IGN);
  // Where files may not grow, writing fails like on a full disk, and leaves nothing behind.
  std::signal(SIGXFSZ, SIG_IGN);
  roadlint::cli::clean_up_on_interrupts();
  const auto status = static_cast<int>(roadlint::cli::run({words + 1, words + count}));
  // All output is written by now; to give a large run's memory back piece by piece would only take time.
  std::_Exit(status);
}
