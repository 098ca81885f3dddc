// See sha256.hpp. Nettle does the work: a library of nothing but cryptography, small and kept up.
#include "report/sha256.hpp"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace roadlint::report {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest digest_of(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  // Bytes and chars are the same to Nettle, which came before `std::byte`.
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  Digest digest = {};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (const std::uint8_t byte : digest) {
    result += digits[byte >> 4U];
    result += digits[byte & 0xFU];
  }
  return result;
}

}  // namespace

std::string sha256_hexadecimal(std::string_view bytes) { return hexadecimal(digest_of(bytes)); }

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  std::string result(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
  base64_encode_raw(result.data(), digest.size(), digest.data());
  return result;
}

}  // namespace roadlint::report
