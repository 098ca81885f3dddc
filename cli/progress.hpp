// What a run is doing: its phases in the log with the time that each took, and on a terminal a line that shows how far
// a long run has come. The line goes when the run ends; output and reports never see it.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace roadlint::cli {

class Progress {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  /// What time it is; given by tests.
  using Clock = std::function<TimePoint()>;
  /// Shows text on the terminal; empty when there is none.
  using Writer = std::function<void(std::string_view)>;

  explicit Progress(Writer writer, Clock clock = std::chrono::steady_clock::now)
      : writer_(std::move(writer)), clock_(std::move(clock)) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { finish(); }

  /// Ends the phase before. `name` is for the log, `words` for the line.
  void start(std::string_view name, std::string_view words);
  /// How much of the phase is done, from 0 to 1; from one thread at a time.
  void show_share(double share);
  /// Ends the last phase and takes the line away.
  void finish();

 private:
  void end_phase();
  void show(const std::string& line);

  Writer writer_;
  Clock clock_;
  bool has_line_ = false;
  std::string name_;
  std::string words_;
  TimePoint begin_ = clock_();
  TimePoint phase_begin_ = begin_;
  TimePoint last_shown_ = begin_;
};

}  // namespace roadlint::cli
