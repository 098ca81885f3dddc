// What bounds the work and the memory of a rule.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace roadlint::engine {

/// Ends the evaluation of a rule that takes too long or needs too much memory; caught in evaluate.cpp.
struct TooCostly {};
/// The lists of the cases that are looked at at once are too long; caught where fewer of them can be looked at.
struct TooManyElements {};

/// Counts the steps of one rule, over all of its pieces: whether they are too many does not depend on the threads.
class RuleSteps {
 public:
  explicit RuleSteps(std::uint64_t most) : most_(most) {}

  /// False when there are too many.
  [[nodiscard]] bool add(std::uint64_t steps) { return count_.fetch_add(steps) + steps <= most_; }
  [[nodiscard]] bool are_too_many() const { return is_given_up_ || count_ > most_; }
  /// One piece of the rule could not be done: the others need not be tried.
  void give_up() { is_given_up_ = true; }

 private:
  std::uint64_t most_;
  std::atomic<std::uint64_t> count_ = 0;
  std::atomic<bool> is_given_up_ = false;
};

/// Counts for one thread, and tells the rule now and then.
class StepCounter {
 public:
  explicit StepCounter(RuleSteps& rule) : rule_(rule) {}
  StepCounter(const StepCounter&) = delete;
  StepCounter& operator=(const StepCounter&) = delete;
  ~StepCounter() { static_cast<void>(rule_.add(untold_)); }

  /// Throws TooCostly beyond the limit.
  void count(std::uint64_t steps) {
    constexpr std::uint64_t few = 1'000;
    if (is_paused_) return;
    untold_ += steps;
    if (untold_ < few) return;
    const std::uint64_t told = untold_;
    untold_ = 0;
    if (!rule_.add(told)) throw TooCostly{};
  }
  /// Work that is done once for whoever comes first is nobody's: indexes have a limit of their own.
  void pause(bool is_paused) { is_paused_ = is_paused; }

 private:
  RuleSteps& rule_;
  std::uint64_t untold_ = 0;
  bool is_paused_ = false;
};

/// How many records and cases are looked at together.
struct BatchSizes {
  /// Cases: few enough to stay near the processor, enough to make the rest cheap.
  std::size_t lanes = 4'096;
  /// Records that one piece of work goes over; pieces are for threads.
  std::uint32_t rows_of_piece = 65'536;
};

}  // namespace roadlint::engine
