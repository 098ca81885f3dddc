// What documents that people read from top to bottom share: capitals, lines that end in
// time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roadlint::report {

/// The text with a capital first letter, when that is one of the English alphabet.
[[nodiscard]] std::string capitalized(std::string_view text);

/// Lines of at most `columns` columns, each with its line break: `first` stands before the first one, blanks as wide as
/// `first` before the others. Breaks at blanks, but not behind a
/// number; words that are too long are broken anywhere.
[[nodiscard]] std::string wrapped(std::string_view first, std::string_view text, std::size_t columns);

}  // namespace roadlint::report
