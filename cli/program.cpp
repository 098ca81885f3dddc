// See program.hpp.
#include "cli/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace roadlint::cli {
namespace {

/// A pipe that is closed at the end, whatever happens.
class Pipe {
 public:
  Pipe() { is_open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_writer();
    if (is_open_) ::close(ends_[0]);
  }

  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_writer() {
    if (is_open_ && !is_writer_closed_) ::close(ends_[1]);
    is_writer_closed_ = true;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
  bool is_open_ = false;
  bool is_writer_closed_ = false;
};

/// Pointers as the system wants them, closed by a null; they lead into the texts.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> changed_environment(const EnvironmentChange& change) {
  std::vector<std::string> variables = change.added;
  std::vector<std::string> left_out = change.left_out;
  for (const std::string& added : change.added) left_out.push_back(added.substr(0, added.find('=')));
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string_view name = text.substr(0, text.find('='));
    if (std::find(left_out.begin(), left_out.end(), name) == left_out.end()) variables.emplace_back(text);
  }
  return variables;
}

/// False at the end of the stream.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 1 << 16> buffer = {};
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR;
  text.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

/// Both at once: a program that fills one pipe while nobody reads it would never end.
void read_both(int output, int error, ProgramResult& result) {
  std::array<pollfd, 2> streams = {pollfd{output, POLLIN, 0}, pollfd{error, POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&result.output, &result.error};
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    if (::poll(streams.data(), streams.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t index = 0; index < streams.size(); ++index) {
      pollfd& stream = streams[index];
      if (stream.fd >= 0 && stream.revents != 0 && !read_some(stream.fd, *texts[index])) stream.fd = -1;
    }
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& words, const EnvironmentChange& change) {
  ProgramResult result;
  Pipe output;
  Pipe error;
  if (!output.is_open() || !error.is_open()) return result;
  std::vector<std::string> arguments = words;
  std::vector<std::string> variables = changed_environment(change);
  const std::vector<char*> argument_pointers = pointers_to(arguments);
  const std::vector<char*> variable_pointers = pointers_to(variables);
  posix_spawn_file_actions_t actions = {};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output.writer(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, error.writer(), STDERR_FILENO);
  pid_t child = 0;
  result.has_run = ::posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr, argument_pointers.data(),
                                  variable_pointers.data()) == 0;
  ::posix_spawn_file_actions_destroy(&actions);
  output.close_writer();
  error.close_writer();
  if (!result.has_run) return result;
  read_both(output.reader(), error.reader(), result);
  result.status = wait_for(child);
  return result;
}

}  // namespace roadlint::cli
