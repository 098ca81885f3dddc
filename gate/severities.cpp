// See severities.hpp.
#include "gate/severities.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "base/glob.hpp"

namespace roadlint::gate {
namespace {

namespace fs = std::filesystem;

class SeverityChooser {
 public:
  SeverityChooser(const Severities& severities, const SourceFiles& files, const std::string& working_folder,
                  engine::Outcomes& outcomes)
      : severities_(severities), files_(files), working_folder_(working_folder), outcomes_(outcomes) {
    for (engine::RuleAccount& rule : outcomes.rules) rules_[rule.id] = &rule;
  }

  void run() {
    // Before the accounts change, which the names of packs are taken from.
    std::erase_if(outcomes_.findings, [&](engine::Finding& finding) { return !choose(finding); });
    for (engine::RuleAccount& rule : outcomes_.rules) {
      const SeverityRow* const row = last_row(severities_.rows, rule.pack, rule.id);
      if (row != nullptr && row->severity) rule.severity = allowed(*row->severity, rule.certainty);
    }
  }

 private:
  static Severity allowed(Severity severity, Certainty certainty) {
    return certainty == Certainty::heuristic ? std::min(severity, Severity::warning) : severity;
  }

  static const SeverityRow* last_row(const std::vector<SeverityRow>& rows, std::string_view pack, std::string_view id) {
    const auto found = std::find_if(rows.rbegin(), rows.rend(),
                                    [&](const SeverityRow& row) { return names_rule(row.pattern, pack, id); });
    return found == rows.rend() ? nullptr : &*found;
  }

  /// False when the finding goes.
  bool choose(engine::Finding& finding) {
    const auto rule = rules_.find(finding.rule);
    engine::RuleAccount* const account = rule == rules_.end() ? nullptr : rule->second;
    const std::string_view pack = account == nullptr ? std::string_view() : std::string_view(account->pack);
    const SeverityRow* row = last_row(severities_.rows, pack, finding.rule);
    for (const PathRows& part : severities_.paths) {
      if (!lies_in(finding.span, part)) continue;
      if (const SeverityRow* const closer = last_row(part.rows, pack, finding.rule)) row = closer;
    }
    if (row == nullptr) return true;
    if (!row->severity) {
      if (account != nullptr) forget(finding, *account);
      return false;
    }
    finding.severity = allowed(*row->severity, finding.certainty);
    return true;
  }

  static void forget(const engine::Finding& finding, engine::RuleAccount& account) {
    --account.matched;
    --(finding.verdict == engine::Verdict::violated ? account.violated : account.undecidable);
    if (finding.standing == engine::Standing::waived) --account.waived;
  }

  bool lies_in(const Span& span, const PathRows& part) {
    if (!span.is_known()) return false;
    const auto key = std::pair(span.file, &part);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    const fs::path absolute = (fs::path(working_folder_) / files_.file(span.file).name()).lexically_normal();
    const std::string relative = absolute.lexically_relative(part.folder).generic_string();
    const bool lies = std::any_of(part.paths.begin(), part.paths.end(),
                                  [&](const std::string& pattern) { return matches_glob(relative, pattern); });
    known_.emplace(key, lies);
    return lies;
  }

  struct PairHash {
    std::size_t operator()(const std::pair<FileId, const PathRows*>& pair) const {
      return std::hash<const PathRows*>()(pair.second) * 31 + pair.first;
    }
  };

  const Severities& severities_;
  const SourceFiles& files_;
  std::string working_folder_;
  engine::Outcomes& outcomes_;
  std::unordered_map<std::string_view, engine::RuleAccount*> rules_;
  std::unordered_map<std::pair<FileId, const PathRows*>, bool, PairHash> known_;
};

}  // namespace

bool names_rule(std::string_view pattern, std::string_view pack, std::string_view id) {
  if (pattern.find('/') == std::string_view::npos) return matches_glob(id, pattern);
  return !pack.empty() && matches_glob(std::string(pack) + "/" + std::string(id), pattern);
}

void apply_severities(const Severities& severities, const SourceFiles& files, const std::string& working_folder,
                      engine::Outcomes& outcomes) {
  if (severities.rows.empty() && severities.paths.empty()) return;
  SeverityChooser(severities, files, working_folder, outcomes).run();
}

}  // namespace roadlint::gate
