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

struct Finding {
  std::string rule;
  LocalizedText title;
  Verdict verdict = Verdict::violated;
  Severity severity = Severity::error;
  LocalizedText message;
  /// May be empty.
  LocalizedText help;
  Subject subject;
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
  /// Made of rule, subject and the ids of the records bound; unique in a run, unchanged when lines move or values
  /// change.
  std::string fingerprint;
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

struct Outcomes {
  /// Sorted by file name, line, column, rule, subject.
  std::vector<Finding> findings;
  /// In the order of the packs.
  std::vector<RuleAccount> rules;
  /// Number of records read.
  std::size_t records = 0;
};

}  // namespace roadlint::engine
