// See sha256.hpp. Nettle does the work: a library of nothing but cryptography, small and kept up.
#include "report/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace roadlint::report {
namespace {

std::string hexadecimal(const std::array<std::uint8_t, SHA256_DIGEST_SIZE>& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (const std::uint8_t byte : digest) {
    result += digits[byte >> 4U];
    result += digits[byte & 0xFU];
  }
  return result;
}

}  // namespace

std::string sha256_hexadecimal(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  // Bytes and chars are the same to Nettle, which came before `std::byte`.
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest = {};
  sha256_digest(&context, digest.size(), digest.data());
  return hexadecimal(digest);
}

}  // namespace roadlint::report
