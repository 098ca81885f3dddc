// The encoding in which Excel saves CSV unless it is told otherwise.
#pragma once

#include <string>
#include <string_view>

namespace roadlint::answers {

/// The text as UTF-8. The five bytes that Windows-1252 does not define become U+FFFD.
[[nodiscard]] std::string text_of_windows_1252(std::string_view bytes);

}  // namespace roadlint::answers
