// What the tests of the readers share: read a text, and see the events or the one diagnostic as a person would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.hpp"
#include "engine/load/events.hpp"
#include "engine/load/print_events.hpp"

namespace roadlint::engine::testing {

enum class Format { yaml, json };

/// The outcome of reading one text.
struct Reading {
  bool is_read = false;
  std::size_t diagnostic_count = 0;
  std::string events;  // as PrintEvents writes them
  std::string code;    // of the first diagnostic, like all that follows
  std::string place;   // line:column-line:column
  std::string marked;  // the source text under the caret
  std::string message;
  std::string help;
  std::string label;  // of the first label: its text, then its line:column
  std::string note;
};

inline std::string begin_of(const Location& location) {
  return std::to_string(location.line) + ":" + std::to_string(location.column);
}

inline void describe(const SourceFiles& files, const Diagnostic& diagnostic, Reading& reading) {
  const Location location = files.locate(diagnostic.span);
  reading.code = diagnostic.code;
  reading.place =
      begin_of(location) + "-" + std::to_string(location.end_line) + ":" + std::to_string(location.end_column);
  reading.marked = files.text(diagnostic.span);
  reading.message = diagnostic.message;
  reading.help = diagnostic.help;
  if (!diagnostic.labels.empty()) {
    reading.label = diagnostic.labels[0].text + " " + begin_of(files.locate(diagnostic.labels[0].span));
  }
  if (!diagnostic.notes.empty()) reading.note = diagnostic.notes[0];
}

/// Checks the bytes and reads them when they are text.
inline Reading read(std::string bytes, Format format) {
  SourceFiles files;
  const FileId file = files.add("data", std::move(bytes));
  Diagnostics diagnostics;
  PrintEvents printer(files.file(file));
  Reading reading;
  reading.is_read =
      check_bytes(files, file, diagnostics) && (format == Format::yaml ? read_yaml(files, file, printer, diagnostics)
                                                                       : read_json(files, file, printer, diagnostics));
  reading.diagnostic_count = diagnostics.entries().size();
  reading.events = printer.text();
  if (reading.diagnostic_count > 0) describe(files, diagnostics.entries()[0], reading);
  return reading;
}

inline Reading yaml(std::string text) { return read(std::move(text), Format::yaml); }
inline Reading json(std::string text) { return read(std::move(text), Format::json); }

/// Collects the source text of every key, scalar and null.
class Pieces : public EventHandler {
 public:
  explicit Pieces(std::string_view bytes) : bytes_(bytes) {}

  void start_map(std::uint32_t begin) override { static_cast<void>(begin); }
  void key(std::string_view name, ByteRange range) override {
    static_cast<void>(name);
    add(range);
  }
  void end_map(std::uint32_t end) override { static_cast<void>(end); }
  void start_list(std::uint32_t begin) override { static_cast<void>(begin); }
  void end_list(std::uint32_t end) override { static_cast<void>(end); }
  void scalar(std::string_view text, ScalarForm form, ByteRange range) override {
    static_cast<void>(text);
    static_cast<void>(form);
    add(range);
  }
  void null(ByteRange range) override { add(range); }

  [[nodiscard]] const std::vector<std::string>& pieces() const { return pieces_; }

 private:
  void add(ByteRange range) { pieces_.emplace_back(bytes_.substr(range.begin, range.end - range.begin)); }

  std::string_view bytes_;
  std::vector<std::string> pieces_;
};

/// The pieces of a text that can be read, in order; "not read" otherwise.
inline std::vector<std::string> pieces(std::string bytes, Format format = Format::yaml) {
  SourceFiles files;
  const FileId file = files.add("data", std::move(bytes));
  Diagnostics diagnostics;
  Pieces collected(files.file(file).bytes());
  const bool is_read = format == Format::yaml ? read_yaml(files, file, collected, diagnostics)
                                              : read_json(files, file, collected, diagnostics);
  if (!is_read) return {"not read"};
  return collected.pieces();
}

}  // namespace roadlint::engine::testing
