// What the tests of documents to read share: a report with everything that documents show.
#pragma once

#include <string>
#include <string_view>

#include "tests/unit/report/ci_samples.hpp"

namespace roadlint::report {

/// Text that tries to leave its place in a document: as a heading, a formula, a list, a call of people, backwards.
inline const std::string hostile_document_text = "= # - 1. " + std::string(hostile_text) +
                                                 " @team #12 \u202Efdp\u202C __x__ [a](b) --> </details>\n\n# b " +
                                                 std::string(10'000, 'x');

/// Findings of all standings with the field that names the body, a full waiver, a baseline, mistakes, and hashes.
struct DocumentSample : Sample {
  DocumentSample() {
    add_findings_of_all_standings(*this);
    add_diagnostics(*this);
    outcomes.findings[0].responsible_from = "milestone[KI-WI4].owner";
    outcomes.rules[0].unscoped = 3;
    outcomes.rules[0].unscoped_reasons = {{localized("`kind_of` is absent", "`kind_of` fehlt"), at("5 %"), 3}};
    outcomes.baseline = engine::BaselineAccount{"baseline.json", 1, {{"f9", "milestone-due", {}}}};
    engine::Waiver& waiver = outcomes.waivers.front();
    waiver.rule = "milestone-due";
    waiver.subject = "KI-WI5";
    waiver.approver = "Referat A";
    waiver.date = "2026-06-29";
    waiver.reference = "A 1|2";
    waiver.span = at("KI-WI5");
  }

  [[nodiscard]] Report document_report() const {
    Report result = report();
    result.letterhead = {{"organisation", "Ministerium"},
                         {"department", "Referat B"},
                         {"address", "Hauptstraße 1\n10115 Berlin"},
                         {"contact", "Poststelle"},
                         {"reference", "B 7"}};
    result.answer_by = "2026-12-31";
    result.rule_hashes = {{"rules/b.rules", std::string(64, 'b')}, {"rules/a.rules", std::string(64, 'a')}};
    result.data_hashes = {{"roadmaps/ki.yaml", std::string(64, 'c')}};
    result.configuration_hashes = {{"roadlint.yaml", std::string(64, 'd')}};
    result.waiver_hashes = {{"waivers.yaml", std::string(64, 'e')}};
    result.baseline_hashes = {{"baseline.json", std::string(64, 'f')}};
    return result;
  }
};

inline ReportOptions in_german() {
  ReportOptions options;
  options.language = "de";
  return options;
}

/// Every text that rules and data bring is hostile.
inline void make_hostile(DocumentSample& sample) {
  const LocalizedText text = localized(hostile_document_text, hostile_document_text);
  for (engine::Finding& finding : sample.outcomes.findings) {
    finding.rule = hostile_document_text;
    finding.title = text;
    finding.message = text;
    finding.help = text;
    finding.subject.id = hostile_document_text;
    finding.responsible = hostile_document_text;
    finding.responsible_from = hostile_document_text;
    finding.basis = {{hostile_document_text, hostile_document_text}};
  }
  for (engine::Waiver& waiver : sample.outcomes.waivers) {
    waiver.rule = waiver.subject = waiver.reason = hostile_document_text;
    waiver.approver = waiver.date = waiver.expires = waiver.reference = hostile_document_text;
  }
  for (engine::RuleAccount& rule : sample.outcomes.rules) {
    rule.id = rule.pack = hostile_document_text;
    for (engine::UnscopedReason& reason : rule.unscoped_reasons) reason.reason = text;
  }
  sample.outcomes.baseline->file = hostile_document_text;
  sample.outcomes.diff_base = hostile_document_text;
  sample.diagnostics.append(
      {hostile_document_text, Severity::error, hostile_document_text, {}, {}, {}, hostile_document_text});
}

/// As many errors as asked for, one after the other.
inline void add_errors(Sample& sample, std::size_t count) {
  for (std::size_t index = 0; index < count; ++index) {
    engine::Finding finding = target_finding(sample);
    finding.subject.id = "subject-" + std::to_string(index);
    sample.outcomes.findings.push_back(finding);
  }
}

}  // namespace roadlint::report
