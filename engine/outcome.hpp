// What comes out of the engine: an account for every rule and a finding for every violation, undecidable case and data
// mistake. Reports read nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/basis.hpp"
#include "base/certainty.hpp"
#include "base/diagnostic.hpp"
#include "base/localized_text.hpp"
#include "base/span.hpp"

namespace roadlint::engine {

enum class Verdict : std::uint8_t { violated, undecidable };

/// "violated" or "undecidable".
[[nodiscard]] std::string_view verdict_name(Verdict verdict);

/// One value that decided a finding.
struct Evidence {
  /// Where the value belongs: "milestone[KI-WI4].indicators[0].baseline".
  std::string path;
  /// The value in words; nothing when it is absent.
  std::optional<std::string> value;
  /// The value itself or, when it is absent, the record in which it belongs.
  Span span;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// What a finding is about: for several parts their ids joined by `|`, the entity of the first.
struct Subject {
  std::string entity;
  std::string id;

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// What the gate makes of a finding: only active ones count for the exit status.
enum class Standing : std::uint8_t {
  active,
  known,      // the baseline has it
  waived,     // a waiver that has not expired covers it
  untouched,  // the change that was asked about does not touch it
  off,        // its rule is switched off for its file; such findings go before anything is reported
};

/// "active", "known", "waived", "untouched" or "off".
[[nodiscard]] std::string_view standing_name(Standing standing);

struct Finding {
  std::string rule;
  LocalizedText title;
  Verdict verdict = Verdict::violated;
  Severity severity = Severity::error;
  LocalizedText message;
  /// May be empty.
  LocalizedText help;
  Subject subject;
  /// Of a subject that is a record without an id: what it is known by instead of its place in a list, which shifts:
  /// "KI.funding[Pilot lines]". Empty when the subject has an id.
  std::string identity;
  /// The subject's value or record; the caret of the human report.
  Span span;
  /// Further places named by `at`, each drawn as a location of its own.
  std::vector<Span> locations;
  std::vector<Evidence> evidence;
  /// Fingerprints of findings that already name a value whose absence makes this one undecidable.
  std::vector<std::string> caused_by;
  Certainty certainty = Certainty::mechanical;
  std::vector<Basis> basis;
  /// The id of the body responsible for the subject; empty when the data names none.
  std::string responsible;
  /// Which field names it: "milestone[KI-WI4].owner"; empty when none does.
  std::string responsible_from;
  /// Made of rule, subject and the ids of the records bound; unique in a run, unchanged when lines move or values
  /// change.
  std::string fingerprint;
  /// All of the subject's record; unknown when the subject is none.
  Span record;
  Standing standing = Standing::active;
  /// Of a waived one: its place in Outcomes::waivers.
  std::uint32_t waiver = 0;
  /// Its place in Outcomes::acceptances, when the body responsible has said that it will mend it.
  std::optional<std::uint32_t> acceptance = {};
  /// A waiver covered it once: it is a finding again, whatever was known before.
  bool has_expired_waiver = false;
  /// Of an active one, when only what a change touches was asked for: the first place of it that the change touches.
  Span changed;

  /// What waivers, baselines and lists call the subject: a name that stays when lists change.
  [[nodiscard]] const std::string& subject_name() const { return identity.empty() ? subject.id : identity; }
};

/// Why a rule passed over records: `where` was neither true nor false for them.
struct UnscopedReason {
  /// "funding[KI.funding.3].counted is absent"
  LocalizedText reason;
  Span span;
  std::size_t count = 0;
};

/// How one rule fared. matched = satisfied + violated + undecidable; waived findings are counted in `waived` too.
struct RuleAccount {
  std::string id;
  /// Empty for the loader's own rules.
  std::string pack;
  LocalizedText title;
  /// As the rule has it, with its expressions in braces: "Name one body for {m}."; may be empty.
  LocalizedText help;
  std::vector<Basis> basis;
  Severity severity = Severity::error;
  Certainty certainty = Certainty::mechanical;
  std::size_t matched = 0;
  std::size_t satisfied = 0;
  std::size_t violated = 0;
  std::size_t undecidable = 0;
  std::size_t unscoped = 0;
  std::size_t waived = 0;
  std::vector<UnscopedReason> unscoped_reasons;
};

/// What became of a record, or of one of its fields, between two versions of the data.
enum class ChangeKind : std::uint8_t { added, removed, changed };
/// "added", "removed" or "changed".
[[nodiscard]] std::string_view change_kind_name(ChangeKind kind);

/// Which way a value with an order went.
enum class ChangeDirection : std::uint8_t { none, later, earlier, higher, lower };
/// "later", "lower"; empty for none.
[[nodiscard]] std::string_view change_direction_name(ChangeDirection direction);

struct Change {
  ChangeKind kind = ChangeKind::changed;
  ChangeDirection direction = ChangeDirection::none;
  /// The record with an id that it happened to.
  Subject subject;
  /// The record as it is printed: "KI-WI4 (Mehr KI-Produkte)".
  std::string record;
  /// Inside the record: "due", "indicators[0].target.value"; empty for the record itself.
  std::string field;
  /// Values in words; nothing where there is none, and for records.
  std::optional<std::string> before;
  std::optional<std::string> after;
  /// The same for people, by language; empty where the words are the same in every language.
  LocalizedText shown_before;
  LocalizedText shown_after;
  /// In the earlier and in the later version; unknown where it does not exist.
  Span span_before;
  Span span_after;
};

/// A permission, on record and for a time, to publish with a finding.
struct Waiver {
  std::string rule;
  /// Id of the subject; `*` stands for any characters. Empty for a comment, which goes by its place.
  std::string subject;
  std::string reason;
  /// Who allowed it; may be empty.
  std::string approver;
  /// When it was allowed, as a day: "2026-06-29"; may be empty.
  std::string date;
  /// The last day on which it holds: "2026-12-31".
  std::string expires;
  /// A letter, a ticket; may be empty.
  std::string reference;
  /// Where it stands: in a file of waivers, or in a comment of the data.
  Span span;
  bool is_comment = false;
  /// Where rule and expiry stand; of a comment the whole of it.
  Span rule_span = {};
  Span expires_span = {};
  /// Who asked for it in the answer to a list; may be empty.
  std::string proposed_by = {};
  /// Of the one finding that it covers; empty for all of rule and subject.
  std::string fingerprint = {};
};

/// The word, on record, that a finding is right and will be mended. The finding counts as before.
struct Acceptance {
  std::string rule;
  /// Id of the subject.
  std::string subject;
  /// Who mends it; may be empty.
  std::string person;
  /// The day by which it will be mended: "2026-12-31"; may be empty.
  std::string due;
  /// May be empty.
  std::string remark;
  /// Where it stands, in a file of waivers; and its rule there.
  Span span;
  Span rule_span;
  /// Of the one finding that it is about; empty for all of rule and subject.
  std::string fingerprint = {};
};

/// A finding of the baseline that this run did not find again.
struct FixedFinding {
  std::string fingerprint;
  std::string rule;
  Subject subject;
};

/// How the findings of a run compare with a baseline.
struct BaselineAccount {
  /// The file's name.
  std::string file;
  std::size_t known = 0;
  /// In the order of the baseline.
  std::vector<FixedFinding> fixed;
};

struct Outcomes {
  /// Sorted by file name, line, column, rule, subject.
  std::vector<Finding> findings;
  /// In the order of the packs.
  std::vector<RuleAccount> rules;
  /// Number of records read.
  std::size_t records = 0;
  /// Those read: of files of waivers, then of comments.
  std::vector<Waiver> waivers;
  /// Those read of files of waivers.
  std::vector<Acceptance> acceptances;
  /// When a baseline was given.
  std::optional<BaselineAccount> baseline;
  /// The revision that findings were compared with ("origin/main"); empty when none was given.
  std::string diff_base;
};

}  // namespace roadlint::engine
