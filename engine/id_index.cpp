// Building and asking the index: see id_index.hpp.
#include "engine/id_index.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "dsl/typed/model.hpp"

namespace roadlint::engine {

void IdIndex::make_slots(std::span<const Entry> entries) {
  constexpr std::size_t most_slots_an_id = 8;
  TextId least = std::numeric_limits<TextId>::max();
  TextId greatest = 0;
  for (const Entry& entry : entries) {
    least = std::min(least, entry.id);
    greatest = std::max(greatest, entry.id);
  }
  const std::size_t width = entries.empty() ? 0 : std::size_t{greatest} - least + 1;
  const bool is_plain = width <= entries.size() * most_slots_an_id;
  const std::size_t slots = is_plain ? width : std::bit_ceil(entries.size() * 2);
  first_id_ = is_plain ? least : 0;
  codes_.assign(slots, dsl::no_id);
  ids_.assign(is_plain ? 0 : slots, dsl::no_id);
}

/// Where the id stands or belongs; the number of slots when it lies outside of a plain array.
std::size_t IdIndex::slot_of(TextId id) const {
  if (ids_.empty()) return id < first_id_ ? codes_.size() : std::min<std::size_t>(id - first_id_, codes_.size());
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  const std::size_t mask = ids_.size() - 1;
  std::size_t at = static_cast<std::size_t>((id * factor) >> 32U) & mask;
  while (ids_[at] != id && ids_[at] != dsl::no_id) at = (at + 1) & mask;
  return at;
}

void IdIndex::build(std::span<const Entry> entries) {
  make_slots(entries);
  size_ = 0;
  std::vector<Entry> repeated;
  for (const Entry& entry : entries) {
    const std::size_t slot = slot_of(entry.id);
    if (codes_[slot] != dsl::no_id) {
      // One record may name an id twice; its entries follow each other.
      if (codes_[slot] != entry.row) repeated.push_back(entry);
      continue;
    }
    codes_[slot] = entry.row;
    if (!ids_.empty()) ids_[slot] = entry.id;
    ++size_;
  }
  group(repeated);
}

void IdIndex::group(std::vector<Entry>& repeated) {
  groups_.clear();
  group_rows_.clear();
  std::stable_sort(repeated.begin(), repeated.end(),
                   [](const Entry& left, const Entry& right) { return left.id < right.id; });
  for (std::size_t at = 0; at < repeated.size(); ++at) {
    if (at == 0 || repeated[at].id != repeated[at - 1].id) {
      std::uint32_t& code = codes_[slot_of(repeated[at].id)];
      groups_.push_back({static_cast<std::uint32_t>(group_rows_.size()), 1});
      group_rows_.push_back(code);
      code = repeated_id | static_cast<std::uint32_t>(groups_.size() - 1);
    }
    if (group_rows_.back() == repeated[at].row) continue;
    group_rows_.push_back(repeated[at].row);
    ++groups_.back().count;
  }
}

const std::uint32_t* IdIndex::find(TextId id) const {
  if (codes_.empty()) return nullptr;
  const std::size_t slot = slot_of(id);
  return slot == codes_.size() || codes_[slot] == dsl::no_id ? nullptr : &codes_[slot];
}

std::uint32_t IdIndex::code(TextId id) const {
  const std::uint32_t* const found = find(id);
  return found == nullptr ? dsl::no_id : *found;
}

std::span<const Row> IdIndex::rows_with_id(TextId id) const {
  const std::uint32_t* const found = find(id);
  if (found == nullptr) return {};
  if (*found < repeated_id) return {found, 1};
  const Slice slice = groups_[*found - repeated_id];
  return std::span(group_rows_).subspan(slice.first, slice.count);
}

}  // namespace roadlint::engine
