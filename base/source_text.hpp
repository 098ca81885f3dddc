// The bytes of the input files, their names, and the way from a byte offset to line and column.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
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

/// One file: its name as shown to people, its bytes, and its line starts.
class SourceText {
 public:
  SourceText(std::string name, std::string bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Offsets past the end give the position just after the last byte.
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// The text of a line (from 1) without its line break; empty for lines that do not exist.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// Byte offset at which a line (from 1) starts.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

 private:
  std::string name_;
  std::string bytes_;
  /// A code point of a very long line and its column, so that later columns need not be counted from the line's start.
  struct KnownColumn {
    std::uint32_t offset;
    std::uint32_t column;
  };

  void note_columns(std::uint32_t line_start, std::uint32_t line_end);

  std::vector<std::uint32_t> line_starts_;
  /// By offset; empty unless the file has very long lines (JSON on one line).
  std::vector<KnownColumn> known_columns_;
};

/// All files of a run. Files keep their address and their id.
class SourceFiles {
 public:
  FileId add(std::string name, std::string bytes);
  [[nodiscard]] const SourceText& file(FileId id) const { return files_.at(id); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// The bytes of a span; empty when the span is unknown.
  [[nodiscard]] std::string_view text(const Span& span) const;
  [[nodiscard]] Location locate(const Span& span) const;

 private:
  std::deque<SourceText> files_;
};

}  // namespace roadlint
