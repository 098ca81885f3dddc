// Percent-encoding by RFC 3986: see file_uri.hpp.
#include "report/file_uri.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "report/relative_name.hpp"

namespace roadlint::report {
namespace {

/// What may stand in a path as it is. The colon may not stand in the first part of a relative path, where it would end
/// a scheme, and is encoded everywhere.
bool may_stand_in_path(char byte) {
  constexpr std::string_view signs = "-._~!$&'()*+,;=@/";
  const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return is_letter || (byte >= '0' && byte <= '9') || signs.find(byte) != std::string_view::npos;
}

/// By bytes, so that a name that is not UTF-8 stays what it is.
std::string percent_encoded(std::string_view path) {
  std::string result;
  for (const char byte : path) {
    result += may_stand_in_path(byte) ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<std::uint8_t>(byte));
  }
  return result;
}

}  // namespace

std::string file_uri(const Report& report, std::string_view name) {
  const std::string encoded = percent_encoded(relative_name(report, name));
  // A path that begins with two slashes would be read as the name of a host.
  return encoded.starts_with('/') ? "file://" + encoded : encoded;
}

}  // namespace roadlint::report
