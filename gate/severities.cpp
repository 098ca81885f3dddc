// See severities.hpp.
#include "gate/severities.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "base/glob.hpp"

namespace roadlint::gate {
namespace {

namespace fs = std::filesystem;

/// `./` before a pattern says nothing, and `**/` may stand for no folder at all.
bool matches_path(std::string_view path, std::string_view pattern) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  constexpr std::string_view any_folder = "**/";
  const bool may_be_at_top = pattern.starts_with(any_folder);
  return matches_glob(path, pattern) || (may_be_at_top && matches_glob(path, pattern.substr(any_folder.size())));
}

class SeverityChooser {
 public:
  SeverityChooser(const Severities& severities, const SourceFiles& files, const std::string& working_folder,
                  engine::Outcomes& outcomes)
      : severities_(severities), files_(files), working_folder_(working_folder), outcomes_(outcomes) {
    for (engine::RuleAccount& rule : outcomes.rules) rules_[rule.id] = &rule;
  }

  void run() {
    for (engine::Finding& finding : outcomes_.findings) choose(finding);
    for (engine::RuleAccount& rule : outcomes_.rules) {
      const SeverityRow* const row = row_for(severities_.rows, rule.pack, rule.id);
      if (row != nullptr && row->severity) rule.severity = allowed_severity(*row->severity, rule.certainty);
    }
  }

 private:
  void choose(engine::Finding& finding) {
    const auto rule = rules_.find(finding.rule);
    engine::RuleAccount* const account = rule == rules_.end() ? nullptr : rule->second;
    const std::string_view pack = account == nullptr ? std::string_view() : std::string_view(account->pack);
    const SeverityRow* row = row_for(severities_.rows, pack, finding.rule);
    for (const PathRows& part : severities_.paths) {
      if (!lies_in(finding.span, part)) continue;
      if (const SeverityRow* const closer = row_for(part.rows, pack, finding.rule)) row = closer;
    }
    if (row == nullptr) return;
    if (row->severity) {
      finding.severity = allowed_severity(*row->severity, finding.certainty);
      return;
    }
    if (account != nullptr) forget(finding, *account);
    finding.standing = engine::Standing::off;
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
    std::error_code error;
    const fs::path name = fs::path(working_folder_) / files_.file(span.file).name();
    const fs::path folder = fs::weakly_canonical(part.folder, error);
    const std::string relative = fs::weakly_canonical(name, error).lexically_relative(folder).generic_string();
    const bool lies = std::any_of(part.paths.begin(), part.paths.end(),
                                  [&](const std::string& pattern) { return matches_path(relative, pattern); });
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

const SeverityRow* row_for(const std::vector<SeverityRow>& rows, std::string_view pack, std::string_view id) {
  const auto found = std::find_if(rows.rbegin(), rows.rend(),
                                  [&](const SeverityRow& row) { return names_rule(row.pattern, pack, id); });
  return found == rows.rend() ? nullptr : &*found;
}

Severity allowed_severity(Severity severity, Certainty certainty) {
  return certainty == Certainty::heuristic ? std::min(severity, Severity::warning) : severity;
}

void drop_switched_off(engine::Outcomes& outcomes) {
  std::erase_if(outcomes.findings,
                [](const engine::Finding& finding) { return finding.standing == engine::Standing::off; });
}

void apply_severities(const Severities& severities, const SourceFiles& files, const std::string& working_folder,
                      engine::Outcomes& outcomes) {
  if (severities.rows.empty() && severities.paths.empty()) return;
  SeverityChooser(severities, files, working_folder, outcomes).run();
}

}  // namespace roadlint::gate
