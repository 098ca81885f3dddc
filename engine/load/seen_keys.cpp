// Finding duplicate keys: see seen_keys.hpp.
#include "engine/load/seen_keys.hpp"

#include "engine/load/back_ticks.hpp"

namespace roadlint::engine {

void SeenKeys::open_map() {
  if (open_maps_ == maps_.size()) maps_.emplace_back();
  Keys& keys = maps_[open_maps_++];
  keys.first_few.clear();
  if (!keys.others.empty()) keys.others.clear();
}

std::optional<ByteRange> SeenKeys::note(std::string_view name, ByteRange range) {
  constexpr std::size_t few = 16;
  Keys& keys = maps_[open_maps_ - 1];
  for (const auto& [known, place] : keys.first_few) {
    if (known == name) return place;
  }
  if (keys.first_few.size() < few) {
    keys.first_few.emplace_back(name, range);
    return std::nullopt;
  }
  const auto [entry, is_new] = keys.others.try_emplace(std::string(name), range);
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
