// The parts of a ZIP archive that lies in memory, with libzip.
#pragma once

#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace roadlint::answers {

class ZipArchive {
 public:
  /// The bytes must outlive the archive.
  explicit ZipArchive(std::string_view bytes);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  [[nodiscard]] bool is_open() const { return archive_ != nullptr; }
  /// The bytes of a part; nothing when there is no such part, when it is damaged, encrypted or larger than `limit`.
  [[nodiscard]] std::optional<std::string> read(const std::string& name, std::size_t limit) const;

 private:
  zip* archive_ = nullptr;
};

}  // namespace roadlint::answers
