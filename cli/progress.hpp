// What a run is doing: its phases in the log with the time that each took, and on a terminal a line that shows how far
// a long run has come. The line goes when the run ends; output and reports never see it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace roadlint::cli {

class Progress {
 public:
  /// `is_shown`: whether there is a terminal to show the line on.
  explicit Progress(bool is_shown) : is_shown_(is_shown) {}
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
  using Clock = std::chrono::steady_clock;

  void end_phase();
  void show(const std::string& line);

  bool is_shown_;
  bool has_line_ = false;
  std::string name_;
  std::string words_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point phase_begin_ = begin_;
  Clock::time_point last_shown_ = begin_;
};

}  // namespace roadlint::cli
