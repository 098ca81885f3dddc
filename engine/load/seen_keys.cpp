// Finding duplicate keys: see seen_keys.hpp.
#include "engine/load/seen_keys.hpp"

#include <cstring>

#include "engine/load/back_ticks.hpp"

namespace roadlint::engine {

namespace {

/// Different for most different names: their length and at most eight of their bytes.
std::uint64_t signature_of(std::string_view name) {
  constexpr std::size_t half = sizeof(std::uint32_t);
  if (name.size() >= half) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, name.data(), half);
    std::memcpy(&last, name.data() + name.size() - half, half);
    return (std::uint64_t{first} << 32U | last) + name.size();
  }
  std::uint64_t signature = name.size();
  for (const char byte : name) signature = signature << 8U | static_cast<std::uint8_t>(byte);
  return signature;
}

}  // namespace

void SeenKeys::close_map() {
  keys_.resize(maps_.back().first_key);
  maps_.pop_back();
  if (!others_.empty()) others_.erase(maps_.size());
}

std::optional<ByteRange> SeenKeys::note(std::string_view name, ByteRange range) {
  constexpr std::size_t few = 16;
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  const std::uint64_t signature = signature_of(name);
  const std::uint64_t bit = std::uint64_t{1} << (signature * factor >> 58U);
  Map& map = maps_.back();
  const bool may_be_known = (map.bits & bit) != 0;
  map.bits |= bit;
  for (std::size_t index = map.first_key; may_be_known && index < keys_.size(); ++index) {
    if (keys_[index].signature == signature && keys_[index].name == name) return keys_[index].range;
  }
  if (keys_.size() - map.first_key < few) {
    keys_.push_back({signature, name, range});
    return std::nullopt;
  }
  const auto [entry, is_new] = others_[maps_.size() - 1].try_emplace(name, range);
  if (is_new) return std::nullopt;
  return entry->second;
}

Diagnostic duplicate_key(FileId file, std::string_view name, ByteRange first, ByteRange second) {
  Diagnostic diagnostic = make_diagnostic(DiagnosticCode::data_duplicate_key, Span(file, second),
                                          "the key " + in_back_ticks(name) + " stands twice in the same mapping");
  diagnostic.labels.push_back({Span(file, first), "first written here"});
  diagnostic.help = "remove one of the two, or give it another name";
  return diagnostic;
}

}  // namespace roadlint::engine
