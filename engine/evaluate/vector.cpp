// See vector.hpp.
#include "engine/evaluate/vector.hpp"

namespace roadlint::engine {

VectorBuilder::VectorBuilder(bool is_list, bool with_trace) : vector_(std::make_shared<Vector>()) {
  if (with_trace) vector_->trace = std::make_unique<Trace>();
  if (is_list) elements_ = std::make_unique<VectorBuilder>(false, with_trace);
}

namespace {

/// `let b = a * a`, `let c = b * b` and so on would double the entries each time.
template <typename Entry>
void close_bounded(LaneLists<Entry>& lists) {
  constexpr std::size_t many = 4096;
  if (lists.open_count() > many) {
    std::vector<Entry> entries = lists.take_open();
    drop_repetitions(entries);
    lists.add(std::span<const Entry>(entries));
  }
  lists.close();
}

}  // namespace

void VectorBuilder::close_trace(const CellId& origin) {
  close_bounded(vector_->trace->evidence);
  close_bounded(vector_->trace->causes);
  vector_->trace->origins.push_back(origin);
}

/// Most vectors have no extras; the first lane that has one makes room for those before it.
void VectorBuilder::add_extra(std::uint32_t extra) {
  vector_->extras.resize(vector_->values.size() - 1, 0);
  vector_->extras.push_back(extra);
}

void VectorBuilder::add_lane(const Vector& from, std::size_t index) {
  add_evidence(from.evidence(index));
  add_causes(from.causes(index));
  if (from.is_missing(index)) return add_missing();
  if (!elements_) return add_value(from.value(index), from.extra(index), from.origin(index));
  for (std::uint32_t at = from.begin_of(index); at < from.end_of(index); ++at) elements_->add_lane(*from.elements, at);
  add_list();
}

VectorRef VectorBuilder::finish() {
  if (!vector_->extras.empty()) vector_->extras.resize(vector_->values.size(), 0);
  if (elements_) vector_->elements = elements_->finish();
  return std::move(vector_);
}

namespace {

template <typename Value>
void gather_values(std::vector<Value>& to, const std::vector<Value>& from, std::span<const Lane> lanes) {
  if (from.empty()) return;
  to.resize(lanes.size());
  for (std::size_t at = 0; at < lanes.size(); ++at) to[at] = from[lanes[at]];
}

}  // namespace

VectorRef gathered(const VectorRef& vector, std::span<const Lane> lanes) {
  if (vector->is_constant) return vector;
  const bool is_plain = vector->ends.empty() && !vector->trace && !vector->elements;
  if (!is_plain) {
    VectorBuilder builder(vector->elements != nullptr, vector->trace != nullptr);
    for (const Lane lane : lanes) builder.add_lane(*vector, lane);
    return builder.finish();
  }
  auto result = std::make_shared<Vector>();
  gather_values(result->missing, vector->missing, lanes);
  gather_values(result->values, vector->values, lanes);
  gather_values(result->extras, vector->extras, lanes);
  return result;
}

VectorRef as_constant(const VectorRef& one_lane) {
  if (one_lane->is_constant || one_lane->lane_count() != 1) return one_lane;
  auto result = std::make_shared<Vector>();
  result->is_constant = true;
  result->missing = one_lane->missing;
  result->values = one_lane->values;
  result->extras = one_lane->extras;
  result->ends = one_lane->ends;
  result->elements = one_lane->elements;
  if (one_lane->trace) result->trace = std::make_unique<Trace>(*one_lane->trace);
  return result;
}

}  // namespace roadlint::engine
