// Text from rules and data made safe and short enough to stand in a line of a report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roadlint::report {

/// The text on one line: white space around a line break becomes one blank; control characters, those too that turn the
/// direction of what follows, become U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

/// The text cut to `width` terminal columns, the last one being … where something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// The lines of a text, each without control characters; trailing line breaks give no line.
[[nodiscard]] std::vector<std::string> printable_lines(std::string_view text);

}  // namespace roadlint::report
