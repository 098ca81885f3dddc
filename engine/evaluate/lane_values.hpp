// How a value of each type fits the eight bytes of a lane, and the way back to a typed value:
//   boolean             0 or 1
//   number, percent,    PackedNumber; money and quantities keep currency or unit in the lane's extra
//   factor, money,
//   quantity
//   date, deadline      first and last day, precision
//   text                TextId; texts made by rules have ids from `made_text` on
//   enumeration         member
//   duration            place in the scratch
//   record              Target in the lower half; in the upper half the TextId of the reference, no_id for the record
//                       itself
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/evaluate/steps.hpp"
#include "engine/evaluate/vector.hpp"
#include "engine/tables.hpp"
#include "values/packed_number.hpp"

namespace roadlint::engine {

/// Ids of texts that rules make begin here; those of the data are below.
inline constexpr TextId made_text = 0x80000000U;

/// Texts that rules make (`lower(x)`), for all threads of a run. A text that the data has keeps that id, so that equal
/// texts have equal ids.
class MadeTexts {
 public:
  explicit MadeTexts(const TextPool& data_texts) : data_texts_(data_texts) {}
  [[nodiscard]] TextId intern(std::string_view text);
  [[nodiscard]] std::string_view text(TextId id) const;

 private:
  const TextPool& data_texts_;
  mutable std::mutex mutex_;
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, TextId> ids_;
};

/// Turns values into lanes and back; keeps what does not fit. One for each thread.
class LaneValues {
 public:
  LaneValues(const DataSet& data, MadeTexts& texts, StepCounter& counter)
      : data_(data), texts_(texts), counter_(counter) {}
  void count_steps(std::uint64_t steps) const { counter_.count(steps); }

  [[nodiscard]] std::uint64_t number(const Number& number);
  [[nodiscard]] Number number_at(std::uint64_t value) const;
  [[nodiscard]] std::uint64_t duration(const Duration& duration) {
    durations_.push_back(duration);
    return durations_.size() - 1;
  }
  /// Made texts are kept for the whole run: long ones cost.
  [[nodiscard]] TextId text(std::string_view text) {
    count_steps(text.size() / 4);
    return texts_.intern(text);
  }
  [[nodiscard]] std::string_view text_at(std::uint64_t value) const { return texts_.text(static_cast<TextId>(value)); }

  /// Adds a present or missing value; the elements of lists and evidence are not taken over.
  void add(VectorBuilder& builder, const Value& value);
  /// The value of a lane; missing lanes give Missing with the causes that the trace has, lists have all elements.
  [[nodiscard]] Value value(const Vector& vector, std::size_t index, const dsl::Type& type) const;

 private:
  [[nodiscard]] Value scalar(const Vector& vector, std::size_t index, const dsl::Type& type) const;

  const DataSet& data_;
  MadeTexts& texts_;
  StepCounter& counter_;
  std::vector<Number> numbers_;
  std::vector<Duration> durations_;
};

[[nodiscard]] std::uint64_t pack_period(const CalendarPeriod& period);
[[nodiscard]] CalendarPeriod unpack_period(std::uint64_t value);
[[nodiscard]] std::uint32_t pack_currency(const Currency& currency);
[[nodiscard]] Currency unpack_currency(std::uint32_t extra);

/// A record itself, not a reference to one.
[[nodiscard]] inline std::uint64_t own_record(Row row) { return std::uint64_t{dsl::no_id} << 32U | row; }
[[nodiscard]] inline std::uint64_t reference(Target target, TextId text) {
  return std::uint64_t{text} << 32U | target.code;
}
[[nodiscard]] inline Target target_of(std::uint64_t record) { return {static_cast<std::uint32_t>(record)}; }
[[nodiscard]] inline TextId text_of(std::uint64_t record) { return static_cast<TextId>(record >> 32U); }
[[nodiscard]] inline bool is_own(std::uint64_t record) { return text_of(record) == dsl::no_id; }
/// The records in rows [begin, end) of a table.
[[nodiscard]] inline VectorRef own_records(Row begin, Row end) {
  auto records = std::make_shared<Vector>();
  records->missing.resize(end - begin);
  records->values.reserve(end - begin);
  for (Row row = begin; row < end; ++row) records->values.push_back(own_record(row));
  return records;
}
/// Calls `visit` with the row of the record, or with each row of an id used twice; not at all when it is dangling.
template <typename Visit>
void visit_rows(const DataSet& data, std::uint64_t record, Visit visit) {
  const Target target = target_of(record);
  if (target.is_single()) return visit(target.row());
  if (target.is_dangling()) return;
  for (const Row row : data.target_rows(target)) visit(row);
}

}  // namespace roadlint::engine
