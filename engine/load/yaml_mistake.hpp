// What is said to people about YAML that cannot be read, and where: one function a mistake.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "engine/load/yaml_spans.hpp"

namespace roadlint::engine {

/// What yaml-cpp said when it gave up. Offsets are those of YamlSource::text.
struct ParserComplaint {
  std::string message;
  std::uint32_t offset = 0;      // where it says the mistake is, often a line late
  std::uint32_t read_until = 0;  // just past the last thing it had understood
};

/// Finds the true place and cause of a mistake that yaml-cpp reported.
[[nodiscard]] Diagnostic explain_complaint(const YamlSource& source, const ParserComplaint& complaint);
/// A quote or bracket at or before `offset` that is not closed, or too many brackets, which led to a mistake there.
[[nodiscard]] std::optional<Diagnostic> unclosed_before(const YamlSource& source, std::uint32_t offset);

// Mistakes that yaml-cpp accepts, and what we refuse by design.

/// The first word of `text` stands where a key stands, and has no colon behind it.
[[nodiscard]] Diagnostic missing_colon(const YamlSource& source, ByteRange text);
/// A quote at `begin` that swallows the lines up to `runs_into`.
[[nodiscard]] Diagnostic open_quote(const YamlSource& source, std::uint32_t begin, std::uint32_t runs_into);
[[nodiscard]] Diagnostic tab_as_indentation(const YamlSource& source, std::uint32_t tab);
[[nodiscard]] Diagnostic anchor_or_alias(const YamlSource& source, std::uint32_t begin);
[[nodiscard]] Diagnostic merge_key(const YamlSource& source, ByteRange key);
[[nodiscard]] Diagnostic unknown_tag(const YamlSource& source, ByteRange tag);
/// A tag such as `!!seq` before a value of another kind.
[[nodiscard]] Diagnostic unfitting_tag(const YamlSource& source, ByteRange tag);
[[nodiscard]] Diagnostic key_without_text(const YamlSource& source, std::uint32_t begin);
/// A map or list as key.
[[nodiscard]] Diagnostic collection_as_key(const YamlSource& source, std::uint32_t begin);
[[nodiscard]] Diagnostic nested_too_deeply(const YamlSource& source, std::uint32_t begin);
[[nodiscard]] Diagnostic no_entry_before_comma(const YamlSource& source, std::uint32_t comma);
[[nodiscard]] Diagnostic empty_block_scalar(const YamlSource& source, ByteRange header);
/// What follows the end of the document: a second one, or text that the parser could not attach to the first.
[[nodiscard]] Diagnostic second_document(const YamlSource& source, std::uint32_t first_end, std::uint32_t begin);

}  // namespace roadlint::engine
