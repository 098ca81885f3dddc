// See scan.hpp.
#include "dsl/syntax/scan.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint::dsl::syntax {

bool is_word_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_';
}

std::string_view word_at(Iterator at, Iterator end) {
  const Iterator last = std::find_if_not(at, end, is_word_character);
  return {at, static_cast<std::size_t>(last - at)};
}

std::string_view rule_name_at(Iterator at, Iterator end) {
  const Iterator last =
      std::find_if_not(at, end, [](char character) { return is_word_character(character) || character == '-'; });
  return {at, static_cast<std::size_t>(last - at)};
}

Iterator comment_start(Iterator at, Iterator end) {
  bool is_in_text = false;
  for (; at != end; ++at) {
    if (*at == '"') is_in_text = !is_in_text;
    if (*at == '#' && !is_in_text) return at;
  }
  return end;
}

Iterator end_of_previous_token(Iterator begin, Iterator at) {
  for (;;) {
    while (at != begin && std::string_view(" \t\r\n").find(at[-1]) != std::string_view::npos) --at;
    Iterator line = at;
    while (line != begin && line[-1] != '\n') --line;
    const Iterator comment = comment_start(line, at);
    if (comment == at) return at;
    at = comment;
  }
}

bool check_rule_bytes(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  const std::string_view bytes = files.file(file).bytes();
  if (bytes.size() > limits::rule_file_bytes) {
    diagnostics.add(DiagnosticCode::rule_file_too_large, Span(file, 0, 0),
                    "this rule file is larger than " + std::to_string(limits::rule_file_bytes) + " bytes");
    return false;
  }
  const std::size_t nul = bytes.find('\0');
  const std::size_t bad = std::min(nul, utf8::first_invalid_byte(bytes).value_or(std::string_view::npos));
  if (bad == std::string_view::npos) return true;
  const auto offset = static_cast<std::uint32_t>(bad);
  diagnostics.add(DiagnosticCode::rule_not_text, Span(file, offset, offset + 1), "this rule file is no UTF-8 text")
      .help = "save it as plain text in UTF-8";
  return false;
}

}  // namespace roadlint::dsl::syntax
