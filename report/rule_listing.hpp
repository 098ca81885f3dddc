// What `roadlint rules` shows: the rules themselves, and how they cover the documents that they come from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/basis.hpp"
#include "base/certainty.hpp"
#include "base/diagnostic.hpp"
#include "base/localized_text.hpp"
#include "engine/outcome.hpp"
#include "report/report.hpp"

namespace roadlint::report {

struct ListedRule {
  std::string id;
  /// May be empty.
  std::string pack;
  /// Checked by the loader while it reads.
  bool is_of_loader = false;
  /// Checked where waivers are put to use.
  bool is_of_waivers = false;
  Severity severity = Severity::error;
  Certainty certainty = Certainty::mechanical;
  LocalizedText title;
  std::vector<Basis> basis;
  /// The fields that decide it: "milestone.owner".
  std::vector<std::string> reads;
  /// It compares with an earlier version, and is left out when there is none.
  bool needs_earlier_version = false;
  /// How it fared, when data was checked.
  std::optional<engine::RuleAccount> account;
};

struct ListedParagraph {
  std::string place;
  LocalizedText title;
};

/// A document that rules come from.
struct ListedDocument {
  std::string name;
  LocalizedText title;
  bool is_unread = false;
  std::vector<ListedParagraph> paragraphs;
};

/// A table with severity, title and basis, and how many there are.
[[nodiscard]] std::string draw_rules(const std::vector<ListedRule>& rules, const std::string& language);
/// The object `roadlint/rules/1`; ends with a line break.
[[nodiscard]] std::string write_rules_json(const std::vector<ListedRule>& rules,
                                           const std::vector<ListedDocument>& documents, const std::string& version);

/// Paragraph by paragraph the rules that answer it and what they found; a paragraph without a rule is shown as such.
[[nodiscard]] std::string draw_coverage(const std::vector<ListedRule>& rules,
                                        const std::vector<ListedDocument>& documents, const ReportOptions& options);
/// The object `roadlint/coverage/1`; ends with a line break.
[[nodiscard]] std::string write_coverage_json(const std::vector<ListedRule>& rules,
                                              const std::vector<ListedDocument>& documents, const std::string& version);

}  // namespace roadlint::report
