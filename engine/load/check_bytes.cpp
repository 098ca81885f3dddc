// The check of the raw bytes that precedes every parser: size, encoding, control characters, line breaks. Its one
// interface is check_bytes in events.hpp.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "engine/load/events.hpp"

namespace roadlint::engine {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Signature {
  std::string_view bytes;
  std::string_view encoding;
};

// The longer marks come first, because the mark of UTF-32 LE begins with that of UTF-16 LE.
constexpr std::array<Signature, 4> byte_order_marks = {{{{"\xFF\xFE\x00\x00", 4}, "UTF-32"},
                                                        {{"\x00\x00\xFE\xFF", 4}, "UTF-32"},
                                                        {{"\xFF\xFE", 2}, "UTF-16"},
                                                        {{"\xFE\xFF", 2}, "UTF-16"}}};

std::string hexadecimal(std::uint8_t byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return std::string("0x") + digits[byte >> 4U] + digits[byte & 0xFU];
}

/// Recognises UTF-16 and UTF-32 by their mark, or by where the zeros of their first characters stand.
std::string_view wide_encoding(std::string_view bytes) {
  for (const Signature& mark : byte_order_marks) {
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  }
  if (bytes.size() < 4) return {};
  std::string zeros;
  for (const char byte : bytes.substr(0, 4)) zeros += byte == '\0' ? '0' : 'x';
  if (zeros == "x0x0" || zeros == "0x0x") return "UTF-16";
  if (zeros == "x000" || zeros == "000x") return "UTF-32";
  return {};
}

bool is_no_text(char byte) {
  const auto value = static_cast<std::uint8_t>(byte);
  return value < 0x20U && byte != '\t' && byte != '\n' && byte != '\r';
}

/// Looks at whole blocks first, a loop that compilers turn into vector instructions.
std::optional<std::uint32_t> first_control_character(std::string_view bytes) {
  constexpr std::size_t block_size = 4096;
  for (std::size_t begin = 0; begin < bytes.size(); begin += block_size) {
    const std::string_view block = bytes.substr(begin, block_size);
    unsigned found = 0;
    for (const char byte : block) found |= static_cast<unsigned>(is_no_text(byte));
    if (found == 0) continue;
    const auto at = std::find_if(block.begin(), block.end(), is_no_text);
    return static_cast<std::uint32_t>(begin + static_cast<std::size_t>(at - block.begin()));
  }
  return std::nullopt;
}

std::optional<std::uint32_t> first_lone_carriage_return(std::string_view bytes) {
  for (std::size_t at = bytes.find('\r'); at != std::string_view::npos; at = bytes.find('\r', at + 1)) {
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n') return static_cast<std::uint32_t>(at);
  }
  return std::nullopt;
}

Diagnostic control_character(FileId file, std::string_view bytes, std::uint32_t at) {
  const std::string found =
      bytes[at] == '\0' ? "a NUL byte" : "the control character " + hexadecimal(static_cast<std::uint8_t>(bytes[at]));
  Diagnostic diagnostic =
      make_diagnostic(DiagnosticCode::data_binary, Span(file, at, at + 1), "found " + found + ", expected text");
  diagnostic.help = "give a YAML or JSON file; if this is one, remove the character";
  return diagnostic;
}

Diagnostic invalid_utf8(FileId file, std::string_view bytes, std::uint32_t at) {
  const auto byte = static_cast<std::uint8_t>(bytes[at]);
  Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_encoding, Span(file, at, at + 1),
                                          "the byte " + hexadecimal(byte) + " is not valid UTF-8");
  if (byte > 0xA0U) {
    const std::string letter = {static_cast<char>(0xC0U | (byte >> 6U)), static_cast<char>(0x80U | (byte & 0x3FU))};
    diagnostic.notes.push_back("in Latin-1 and Windows-1252 this byte is `" + letter + "`");
  }
  diagnostic.help = "save the file as UTF-8";
  return diagnostic;
}

std::optional<Diagnostic> encoding_mistake(FileId file, std::string_view bytes) {
  if (const std::string_view encoding = wide_encoding(bytes); !encoding.empty()) {
    Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_encoding, Span(file, 0, 0),
                                            "the file is " + std::string(encoding) + ", expected UTF-8");
    diagnostic.help = "save the file as UTF-8";
    return diagnostic;
  }
  if (const auto at = first_control_character(bytes)) return control_character(file, bytes, *at);
  if (const auto at = utf8::first_invalid_byte(bytes)) {
    return invalid_utf8(file, bytes, static_cast<std::uint32_t>(*at));
  }
  return std::nullopt;
}

std::optional<Diagnostic> byte_mistake(FileId file, std::string_view bytes) {
  if (bytes.size() > limits::data_file_bytes) {
    Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_too_large, Span(file, 0, 0),
                                            "the file has " + std::to_string(bytes.size()) + " bytes, at most " +
                                                std::to_string(limits::data_file_bytes) + " are read");
    diagnostic.help = "divide the data into several files";
    return diagnostic;
  }
  if (auto mistake = encoding_mistake(file, bytes)) return mistake;
  if (const auto at = first_lone_carriage_return(bytes)) {
    Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_line_break, Span(file, *at, *at + 1),
                                            "found a carriage return without a line feed");
    diagnostic.help = "save the file with Unix (LF) or Windows (CR LF) line ends";
    return diagnostic;
  }
  const std::string_view text = bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
  Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_empty, Span(file, 0, 0), "the file is empty");
  diagnostic.help = "write the data, or remove the file";
  return diagnostic;
}

}  // namespace

bool check_bytes(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  auto mistake = byte_mistake(file, files.file(file).bytes());
  if (!mistake) return true;
  diagnostics.append(std::move(*mistake));
  return false;
}

}  // namespace roadlint::engine
