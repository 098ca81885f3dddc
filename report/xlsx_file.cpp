// See xlsx_file.hpp.
#include "report/xlsx_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

namespace roadlint::report {
namespace {

/// A file without a name that lies in memory and is gone when closed.
/// libxlsxwriter 1.1.4 writes only to files; one on disk would be left behind
/// if the program were interrupted.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("roadlint.xlsx", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("the workbook: no memory for its file");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  /// A name to open the file by.
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  [[nodiscard]] std::string bytes() const {
    struct stat status = {};
    if (::fstat(descriptor_, &status) != 0) throw std::runtime_error("the workbook: its size cannot be read");
    std::string result(static_cast<std::size_t>(status.st_size), '\0');
    for (std::size_t done = 0; done < result.size();) {
      const ssize_t count = ::pread(descriptor_, result.data() + done, result.size() - done, static_cast<off_t>(done));
      if (count <= 0) throw std::runtime_error("the workbook: it cannot be read back");
      done += static_cast<std::size_t>(count);
    }
    return result;
  }

 private:
  int descriptor_;
};

using Workbook = std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)>;

}  // namespace

std::string xlsx_bytes(const std::function<void(lxw_workbook*)>& fill) {
  const MemoryFile file;
  Workbook workbook(workbook_new(file.path().c_str()), &lxw_workbook_free);
  if (!workbook) throw std::runtime_error("the workbook: it cannot be made");
  fill(workbook.get());
  // Closing frees the workbook, whether it can be written or not. The library keeps parts of it in temporary files.
  if (workbook_close(workbook.release()) != LXW_NO_ERROR) return {};
  return file.bytes();
}

}  // namespace roadlint::report
