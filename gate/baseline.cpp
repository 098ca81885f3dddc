// See baseline.hpp.
#include "gate/baseline.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>
#include <unordered_set>

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "gate/file_version.hpp"
#include "gate/map_reader.hpp"

namespace roadlint::gate {
namespace {

constexpr MistakeCodes codes = {DiagnosticCode::baseline_broken, DiagnosticCode::baseline_broken};
constexpr FileVersion version = {"roadlint/baseline/", 1, DiagnosticCode::baseline_version};

void report_gap(const Span& span, const std::string& message, Diagnostics& diagnostics) {
  diagnostics.add(DiagnosticCode::baseline_broken, span, message).help =
      "restore the file, or write it anew with `roadlint baseline create`";
}

std::optional<BaselineEntry> read_entry(const Node& node, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader reader(node, "a finding of a baseline", codes, diagnostics);
  if (node.kind != NodeKind::map) return std::nullopt;
  BaselineEntry entry;
  entry.fingerprint = reader.text("fingerprint");
  entry.rule = reader.text("rule");
  entry.subject.entity = reader.text("entity");
  entry.subject.id = reader.text("subject");
  entry.file = reader.text("file");
  entry.span = node.span;
  reader.report_unknown_keys();
  if (diagnostics.error_count() != errors_before) return std::nullopt;
  if (entry.fingerprint.empty() || entry.rule.empty()) {
    report_gap(node.span, "a finding of a baseline lacks `fingerprint` or `rule`", diagnostics);
    return std::nullopt;
  }
  return entry;
}

/// A text as JSON; invalid UTF-8 is replaced.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string entry_line(const BaselineEntry& entry) {
  return "    {\"fingerprint\": " + quoted(entry.fingerprint) + ", \"rule\": " + quoted(entry.rule) +
         ", \"entity\": " + quoted(entry.subject.entity) + ", \"subject\": " + quoted(entry.subject.id) +
         ", \"file\": " + quoted(entry.file) + "}";
}

/// Whether the run would have found it again.
bool was_looked_for(const BaselineEntry& entry, const RunScope& scope) {
  if (!scope.rules.contains(entry.rule)) return false;
  return entry.file.empty() || scope.files.contains(entry.file) || scope.vanished_files.contains(entry.file);
}

}  // namespace

std::optional<Baseline> read_baseline(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const auto root = read_document(files, file, diagnostics);
  if (!root) return std::nullopt;
  MapReader reader(*root, "a baseline", codes, diagnostics);
  if (root->kind != NodeKind::map) return std::nullopt;
  const Node* const schema = reader.find("schema");
  if (schema == nullptr) {
    report_gap(root->span, "this file is no baseline: it has no `schema`", diagnostics);
    return std::nullopt;
  }
  if (!is_known_version(schema, version, diagnostics)) return std::nullopt;
  const Node* const findings = reader.find("findings");
  reader.report_unknown_keys();
  if (findings == nullptr || findings->kind != NodeKind::list) {
    report_gap(root->span, "this baseline has no list `findings`", diagnostics);
    return std::nullopt;
  }
  Baseline baseline;
  for (const Node& node : findings->items) {
    if (diagnostics.error_count() - errors_before >= limits::errors_per_file) break;
    if (auto entry = read_entry(node, diagnostics)) baseline.entries.push_back(std::move(*entry));
  }
  if (diagnostics.error_count() != errors_before) return std::nullopt;
  return baseline;
}

std::string write_baseline(Baseline baseline) {
  std::vector<BaselineEntry>& entries = baseline.entries;
  std::sort(entries.begin(), entries.end(), [](const BaselineEntry& left, const BaselineEntry& right) {
    const auto key = [](const BaselineEntry& entry) {
      return std::tie(entry.file, entry.rule, entry.subject.entity, entry.subject.id, entry.fingerprint);
    };
    return key(left) < key(right);
  });
  std::string text = "{\n  \"schema\": \"" + std::string(version.kind) + std::to_string(version.newest) + "\",\n";
  text += "  \"findings\": [";
  for (std::size_t index = 0; index < entries.size(); ++index) {
    text += (index == 0 ? "\n" : ",\n") + entry_line(entries[index]);
  }
  return text + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

void apply_baseline(const Baseline& baseline, std::string name, const RunScope& scope, engine::Outcomes& outcomes) {
  std::unordered_set<std::string_view> known;
  for (const BaselineEntry& entry : baseline.entries) known.insert(entry.fingerprint);
  engine::BaselineAccount account;
  account.file = std::move(name);
  std::unordered_set<std::string_view> found;
  for (engine::Finding& finding : outcomes.findings) {
    if (!known.contains(finding.fingerprint)) continue;
    found.insert(finding.fingerprint);
    // What an expired waiver covered was not known, but allowed for a time.
    if (finding.standing != engine::Standing::active || finding.has_expired_waiver) continue;
    finding.standing = engine::Standing::known;
    ++account.known;
  }
  for (const BaselineEntry& entry : baseline.entries) {
    if (found.contains(entry.fingerprint) || !was_looked_for(entry, scope)) continue;
    account.fixed.push_back({entry.fingerprint, entry.rule, entry.subject});
  }
  outcomes.baseline = std::move(account);
}

void check_baseline_rules(const Baseline& baseline, const std::vector<std::string>& known_rules,
                          Diagnostics& diagnostics) {
  const std::set<std::string_view> known(known_rules.begin(), known_rules.end());
  std::map<std::string, std::pair<Span, std::size_t>> unknown;  // rule: first place, number of entries
  for (const BaselineEntry& entry : baseline.entries) {
    if (known.contains(entry.rule)) continue;
    auto& [span, count] = unknown.try_emplace(entry.rule, entry.span, 0).first->second;
    ++count;
  }
  for (const auto& [rule, uses] : unknown) {
    const std::string findings = uses.second == 1 ? "a finding" : std::to_string(uses.second) + " findings";
    Diagnostic& diagnostic = diagnostics.add(
        DiagnosticCode::baseline_unknown_rule, uses.first,
        "the baseline has " + findings + " of the rule `" + utf8::printable(rule) + "`, which does not exist");
    const auto nearest = nearest_name(rule, known_rules);
    diagnostic.help = nearest ? "did you mean `" + *nearest + "`?" : "`roadlint baseline prune` removes them";
  }
}

}  // namespace roadlint::gate
