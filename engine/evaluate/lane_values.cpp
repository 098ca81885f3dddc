// See lane_values.hpp.
#include "engine/evaluate/lane_values.hpp"

namespace roadlint::engine {

using dsl::TypeKind;

TextId MadeTexts::intern(std::string_view text) {
  const TextId known = data_texts_.find(text);
  if (known != dsl::no_id) return known;
  const std::scoped_lock lock(mutex_);
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  const TextId id = made_text + static_cast<TextId>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

std::string_view MadeTexts::text(TextId id) const {
  if (id < made_text) return data_texts_.text(id);
  const std::scoped_lock lock(mutex_);
  return texts_[id - made_text];
}

std::uint64_t LaneValues::number(const Number& number) {
  if (const auto packed = PackedNumber::pack(number)) return packed->bits;
  numbers_.push_back(number);
  return std::uint64_t{numbers_.size() - 1} << 16U;  // denominator 0: see PackedNumber
}

Number LaneValues::number_at(std::uint64_t value) const {
  const PackedNumber packed{value};
  if (packed.is_spilled()) return numbers_[static_cast<std::size_t>(packed.numerator())];
  return Number::of_lowest_terms({packed.numerator(), packed.denominator()});
}

namespace {

/// Days are stored from here on, so that all of the years 1 to 9999 are positive.
constexpr std::int64_t first_day = -800'000;
constexpr unsigned day_bits = 24;
constexpr std::uint64_t day_mask = (std::uint64_t{1} << day_bits) - 1;

std::uint64_t pack_day(DayNumber day) { return static_cast<std::uint64_t>(day - first_day); }
DayNumber unpack_day(std::uint64_t bits) {
  return static_cast<DayNumber>(static_cast<std::int64_t>(bits & day_mask) + first_day);
}

}  // namespace

std::uint64_t pack_period(const CalendarPeriod& period) {
  const std::uint64_t precision = static_cast<std::uint64_t>(period.precision) << (2 * day_bits);
  return precision | pack_day(period.first) << day_bits | pack_day(period.last);
}

CalendarPeriod unpack_period(std::uint64_t value) {
  return {unpack_day(value >> day_bits), unpack_day(value), static_cast<DatePrecision>(value >> (2 * day_bits))};
}

std::uint32_t pack_currency(const Currency& currency) {
  std::uint32_t packed = 0;
  for (const char letter : currency.letters) packed = packed << 8U | static_cast<unsigned char>(letter);
  return packed;
}

Currency unpack_currency(std::uint32_t extra) {
  const auto letter = [&](unsigned shift) { return static_cast<char>(extra >> shift & 0xFFU); };
  return {{letter(16), letter(8), letter(0)}};
}

namespace {

/// Adds what a value holds to a builder.
struct Adder {
  LaneValues& lanes;
  VectorBuilder& builder;
  std::vector<Duration>& durations;

  void operator()(const Missing&) const { builder.add_missing(); }
  void operator()(bool flag) const { builder.add_value(flag ? 1 : 0); }
  void operator()(const Number& number) const { builder.add_value(lanes.number(number)); }
  void operator()(const Money& money) const {
    builder.add_value(lanes.number(money.amount), pack_currency(money.currency));
  }
  void operator()(const Quantity& quantity) const {
    builder.add_value(lanes.number(quantity.amount), lanes.text(quantity.unit));
  }
  void operator()(const CalendarPeriod& period) const { builder.add_value(pack_period(period)); }
  void operator()(const Duration& duration) const {
    durations.push_back(duration);
    builder.add_value(durations.size() - 1);
  }
  void operator()(const std::string& text) const { builder.add_value(lanes.text(text)); }
  void operator()(const dsl::EnumerationMember& member) const { builder.add_value(member.member); }
  void operator()(const Records& records) const { builder.add_value(own_record(records.rows.front())); }
  void operator()(const List&) const { builder.add_list(); }
};

}  // namespace

void LaneValues::add(VectorBuilder& builder, const Value& value) {
  std::visit(Adder{*this, builder, durations_}, value);
}

Value LaneValues::value(const Vector& vector, std::size_t index, const dsl::Type& type) const {
  if (vector.is_missing(index)) {
    const auto causes = vector.causes(index);
    return Missing{Causes(causes.begin(), causes.end())};
  }
  if (!type.is_list) return scalar(vector, index, type);
  List list;
  const dsl::Type element = type.element();
  for (std::uint32_t at = vector.begin_of(index); at < vector.end_of(index); ++at) {
    list.push_back({value(*vector.elements, at, element), {}});
  }
  return list;
}

Value LaneValues::scalar(const Vector& vector, std::size_t index, const dsl::Type& type) const {
  const std::uint64_t packed = vector.value(index);
  switch (type.kind) {
    case TypeKind::boolean:
      return packed != 0;
    case TypeKind::number:
    case TypeKind::percent:
    case TypeKind::factor:
      return number_at(packed);
    case TypeKind::money:
      return Money{number_at(packed), unpack_currency(vector.extra(index))};
    case TypeKind::quantity:
      return Quantity{number_at(packed), std::string(text_at(vector.extra(index)))};
    case TypeKind::date:
    case TypeKind::deadline:
      return unpack_period(packed);
    case TypeKind::duration:
      return durations_[packed];
    case TypeKind::enumeration:
      return dsl::EnumerationMember{type.index, static_cast<std::uint32_t>(packed)};
    case TypeKind::record: {
      Records records{type.index, {}, text_of(packed), vector.origin(index)};
      visit_rows(data_, packed, [&](Row row) { records.rows.push_back(row); });
      return records;
    }
    default:
      return std::string(text_at(packed));
  }
}

}  // namespace roadlint::engine
