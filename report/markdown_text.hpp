// Text from rules and data that cannot become markup where a report is Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roadlint::report {

/// Text that Markdown and HTML leave as it is: whatever means something to them becomes an entity.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// For a comment: besides, it calls nobody (`@team`) and refers to no issue (`#12`, `!12`), which would send messages.
[[nodiscard]] std::string markdown_comment_text(std::string_view text);

/// For documents that are read as they are, too: backslashes where markup could begin, and nothing else.
[[nodiscard]] std::string readable_markdown(std::string_view text);

/// A table whose columns stand below each other in the source, too. The first row is the heading; cells are Markdown.
/// Numbers stand to the right, from column `first_number` on.
[[nodiscard]] std::string markdown_table(const std::vector<std::vector<std::string>>& rows, std::size_t first_number);

}  // namespace roadlint::report
