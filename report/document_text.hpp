// What documents that people read from top to bottom share: dates as people write them, capitals, lines that end in
// time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roadlint::report {

/// "2026-06-29" as the language writes it: "29.06.2026" in German. What is no such day stays as it is.
[[nodiscard]] std::string shown_date(std::string_view day, std::string_view language);

/// The text with a capital first letter, when that is one of the English alphabet.
[[nodiscard]] std::string capitalized(std::string_view text);

/// Lines of at most `columns` columns, each with its line break: `first` stands before the first one, blanks as wide as
/// `first` before the others. Breaks at blanks; words that are too long are broken anywhere.
[[nodiscard]] std::string wrapped(std::string_view first, std::string_view text, std::size_t columns);

}  // namespace roadlint::report
