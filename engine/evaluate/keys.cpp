// See keys.hpp.
#include "engine/evaluate/keys.hpp"

#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {

using dsl::TypeKind;

std::optional<std::uint64_t> key_of(const Vector& vector, std::size_t index, const dsl::Type& type) {
  const std::uint64_t value = vector.value(index);
  switch (type.kind) {
    case TypeKind::boolean:
    case TypeKind::text:
    case TypeKind::enumeration:
      return value;
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
      if (PackedNumber{value}.is_spilled()) return std::nullopt;
      return value;
    case TypeKind::date:
    case TypeKind::deadline: {
      CalendarPeriod period = unpack_period(value);
      if (type.kind == TypeKind::deadline) period.first = period.last;
      period.precision = DatePrecision::day;
      return pack_period(period);
    }
    case TypeKind::record: {
      const Target target = target_of(value);
      if (target.is_single()) return target.row();
      if (target.is_dangling()) return std::uint64_t{1} << 32U | text_of(value);
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

bool are_keyed(const Vector& vector, const dsl::Type& type) {
  for (std::size_t lane = 0; lane < vector.lane_count(); ++lane) {
    if (vector.missing[lane] == 0 && !key_of(vector, lane, type)) return false;
  }
  return true;
}

// --- numbers of tuples ---------------------------------------------------------------------------------------------

std::size_t TupleNumbers::slot_of(std::uint32_t tuple, std::uint64_t key) const {
  std::uint64_t hash = (key ^ std::uint64_t{tuple} << 40U) * 0x9E3779B97F4A7C15U;
  hash ^= hash >> 32U;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash + tuple) & mask;
  while (slots_[slot] != 0) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.key == key && entry.tuple == tuple) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

void TupleNumbers::grow() {
  constexpr std::size_t fewest = 16;
  slots_.assign(std::max(fewest, slots_.size() * 2), 0);
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    slots_[slot_of(entries_[number].tuple, entries_[number].key)] = number + 1;
  }
}

std::uint32_t TupleNumbers::add(std::uint32_t tuple, std::uint64_t key) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  std::uint32_t& slot = slots_[slot_of(tuple, key)];
  if (slot == 0) {
    entries_.push_back({key, tuple});
    slot = static_cast<std::uint32_t>(entries_.size());
  }
  return slot - 1;
}

std::uint32_t TupleNumbers::find(std::uint32_t tuple, std::uint64_t key) const {
  if (slots_.empty()) return dsl::no_id;
  const std::uint32_t number = slots_[slot_of(tuple, key)];
  return number == 0 ? dsl::no_id : number - 1;
}

// --- sameness ------------------------------------------------------------------------------------------------------

std::optional<std::size_t> Sameness::find_compared(const Value& value) const {
  lanes_.count_steps(values_.size());
  for (std::size_t number = 0; number < values_.size(); ++number) {
    if (are_same(value, values_[number])) return number;
  }
  return std::nullopt;
}

std::size_t Sameness::add(const Vector& vector, std::size_t index, const dsl::Type& type) {
  if (is_keyed_) return tuples_.add(TupleNumbers::empty_tuple, *key_of(vector, index, type));
  Value value = counted_value(lanes_.value(vector, index, type), type);
  if (const auto number = find_compared(value)) return *number;
  values_.push_back(std::move(value));
  return values_.size() - 1;
}

bool Sameness::contains(const Vector& vector, std::size_t index, const dsl::Type& type) const {
  if (is_keyed_) {
    const auto key = key_of(vector, index, type);
    return key && tuples_.find(TupleNumbers::empty_tuple, *key) != dsl::no_id;
  }
  return find_compared(counted_value(lanes_.value(vector, index, type), type)).has_value();
}

}  // namespace roadlint::engine
