// Texts for SARIF: see sarif_text.hpp.
#include "report/sarif_text.hpp"

#include "base/utf8.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

/// A blank parts the brackets from the parentheses. A backslash, which SARIF has for this, is shown by readers that do
/// not know it.
std::string without_links(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte == '(' && !result.empty() && result.back() == ']') result += ' ';
    result += byte;
  }
  return result;
}

}  // namespace

std::string limited(std::string_view text, std::size_t count) {
  std::size_t kept = 0;
  std::size_t offset = 0;
  for (std::size_t read = 0; offset < text.size(); ++read) {
    if (read == count) return std::string(text.substr(0, kept)) + "…";
    if (read + 1 == count) kept = offset;
    static_cast<void>(utf8::next_code_point(text, offset));
  }
  return std::string(text);
}

Json sarif_message(std::string_view text, std::size_t limit) { return {{"text", limited(without_links(text), limit)}}; }

std::string printable_text(std::string_view text) { return joined(printable_lines(text), "\n"); }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += between;
    result += part;
  }
  return result;
}

}  // namespace roadlint::report
