// The events of a document as text, one a line, for tests and dumps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "engine/load/events.hpp"

namespace roadlint::engine {

/// Writes each event with its place as line:column-line:column; nested events are indented by two spaces a level.
class PrintEvents : public EventHandler {
 public:
  /// `source` must be the file that is read and outlive this object.
  explicit PrintEvents(const SourceText& source) : source_(source) {}

  [[nodiscard]] const std::string& text() const { return text_; }

  void start_map(std::uint32_t begin) override;
  void key(std::string_view name, ByteRange range) override;
  void end_map(std::uint32_t end) override;
  void start_list(std::uint32_t begin) override;
  void end_list(std::uint32_t end) override;
  void scalar(std::string_view text, ScalarForm form, ByteRange range) override;
  void null(ByteRange range) override;

 private:
  void write_line(std::string_view event, const std::string& place, std::string_view text);
  [[nodiscard]] std::string place(std::uint32_t offset) const;
  [[nodiscard]] std::string place(ByteRange range) const;

  const SourceText& source_;
  std::size_t depth_ = 0;
  std::string text_;
};

}  // namespace roadlint::engine
