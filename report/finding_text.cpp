// See finding_text.hpp.
#include "report/finding_text.hpp"

#include "report/finding_diagnostic.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// Lines with what they say in front of each.
class LabelledLines {
 public:
  explicit LabelledLines(std::string first) : text_(std::move(first)) {}

  void add(std::string_view word, const std::string& line) {
    if (!line.empty()) text_ += "\n" + std::string(word) + ": " + line;
  }
  void add(std::string_view word, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) add(word, line);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string finding_text(const Report& report, const engine::Finding& finding, std::string_view language,
                         bool with_evidence) {
  const Words& words = words_in(language);
  const auto place_name = [&](const Span& span) { return relative_file_and_line(report, span); };
  LabelledLines lines(one_line(finding.message.in(language)));
  lines.add(words.place, place_name(finding.span));
  for (const Span& place : further_places(finding)) lines.add(words.place, place_name(place));
  if (with_evidence) lines.add(words.evidence, evidence_lines(finding, words, place_name));
  lines.add(words.help, printable_lines(finding.help.in(language)));
  lines.add(words.basis, basis_line(finding.basis, words));
  lines.add(words.responsible, one_line(finding.responsible));
  return lines.take();
}

}  // namespace roadlint::report
