// Letters: small forms, and what a word is made of.
#pragma once

#include <string>
#include <string_view>

namespace roadlint {

/// Small letters for the Latin letters of European languages; everything else as it is. A letter and its small form
/// take the same number of bytes, except for the capital sharp s and the Y with diaeresis.
[[nodiscard]] std::string lower_case(std::string_view text);
/// The small letter of a capital one.
[[nodiscard]] char32_t small_letter(char32_t letter);

}  // namespace roadlint
