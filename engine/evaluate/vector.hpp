// Values of many cases at once: a vector holds one value of an expression for each lane (case) of a batch. Values take
// eight bytes each, whatever their type (lane_values.hpp says how); lists stand one behind the other. Where findings
// come from, a vector also carries a trace: evidence and causes of every lane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/value.hpp"

namespace roadlint::engine {

using Lane = std::uint32_t;
using Lanes = std::vector<Lane>;

/// A list of entries for each lane, one behind the other.
template <typename Entry>
class LaneLists {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const Entry> operator[](std::size_t lane) const {
    const std::uint32_t begin = lane == 0 ? 0 : ends_[lane - 1];
    return {entries_.data() + begin, entries_.data() + ends_[lane]};
  }
  /// Adds to the lane that is being filled.
  void add(const Entry& entry) { entries_.push_back(entry); }
  void add(std::span<const Entry> entries) { entries_.insert(entries_.end(), entries.begin(), entries.end()); }
  /// Ends the lane that is being filled; the next one begins.
  void close() { ends_.push_back(static_cast<std::uint32_t>(entries_.size())); }
  /// The entries of the lane that is being filled, taken out of it.
  [[nodiscard]] std::vector<Entry> take_open() {
    const std::size_t begin = ends_.empty() ? 0 : ends_.back();
    std::vector<Entry> open(entries_.begin() + static_cast<std::ptrdiff_t>(begin), entries_.end());
    entries_.resize(begin);
    return open;
  }
  [[nodiscard]] std::size_t open_count() const { return entries_.size() - (ends_.empty() ? 0 : ends_.back()); }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<Entry> entries_;
};

/// What decided the values of the lanes: only kept for cases that are reported.
struct Trace {
  LaneLists<CellId> evidence;
  LaneLists<Cause> causes;  // of missing lanes
  /// Of references: where they stand.
  std::vector<CellId> origins;
};

struct Vector {
  /// One lane stands for all lanes of the batch.
  bool is_constant = false;
  std::vector<std::uint8_t> missing;
  std::vector<std::uint64_t> values;  // empty for lists
  std::vector<std::uint32_t> extras;  // currency of money, unit of quantities; else empty
  /// Lists: where the elements of each lane end.
  std::vector<std::uint32_t> ends;
  std::shared_ptr<const Vector> elements;
  std::unique_ptr<Trace> trace;

  [[nodiscard]] std::size_t lane(std::size_t index) const { return is_constant ? 0 : index; }
  [[nodiscard]] std::size_t lane_count() const { return missing.size(); }
  [[nodiscard]] bool is_missing(std::size_t index) const { return missing[lane(index)] != 0; }
  [[nodiscard]] std::uint64_t value(std::size_t index) const { return values[lane(index)]; }
  [[nodiscard]] bool is_true(std::size_t index) const { return !is_missing(index) && value(index) != 0; }
  [[nodiscard]] bool is_false(std::size_t index) const { return !is_missing(index) && value(index) == 0; }
  [[nodiscard]] std::uint32_t extra(std::size_t index) const { return extras.empty() ? 0 : extras[lane(index)]; }
  [[nodiscard]] std::uint32_t begin_of(std::size_t index) const {
    const std::size_t at = lane(index);
    return at == 0 ? 0 : ends[at - 1];
  }
  [[nodiscard]] std::uint32_t end_of(std::size_t index) const { return ends[lane(index)]; }
  [[nodiscard]] std::span<const CellId> evidence(std::size_t index) const {
    return trace ? trace->evidence[lane(index)] : std::span<const CellId>();
  }
  [[nodiscard]] std::span<const Cause> causes(std::size_t index) const {
    return trace ? trace->causes[lane(index)] : std::span<const Cause>();
  }
  [[nodiscard]] CellId origin(std::size_t index) const {
    return trace && !trace->origins.empty() ? trace->origins[lane(index)] : CellId{};
  }
};

using VectorRef = std::shared_ptr<const Vector>;

/// Builds a vector lane by lane. With a trace, every lane gets evidence and causes before it is closed.
class VectorBuilder {
 public:
  VectorBuilder(bool is_list, bool with_trace);

  /// Copies a lane with all that belongs to it; evidence and causes added before come first.
  void add_lane(const Vector& from, std::size_t index);
  /// A lane of a list type takes its elements by elements() and then closes; others take their value here.
  void add_value(std::uint64_t value, std::uint32_t extra = 0, const CellId& origin = {}) {
    vector_->values.push_back(value);
    if (extra != 0 || !vector_->extras.empty()) add_extra(extra);
    close_lane(0, origin);
  }
  void add_missing() {
    if (!elements_) {
      vector_->values.push_back(0);
      if (!vector_->extras.empty()) add_extra(0);
    }
    close_lane(1);
  }
  /// The list of a lane ends with the elements added so far.
  void add_list() { close_lane(0); }

  /// Elements of the list that is being filled.
  [[nodiscard]] VectorBuilder& elements() { return *elements_; }
  [[nodiscard]] bool has_trace() const { return vector_->trace != nullptr; }
  void add_evidence(std::span<const CellId> cells) {
    if (vector_->trace) vector_->trace->evidence.add(cells);
  }
  void add_causes(std::span<const Cause> causes) {
    if (vector_->trace) vector_->trace->causes.add(causes);
  }
  void add_cause(const Cause& cause) { add_causes({&cause, 1}); }
  [[nodiscard]] std::size_t lane_count() const { return vector_->lane_count(); }

  [[nodiscard]] VectorRef finish();

 private:
  void close_lane(std::uint8_t is_missing, const CellId& origin = {}) {
    vector_->missing.push_back(is_missing);
    if (elements_) vector_->ends.push_back(static_cast<std::uint32_t>(elements_->lane_count()));
    if (vector_->trace) close_trace(origin);
  }
  void close_trace(const CellId& origin);
  void add_extra(std::uint32_t extra);

  std::shared_ptr<Vector> vector_;
  std::unique_ptr<VectorBuilder> elements_;
};

/// The given lanes of a vector, in that order.
[[nodiscard]] VectorRef gathered(const VectorRef& vector, std::span<const Lane> lanes);
/// A vector of one lane that stands for all.
[[nodiscard]] VectorRef as_constant(const VectorRef& one_lane);

}  // namespace roadlint::engine
