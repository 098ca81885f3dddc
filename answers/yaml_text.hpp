// Texts of others as values of a YAML file that people review.
#pragma once

#include <string>
#include <string_view>

namespace roadlint::answers {

/// In double quotes, read back as the same text; empty for an empty one. Characters that a reader would not see, or
/// that would turn lines around or break them, stand there as escapes.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace roadlint::answers
