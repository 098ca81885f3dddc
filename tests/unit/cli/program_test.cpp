// Running other programs.
#include "cli/program.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace roadlint::cli {
namespace {

TEST_CASE("both streams and the exit status come back", "[cli]") {
  const ProgramResult result = run_program({"sh", "-c", "echo out; echo err >&2; exit 3"});
  CHECK(result.has_run);
  CHECK(result.status == 3);
  CHECK(result.output == "out\n");
  CHECK(result.error == "err\n");
}

TEST_CASE("words are given as they are, and input is empty", "[cli]") {
  const ProgramResult result = run_program({"sh", "-c", "printf '%s|' \"$@\"; cat", "sh", "a b", "$(c)", ""});
  CHECK(result.output == "a b|$(c)||");
}

TEST_CASE("much on one stream does not keep the other waiting", "[cli]") {
  const ProgramResult result =
      run_program({"sh", "-c",
                   "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789 >&2; "
                   "i=$((i+1)); done; echo done"});
  CHECK(result.output == "done\n");
  CHECK(result.error.size() == 3000 * 41);
}

TEST_CASE("a program that does not exist has not run", "[cli]") {
  CHECK(!run_program({"roadlint-no-such-program"}).has_run);
}

TEST_CASE("variables that are left out are not seen", "[cli]") {
  ::setenv("ROADLINT_TEST_VARIABLE", "x", 1);  // NOLINT(concurrency-mt-unsafe): one thread
  CHECK(run_program({"sh", "-c", "echo $ROADLINT_TEST_VARIABLE"}).output == "x\n");
  CHECK(run_program({"sh", "-c", "echo $ROADLINT_TEST_VARIABLE"}, {{"ROADLINT_TEST_VARIABLE"}, {}}).output == "\n");
  CHECK(run_program({"sh", "-c", "echo $ROADLINT_TEST_VARIABLE"}, {{}, {"ROADLINT_TEST_VARIABLE=y"}}).output == "y\n");
  ::unsetenv("ROADLINT_TEST_VARIABLE");  // NOLINT(concurrency-mt-unsafe): one thread
}

}  // namespace
}  // namespace roadlint::cli
