// Two versions compared, as text: see version_comparison.hpp.
#include <unordered_set>

#include "report/color.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/plain_text.hpp"
#include "report/version_comparison.hpp"
#include "report/words.hpp"

namespace roadlint::report {

VersionComparison compare_versions(const Report& before, const Report& after, std::vector<engine::Change> changes) {
  VersionComparison comparison{before, after, std::move(changes), {}, {}, 0, 0};
  const auto is_about_data = [](const engine::Finding& finding) { return finding.subject.entity != "waiver"; };
  std::unordered_set<std::string> old_fingerprints;
  std::unordered_set<std::string> new_fingerprints;
  for (const engine::Finding& finding : before.outcomes.findings) old_fingerprints.insert(finding.fingerprint);
  for (const engine::Finding& finding : after.outcomes.findings) {
    if (!is_about_data(finding)) continue;
    new_fingerprints.insert(finding.fingerprint);
    if (old_fingerprints.contains(finding.fingerprint)) {
      ++comparison.unchanged;
    } else if (finding.standing == engine::Standing::waived) {
      ++comparison.waived;
    } else {
      comparison.new_findings.push_back(finding);
    }
  }
  for (const engine::Finding& finding : before.outcomes.findings) {
    const bool is_gone = is_about_data(finding) && !new_fingerprints.contains(finding.fingerprint);
    if (is_gone) comparison.gone_findings.push_back(finding);
  }
  return comparison;
}

namespace {

class ComparisonWriter {
 public:
  ComparisonWriter(const VersionComparison& comparison, const ReportOptions& options)
      : comparison_(comparison), options_(options), words_(words_in(options.language)) {}

  std::string write() {
    if (!options_.quiet) {
      add_changes();
      add_new_findings();
      add_gone_findings();
    }
    add_closing();
    return std::move(text_);
  }

 private:
  void add_heading(const std::string& heading) { text_ += painted(heading, Paint::bold, options_.color) + "\n\n"; }

  // --- changes ---------------------------------------------------------------------------------------------------

  /// The changes of one record stand under its name.
  void add_changes() {
    if (comparison_.changes.empty()) return;
    add_heading(words_.changes.with(comparison_.changes.size(), words_.language));
    const engine::Subject* shown = nullptr;
    for (const engine::Change& change : comparison_.changes) {
      const std::string head = "  " + change.subject.entity + " " + one_line(change.record);
      if (change.field.empty()) {
        const bool is_new = change.kind == engine::ChangeKind::added;
        text_ += head + " " + std::string(is_new ? words_.is_new : words_.is_gone) + place_of(change) + "\n";
        shown = nullptr;
        continue;
      }
      if (shown == nullptr || !(*shown == change.subject)) text_ += head + "\n";
      shown = &change.subject;
      text_ += "    " + one_line(change.field) + what_happened(change) + place_of(change) + "\n";
    }
    text_ += "\n";
  }

  [[nodiscard]] std::string what_happened(const engine::Change& change) const {
    if (!change.before && !change.after) {
      const bool is_new = change.kind == engine::ChangeKind::added;
      return " " + std::string(is_new ? words_.is_new : words_.is_gone);
    }
    std::string text =
        ": " + value(change.before, change.shown_before) + " → " + value(change.after, change.shown_after);
    const std::string_view direction = direction_word(change.direction);
    return direction.empty() ? text : text + " (" + std::string(direction) + ")";
  }

  [[nodiscard]] std::string value(const std::optional<std::string>& text, const LocalizedText& shown) const {
    constexpr std::size_t width = 100;
    if (!text) return std::string(words_.nothing_stated);
    return shortened(one_line(shown.is_empty() ? *text : shown.in(options_.language)), width);
  }

  [[nodiscard]] std::string_view direction_word(engine::ChangeDirection direction) const {
    switch (direction) {
      case engine::ChangeDirection::later:
        return words_.later;
      case engine::ChangeDirection::earlier:
        return words_.earlier;
      case engine::ChangeDirection::higher:
        return words_.higher;
      case engine::ChangeDirection::lower:
        return words_.lower;
      case engine::ChangeDirection::none:
        break;
    }
    return "";
  }

  /// "  (new.yaml:12, before old.yaml:11)"
  [[nodiscard]] std::string place_of(const engine::Change& change) const {
    const SourceFiles& files = comparison_.after.files;
    std::string text = file_and_line(files, change.span_after);
    const std::string before = file_and_line(files, change.span_before);
    if (!before.empty()) text += (text.empty() ? "" : ", ") + std::string(words_.before_in) + " " + before;
    return text.empty() ? text : "  (" + text + ")";
  }

  // --- findings --------------------------------------------------------------------------------------------------

  void add_new_findings() {
    if (comparison_.new_findings.empty()) return;
    add_heading(std::string(words_.new_findings));
    const RenderStyle style = {options_.language, options_.color};
    for (const engine::Finding& finding : comparison_.new_findings) {
      const Drawing drawing = finding_drawing(comparison_.after.files, finding, {}, options_.language);
      text_ += draw(comparison_.after.files, drawing, style) + "\n";
    }
  }

  void add_gone_findings() {
    if (comparison_.gone_findings.empty()) return;
    add_heading(std::string(words_.gone_findings));
    for (const engine::Finding& finding : comparison_.gone_findings) {
      const std::string place = file_and_line(comparison_.before.files, finding.span);
      text_ += "  " + one_line(finding.rule) + ": " + one_line(finding.message.in(options_.language)) +
               (place.empty() ? "" : "  (" + std::string(words_.before_in) + " " + place + ")") + "\n";
    }
    text_ += "\n";
  }

  void add_closing() {
    const std::string changes = comparison_.changes.empty()
                                    ? std::string(words_.no_changes)
                                    : words_.changes.with(comparison_.changes.size(), words_.language);
    const std::string line =
        changes + "; " + words_.new_count.with(comparison_.new_findings.size(), words_.language) + ", " +
        words_.gone_count.with(comparison_.gone_findings.size(), words_.language) + ", " +
        words_.unchanged_count.with(comparison_.unchanged, words_.language) +
        (comparison_.waived > 0 ? ", " + words_.waived_count.with(comparison_.waived, words_.language) : "");
    text_ += painted(line, Paint::bold, options_.color) + "\n";
  }

  const VersionComparison& comparison_;
  const ReportOptions& options_;
  const Words& words_;
  std::string text_;
};

}  // namespace

std::string draw_comparison(const VersionComparison& comparison, const ReportOptions& options) {
  return ComparisonWriter(comparison, options).write();
}

}  // namespace roadlint::report
