// See zip_archive.hpp.
#include "answers/zip_archive.hpp"

#include <zip.h>

#include <memory>

namespace roadlint::answers {

ZipArchive::ZipArchive(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  archive_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive_ == nullptr) zip_source_free(source);
}

ZipArchive::~ZipArchive() {
  if (archive_ != nullptr) zip_discard(archive_);
}

std::optional<std::string> ZipArchive::read(const std::string& name, std::size_t limit) const {
  zip_stat_t facts;
  if (zip_stat(archive_, name.c_str(), 0, &facts) != 0) return std::nullopt;
  if ((facts.valid & ZIP_STAT_SIZE) == 0 || facts.size > limit) return std::nullopt;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen(archive_, name.c_str(), 0), zip_fclose);
  if (part == nullptr) return std::nullopt;
  // One byte more than it should have: reading the end is what compares the checksum.
  std::string bytes(facts.size + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const zip_int64_t count = zip_fread(part.get(), bytes.data() + size, bytes.size() - size);
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  if (size != facts.size) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace roadlint::answers
