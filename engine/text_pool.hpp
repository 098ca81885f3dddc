// The texts of the data, each different one once. Bytes lie in a few large blocks, behind their length; the index is
// one table of numbers with a part of their hash beside, so that most comparisons never look at the bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace roadlint::engine {

/// Number of a text in the TextPool: dense from 0, below 2^31.
using TextId = std::uint32_t;

class TextPool {
 public:
  TextId intern(std::string_view text) { return intern(text, hash_of(text)); }
  /// `hash` must be hash_of(text).
  TextId intern(std::string_view text, std::uint32_t hash);
  [[nodiscard]] static std::uint32_t hash_of(std::string_view text);
  /// Three steps on the way to a text, each of which waits for memory: called for several texts ahead, one after the
  /// other, they let the waiting overlap. The second finds the text that it probably is, or none.
  void prefetch_slot(std::uint32_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }
  [[nodiscard]] TextId probable(std::uint32_t hash) const;
  void prefetch_bytes(TextId id) const {
    if (id != no_text) __builtin_prefetch(texts_[id]);
  }
  /// Takes over the texts of another pool, whose bytes stay where they are. Gives by the number of a text there its
  /// number here; new ones are numbered in their order.
  [[nodiscard]] std::vector<TextId> absorb(TextPool other);
  /// The number of a text that is known, else `dsl::no_id`.
  [[nodiscard]] TextId find(std::string_view text) const;
  [[nodiscard]] std::string_view text(TextId id) const {
    std::uint32_t length = 0;
    std::memcpy(&length, texts_[id], sizeof length);
    return {texts_[id] + sizeof length, length};
  }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  static constexpr TextId no_text = 0xFFFFFFFF;

 private:
  struct Slot {
    std::uint32_t hash;
    TextId id;
  };

  static constexpr std::size_t first_slots = 1024;

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  [[nodiscard]] const char* store(std::string_view text);
  /// `place`: the length of the text and its bytes.
  [[nodiscard]] TextId absorb_text(const char* place, std::uint32_t hash, TextId probable);
  void make_slots(std::size_t count);

  /// Each text's length (4 bytes), then its bytes.
  std::vector<const char*> texts_;
  /// Open addressing; the size is a power of two.
  std::vector<Slot> slots_ = std::vector<Slot>(first_slots, Slot{0, no_text});
  std::vector<std::unique_ptr<char[]>> blocks_;  // NOLINT(modernize-avoid-c-arrays): uninitialised bytes
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
};

}  // namespace roadlint::engine
