// Waivers: permissions to publish with a finding, on record and for a time. They stand in files of their own or in
// comments of the data; here they are read and put to use, and nowhere else.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "engine/tables.hpp"
#include "values/calendar.hpp"

namespace roadlint::gate {

/// A waiver and what it stands at, which comments go by.
struct PlacedWaiver {
  engine::Waiver waiver;
  /// Of a comment: the line that it is about.
  Span line;
  /// Of a comment: a value on that line.
  Span value;
  /// Of a comment: the value behind that one, which is inside of what `roadmap:` names.
  Span next_value;
  /// Of a comment: the record with a name that the value is in, and its place.
  engine::Subject record;
  Span record_span;
};

/// What a file of waivers holds.
struct WaiverFile {
  std::vector<PlacedWaiver> waivers;
  std::vector<engine::Acceptance> acceptances;
};

/// Reads a file of waivers:
///
///     waivers:
///       - {rule: milestone-owner, subject: KI-WI4, reason: "...", approver: BMFTR, date: 2026-06-29,
///          expires: 2026-12-31, reference: "...", proposed-by: "...", fingerprint: ad2d7c329fdfdf6e}
///     accepted:
///       - {rule: milestone-due, subject: KI-WI5, person: "...", due: 2026-12-31, remark: "..."}
///
/// A waiver without rule, subject, reason or expiry is a mistake; one with the key `proposed-by` also when it lacks
/// approver or date, so that no proposal holds before it was reviewed. Ids of rules are not looked up here.
[[nodiscard]] WaiverFile read_waivers(const SourceFiles& files, FileId file, Diagnostics& diagnostics);

/// Reads the comments of a YAML data file that begin with `# roadlint:`:
///
///     # roadlint: waive milestone-owner until 2026-12-31 by BMFTR because the contract is being signed
///
/// about the line that they stand on, or, on a line of their own, about the next one with data. `,` separates rules.
[[nodiscard]] std::vector<PlacedWaiver> read_waiver_comments(const SourceFiles& files, FileId file,
                                                             Diagnostics& diagnostics);

/// Names the record that each comment stands at.
void name_records(const dsl::Model& model, const engine::DataSet& data, std::vector<PlacedWaiver>& waivers);

/// The rules that look at the waivers themselves, with their accounts, so that they can be listed and chosen.
[[nodiscard]] const std::vector<engine::RuleAccount>& waiver_rules();

struct WaiverSettings {
  /// What "today" is.
  DayNumber as_of = 0;
  /// Days before its expiry in which a waiver is warned of.
  std::int64_t notice_days = 30;
  /// Which of waiver_rules() are left out.
  std::set<std::string> ignored_rules;
};

/// Marks the findings that a waiver covers which has not expired, counts them, and appends findings about the waivers
/// themselves: expired, about to expire, without use, without approver or date. The waivers move into the outcomes.
void apply_waivers(std::vector<PlacedWaiver> waivers, const WaiverSettings& settings, const SourceFiles& files,
                   engine::Outcomes& outcomes);

/// Marks the findings of which somebody said that they will be mended. The acceptances move into the outcomes.
void apply_acceptances(std::vector<engine::Acceptance> acceptances, engine::Outcomes& outcomes);

}  // namespace roadlint::gate
