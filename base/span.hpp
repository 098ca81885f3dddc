// Where something stands in the input: a byte range of one file. Every value carries one from the first byte read to
// the last report; lines and columns are computed late, by SourceFiles.
#pragma once

#include <cstdint>
#include <limits>

namespace roadlint {

/// Number of a file in SourceFiles. The value `none` means "no file".
using FileId = std::uint32_t;
inline constexpr FileId no_file = std::numeric_limits<FileId>::max();

/// Byte offsets [begin, end) inside one file that is known from the context.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Byte offsets [begin, end) of one file.
struct Span {
  FileId file = no_file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  Span() = default;
  Span(FileId file_id, std::uint32_t first, std::uint32_t past_last) : file(file_id), begin(first), end(past_last) {}
  Span(FileId file_id, ByteRange range) : file(file_id), begin(range.begin), end(range.end) {}

  [[nodiscard]] bool is_known() const { return file != no_file; }
  /// The smallest span that holds both; `other` must be in the same file or unknown.
  [[nodiscard]] Span joined(const Span& other) const {
    if (!is_known()) return other;
    if (!other.is_known() || other.file != file) return *this;
    return {file, begin < other.begin ? begin : other.begin, end > other.end ? end : other.end};
  }

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace roadlint
