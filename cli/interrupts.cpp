// See interrupts.hpp. The handler may only use what signals leave safe: plain memory, unlink, write, raise.
#include "cli/interrupts.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>

namespace roadlint::cli {
namespace {

// A signal handler has no other way to know these.
std::array<char, 4096> unfinished_path{};            // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t has_unfinished_file = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t has_progress_line = 0;    // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void on_interrupt(int signal) {
  if (has_unfinished_file != 0) ::unlink(unfinished_path.data());
  if (has_progress_line != 0) {
    constexpr char clear_line[] = "\r\033[K";
    static_cast<void>(!::write(STDERR_FILENO, clear_line, sizeof clear_line - 1));
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void clean_up_on_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // What whoever started the program wants to be ignored stays so (nohup).
    if (std::signal(signal, on_interrupt) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

UnfinishedFile::UnfinishedFile(const std::string& path) {
  if (path.size() >= unfinished_path.size()) return;
  std::memcpy(unfinished_path.data(), path.c_str(), path.size() + 1);
  has_unfinished_file = 1;
}

UnfinishedFile::~UnfinishedFile() { has_unfinished_file = 0; }

void set_progress_line_shown(bool is_shown) { has_progress_line = is_shown ? 1 : 0; }

}  // namespace roadlint::cli
