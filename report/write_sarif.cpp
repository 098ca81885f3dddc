// SARIF 2.1.0 with one run, as GitHub code scanning reads it. Nothing in it depends on the hour or the machine. See
// report.hpp.
#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/json_values.hpp"
#include "report/relative_name.hpp"
#include "report/sarif_invocation.hpp"
#include "report/sarif_result.hpp"
#include "report/sarif_rules.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view schema_uri = "https://json.schemastore.org/sarif-2.1.0.json";
/// GitHub refuses a file with more results, or rules, in a run.
constexpr std::size_t results_limit = 25'000;
constexpr std::size_t rules_limit = 25'000;

using Findings = std::vector<const engine::Finding*>;
/// Where a rule is described, by its id.
using RuleIndex = std::unordered_map<std::string_view, std::size_t>;

bool is_shown(const engine::Finding& finding, const ReportOptions& options) {
  switch (finding.standing) {
    case engine::Standing::active:
    case engine::Standing::known:
      return true;
    case engine::Standing::waived:
      return options.show_waived;
    case engine::Standing::untouched:
    case engine::Standing::off:
      return false;
  }
  return false;
}

Findings shown_findings(const Report& report, const ReportOptions& options) {
  Findings findings;
  for (const engine::Finding& finding : report.outcomes.findings) {
    if (is_shown(finding, options)) findings.push_back(&finding);
  }
  return findings;
}

/// Keeps the most severe ones, those that count for the exit status before the others, and says how many had to go.
std::size_t leave_out_beyond_limit(Findings& findings) {
  if (findings.size() <= results_limit) return 0;
  std::stable_sort(findings.begin(), findings.end(), [](const engine::Finding* left, const engine::Finding* right) {
    if (is_active(*left) != is_active(*right)) return is_active(*left);
    return left->severity > right->severity;
  });
  const std::size_t left_out = findings.size() - results_limit;
  findings.resize(results_limit);
  return left_out;
}

RuleIndex index_of(const std::vector<engine::RuleAccount>& rules) {
  RuleIndex index;
  for (std::size_t place = 0; place < std::min(rules.size(), rules_limit); ++place) {
    index.emplace(rules[place].id, place);
  }
  return index;
}

Json tool_json(const Report& report, const ReportOptions& options) {
  const std::vector<engine::RuleAccount>& rules = report.outcomes.rules;
  Json descriptors = Json::array();
  for (std::size_t place = 0; place < std::min(rules.size(), rules_limit); ++place) {
    descriptors.push_back(sarif_rule(rules[place], options.language));
  }
  const Json driver = {{"name", "roadlint"},
                       {"version", report.version},
                       {"semanticVersion", report.version},
                       {"language", options.language},
                       {"rules", std::move(descriptors)}};
  return {{"driver", driver}};
}

Json results_json(const Report& report, const ReportOptions& options, const Findings& findings) {
  const RuleIndex index = index_of(report.outcomes.rules);
  return array_json(findings, [&](const engine::Finding* finding) {
    const auto entry = index.find(finding->rule);
    const bool is_described = entry != index.end();
    return sarif_result(report, options, *finding, is_described ? std::optional(entry->second) : std::nullopt);
  });
}

std::size_t count_of(const Report& report, engine::Standing standing) {
  const std::vector<engine::Finding>& findings = report.outcomes.findings;
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const engine::Finding& finding) { return finding.standing == standing; }));
}

Json counts_json(const Report& report) {
  Json counts = {{"records", report.outcomes.records}, {"findings", report.outcomes.findings.size()}};
  for (const engine::Standing standing :
       {engine::Standing::active, engine::Standing::known, engine::Standing::waived, engine::Standing::untouched}) {
    counts[std::string(engine::standing_name(standing))] = count_of(report, standing);
  }
  return counts;
}

Json run_properties(const Report& report) {
  const auto name = [&](const std::string& file) { return Json(relative_name(report, file)); };
  return {{"as_of", report.as_of}, {"files", array_json(report.data_files, name)}, {"counts", counts_json(report)}};
}

Json run_json(const Report& report, const ReportOptions& options) {
  Findings findings = shown_findings(report, options);
  const std::size_t left_out = leave_out_beyond_limit(findings);
  return {{"tool", tool_json(report, options)},
          {"invocations", Json::array({sarif_invocation(report, left_out)})},
          {"columnKind", "unicodeCodePoints"},
          {"properties", run_properties(report)},
          // The last key, because each further one may copy all those before it.
          {"results", results_json(report, options, findings)}};
}

}  // namespace

std::string write_sarif(const Report& report, const ReportOptions& options) {
  const Json log = {{"$schema", schema_uri}, {"version", "2.1.0"}, {"runs", Json::array({run_json(report, options)})}};
  return json_text(log);
}

}  // namespace roadlint::report
