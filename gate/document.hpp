// A small YAML or JSON file as a tree in which every value knows its place: configuration, waivers, baselines. Data
// goes another way, straight into tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace roadlint::gate {

enum class NodeKind : std::uint8_t { nothing, scalar, list, map };

struct Entry;

struct Node {
  NodeKind kind = NodeKind::nothing;
  Span span;
  /// Of a scalar.
  std::string text;
  std::vector<Node> items;
  std::vector<Entry> entries;
};

/// One key of a map.
struct Entry {
  std::string key;
  Span key_span;
  Node value;
};

/// Nothing when the file is not well-formed, which is then reported. An empty file, or one that holds only comments, is
/// an empty map.
[[nodiscard]] std::optional<Node> read_document(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

}  // namespace roadlint::gate
