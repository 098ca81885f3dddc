// The hash by which a reader of a report can tell that a file is the one that was checked.
#pragma once

#include <string>
#include <string_view>

namespace roadlint::report {

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits in small letters, as `sha256sum` prints it.
[[nodiscard]] std::string sha256_hexadecimal(std::string_view bytes);

/// The same in base 64, as the policy of a web page names a script.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace roadlint::report
