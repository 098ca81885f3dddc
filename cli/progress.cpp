// See progress.hpp.
#include "cli/progress.hpp"

#include "cli/interrupts.hpp"
#include "cli/log.hpp"

namespace roadlint::cli {
namespace {

/// A run shorter than this shows nothing.
constexpr std::chrono::milliseconds patience{500};
/// A line that changes more often is hard to read.
constexpr std::chrono::milliseconds pause{100};
constexpr std::string_view clear_line = "\r\033[K";

}  // namespace

void Progress::start(std::string_view name, std::string_view words) {
  end_phase();
  name_ = name;
  words_ = words;
  show(words_ + " ...");
}

void Progress::show_share(double share) {
  show(words_ + " ... " + std::to_string(static_cast<int>(share * 100)) + " %");
}

void Progress::show(const std::string& line) {
  if (!writer_) return;
  const TimePoint now = clock_();
  if (now - begin_ < patience || (has_line_ && now - last_shown_ < pause)) return;
  last_shown_ = now;
  has_line_ = true;
  set_progress_line_shown(true);
  writer_(std::string(clear_line) + "roadlint: " + line);
}

void Progress::end_phase() {
  const TimePoint now = clock_();
  if (!name_.empty()) log_phase(name_, std::chrono::duration<double, std::milli>(now - phase_begin_).count());
  name_.clear();
  phase_begin_ = now;
}

void Progress::finish() {
  end_phase();
  if (has_line_) writer_(clear_line);
  has_line_ = false;
  set_progress_line_shown(false);
}

}  // namespace roadlint::cli
