// UTF-8 decoding by the table of well-formed byte sequences (Unicode standard, table 3-7).
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace roadlint::utf8 {
namespace {

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::size_t length = 1;
  bool is_valid = false;
};

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? static_cast<std::uint8_t>(text[offset]) : 0;
}

Decoded decode_multibyte(std::string_view text, std::size_t offset, std::size_t length, char32_t first_bits,
                         std::uint8_t second_low, std::uint8_t second_high) {
  const std::uint8_t second = byte_at(text, offset + 1);
  if (second < second_low || second > second_high) return {};
  char32_t code_point = (first_bits << 6U) | (second & 0x3FU);
  for (std::size_t index = 2; index < length; ++index) {
    const std::uint8_t byte = byte_at(text, offset + index);
    if (!is_continuation(static_cast<char>(byte))) return {};
    code_point = (code_point << 6U) | (byte & 0x3FU);
  }
  return {code_point, length, true};
}

Decoded decode(std::string_view text, std::size_t offset) {
  const std::uint8_t first = byte_at(text, offset);
  if (first < 0x80U) return {first, 1, true};
  if (first >= 0xC2U && first <= 0xDFU) return decode_multibyte(text, offset, 2, first & 0x1FU, 0x80U, 0xBFU);
  if (first >= 0xE0U && first <= 0xEFU) {
    const std::uint8_t low = first == 0xE0U ? 0xA0U : 0x80U;
    const std::uint8_t high = first == 0xEDU ? 0x9FU : 0xBFU;
    return decode_multibyte(text, offset, 3, first & 0x0FU, low, high);
  }
  if (first >= 0xF0U && first <= 0xF4U) {
    const std::uint8_t low = first == 0xF0U ? 0x90U : 0x80U;
    const std::uint8_t high = first == 0xF4U ? 0x8FU : 0xBFU;
    return decode_multibyte(text, offset, 4, first & 0x07U, low, high);
  }
  return {};
}

struct CodePointRange {
  char32_t first;
  char32_t last;
};

template <std::size_t size>
bool is_in(const std::array<CodePointRange, size>& ranges, char32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(), [code_point](const CodePointRange& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

constexpr std::array<CodePointRange, 8> zero_width = {{{0x0300, 0x036F},
                                                       {0x1AB0, 0x1AFF},
                                                       {0x1DC0, 0x1DFF},
                                                       {0x200B, 0x200F},
                                                       {0x20D0, 0x20FF},
                                                       {0xFE00, 0xFE0F},
                                                       {0xFE20, 0xFE2F},
                                                       {0xFEFF, 0xFEFF}}};
constexpr std::array<CodePointRange, 10> double_width = {{{0x1100, 0x115F},
                                                          {0x2E80, 0x303E},
                                                          {0x3041, 0x33FF},
                                                          {0x3400, 0x4DBF},
                                                          {0x4E00, 0x9FFF},
                                                          {0xA000, 0xA4CF},
                                                          {0xAC00, 0xD7A3},
                                                          {0xF900, 0xFAFF},
                                                          {0xFF00, 0xFF60},
                                                          {0x1F300, 0x1FAFF}}};
constexpr std::array<CodePointRange, 7> blanks = {
    {{0x09, 0x0D}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x2000, 0x200B}, {0x2028, 0x202F}, {0x3000, 0x3000}}};
constexpr std::array<CodePointRange, 6> unprintable = {
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}}};

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (static_cast<std::uint8_t>(text[offset]) < 0x80U) {
      ++offset;
      continue;
    }
    const Decoded decoded = decode(text, offset);
    if (!decoded.is_valid) return offset;
    offset += decoded.length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode(text, offset);
  offset += decoded.length;
  return decoded.code_point;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Plain ASCII is counted by eight.
    std::uint64_t word = 0;
    if (text.size() - offset >= sizeof word) {
      std::memcpy(&word, text.data() + offset, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        offset += sizeof word;
        count += sizeof word;
        continue;
      }
    }
    static_cast<void>(next_code_point(text, offset));
    ++count;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    if (is_in(zero_width, code_point)) continue;
    width += is_in(double_width, code_point) ? 2 : 1;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code_point = next_code_point(text, offset);
    if (code_point == U'\t') {
      result += ' ';
    } else if (code_point == 0xFFFD || is_in(unprintable, code_point)) {
      result += "\xEF\xBF\xBD";
    } else {
      result += text.substr(start, offset - start);
    }
  }
  return result;
}

bool is_blank(std::string_view text) { return trimmed(text).empty(); }

namespace {

/// The last code point of the text, which is not empty, and where it begins.
std::pair<char32_t, std::size_t> last_code_point(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && text.size() - begin < 4 && is_continuation(text[begin])) --begin;
  std::size_t end = begin;
  const char32_t code_point = next_code_point(text, end);
  if (end == text.size()) return {code_point, begin};
  return {0xFFFD, text.size() - 1};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && !is_visible_ascii(text.front())) {
    std::size_t length = 0;
    if (!is_in(blanks, next_code_point(text, length))) break;
    text.remove_prefix(length);
  }
  while (!text.empty() && !is_visible_ascii(text.back())) {
    const auto [code_point, begin] = last_code_point(text);
    if (!is_in(blanks, code_point)) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

}  // namespace roadlint::utf8
