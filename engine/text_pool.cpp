// Interning: see text_pool.hpp.
#include "engine/text_pool.hpp"

#include <algorithm>
#include <iterator>

namespace roadlint::engine {
namespace {

constexpr std::size_t least_block = 16 * 1024;
constexpr std::size_t greatest_block = 1024 * 1024;

/// Whether so many slots are too few for one text more.
bool is_full(std::size_t texts, std::size_t slots) { return texts * 6 >= slots * 5; }

__extension__ typedef unsigned __int128 Product;  // NOLINT: an alias declaration would be reported as an extension

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Multiplies to 128 bits and folds the halves, so that every bit of both reaches every bit of the result.
std::uint64_t mixed(std::uint64_t left, std::uint64_t right) {
  const Product product = Product{left} * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint32_t TextPool::hash_of(std::string_view text) {
  constexpr std::uint64_t first_factor = 0x9E3779B97F4A7C15;
  constexpr std::uint64_t second_factor = 0xD6E8FEB86659FD93;
  constexpr std::size_t word_size = sizeof(std::uint64_t);
  std::uint64_t hash = text.size() * first_factor;
  std::size_t at = 0;
  for (; at + word_size <= text.size(); at += word_size) {
    hash = mixed(hash ^ word_at(text.data() + at), second_factor);
  }
  std::uint64_t rest = 0;
  if (text.size() >= word_size) {
    rest = word_at(text.data() + text.size() - word_size);  // overlaps the word before
  } else if (!text.empty()) {
    std::memcpy(&rest, text.data(), text.size());
  }
  hash = mixed(hash ^ rest, first_factor);
  return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

/// The slot that holds the text, or the empty one where it belongs.
std::size_t TextPool::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == no_text || (slot.hash == hash && this->text(slot.id) == text)) return at;
  }
}

TextId TextPool::intern(std::string_view text, std::uint32_t hash) {
  if (is_full(texts_.size(), slots_.size())) make_slots(slots_.size() * 2);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.id != no_text) return slot.id;
  slot = {hash, static_cast<TextId>(texts_.size())};
  texts_.push_back(store(text));
  return slot.id;
}

TextId TextPool::probable(std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != no_text; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    __builtin_prefetch(&texts_[slots_[at].id]);
    return slots_[at].id;
  }
  return no_text;
}

TextId TextPool::find(std::string_view text) const { return slots_[slot_of(text, hash_of(text))].id; }

const char* TextPool::store(std::string_view text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  const std::size_t needed = sizeof length + text.size();
  if (needed > free_bytes_) {
    const std::size_t usual =
        std::clamp(least_block << std::min<std::size_t>(blocks_.size(), 6), least_block, greatest_block);
    free_bytes_ = std::max(usual, needed);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(free_bytes_));  // NOLINT(modernize-avoid-c-arrays)
    free_ = blocks_.back().get();
  }
  char* const place = free_;
  std::memcpy(place, &length, sizeof length);
  if (!text.empty()) std::memcpy(place + sizeof length, text.data(), text.size());
  free_ += needed;
  free_bytes_ -= needed;
  return place;
}

void TextPool::make_slots(std::size_t count) {
  std::vector<Slot> before(count, Slot{0, no_text});
  before.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.id == no_text) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != no_text) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

TextId TextPool::absorb_text(const char* place, std::uint32_t hash, TextId probable) {
  std::uint32_t length = 0;
  std::memcpy(&length, place, sizeof length);
  const std::string_view wanted(place + sizeof length, length);
  if (probable != no_text && text(probable) == wanted) return probable;
  Slot& slot = slots_[slot_of(wanted, hash)];
  if (slot.id == no_text) {
    slot = {hash, static_cast<TextId>(texts_.size())};
    texts_.push_back(place);
  }
  return slot.id;
}

std::vector<TextId> TextPool::absorb(TextPool other) {
  constexpr std::size_t step = 12;  // texts between two steps on the way to a text
  std::size_t slots = slots_.size();
  while (is_full(texts_.size() + other.size(), slots)) slots *= 2;
  if (slots > slots_.size()) make_slots(slots);
  const std::size_t count = other.size();
  std::vector<std::uint32_t> hashes(count);
  std::vector<TextId> ids(count);
  for (std::size_t turn = 0; turn < count + 2 * step; ++turn) {
    if (turn < count) {
      hashes[turn] = hash_of(other.text(static_cast<TextId>(turn)));
      prefetch_slot(hashes[turn]);
    }
    if (turn >= step && turn - step < count) {
      ids[turn - step] = probable(hashes[turn - step]);
      prefetch_bytes(ids[turn - step]);
    }
    if (turn < 2 * step) continue;
    const std::size_t now = turn - 2 * step;
    ids[now] = absorb_text(other.texts_[now], hashes[now], ids[now]);
  }
  // In front of the block that is being filled.
  blocks_.insert(blocks_.begin(), std::make_move_iterator(other.blocks_.begin()),
                 std::make_move_iterator(other.blocks_.end()));
  return ids;
}

}  // namespace roadlint::engine
