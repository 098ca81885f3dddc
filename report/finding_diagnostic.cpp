// Findings as drawings: see finding_diagnostic.hpp. What is left out here for brevity stands in the JSON report.
#include "report/finding_diagnostic.hpp"

#include <algorithm>

#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::size_t places_shown = 5;
constexpr std::size_t evidence_shown = 8;
constexpr std::size_t folded_shown = 5;
/// Columns of a value among the evidence: longer texts are recognised by their beginning.
constexpr std::size_t value_columns = 60;

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

std::string evidence_line(const engine::Evidence& evidence, const Words& words, const std::string& place) {
  std::string line = one_line(evidence.path);
  if (evidence.value.has_value()) {
    line += ": " + shortened(one_line(*evidence.value), value_columns);
  } else {
    line += " " + std::string(words.is_absent);
  }
  return place.empty() ? line : line + " (" + place + ")";
}

Remark folded_remark(const std::vector<const engine::Finding*>& folded, const Words& words) {
  std::vector<std::string> names;
  for (std::size_t index = 0; index < std::min(folded.size(), folded_shown); ++index) {
    const engine::Finding& finding = *folded[index];
    const std::string& subject = finding.subject.id.empty() ? finding.subject.entity : finding.subject.id;
    names.push_back(one_line(finding.rule) + " " + std::string(words.rule_for_subject) + " " + one_line(subject));
  }
  std::string line = joined(names);
  if (folded.size() > folded_shown)
    line += ", " + words.more_entries.with(folded.size() - folded_shown, words.language);
  return {std::string(words.also_leaves_undecided), {std::move(line)}};
}

}  // namespace

std::vector<Span> further_places(const engine::Finding& finding) {
  std::vector<Span> places;
  for (const Span& place : finding.locations) {
    const bool is_repeated = place == finding.span || std::find(places.begin(), places.end(), place) != places.end();
    if (place.is_known() && !is_repeated) places.push_back(place);
  }
  return places;
}

std::vector<std::string> evidence_lines(const engine::Finding& finding, const Words& words,
                                        const std::function<std::string(const Span&)>& place_name) {
  std::vector<std::string> lines;
  const std::size_t shown = std::min(finding.evidence.size(), evidence_shown);
  for (std::size_t index = 0; index < shown; ++index) {
    const engine::Evidence& evidence = finding.evidence[index];
    lines.push_back(evidence_line(evidence, words, place_name(evidence.span)));
  }
  if (finding.evidence.size() > shown)
    lines.push_back(words.more_entries.with(finding.evidence.size() - shown, words.language));
  return lines;
}

std::string basis_line(const std::vector<Basis>& basis, const Words& words) {
  std::vector<std::string> names;
  for (const Basis& entry : basis) names.push_back(basis_text(entry, words));
  return joined(names);
}

Drawing finding_drawing(const SourceFiles& files, const engine::Finding& finding,
                        const std::vector<const engine::Finding*>& folded, std::string_view language) {
  const Words& words = words_in(language);
  Drawing drawing;
  drawing.diagnostic = {finding.rule, finding.severity, finding.message.in(language), finding.span, {}, {}, {}};
  if (finding.verdict == engine::Verdict::undecidable) drawing.qualifier = words.undecidable;
  if (finding.certainty == Certainty::heuristic) {
    const std::string verdict = drawing.qualifier.empty() ? "" : ", " + drawing.qualifier;
    drawing.qualifier = std::string(words.heuristic) + verdict;
  }
  drawing.further_places = further_places(finding);
  if (drawing.further_places.size() > places_shown) {
    drawing.places_left_out = drawing.further_places.size() - places_shown;
    drawing.further_places.resize(places_shown);
  }
  std::vector<Remark>& remarks = drawing.remarks;
  const auto place_name = [&](const Span& span) { return file_and_line(files, span); };
  if (!finding.evidence.empty()) {
    remarks.push_back({std::string(words.evidence), evidence_lines(finding, words, place_name)});
  }
  const std::string& help = finding.help.in(language);
  if (!help.empty()) remarks.push_back({std::string(words.help), printable_lines(help)});
  if (!finding.basis.empty()) remarks.push_back({std::string(words.basis), {basis_line(finding.basis, words)}});
  if (!finding.responsible.empty()) {
    remarks.push_back({std::string(words.responsible), {one_line(finding.responsible)}});
  }
  if (!folded.empty()) remarks.push_back(folded_remark(folded, words));
  return drawing;
}

std::string file_and_line(const SourceFiles& files, const Span& span) {
  if (!span.is_known()) return {};
  const SourceText& source = files.file(span.file);
  return one_line(source.name()) + ":" + std::to_string(source.position(span.begin).line);
}

}  // namespace roadlint::report
