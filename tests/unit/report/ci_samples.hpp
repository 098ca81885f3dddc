// What the tests of the reports for continuous integration share: findings of every standing, and hostile texts.
#pragma once

#include <string>
#include <string_view>

#include "tests/unit/report/report_samples.hpp"

namespace roadlint::report {

/// Text that tries to break out of every format.
inline constexpr std::string_view hostile_text =
    "Über ]]> \"a\" 'b' | `c` <script>x</script> & 50 %, @team\r\n::error::forged\n::stop-commands::t \x1b[31m\xff\x01";

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// A violated rule about KI-WI5 with nothing but its message.
inline engine::Finding plain_finding(const Sample& sample, std::string rule, Severity severity,
                                     std::string fingerprint) {
  engine::Finding finding;
  finding.rule = std::move(rule);
  finding.severity = severity;
  finding.message = localized("KI-WI5 ends early.", "KI-WI5 endet früh.");
  finding.subject = {"milestone", "KI-WI5"};
  finding.span = sample.at("2028");
  finding.fingerprint = std::move(fingerprint);
  return finding;
}

inline engine::RuleAccount account_of_pack(std::string id, std::size_t matched, std::size_t satisfied) {
  engine::RuleAccount rule = account(std::move(id), matched, satisfied, matched - satisfied, 0, 0);
  rule.pack = "foerderung";
  return rule;
}

/// An error with everything, an undecidable warning, a note, and one finding of each other standing.
inline void add_findings_of_all_standings(Sample& sample) {
  sample.outcomes.records = 4;
  sample.outcomes.rules = {account_of_pack("milestone-target", 2, 1), account_of_pack("milestone-due", 2, 0),
                           account_of_pack("milestone-far", 3, 3), account_of_pack("milestone-none", 0, 0),
                           account("data-unknown-key", 0, 0, 0, 0, 0)};
  engine::Finding known = plain_finding(sample, "milestone-due", Severity::error, "f4");
  known.standing = engine::Standing::known;
  engine::Finding waived = plain_finding(sample, "milestone-due", Severity::error, "f5");
  waived.standing = engine::Standing::waived;
  engine::Finding untouched = plain_finding(sample, "milestone-due", Severity::error, "f6");
  untouched.standing = engine::Standing::untouched;
  engine::Waiver waiver;
  waiver.reason = "Haushalt offen";
  waiver.expires = "2026-12-31";
  sample.outcomes.waivers = {waiver};
  sample.outcomes.findings = {target_finding(sample),
                              undecidable_finding(sample, "milestone-due", "f2"),
                              plain_finding(sample, "milestone-due", Severity::note, "f3"),
                              known,
                              waived,
                              untouched};
}

/// An error of a file, a warning about rules, a rule that matched nothing, and wrong use.
inline void add_diagnostics(Sample& sample) {
  sample.diagnostics.append({"data-syntax", Severity::error, "`]` is missing", sample.at("5 %"), {}, {}, "close it"});
  sample.diagnostics.append({"rule-unused-name", Severity::warning, "`a` is never used", {}, {}, {}, {}});
  sample.diagnostics.append({"rule-matched-nothing", Severity::warning, "no record", {}, {}, {}, {}});
  sample.diagnostics.append({"use-parameter", Severity::error, "no such parameter", {}, {}, {}, {}});
}

}  // namespace roadlint::report
