// The deficiency list as plain text, to read, to send by mail and to print: numbered findings below the body that is
// responsible for them. See report.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "report/acceptance_text.hpp"
#include "report/closing.hpp"
#include "report/diagnostic_words.hpp"
#include "report/document_text.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/list_words.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {
namespace {

/// What mail programs neither break nor cut.
constexpr std::size_t line_columns = 78;
/// Headings are no place for long texts.
constexpr std::size_t heading_columns = 200;
constexpr std::size_t places_shown = 5;

/// Findings of one body, most severe first.
using Group = std::vector<const engine::Finding*>;

/// Lines of one entry, indented below its number.
class EntryLines {
 public:
  explicit EntryLines(std::size_t number, const std::string& heading) {
    const std::string first = std::to_string(number) + ". ";
    indent_ = std::string(first.size(), ' ');
    text_ = wrapped(first, heading, line_columns);
  }

  void add(const std::string& line) { text_ += wrapped(indent_, line, line_columns); }
  void add(std::string_view label, const std::string& line) {
    if (!line.empty()) add(capitalized(label) + ": " + line);
  }
  [[nodiscard]] std::string take() { return std::move(text_) + "\n"; }

 private:
  std::string indent_;
  std::string text_;
};

class ListWriter {
 public:
  ListWriter(const Report& report, const ReportOptions& options)
      : report_(report),
        options_(options),
        words_(words_in(options.language)),
        list_words_(list_words_in(options.language)) {}

  [[nodiscard]] std::string write() {
    std::string text = sender() + title();
    // One after the other, as both count.
    text += groups();
    text += diagnostics();
    const Tally tally = tally_of(report_);
    text += wrapped("", std::string(list_words_.in_all) + ": " + tally_sentence(report_, tally, words_), line_columns);
    const std::string besides = besides_sentence(tally, words_);
    return besides.empty() ? text : text + wrapped("", capitalized(besides), line_columns);
  }

 private:
  [[nodiscard]] std::string_view letterhead(std::string_view key) const {
    const auto found = report_.letterhead.find(key);
    return found == report_.letterhead.end() ? std::string_view{} : std::string_view(found->second);
  }

  static std::string labelled(std::string_view label, const std::string& value) {
    return value.empty() ? value : wrapped("", std::string(label) + ": " + value, line_columns);
  }

  /// Empty without a letterhead.
  [[nodiscard]] std::string sender() const {
    std::string text;
    for (const std::string_view key : {"organisation", "department", "address"}) {
      for (const std::string& line : printable_lines(letterhead(key))) text += wrapped("", line, line_columns);
    }
    text += labelled(list_words_.contact, one_line(letterhead("contact")));
    text += labelled(list_words_.reference, one_line(letterhead("reference")));
    return text.empty() ? text : text + "\n";
  }

  [[nodiscard]] std::string dated(std::string_view label, const std::string& day) const {
    return labelled(label, one_line(date_text(day, options_.language)));
  }

  [[nodiscard]] std::string title() const {
    const std::string name = shortened(one_line(report_.list_name), heading_columns);
    const std::string heading = std::string(list_words_.deficiency_list) + (name.empty() ? "" : ": " + name);
    return underlined(heading, '=') + "\n" + dated(list_words_.as_of, report_.as_of) +
           dated(list_words_.answer_by, report_.answer_by) + "\n";
  }

  static std::string underlined(std::string_view heading, char line) {
    const std::size_t width = std::min(utf8::display_width(heading), line_columns);
    return wrapped("", heading, line_columns) + std::string(width, line) + "\n";
  }

  [[nodiscard]] bool is_listed(const engine::Finding& finding) const {
    return is_active(finding) || (options_.show_waived && finding.standing == engine::Standing::waived);
  }

  [[nodiscard]] std::map<std::string_view, Group> groups_by_body() const {
    std::map<std::string_view, Group> groups;
    for (const engine::Finding& finding : report_.outcomes.findings) {
      if (is_listed(finding)) groups[finding.responsible].push_back(&finding);
    }
    for (auto& [body, group] : groups) {
      std::stable_sort(group.begin(), group.end(), [](const engine::Finding* left, const engine::Finding* right) {
        return left->severity > right->severity;
      });
    }
    return groups;
  }

  /// In the order of the bodies' names; what belongs to none comes last.
  [[nodiscard]] std::string groups() {
    const std::map<std::string_view, Group> by_body = groups_by_body();
    std::string text;
    for (const auto& [body, group] : by_body) {
      if (!body.empty()) text += draw_group(one_line(body), group);
    }
    const auto without = by_body.find("");
    if (without != by_body.end()) text += draw_group(capitalized(list_words_.without_responsible), without->second);
    return text;
  }

  [[nodiscard]] std::string draw_group(const std::string& heading, const Group& group) {
    const std::string count = list_words_.findings.with(group.size(), options_.language);
    std::string text = underlined(shortened(heading, heading_columns) + " (" + count + ")", '-') + "\n";
    for (const engine::Finding* finding : group) text += draw_finding(*finding);
    return text;
  }

  /// "error, undecidable: KI-WI4"
  [[nodiscard]] std::string heading_of(const engine::Finding& finding) const {
    std::string heading = capitalized(severity_word(words_, finding.severity));
    if (finding.certainty == Certainty::heuristic) heading += ", " + std::string(words_.heuristic);
    if (finding.verdict == engine::Verdict::undecidable) heading += ", " + std::string(words_.undecidable);
    if (finding.standing == engine::Standing::waived) heading += ", " + std::string(words_.waived);
    if (finding.acceptance) heading += ", " + std::string(words_.accepted);
    const std::string subject = shortened(one_line(finding.subject.id), heading_columns);
    return subject.empty() ? heading : heading + ": " + subject;
  }

  [[nodiscard]] std::string places_of(const engine::Finding& finding) const {
    std::string text = relative_file_and_line(report_, finding.span);
    const std::vector<Span> further = further_places(finding);
    const std::size_t shown = std::min(further.size(), places_shown);
    for (std::size_t index = 0; index < shown; ++index) {
      text += (text.empty() ? "" : ", ") + relative_file_and_line(report_, further[index]);
    }
    return further.size() == shown ? text
                                   : text + ", " + words_.more_places.with(further.size() - shown, options_.language);
  }

  /// What was looked at; its place only where it is another one than the finding's.
  [[nodiscard]] std::string evidence_of(const engine::Finding& finding) const {
    const std::string own_place = relative_file_and_line(report_, finding.span);
    const auto other_place = [&](const Span& span) {
      const std::string place = relative_file_and_line(report_, span);
      return place == own_place ? std::string() : place;
    };
    std::string text;
    for (const std::string& line : evidence_lines(finding, words_, other_place)) {
      text += (text.empty() ? "" : "; ") + line;
    }
    return text;
  }

  [[nodiscard]] std::string rule_of(const engine::Finding& finding) const {
    const std::string title = one_line(finding.title.in(options_.language));
    return title.empty() ? one_line(finding.rule) : one_line(finding.rule) + " (" + title + ")";
  }

  /// With the field that names the body, so that a body which is not responsible can say what to change.
  [[nodiscard]] std::string responsible_of(const engine::Finding& finding) const {
    std::string body = one_line(finding.responsible);
    if (body.empty() || finding.responsible_from.empty()) return body;
    return body + " (" + fmt::format(fmt::runtime(list_words_.named_in), one_line(finding.responsible_from)) + ")";
  }

  [[nodiscard]] std::string waiver_of(const engine::Finding& finding) const {
    if (finding.standing != engine::Standing::waived) return {};
    const engine::Waiver& waiver = report_.outcomes.waivers.at(finding.waiver);
    return one_line(waiver.reason) + " (" + std::string(words_.until) + " " +
           one_line(date_text(waiver.expires, options_.language)) + ")";
  }

  [[nodiscard]] std::string draw_finding(const engine::Finding& finding) {
    EntryLines lines(++number_, heading_of(finding));
    lines.add(one_line(finding.message.in(options_.language)));
    lines.add(words_.place, places_of(finding));
    lines.add(words_.evidence, evidence_of(finding));
    add_help(lines, finding.help.in(options_.language));
    lines.add(words_.rule, rule_of(finding));
    lines.add(words_.basis, basis_line(finding.basis, words_));
    lines.add(words_.responsible, responsible_of(finding));
    lines.add(words_.waived, waiver_of(finding));
    lines.add(words_.accepted, acceptance_text(report_, finding, options_.language));
    return lines.take();
  }

  void add_help(EntryLines& lines, std::string_view help) const {
    std::string_view label = words_.help;
    for (const std::string& line : printable_lines(help)) {
      if (label.empty()) {
        lines.add(line);
      } else {
        lines.add(label, line);
      }
      label = {};
    }
  }

  /// Files that could not be read, above all: what stands in them is missing in the list.
  [[nodiscard]] std::string diagnostics() {
    std::string text;
    for (const Diagnostic& diagnostic : report_.diagnostics.entries()) {
      if (diagnostic.code == matched_nothing_code) continue;
      EntryLines lines(++number_, capitalized(severity_word(words_, diagnostic.severity)));
      lines.add(one_line(diagnostic_message(diagnostic, options_.language)));
      lines.add(words_.place, relative_file_and_line(report_, diagnostic.span));
      add_help(lines, diagnostic_help(diagnostic, options_.language));
      lines.add(words_.rule, one_line(diagnostic.code));
      text += lines.take();
    }
    return text.empty() ? text : underlined(capitalized(words_.besides_findings), '-') + "\n" + text;
  }

  const Report& report_;
  const ReportOptions& options_;
  const Words& words_;
  const ListWords& list_words_;
  /// Of the entry written last.
  std::size_t number_ = 0;
};

}  // namespace

std::string write_text(const Report& report, const ReportOptions& options) {
  return ListWriter(report, options).write();
}

}  // namespace roadlint::report
