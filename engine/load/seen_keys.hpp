// The keys of the maps that are open while a document is read, to find a key that stands twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace roadlint::engine {

/// One set of keys for each open map. Most maps have a handful of keys: those are compared one by one, and memory is
/// kept from map to map; only further keys are hashed.
class SeenKeys {
 public:
  void open_map();
  void close_map() { --open_maps_; }
  /// Notes a key of the innermost map; returns where the same key stood before, if it did.
  [[nodiscard]] std::optional<ByteRange> note(std::string_view name, ByteRange range);

 private:
  struct Keys {
    std::vector<std::pair<std::string, ByteRange>> first_few;
    std::unordered_map<std::string, ByteRange> others;
  };

  std::vector<Keys> maps_;  // by depth; those beyond open_maps_ are spare
  std::size_t open_maps_ = 0;
};

/// The diagnostic for a key that stands twice in one map.
[[nodiscard]] Diagnostic duplicate_key(FileId file, std::string_view name, ByteRange first, ByteRange second);

}  // namespace roadlint::engine
