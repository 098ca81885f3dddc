// The one interface through which data enters: a stream of events with exact byte spans. Behind it nothing knows
// whether YAML or JSON was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "base/span.hpp"

namespace roadlint::engine {

/// What a scalar looked like in the input; typing is left to the model.
enum class ScalarForm {
  plain,    // YAML without quotes: text, number, date, true/false are told apart by the expected type
  quoted,   // quotes or block scalar in YAML, a string in JSON
  number,   // a JSON number, text as written: the decimal separator is always the dot
  boolean,  // a JSON true or false, text "true" or "false"
};

/// Receives the events of one document. Keys and values of a map come alternately; `key` precedes every value in a map.
/// Views are valid during the call only (but see texts_end). Ranges are byte ranges of the file: for a map or list in
/// block style the range of start_* begins at its first key or dash, and the offset given to end_* is just past its
/// last byte that is not white space or comment.
class EventHandler {
 public:
  EventHandler() = default;
  EventHandler(const EventHandler&) = delete;
  EventHandler& operator=(const EventHandler&) = delete;
  virtual ~EventHandler() = default;

  virtual void start_map(std::uint32_t begin) = 0;
  virtual void key(std::string_view name, ByteRange range) = 0;
  virtual void end_map(std::uint32_t end) = 0;
  virtual void start_list(std::uint32_t begin) = 0;
  virtual void end_list(std::uint32_t end) = 0;
  virtual void scalar(std::string_view text, ScalarForm form, ByteRange range) = 0;
  /// No value: `null`, `~` or nothing. Where nothing is written the range is that of the key (or of the dash).
  virtual void null(ByteRange range) = 0;
  /// The number of the last key among those that the handler knows in this map; `no_key_number` for others.
  [[nodiscard]] virtual std::uint32_t key_number() const { return no_key_number; }
  static constexpr std::uint32_t no_key_number = 0xFFFFFFFF;
  /// From read_json_windows only, whose texts stay valid until then: they are about to be overwritten.
  virtual void texts_end() {}
};

/// Checks the bytes before any parser sees them: empty file, size, UTF-16/32, UTF-8 byte order mark (allowed, skipped
/// by the readers), invalid UTF-8, NUL, other binary, lone CR. Appends one diagnostic and returns false when the file
/// is unreadable.
[[nodiscard]] bool check_bytes(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

/// Reads a YAML document. On a mistake appends exactly one diagnostic and returns false; the handler may then have
/// received a part of the document, with maps and lists left open.
[[nodiscard]] bool read_yaml(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics);
/// Reads JSON in a small part of its size, checks of the bytes included. False at the first thing that this way cannot
/// read, mistake or not: then the handler has received a part of the document, and check_bytes and read_json say more.
[[nodiscard]] bool read_json_windows(const SourceFiles& files, FileId file, EventHandler& handler);
/// The same as read_yaml for JSON, the document as a whole.
[[nodiscard]] bool read_json(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics);

}  // namespace roadlint::engine
