// Printing events: see print_events.hpp.
#include "engine/load/print_events.hpp"

namespace roadlint::engine {
namespace {

std::string_view form_name(ScalarForm form) {
  switch (form) {
    case ScalarForm::plain:
      return "plain";
    case ScalarForm::quoted:
      return "quoted";
    case ScalarForm::number:
      return "number";
    case ScalarForm::boolean:
      return "boolean";
  }
  return "plain";
}

/// The text in double quotes on one line.
std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char character : text) {
    const auto byte = static_cast<std::uint8_t>(character);
    if (character == '"' || character == '\\') {
      result += '\\';
      result += character;
    } else if (character == '\n') {
      result += "\\n";
    } else if (byte < 0x20U) {
      result += std::string("\\x") + digits[byte >> 4U] + digits[byte & 0xFU];
    } else {
      result += character;
    }
  }
  return result + '"';
}

}  // namespace

void PrintEvents::start_map(std::uint32_t begin) {
  write_line("map", place(begin), {});
  ++depth_;
}

void PrintEvents::key(std::string_view name, ByteRange range) { write_line("key", place(range), quoted(name)); }

void PrintEvents::end_map(std::uint32_t end) {
  --depth_;
  write_line("end map", place(end), {});
}

void PrintEvents::start_list(std::uint32_t begin) {
  write_line("list", place(begin), {});
  ++depth_;
}

void PrintEvents::end_list(std::uint32_t end) {
  --depth_;
  write_line("end list", place(end), {});
}

void PrintEvents::scalar(std::string_view text, ScalarForm form, ByteRange range) {
  write_line(form_name(form), place(range), quoted(text));
}

void PrintEvents::null(ByteRange range) { write_line("null", place(range), {}); }

void PrintEvents::write_line(std::string_view event, const std::string& place, std::string_view text) {
  text_.append(2 * depth_, ' ').append(event).append(" ").append(place);
  if (!text.empty()) text_.append(" ").append(text);
  text_ += '\n';
}

std::string PrintEvents::place(std::uint32_t offset) const {
  const Position position = source_.position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string PrintEvents::place(ByteRange range) const { return place(range.begin) + "-" + place(range.end); }

}  // namespace roadlint::engine
