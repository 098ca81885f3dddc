// A small roadmap with findings, and spans found by their text: what the tests of the report formats share.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "report/report.hpp"

namespace roadlint::report {

/// The span of the first occurrence of a text in a file.
inline Span span_of(const SourceFiles& files, FileId file, std::string_view text) {
  const std::size_t begin = files.file(file).bytes().find(text);
  if (begin == std::string_view::npos) throw std::logic_error("no such text in the sample: " + std::string(text));
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + text.size())};
}

inline LocalizedText localized(std::string english, std::string german) {
  LocalizedText text;
  text.set("en", std::move(english));
  text.set("de", std::move(german));
  return text;
}

inline constexpr std::string_view sample_yaml = R"(roadmap:
  id: KI
  title: Künstliche Intelligenz
goals:
  - id: KI-WI
    milestones:
      - id: KI-WI4
        title: Mehr KI-Produkte aus Deutschland
        indicators:
          - name: Anteil am Markt
            baseline: 5 %
      - id: KI-WI5
        title: KI im Mittelstand
        due: 2028
)";

/// One file, no findings, no diagnostics; tests add what they need.
struct Sample {
  SourceFiles files;
  FileId roadmap = files.add("roadmaps/ki.yaml", std::string(sample_yaml));
  engine::Outcomes outcomes;
  Diagnostics diagnostics;

  [[nodiscard]] Span at(std::string_view text) const { return span_of(files, roadmap, text); }
  [[nodiscard]] Report report() const {
    return {files, {"roadmaps/ki.yaml"}, outcomes, diagnostics, "0.1.0", "2026-11-23"};
  }
  [[nodiscard]] std::string human(const ReportOptions& options) const { return write_human(report(), options); }
};

/// A violated rule with evidence, help and basis.
inline engine::Finding target_finding(const Sample& sample) {
  engine::Finding finding;
  finding.rule = "milestone-target";
  finding.title = localized("Every milestone has a measurable target", "Jeder Meilenstein hat ein messbares Ziel");
  finding.message = localized("KI-WI4 has no measurable target.", "KI-WI4 hat kein messbares Ziel.");
  finding.help = localized("Give the indicator a `target:`.", "Dem Indikator ein `target:` geben.");
  finding.subject = {"milestone", "KI-WI4"};
  finding.span = sample.at("id: KI-WI4");
  finding.evidence = {{"milestone[KI-WI4].indicators[0].target", std::nullopt, sample.at("name: Anteil am Markt")},
                      {"milestone[KI-WI4].indicators[0].baseline", "5 %", sample.at("5 %")}};
  finding.basis = {{"ZVEI", "2.1.2"}, {"ZVEI", "3.2"}};
  finding.responsible = "BMFTR";
  finding.fingerprint = "f1";
  return finding;
}

/// An undecidable rule without anything but its message.
inline engine::Finding undecidable_finding(const Sample& sample, std::string rule, std::string fingerprint) {
  engine::Finding finding;
  finding.rule = std::move(rule);
  finding.verdict = engine::Verdict::undecidable;
  finding.severity = Severity::warning;
  finding.message = localized("`due` of KI-WI4 is absent.", "`due` von KI-WI4 fehlt.");
  finding.subject = {"milestone", "KI-WI4"};
  finding.span = sample.at("KI-WI4");
  finding.fingerprint = std::move(fingerprint);
  return finding;
}

inline engine::RuleAccount account(std::string id, std::size_t matched, std::size_t satisfied, std::size_t violated,
                                   std::size_t undecidable, std::size_t unscoped) {
  engine::RuleAccount rule;
  rule.id = std::move(id);
  rule.severity = Severity::error;
  rule.matched = matched;
  rule.satisfied = satisfied;
  rule.violated = violated;
  rule.undecidable = undecidable;
  rule.unscoped = unscoped;
  return rule;
}

}  // namespace roadlint::report
