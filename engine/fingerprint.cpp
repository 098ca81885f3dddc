// FNV-1a with 64 bits over the parts, each closed by a byte that no text holds.
#include "engine/fingerprint.hpp"

#include <array>

namespace roadlint::engine {
namespace {

constexpr std::uint64_t offset_basis = 0xcbf29ce484222325ULL;
constexpr std::uint64_t prime = 0x100000001b3ULL;

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  for (const char character : text) {
    hash ^= static_cast<unsigned char>(character);
    hash *= prime;
  }
  hash ^= 0xFFU;
  return hash * prime;
}

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t index = text.size(); index-- > 0; value >>= 4U) text[index] = digits[value & 0xFU];
  return text;
}

}  // namespace

std::string Fingerprints::next(const std::vector<std::string_view>& parts) {
  std::uint64_t hash = offset_basis;
  for (const std::string_view part : parts) hash = mixed(hash, part);
  std::uint64_t& number = counts_[hash];
  ++number;
  std::uint64_t fingerprint = number > 1 ? mixed(hash, std::to_string(number)) : hash;
  while (!used_.insert(fingerprint).second) fingerprint = mixed(hash, std::to_string(++number));
  return hexadecimal(fingerprint);
}

}  // namespace roadlint::engine
