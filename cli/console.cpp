// See console.hpp.
#include "cli/console.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>

#include "cli/interrupts.hpp"

namespace roadlint::cli {
namespace {

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string reason() { return std::strerror(errno); }  // NOLINT(concurrency-mt-unsafe): called from one thread

}  // namespace

namespace {

std::string output_failure_text;

}  // namespace

bool print(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return true;
  // A reader that closes early is no mistake; a full disk is.
  if (errno != EPIPE && output_failure_text.empty()) output_failure_text = reason();
  return false;
}

const std::string& output_failure() { return output_failure_text; }

void print_error(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

std::string write_file(const std::string& path, std::string_view text) {
  // What is no regular file (a terminal, a pipe, /dev/null) is written to directly, and so is what only stands for one.
  std::error_code error;
  const bool is_of_system = path.starts_with("/dev/") || path.starts_with("/proc/");
  const bool is_special =
      is_of_system || (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error));
  if (!is_special && std::filesystem::is_symlink(path, error)) {
    // The file that a link leads to is replaced, and not the link.
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    if (real != path) return write_file(real.string(), text);
  }
  const std::string target = is_special ? path : path + ".part-" + std::to_string(::getpid());
  const std::optional<UnfinishedFile> unfinished =
      is_special ? std::nullopt : std::optional<UnfinishedFile>(std::in_place, target);
  const int flags = is_special ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL;
  const int descriptor = ::open(target.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0) return reason();
  std::string failure;
  struct stat earlier = {};
  const bool was_there = !is_special && ::stat(path.c_str(), &earlier) == 0;
  if (was_there) static_cast<void>(::fchmod(descriptor, earlier.st_mode & 07777));
  if (!write_all(descriptor, text)) failure = reason();
  if (::close(descriptor) != 0 && failure.empty()) failure = reason();
  if (is_special) return failure;
  if (failure.empty() && std::rename(target.c_str(), path.c_str()) != 0) failure = reason();
  if (!failure.empty()) ::unlink(target.c_str());
  return failure;
}

std::string append_to_file(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) return reason();
  std::string failure;
  if (!write_all(descriptor, text)) failure = reason();
  if (::close(descriptor) != 0 && failure.empty()) failure = reason();
  return failure;
}

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace roadlint::cli
