// Colours of the human report (ANSI), and nothing but the plain text where colours are off.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace roadlint::report {

enum class Paint { plain, bold, error, warning, note, gutter };

/// The paint of a severity's head and carets.
[[nodiscard]] Paint severity_paint(Severity severity);

/// The text in a paint; the text itself when `color` is off or there is nothing to paint.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, bool color);

}  // namespace roadlint::report
