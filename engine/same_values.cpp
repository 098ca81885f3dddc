// A value whose sameness is plain equality has a key, equal for equal values; the others are compared one by one.
#include "engine/same_values.hpp"

#include <algorithm>
#include <numeric>

namespace roadlint::engine {
namespace {

struct KeyOf {
  using Key = std::optional<std::string>;

  Key operator()(const Missing&) const { return std::nullopt; }
  Key operator()(const List&) const { return std::nullopt; }
  /// Durations are the same when their days surely are, which no text says.
  Key operator()(const Duration&) const { return std::nullopt; }
  Key operator()(bool flag) const { return flag ? "true" : "false"; }
  Key operator()(const Number& number) const { return number.exact_text(); }
  Key operator()(const std::string& text) const { return text; }
  Key operator()(const Money& money) const {
    if (money.currency.letters[0] == '\0') return std::nullopt;  // goes with every currency
    return money.amount.exact_text() + " " + std::string(money.currency.text());
  }
  Key operator()(const Quantity& quantity) const {
    if (quantity.unit.empty() || quantity.amount == Number(0)) return std::nullopt;  // may go with every unit
    return quantity.amount.exact_text() + " " + quantity.unit;
  }
  Key operator()(const CalendarPeriod& period) const {
    return std::to_string(period.first) + " " + std::to_string(period.last);
  }
  Key operator()(const dsl::EnumerationMember& member) const {
    return std::to_string(member.enumeration) + " " + std::to_string(member.member);
  }
  Key operator()(const Records& records) const {
    if (records.rows.size() > 1) return std::nullopt;
    return records.rows.empty() ? "to nothing: " + std::to_string(records.text) : std::to_string(records.rows.front());
  }
};

std::optional<std::string> key_of(const SameValues::Values& values) {
  std::string row;
  for (const Value& value : values) {
    const auto key = std::visit(KeyOf{}, value);
    if (!key) return std::nullopt;
    row += std::to_string(value.index()) + ":" + std::to_string(key->size()) + ":" + *key;
  }
  return row;
}

}  // namespace

std::optional<std::size_t> SameValues::find_compared(const Values& values, const std::vector<std::size_t>& rows) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](std::size_t row) {
    return std::equal(values.begin(), values.end(), rows_[row].begin(), rows_[row].end(), are_same);
  });
  if (found == rows.end()) return std::nullopt;
  return *found;
}

std::optional<std::size_t> SameValues::find(const Values& values) const {
  const auto key = key_of(values);
  if (!key) {
    std::vector<std::size_t> all(rows_.size());
    std::iota(all.begin(), all.end(), 0);
    return find_compared(values, all);
  }
  const auto keyed = by_key_.find(*key);
  const auto compared = find_compared(values, keyless_);
  if (keyed == by_key_.end()) return compared;
  return compared ? std::min(*compared, keyed->second) : keyed->second;
}

void SameValues::add(Values values) {
  if (const auto key = key_of(values)) {
    by_key_.try_emplace(*key, rows_.size());
  } else {
    keyless_.push_back(rows_.size());
  }
  rows_.push_back(std::move(values));
}

}  // namespace roadlint::engine
