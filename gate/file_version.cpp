// See file_version.hpp.
#include "gate/file_version.hpp"

#include <charconv>

#include "gate/map_reader.hpp"

namespace roadlint::gate {

bool is_known_version(const Node* schema, const FileVersion& known, Diagnostics& diagnostics) {
  if (schema == nullptr) return true;
  const std::string newest = std::string(known.kind) + std::to_string(known.newest);
  const std::string_view text = schema->text;
  int number = 0;
  const bool is_of_kind = schema->kind == NodeKind::scalar && text.starts_with(known.kind);
  const std::string_view digits = is_of_kind ? text.substr(known.kind.size()) : std::string_view();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size() && number > 0;
  if (!is_of_kind || !is_number) {
    diagnostics.add(known.mistake, schema->span, "expected the schema `" + newest + "`, found " + found_words(*schema))
        .help = "is this the right file?";
    return false;
  }
  if (number <= known.newest) return true;
  diagnostics
      .add(known.mistake, schema->span,
           "this file was written by a newer version of roadlint: its schema is " + found_words(*schema))
      .help = "this version reads up to `" + newest + "`; use the newer version of roadlint here too";
  return false;
}

}  // namespace roadlint::gate
