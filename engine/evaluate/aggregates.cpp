// count, sum, min, max, avg and list over the list in every lane.
#include <algorithm>
#include <numeric>

#include "engine/evaluate/batch_evaluator.hpp"
#include "engine/evaluate/distinct.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {
namespace {

using dsl::Aggregate;
using dsl::TypeKind;
using Places = std::span<const std::uint32_t>;

bool is_number(TypeKind kind) {
  return kind == TypeKind::number || kind == TypeKind::percent || kind == TypeKind::factor;
}

/// Aggregates the elements at the given places of one list; none of them is missing.
class LaneAggregate {
 public:
  LaneAggregate(LaneValues& lanes, const Naming& naming, const dsl::Expression& node, const dsl::Type& list_type,
                const Vector& list)
      : lanes_(lanes), naming_(naming), node_(node), element_type_(list_type.element()), elements_(*list.elements) {}

  /// Adds evidence-free causes and the value of the lane.
  [[nodiscard]] Value value(const Places& places, std::uint64_t& steps) {
    switch (node_.aggregate) {
      case Aggregate::count:
        return Number(static_cast<std::int64_t>(places.size()));
      case Aggregate::sum:
        return places.empty() ? zero_of(node_.type) : sum(places);
      case Aggregate::avg: {
        if (places.empty()) return Missing{{{MissingReason::nothing_to_choose, {}}}};
        Value total = sum(places);
        if (std::holds_alternative<Missing>(total)) return total;
        return divided(std::move(total), static_cast<std::int64_t>(places.size()));
      }
      case Aggregate::min:
      case Aggregate::max:
        return extreme(places, steps);
      case Aggregate::list:
        return joined(places);
    }
    return Missing{};
  }

 private:
  [[nodiscard]] Value element(std::uint32_t place) const { return lanes_.value(elements_, place, element_type_); }

  /// Integers are added up as such as long as they fit.
  [[nodiscard]] Value sum(const Places& places) const {
    std::int64_t total = 0;
    for (const std::uint32_t place : places) {
      const PackedNumber number{elements_.value(place)};
      const bool is_integer = is_number(element_type_.kind) && number.denominator() == 1;
      if (!is_integer || __builtin_add_overflow(total, number.numerator(), &total)) return exact_sum(places);
    }
    return Number(total);
  }

  [[nodiscard]] Value exact_sum(const Places& places) const {
    Value total = element(places.front());
    for (std::size_t index = 1; index < places.size(); ++index) {
      total = sum_of_amounts(total, element(places[index]));
      auto* failed = std::get_if<Missing>(&total);
      if (failed == nullptr) continue;
      // The addend that does not fit is named.
      const auto evidence = elements_.evidence(places[index]);
      if (!evidence.empty()) failed->causes.front().cell = evidence.front();
      return total;
    }
    return total;
  }

  /// The first element that is certainly not beyond any other. Only one can be: among periods the one that ends first
  /// and then begins first (for `max` the other way round); among amounts of one kind the least.
  [[nodiscard]] Value extreme(const Places& places, std::uint64_t& steps) const {
    if (places.empty()) return Missing{{{MissingReason::nothing_to_choose, {}}}};
    const bool is_min = node_.aggregate == Aggregate::min;
    const dsl::Operation operation = is_min ? dsl::Operation::less_equal : dsl::Operation::greater_equal;
    const auto key = [&](std::uint32_t place) { return counted_value(element(place), element_type_); };
    std::uint32_t best = places.front();
    Value best_key = key(best);
    for (const std::uint32_t place : places) {
      Value other = key(place);
      if (!comes_before(other, best_key, is_min)) continue;
      best = place;
      best_key = std::move(other);
    }
    MissingReason reason = MissingReason::overlapping_dates;
    bool is_extreme = true;
    for (const std::uint32_t place : places) {
      const Value other = key(place);
      if (are_same(best_key, other)) continue;
      const Comparison comparison = compare(best_key, operation, other);
      if (!comparison.answer) reason = comparison.reason;
      is_extreme = is_extreme && comparison.answer.value_or(false);
    }
    steps += places.size();
    if (is_extreme) return element(best);
    return has_single_candidate() ? Missing{{{reason, {}}}} : search(places, key, operation);
  }

  [[nodiscard]] static bool comes_before(const Value& left, const Value& right, bool is_min) {
    if (const auto* period = std::get_if<CalendarPeriod>(&left)) {
      const CalendarPeriod& other = std::get<CalendarPeriod>(right);
      if (is_min) return std::pair(period->last, period->first) < std::pair(other.last, other.first);
      return std::pair(period->first, period->last) > std::pair(other.first, other.last);
    }
    if (are_same(left, right)) return false;
    const auto operation = is_min ? dsl::Operation::less : dsl::Operation::greater;
    return compare(left, operation, right).answer.value_or(false);
  }

  [[nodiscard]] bool has_single_candidate() const {
    return is_number(element_type_.kind) || element_type_.kind == TypeKind::date ||
           element_type_.kind == TypeKind::deadline;
  }

  /// Amounts of several units and durations: whether one of them is certainly not beyond any other.
  template <typename Key>
  [[nodiscard]] Value search(const Places& places, Key key, dsl::Operation operation) const {
    MissingReason reason = MissingReason::overlapping_dates;
    for (const std::uint32_t candidate : places) {
      const bool is_extreme = std::all_of(places.begin(), places.end(), [&](std::uint32_t other) {
        lanes_.count_steps(1);
        if (candidate == other || are_same(key(candidate), key(other))) return true;
        const Comparison comparison = compare(key(candidate), operation, key(other));
        if (!comparison.answer) reason = comparison.reason;
        return comparison.answer.value_or(false);
      });
      if (is_extreme) return element(candidate);
    }
    return Missing{{{reason, {}}}};
  }

  [[nodiscard]] Value joined(const Places& places) const {
    std::string text;
    for (const std::uint32_t place : places) {
      text += (text.empty() ? "" : ", ") + element_text(naming_, element(place), element_type_, node_.language);
      lanes_.count_steps(1);
    }
    return text;
  }

  LaneValues& lanes_;
  const Naming& naming_;
  const dsl::Expression& node_;
  dsl::Type element_type_;
  const Vector& elements_;
};

/// Places of elements, list by list: all, or those that are not the same as an earlier one.
class PlaceFinder {
 public:
  PlaceFinder(const LaneValues& lanes, const Vector& list, const dsl::Type& element_type, bool is_distinct)
      : lanes_(lanes), list_(list), element_type_(element_type), is_distinct_(is_distinct) {
    is_keyed_ = is_distinct && are_keyed(*list.elements, element_type);
    if (is_distinct) return;
    all_.resize(list.elements->lane_count());
    std::iota(all_.begin(), all_.end(), 0);
  }

  /// Valid until the next call.
  [[nodiscard]] Places in(std::size_t index) {
    const std::uint32_t begin = list_.begin_of(index);
    if (!is_distinct_) return Places(all_).subspan(begin, list_.end_of(index) - begin);
    distinct_ = distinct_places(lanes_, list_, index, element_type_, is_keyed_);
    return distinct_;
  }

 private:
  const LaneValues& lanes_;
  const Vector& list_;
  const dsl::Type& element_type_;
  bool is_distinct_;
  bool is_keyed_ = false;
  std::vector<std::uint32_t> all_;
  std::vector<std::uint32_t> distinct_;
};

/// The cells of all elements; a record that is counted is evidence itself.
Cells evidence_of(const LaneValues& lanes, const Vector& list, std::size_t index, const dsl::Type& type,
                  bool shows_records) {
  Cells cells;
  for (std::uint32_t at = list.begin_of(index); at < list.end_of(index); ++at) {
    const auto evidence = list.elements->evidence(at);
    cells.insert(cells.end(), evidence.begin(), evidence.end());
    const bool is_record = type.kind == TypeKind::record && !list.elements->is_missing(at);
    if (!shows_records || !is_record || !evidence.empty()) continue;
    const Value value = lanes.value(*list.elements, at, type);
    for (const Row row : std::get<Records>(value).rows) cells.push_back({{type.index, row}, dsl::no_id});
  }
  if (!cells.empty()) return cells;
  const auto own = list.evidence(index);
  return {own.begin(), own.end()};
}

}  // namespace

VectorRef BatchEvaluator::aggregate(const Expression& node, Frame& frame) {
  is_only_aggregated_ = at(node.operands[0]).kind == dsl::ExpressionKind::comprehension;
  const VectorRef list = evaluate(node.operands[0], frame);
  is_only_aggregated_ = false;
  const dsl::Type& list_type = at(node.operands[0]).type;
  const dsl::Type element_type = list_type.element();
  // The records of a group are shown by the values that put them there: see case_runner.cpp.
  const bool shows_records = at(node.operands[0]).kind != dsl::ExpressionKind::variable;
  PlaceFinder finder(lanes_, *list, element_type, node.distinct);
  const Naming naming{program_.model, data_};
  LaneAggregate lane_aggregate(lanes_, naming, node, list_type, *list);
  VectorBuilder builder(false, frame.with_trace());
  std::uint64_t steps = list->elements->lane_count();
  for (std::size_t lane = 0; lane < list->lane_count(); ++lane) {
    if (list->is_missing(lane)) {
      builder.add_evidence(list->evidence(lane));
      builder.add_causes(list->causes(lane));
      builder.add_missing();
      continue;
    }
    const Places places = finder.in(lane);
    Cells evidence;
    if (frame.with_trace()) evidence = evidence_of(lanes_, *list, lane, element_type, shows_records);
    builder.add_evidence(evidence);
    bool is_missing = false;
    for (const std::uint32_t place : places) {
      if (!list->elements->is_missing(place)) continue;
      is_missing = true;
      builder.add_causes(list->elements->causes(place));
    }
    if (is_missing) {
      builder.add_missing();
      continue;
    }
    Value value = lane_aggregate.value(places, steps);
    if (auto* failed = std::get_if<Missing>(&value)) {
      Cause& cause = failed->causes.front();
      if (cause.cell.record.table == dsl::no_id && !evidence.empty()) cause.cell = evidence.front();
      builder.add_causes(failed->causes);
    }
    lanes_.add(builder, value);
  }
  count_steps(steps);
  const VectorRef result = builder.finish();
  return list->is_constant ? as_constant(result) : result;
}

}  // namespace roadlint::engine
