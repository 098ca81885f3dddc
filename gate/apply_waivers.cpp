// Putting waivers to use: see waivers.hpp. The only place that decides whether one holds.
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/edit_distance.hpp"
#include "base/glob.hpp"
#include "engine/finding_order.hpp"
#include "engine/records_at.hpp"
#include "gate/map_reader.hpp"
#include "gate/waiver_findings.hpp"
#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

/// Finds the waivers that cover a finding without looking at each of them.
class WaiverIndex {
 public:
  explicit WaiverIndex(const std::vector<PlacedWaiver>& waivers) : waivers_(waivers) {
    for (std::uint32_t index = 0; index < waivers.size(); ++index) add(waivers[index], index);
  }

  [[nodiscard]] bool names_rule(const std::string& rule) const { return by_rule_.contains(rule); }

  /// In the order of the waivers.
  [[nodiscard]] std::vector<std::uint32_t> covering(const engine::Finding& finding) const {
    std::vector<std::uint32_t> found;
    const auto rule = by_rule_.find(finding.rule);
    if (rule == by_rule_.end()) return found;
    const OfRule& candidates = rule->second;
    const auto add_all = [&](const std::vector<std::uint32_t>& more) {
      found.insert(found.end(), more.begin(), more.end());
    };
    if (const auto one = candidates.by_fingerprint.find(finding.fingerprint); one != candidates.by_fingerprint.end()) {
      add_all(one->second);
    }
    if (const auto exact = candidates.by_subject.find(finding.subject_name()); exact != candidates.by_subject.end()) {
      add_all(exact->second);
    }
    for (const std::uint32_t index : candidates.patterns) {
      if (matches_glob(finding.subject_name(), waivers_[index].waiver.subject)) found.push_back(index);
    }
    if (const auto record = candidates.by_record.find(key_of(finding.record)); record != candidates.by_record.end()) {
      add_all(record->second);
    }
    add_all(on_line_of(candidates, finding.span));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  using Numbers = std::vector<std::uint32_t>;
  using Key = std::tuple<FileId, std::uint32_t, std::uint32_t>;

  struct OfRule {
    std::unordered_map<std::string, Numbers> by_fingerprint;
    std::unordered_map<std::string, Numbers> by_subject;
    /// Subjects with `*` or `?`.
    Numbers patterns;
    std::map<Key, Numbers> by_record;
    std::map<Key, Numbers> by_line;
  };

  static Key key_of(const Span& span) { return {span.file, span.begin, span.end}; }

  void add(const PlacedWaiver& placed, std::uint32_t index) {
    OfRule& rule = by_rule_[placed.waiver.rule];
    if (placed.waiver.is_comment) {
      if (placed.record_span.is_known()) rule.by_record[key_of(placed.record_span)].push_back(index);
      if (placed.line.is_known()) rule.by_line[key_of(placed.line)].push_back(index);
    } else if (!placed.waiver.fingerprint.empty()) {
      rule.by_fingerprint[placed.waiver.fingerprint].push_back(index);
    } else if (placed.waiver.subject.find_first_of("*?") != std::string::npos) {
      rule.patterns.push_back(index);
    } else {
      rule.by_subject[placed.waiver.subject].push_back(index);
    }
  }

  /// Those about the line on which the finding begins.
  [[nodiscard]] static Numbers on_line_of(const OfRule& rule, const Span& span) {
    const auto after = rule.by_line.upper_bound({span.file, span.begin, 0xFFFFFFFF});
    if (!span.is_known() || after == rule.by_line.begin()) return {};
    const auto& [line, numbers] = *std::prev(after);
    const bool is_on_line = std::get<0>(line) == span.file && span.begin <= std::get<2>(line);
    return is_on_line ? numbers : Numbers();
  }

  const std::vector<PlacedWaiver>& waivers_;
  std::unordered_map<std::string, OfRule> by_rule_;
};

class WaiverUse {
 public:
  WaiverUse(std::vector<PlacedWaiver> waivers, const WaiverSettings& settings, engine::Outcomes& outcomes)
      : waivers_(std::move(waivers)),
        settings_(settings),
        outcomes_(outcomes),
        index_(waivers_),
        is_used_(waivers_.size()) {
    for (const engine::RuleAccount& rule : outcomes.rules) checked_rules_.insert(rule.id);
  }

  void run() {
    for (engine::Finding& finding : outcomes_.findings) apply_to(finding);
    count_waived();
    add_findings();
    for (PlacedWaiver& placed : waivers_) outcomes_.waivers.push_back(std::move(placed.waiver));
  }

 private:
  [[nodiscard]] std::int64_t days_left(const engine::Waiver& waiver) const {
    const auto expiry = read_day(waiver.expires);
    return expiry ? std::int64_t{*expiry} - settings_.as_of : -1;
  }

  /// The first one that holds decides; all that cover the finding are of use, expired ones too.
  void apply_to(engine::Finding& finding) {
    for (const std::uint32_t number : index_.covering(finding)) {
      is_used_[number] = true;
      const bool has_expired = days_left(waivers_[number].waiver) < 0;
      if (has_expired) finding.has_expired_waiver = true;
      if (finding.standing != engine::Standing::active || has_expired) continue;
      finding.standing = engine::Standing::waived;
      finding.waiver = number;
    }
  }

  void count_waived() {
    std::unordered_map<std::string_view, std::size_t> waived;
    for (const engine::Finding& finding : outcomes_.findings) {
      if (finding.standing == engine::Standing::waived) ++waived[finding.rule];
    }
    for (engine::RuleAccount& rule : outcomes_.rules) {
      const auto count = waived.find(rule.id);
      if (count != waived.end()) rule.waived = count->second;
    }
  }

  /// What is wrong with a waiver; one that has expired needs no other complaint.
  [[nodiscard]] std::vector<WaiverFault> faults_of(std::uint32_t index) const {
    const engine::Waiver& waiver = waivers_[index].waiver;
    const std::int64_t days = days_left(waiver);
    if (days < 0) return {WaiverFault::expired};
    std::vector<WaiverFault> faults;
    // Of a rule that was not checked nobody knows.
    if (!is_used_[index] && checked_rules_.contains(waiver.rule)) faults.push_back(WaiverFault::unused);
    if (is_used_[index] && days <= settings_.notice_days) faults.push_back(WaiverFault::expires_soon);
    // A comment for several rules was allowed, or not, once.
    const bool is_same_comment = index > 0 && waivers_[index - 1].waiver.span == waiver.span;
    const bool is_approved = !waiver.approver.empty() && !waiver.date.empty();
    if (!is_approved && !is_same_comment) faults.push_back(WaiverFault::unapproved);
    return faults;
  }

  [[nodiscard]] WaiverFacts facts_of(std::uint32_t index) {
    const PlacedWaiver& placed = waivers_[index];
    WaiverFacts facts;
    facts.subject = placed.waiver.is_comment ? placed.record.id : placed.waiver.subject;
    facts.days_left = days_left(placed.waiver);
    if (is_used_[index] || placed.waiver.is_comment) return facts;
    const auto subjects = subjects_by_rule_.find(placed.waiver.rule);
    if (subjects == subjects_by_rule_.end()) return facts;
    const auto by_place = by_place_.find(placed.waiver.rule + " " + placed.waiver.subject);
    if (by_place != by_place_.end()) {
      facts.similar_subject = by_place->second;
      return facts;
    }
    constexpr std::size_t most_suggestions = 20;  // each takes a look at all subjects
    if (++suggestions_ > most_suggestions) return facts;
    facts.similar_subject = nearest_name(placed.waiver.subject, subjects->second).value_or("");
    return facts;
  }

  /// Of the rules that waivers name; where there are thousands a suggestion would be chance.
  void list_subjects() {
    constexpr std::size_t most_subjects = 1000;
    for (const engine::Finding& finding : outcomes_.findings) {
      if (!index_.names_rule(finding.rule)) continue;
      std::vector<std::string>& subjects = subjects_by_rule_[finding.rule];
      if (subjects.size() < most_subjects) subjects.push_back(finding.subject_name());
      if (!finding.identity.empty()) by_place_[finding.rule + " " + finding.subject.id] = finding.identity;
    }
  }

  void add_findings() {
    list_subjects();
    std::vector<engine::RuleAccount> accounts = waiver_rules();
    std::vector<engine::Finding> findings;
    engine::Fingerprints fingerprints;
    for (std::uint32_t index = 0; index < waivers_.size(); ++index) {
      for (const WaiverFault fault : faults_of(index)) {
        engine::RuleAccount& account = accounts[static_cast<std::size_t>(fault)];
        ++account.violated;
        if (settings_.ignored_rules.contains(account.id)) continue;
        findings.push_back(waiver_finding(fault, waivers_[index].waiver, facts_of(index), fingerprints));
      }
    }
    for (engine::RuleAccount& account : accounts) {
      account.matched = waivers_.size();
      account.satisfied = account.matched - account.violated;
      if (!settings_.ignored_rules.contains(account.id)) outcomes_.rules.push_back(std::move(account));
    }
    for (engine::Finding& finding : findings) outcomes_.findings.push_back(std::move(finding));
  }

  std::vector<PlacedWaiver> waivers_;
  const WaiverSettings& settings_;
  engine::Outcomes& outcomes_;
  WaiverIndex index_;
  std::vector<bool> is_used_;
  std::size_t suggestions_ = 0;
  std::set<std::string> checked_rules_;
  std::unordered_map<std::string, std::vector<std::string>> subjects_by_rule_;
  /// By rule and subject as a place in a list: what the subject is known as.
  std::unordered_map<std::string, std::string> by_place_;
};

void sort_findings(const SourceFiles& files, std::vector<engine::Finding>& findings) {
  std::vector<engine::Finding> sorted;
  sorted.reserve(findings.size());
  for (const std::uint32_t index : engine::finding_order(findings, files)) sorted.push_back(std::move(findings[index]));
  findings = std::move(sorted);
}

}  // namespace

void name_records(const dsl::Model& model, const engine::DataSet& data, std::vector<PlacedWaiver>& waivers) {
  std::vector<Span> places;
  for (const PlacedWaiver& placed : waivers) {
    places.push_back(placed.value);
    places.push_back(placed.next_value);
  }
  const std::vector<engine::RecordId> records = engine::records_at(model, data, places);
  for (std::size_t index = 0; index < waivers.size(); ++index) {
    // Above `roadmap:` the value is outside of every record, and the next one is in the one that is meant.
    const bool is_outside = records[2 * index].table == dsl::no_id;
    const engine::RecordId record = records[2 * index + (is_outside ? 1 : 0)];
    if (record.table == dsl::no_id) continue;
    waivers[index].record_span = engine::record_span(data, record);
    waivers[index].record = {dsl::type_text(model, dsl::Type::record_of(record.table)),
                             engine::record_name(model, data, record)};
  }
}

void apply_waivers(std::vector<PlacedWaiver> waivers, const WaiverSettings& settings, const SourceFiles& files,
                   engine::Outcomes& outcomes) {
  if (waivers.empty()) return;
  WaiverUse(std::move(waivers), settings, outcomes).run();
  sort_findings(files, outcomes.findings);
}

}  // namespace roadlint::gate
