// Quoting input in messages: see back_ticks.hpp.
#include "engine/load/back_ticks.hpp"

#include <cstddef>

#include "base/utf8.hpp"

namespace roadlint::engine {
namespace {

constexpr std::size_t longest_quotation = 40;

}  // namespace

std::string in_back_ticks(std::string_view input) {
  const std::string_view line = utf8::trimmed(input.substr(0, input.find_first_of("\r\n")));
  std::size_t end = 0;
  for (std::size_t count = 0; count < longest_quotation && end < line.size(); ++count) {
    static_cast<void>(utf8::next_code_point(line, end));
  }
  const std::string tick = line.find('`') == std::string_view::npos ? "`" : "\"";
  const std::string rest = end < line.size() ? "..." : "";
  return tick + utf8::printable(line.substr(0, end)) + rest + tick;
}

}  // namespace roadlint::engine
