// The keys of the maps that are open while a document is read, to find a key that stands twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace roadlint::engine {

/// One set of keys for each open map. Most maps have a handful of keys: those are compared one by one, by eight bytes
/// first; only further keys are hashed.
class SeenKeys {
 public:
  void open_map() { maps_.push_back({keys_.size(), 0}); }
  void close_map();
  /// Notes a key of the innermost map; returns where the same key stood before, if it did. The bytes of `name` must
  /// stay until the map is closed.
  [[nodiscard]] std::optional<ByteRange> note(std::string_view name, ByteRange range);

 private:
  struct Key {
    std::uint64_t signature;
    std::string_view name;
    ByteRange range;
  };

  struct Map {
    std::size_t first_key;
    /// One bit for each key by its signature: a bit that is not set shows a new key.
    std::uint64_t bits;
  };

  /// Of all open maps, one after the other.
  std::vector<Key> keys_;
  std::vector<Map> maps_;
  /// By depth; the keys of maps with many.
  std::unordered_map<std::size_t, std::unordered_map<std::string_view, ByteRange>> others_;
};

/// The diagnostic for a key that stands twice in one map.
[[nodiscard]] Diagnostic duplicate_key(FileId file, std::string_view name, ByteRange first, ByteRange second);

}  // namespace roadlint::engine
