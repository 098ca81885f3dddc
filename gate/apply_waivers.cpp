// Putting waivers to use: see waivers.hpp. The only place that decides whether one holds.
#include <algorithm>
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

bool is_about(const engine::Subject& record, const engine::Subject& subject) {
  if (record.id.empty() || record.entity != subject.entity) return false;
  return subject.id == record.id || subject.id.starts_with(record.id + "|");
}

bool stands_on(const Span& line, const Span& span) {
  return line.is_known() && span.file == line.file && span.begin >= line.begin && span.begin <= line.end;
}

/// Whether the waiver speaks of the finding; of its rule is known.
bool covers(const PlacedWaiver& placed, const engine::Finding& finding) {
  if (!placed.waiver.is_comment) return matches_glob(finding.subject.id, placed.waiver.subject);
  return is_about(placed.record, finding.subject) || stands_on(placed.line, finding.span);
}

class WaiverUse {
 public:
  WaiverUse(std::vector<PlacedWaiver> waivers, const WaiverSettings& settings, engine::Outcomes& outcomes)
      : waivers_(std::move(waivers)), settings_(settings), outcomes_(outcomes), is_used_(waivers_.size()) {
    for (std::uint32_t index = 0; index < waivers_.size(); ++index) {
      by_rule_[waivers_[index].waiver.rule].push_back(index);
    }
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
    const auto candidates = by_rule_.find(finding.rule);
    if (candidates == by_rule_.end()) return;
    for (const std::uint32_t index : candidates->second) {
      if (!covers(waivers_[index], finding)) continue;
      is_used_[index] = true;
      if (finding.standing != engine::Standing::active || days_left(waivers_[index].waiver) < 0) continue;
      finding.standing = engine::Standing::waived;
      finding.waiver = index;
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
    if (waiver.approver.empty() || waiver.date.empty()) faults.push_back(WaiverFault::unapproved);
    return faults;
  }

  [[nodiscard]] WaiverFacts facts_of(std::uint32_t index) const {
    const PlacedWaiver& placed = waivers_[index];
    WaiverFacts facts;
    facts.subject = placed.waiver.is_comment ? placed.record.id : placed.waiver.subject;
    facts.days_left = days_left(placed.waiver);
    if (is_used_[index] || placed.waiver.is_comment) return facts;
    const auto subjects = subjects_by_rule_.find(placed.waiver.rule);
    if (subjects == subjects_by_rule_.end()) return facts;
    facts.similar_subject = nearest_name(placed.waiver.subject, subjects->second).value_or("");
    return facts;
  }

  /// Of the rules that waivers name; where there are thousands a suggestion would be chance.
  void list_subjects() {
    constexpr std::size_t most_subjects = 1000;
    for (const engine::Finding& finding : outcomes_.findings) {
      if (!by_rule_.contains(finding.rule)) continue;
      std::vector<std::string>& subjects = subjects_by_rule_[finding.rule];
      if (subjects.size() < most_subjects) subjects.push_back(finding.subject.id);
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
  std::vector<bool> is_used_;
  std::set<std::string> checked_rules_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_rule_;
  std::unordered_map<std::string, std::vector<std::string>> subjects_by_rule_;
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
  for (const PlacedWaiver& placed : waivers) places.push_back(placed.value);
  const std::vector<engine::RecordId> records = engine::records_at(model, data, places);
  for (std::size_t index = 0; index < waivers.size(); ++index) {
    const engine::RecordId record = records[index];
    if (!waivers[index].value.is_known() || record.table == dsl::no_id) continue;
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
