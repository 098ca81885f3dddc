// The line of progress with a clock of the test: when it appears, what it says, and that nothing of it stays.
#include "cli/progress.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/log.hpp"

namespace roadlint::cli {
namespace {

using std::chrono::milliseconds;
using Lines = std::vector<std::string>;

const std::string clear_line = "\r\033[K";

/// A run whose clock only moves when told to, and what it wrote.
struct TimedRun {
  Progress::TimePoint now;
  Lines written;
  std::optional<Progress> progress;

  explicit TimedRun(bool has_terminal) {
    REQUIRE(start_log("off"));
    const auto write = [this](std::string_view text) { written.emplace_back(text); };
    progress.emplace(has_terminal ? Progress::Writer(write) : Progress::Writer(), [this] { return now; });
  }
  void wait(int count) { now += milliseconds(count); }
};

}  // namespace

TEST_CASE("a run shorter than half a second shows nothing", "[progress]") {
  TimedRun run(true);
  run.progress->start("load", "reading data");
  run.wait(499);
  run.progress->show_share(0.5);
  run.progress->start("evaluate", "checking");
  run.progress->finish();
  CHECK(run.written.empty());
}

TEST_CASE("a long run shows phase and share in one line, which goes at the end", "[progress]") {
  TimedRun run(true);
  run.progress->start("load", "reading data");
  run.wait(600);
  run.progress->start("evaluate", "checking");
  run.wait(100);
  run.progress->show_share(0.257);
  CHECK(run.written == Lines{clear_line + "roadlint: checking ...", clear_line + "roadlint: checking ... 25 %"});
  run.progress->finish();
  REQUIRE(run.written.size() == 3);
  CHECK(run.written[2] == clear_line);
}

TEST_CASE("the line changes at most ten times a second", "[progress]") {
  TimedRun run(true);
  run.progress->start("evaluate", "checking");
  run.wait(500);
  run.progress->show_share(0.1);
  run.wait(99);
  run.progress->show_share(0.2);
  CHECK(run.written == Lines{clear_line + "roadlint: checking ... 10 %"});
  run.wait(1);
  run.progress->show_share(0.3);
  REQUIRE(run.written.size() == 2);
  CHECK(run.written[1] == clear_line + "roadlint: checking ... 30 %");
}

TEST_CASE("the line goes once, also when the run ends by leaving its scope", "[progress]") {
  TimedRun run(true);
  run.progress->start("load", "reading data");
  run.wait(700);
  run.progress->show_share(0);
  run.progress->finish();
  run.progress->finish();
  CHECK(run.written.size() == 2);
  run.wait(100);
  run.progress->start("load", "reading data");
  run.progress.reset();
  CHECK(run.written.size() == 4);
  CHECK(run.written.back() == clear_line);
}

TEST_CASE("without a terminal nothing is written however long a run takes", "[progress]") {
  TimedRun run(false);
  run.progress->start("load", "reading data");
  run.wait(60'000);
  run.progress->show_share(0.9);
  run.progress->start("evaluate", "checking");
  run.progress->finish();
  CHECK(run.written.empty());
}

}  // namespace roadlint::cli
