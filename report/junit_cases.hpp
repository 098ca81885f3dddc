// What a JUnit report consists of, before it becomes XML: a suite for each rule, a case for each finding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace roadlint::report {

enum class JunitResult : std::uint8_t { passed, failed, erroneous, skipped };

/// Every text is one that XML may hold.
struct JunitCase {
  /// Different from those of all other cases of the report.
  std::string name;
  std::string class_name;
  JunitResult result = JunitResult::passed;
  /// Of everything but a passed case: the reason on one line, its kind ("warning"; may be empty), and all about it.
  std::string message = {};
  std::string type = {};
  std::string text = {};
  /// Of a passed case: what it says all the same; may be empty.
  std::string output = {};
  /// Line 0 for an unknown place.
  Location place = {};
  /// How many records were found to be in order.
  std::optional<std::size_t> assertions = {};
};

struct JunitSuite {
  std::string name;
  std::vector<JunitCase> cases;
  /// What was left out of the suite; may be empty.
  std::string output;
};

/// One suite for diagnostics that are errors, if there are any, then one for each rule.
///
/// An active finding fails its case when it is a violation, and is an error of the case when it is undecidable; but a
/// note, whatever its verdict, passes and says so in the output of the case: a test that fails makes a whole pipeline
/// look broken, which notes are not meant to do. Known and waived findings are skipped cases, untouched ones none. A
/// rule without a case of a finding has one of its own, which passes, or is skipped when it matched no record.
[[nodiscard]] std::vector<JunitSuite> junit_suites(const Report& report, const ReportOptions& options);

}  // namespace roadlint::report
