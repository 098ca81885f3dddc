// The program `roadlint`: see run.hpp.
#include <csignal>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/run.hpp"

namespace {

/// Large blocks get memory of their own, which goes back to the system when they grow out of it: by default glibc keeps
/// what growing tables leave behind, a tenth of the memory of a large run.
void return_large_blocks() {
#ifdef __GLIBC__
  constexpr int least_large_block = 1024 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, least_large_block);
#endif
}

}  // namespace

int main(int count, char** words) {
  return_large_blocks();
  // A reader that closes early must end the output quietly, not the program with a signal.
  std::signal(SIGPIPE, SIG_IGN);
  return static_cast<int>(roadlint::cli::run({words + 1, words + count}));
}
