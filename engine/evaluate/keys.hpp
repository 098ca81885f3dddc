// Keys of values: equal exactly for equal values, so that joins, groups and sets find them by hashing.
#pragma once

#include <optional>
#include <vector>

#include "engine/evaluate/lane_values.hpp"

namespace roadlint::engine {

/// The key of a present value; nothing for what is not equal by its bytes alone: amounts with units, durations, very
/// large numbers, references to an id used twice.
[[nodiscard]] std::optional<std::uint64_t> key_of(const Vector& vector, std::size_t index, const dsl::Type& type);

/// A vector of values and their type.
struct KeyColumn {
  VectorRef vector;
  dsl::Type type;
};

/// Numbers tuples of keys from 0 in the order in which they come. A tuple is built part by part: the number of a tuple
/// and a further key make the next one.
class TupleNumbers {
 public:
  static constexpr std::uint32_t empty_tuple = dsl::no_id;

  [[nodiscard]] std::uint32_t add(std::uint32_t tuple, std::uint64_t key);
  /// no_id when there is none.
  [[nodiscard]] std::uint32_t find(std::uint32_t tuple, std::uint64_t key) const;
  /// One more than the greatest number given.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

 private:
  struct Entry {
    std::uint64_t key;
    std::uint32_t tuple;
  };
  [[nodiscard]] std::size_t slot_of(std::uint32_t tuple, std::uint64_t key) const;
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // places in entries_, plus one; 0: free
};

/// Tells which values of a list or a set are the same: by key where all have one, else one by one.
class Sameness {
 public:
  Sameness(const LaneValues& lanes, bool is_keyed) : lanes_(lanes), is_keyed_(is_keyed) {}

  /// The number of the first value that is the same; a new one for a new value.
  std::size_t add(const Vector& vector, std::size_t index, const dsl::Type& type);
  [[nodiscard]] bool contains(const Vector& vector, std::size_t index, const dsl::Type& type) const;
  [[nodiscard]] std::size_t size() const { return is_keyed_ ? tuples_.size() : values_.size(); }

 private:
  [[nodiscard]] std::optional<std::size_t> find_compared(const Value& value) const;

  const LaneValues& lanes_;
  bool is_keyed_;
  TupleNumbers tuples_;
  std::vector<Value> values_;
};

/// Whether every present lane has a key, or one by which references to the same id used twice are the same.
[[nodiscard]] bool are_keyed(const Vector& vector, const dsl::Type& type);

}  // namespace roadlint::engine
