// Mapping files: see mapped_file.hpp.
#include "cli/mapped_file.hpp"

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace roadlint::cli {
namespace {

constexpr int unreadable_status = 3;

/// Bytes of a mapping that the file has no more. Only what is safe in a signal handler is used.
[[noreturn]] void end_for_shorter_file(int /*signal*/) {
  constexpr std::string_view message = "roadlint: a data file became shorter while it was read; check it again\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
  ::_exit(unreadable_status);
}

void expect_shorter_files() {
  struct sigaction action = {};
  action.sa_handler = end_for_shorter_file;  // NOLINT(cppcoreguidelines-pro-type-union-access)
  ::sigaction(SIGBUS, &action, nullptr);
}

class FileMapping final : public MappedBytes {
 public:
  FileMapping(char* bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  FileMapping(const FileMapping&) = delete;
  FileMapping& operator=(const FileMapping&) = delete;
  ~FileMapping() override { ::munmap(bytes_, size_); }

  [[nodiscard]] std::string_view bytes() const override { return {bytes_, size_}; }

  void give_back(std::size_t begin, std::size_t end) const override {
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    // Pages that are needed in part come back from the file.
    const std::size_t first = begin / page * page;
    const std::size_t last = std::min((end + page - 1) / page * page, size_);
    if (first < last) ::madvise(bytes_ + first, last - first, MADV_DONTNEED);
  }

 private:
  char* bytes_;
  std::size_t size_;
};

}  // namespace

std::unique_ptr<const MappedBytes> map_file(int descriptor, std::size_t size) {
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED) return nullptr;  // NOLINT: the system's macro
  ::madvise(bytes, size, MADV_SEQUENTIAL);
  expect_shorter_files();
  return std::make_unique<FileMapping>(static_cast<char*>(bytes), size);
}

}  // namespace roadlint::cli
