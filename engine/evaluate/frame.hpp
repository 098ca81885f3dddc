// A batch of cases: which variables have which values in which lanes. Frames are nested like the loops of a rule: every
// lane of a frame belongs to one lane of the frame outside; values of outer variables are fetched when they are asked
// for.
#pragma once

#include <utility>
#include <vector>

#include "engine/evaluate/vector.hpp"

namespace roadlint::engine {

/// How a variable gets its value: it has one; by a `let`; or as the elements that a loop took from its source, of which
/// the places are known.
struct VariableSlot {
  dsl::VariableId variable = dsl::no_id;
  VectorRef value;                                    // may be empty until it is asked for
  dsl::ExpressionId expression = dsl::no_expression;  // let
  dsl::ExpressionId source = dsl::no_expression;      // loop
  VectorRef positions;                                // loop: place in the source's list
};

class Frame {
 public:
  /// The frame around all others: one lane, no variables.
  explicit Frame(bool with_trace) : size_(1), with_trace_(with_trace) {}
  /// A frame inside `outer`; lane i belongs to lane outer_lanes[i] there.
  Frame(Frame& outer, Lanes outer_lanes)
      : outer_(&outer),
        size_(outer_lanes.size()),
        with_trace_(outer.with_trace_),
        outer_lanes_(std::move(outer_lanes)) {}
  /// A frame with the same lanes as `outer`.
  struct SameLanes {};
  Frame(Frame& outer, SameLanes)
      : outer_(&outer), size_(outer.size_), with_trace_(outer.with_trace_), has_same_lanes_(true) {}
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  [[nodiscard]] Frame* outer() const { return outer_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool with_trace() const { return with_trace_; }

  void set(dsl::VariableId variable, VectorRef value) { slots_.push_back({variable, std::move(value), {}, {}, {}}); }
  void define(VariableSlot slot) { slots_.push_back(std::move(slot)); }
  [[nodiscard]] VariableSlot* find(dsl::VariableId variable) {
    for (VariableSlot& slot : slots_) {
      if (slot.variable == variable) return &slot;
    }
    return nullptr;
  }
  [[nodiscard]] bool has_variables() const { return !slots_.empty(); }

  /// Values of expressions that were computed once for all who ask from inside.
  [[nodiscard]] VectorRef computed(dsl::ExpressionId id) const { return find(computed_, id); }
  void keep_computed(dsl::ExpressionId id, VectorRef value) { computed_.emplace_back(id, std::move(value)); }
  /// Values of outer variables in the lanes of this frame.
  [[nodiscard]] VectorRef fetched(dsl::VariableId variable) const { return find(fetched_, variable); }
  void keep_fetched(dsl::VariableId variable, VectorRef value) { fetched_.emplace_back(variable, std::move(value)); }

  /// A vector of frame `outer` in the lanes of this one.
  [[nodiscard]] VectorRef fetch(const VectorRef& vector, const Frame& outer) const {
    if (vector->is_constant || &outer == this) return vector;
    if (outer.outer_ == nullptr) return as_constant(vector);
    Lanes lanes;
    bool is_same = true;
    for (const Frame* frame = this; frame != &outer; frame = frame->outer_) {
      if (frame->has_same_lanes_) continue;
      if (is_same) {
        lanes = frame->outer_lanes_;
      } else {
        for (Lane& lane : lanes) lane = frame->outer_lanes_[lane];
      }
      is_same = false;
    }
    return is_same ? vector : gathered(vector, lanes);
  }
  [[nodiscard]] Lane outer_lane(std::size_t lane) const {
    return has_same_lanes_ ? static_cast<Lane>(lane) : outer_lanes_[lane];
  }

 private:
  [[nodiscard]] static VectorRef find(const std::vector<std::pair<std::uint32_t, VectorRef>>& known, std::uint32_t id) {
    for (const auto& [name, value] : known) {
      if (name == id) return value;
    }
    return nullptr;
  }

  Frame* outer_ = nullptr;
  std::size_t size_;
  bool with_trace_;
  bool has_same_lanes_ = false;
  Lanes outer_lanes_;
  std::vector<VariableSlot> slots_;
  std::vector<std::pair<std::uint32_t, VectorRef>> computed_;
  std::vector<std::pair<std::uint32_t, VectorRef>> fetched_;
};

}  // namespace roadlint::engine
