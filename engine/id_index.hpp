// The rows of a table by the id of their records. The texts of ids are numbered in the order of reading, so that those
// of one table mostly lie close together: then a plain array leads from an id to its row; else a hash table does.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/text_pool.hpp"

namespace roadlint::engine {

/// Number of a record in its table.
using Row = std::uint32_t;

/// [first, first + count) in a vector of elements or rows.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

class IdIndex {
 public:
  /// An id and the row that has it.
  struct Entry {
    TextId id;
    Row row;
  };

  /// `entries` in the order of rows.
  void build(std::span<const Entry> entries);

  /// In the order of reading; empty when no record has the id.
  [[nodiscard]] std::span<const Row> rows_with_id(TextId id) const;
  /// What leads to the rows of an id: the row itself; `repeated_id` plus a place in `groups()`; or dsl::no_id.
  [[nodiscard]] std::uint32_t code(TextId id) const;
  static constexpr std::uint32_t repeated_id = 0x80000000;
  /// For each id that several records have their rows, as a slice of `group_rows()`.
  [[nodiscard]] std::span<const Slice> groups() const { return groups_; }
  [[nodiscard]] std::span<const Row> group_rows() const { return group_rows_; }
  /// How many different ids there are.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  [[nodiscard]] const std::uint32_t* find(TextId id) const;
  [[nodiscard]] std::size_t slot_of(TextId id) const;
  void make_slots(std::span<const Entry> entries);
  void group(std::vector<Entry>& repeated);

  std::vector<std::uint32_t> codes_;
  std::vector<TextId> ids_;  // beside codes_ in a hash table, empty for a plain array
  TextId first_id_ = 0;      // of a plain array
  std::size_t size_ = 0;
  std::vector<Slice> groups_;
  std::vector<Row> group_rows_;
};

}  // namespace roadlint::engine
