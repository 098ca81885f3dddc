// The bytes of the input files, their names, and the way from a byte offset to line and column.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace roadlint {

/// Line and column, both from 1; columns count code points, as an editor shows them.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const Position&, const Position&) = default;
};

/// A span as people read it. `line` 0 means that only the file is known.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  friend bool operator==(const Location&, const Location&) = default;
};

/// Bytes that come back from the file when they are looked at, so that they need not stay in memory.
class MappedBytes {
 public:
  MappedBytes() = default;
  MappedBytes(const MappedBytes&) = delete;
  MappedBytes& operator=(const MappedBytes&) = delete;
  virtual ~MappedBytes() = default;

  [[nodiscard]] virtual std::string_view bytes() const = 0;
  /// Gives back the memory of the bytes [begin, end).
  virtual void give_back(std::size_t begin, std::size_t end) const = 0;
};

/// One file: its name as shown to people, its bytes, and its line starts, which are looked for when first needed.
class SourceText {
 public:
  SourceText(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}
  SourceText(std::string name, std::unique_ptr<const MappedBytes> mapped)
      : name_(std::move(name)), mapped_(std::move(mapped)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return mapped_ ? mapped_->bytes() : std::string_view(bytes_); }
  /// Says that the bytes [begin, end) are not needed for now.
  void give_back(std::size_t begin, std::size_t end) const {
    if (mapped_) mapped_->give_back(begin, end);
  }
  /// Says that bytes are looked at here and there: now and then all are given back.
  void note_look() const;
  /// Offsets past the end give the position just after the last byte.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// The text of a line (from 1) without its line break; empty for lines that do not exist.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// Byte offset at which a line (from 1) starts.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(lines().starts.size()); }

 private:
  /// A code point of a very long line and its column, so that later columns need not be counted from the line's start.
  struct KnownColumn {
    std::uint32_t offset;
    std::uint32_t column;
  };

  struct Lines {
    std::vector<std::uint32_t> starts;
    /// By offset; empty unless the file has very long lines (JSON on one line).
    std::vector<KnownColumn> known_columns;
  };

  [[nodiscard]] const Lines& lines() const;
  void find_lines() const;
  void note_columns(std::uint32_t line_start, std::uint32_t line_end) const;

  std::string name_;
  std::string bytes_;
  std::unique_ptr<const MappedBytes> mapped_;
  mutable std::once_flag are_lines_found_;
  mutable Lines lines_;
  /// How often bytes were looked at, here and there in the file, since all were given back.
  mutable std::atomic<std::uint32_t> looks_ = 0;
};

/// All files of a run. Files keep their address and their id.
class SourceFiles {
 public:
  FileId add(std::string name, std::string bytes);
  FileId add(std::string name, std::unique_ptr<const MappedBytes> bytes);
  [[nodiscard]] const SourceText& file(FileId id) const { return files_.at(id); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// The bytes of a span; empty when the span is unknown.
  [[nodiscard]] std::string_view text(const Span& span) const;
  [[nodiscard]] Location locate(const Span& span) const;

 private:
  std::deque<SourceText> files_;
};

}  // namespace roadlint
