// See html_finding.hpp.
#include "report/html_finding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "report/acceptance_text.hpp"
#include "report/finding_diagnostic.hpp"
#include "report/relative_location.hpp"

namespace roadlint::report {
namespace {

/// Bytes of a source line that are shown before and after what is marked, and of what is marked.
constexpr std::size_t bytes_before = 160;
constexpr std::size_t bytes_marked = 400;
constexpr std::size_t bytes_after = 240;
constexpr std::size_t evidence_shown = 50;
constexpr std::size_t places_shown = 50;

/// The nearest start of a code point at or before an offset.
std::size_t code_point_start(std::string_view text, std::size_t offset) {
  for (std::size_t back = 0; back < 3 && offset > 0 && offset < text.size(); ++back) {
    if (!utf8::is_continuation(text[offset])) break;
    --offset;
  }
  return std::min(offset, text.size());
}

/// "f-3a4b": fit for an id and for a link, whatever the fingerprint is made of.
std::string anchor_of(std::string_view fingerprint) {
  std::string anchor = "f-";
  for (const char byte : fingerprint) {
    const bool is_plain =
        utf8::is_visible_ascii(byte) && std::string_view("\"'<>&#%\\`").find(byte) == std::string_view::npos;
    anchor += is_plain ? byte : '_';
  }
  return anchor;
}

class FindingWriter {
 public:
  FindingWriter(const HtmlPage& page, const HtmlFindingNames& names, const engine::Finding& finding)
      : page_(page), report_(page.report), out_(page.out), names_(names), finding_(finding) {}

  void write() {
    begin();
    write_heading();
    write_place();
    write_excerpt();
    out_.markup("<dl>");
    write_text(&HtmlWords::help, finding_.help);
    write_responsible();
    write_waiver();
    write_acceptance();
    write_causes();
    out_.markup("</dl>");
    write_details();
    out_.markup("</li>\n");
  }

 private:
  [[nodiscard]] bool is_undecidable() const { return finding_.verdict == engine::Verdict::undecidable; }

  void begin() {
    out_.markup("<li class=\"finding ").markup(severity_name(finding_.severity));
    out_.markup(is_undecidable() ? " undecidable\"" : "\"").attribute("id", anchor_of(finding_.fingerprint));
    if (is_active(finding_)) write_filter_keys();
    out_.markup(">");
  }

  void write_filter_keys() {
    const std::string scope = scope_keys(page_.scopes.of(finding_));
    if (names_.has_overview) {
      out_.attribute("data-scope", scope.empty() ? "none" : scope);
    } else {
      out_.attribute("data-entity", finding_.subject.entity);
    }
    out_.attribute("data-rule", finding_.rule).attribute("data-severity", severity_name(finding_.severity));
    const auto file = names_.file_keys.find(finding_.span.file);
    if (file != names_.file_keys.end()) out_.attribute("data-file", file->second);
    const auto body = names_.bodies.find(finding_.responsible);
    if (body != names_.bodies.end()) out_.attribute("data-body", body->second);
  }

  void write_badge(std::string_view name, HtmlSentence word) {
    out_.repeated("b", word, "badge " + std::string(name)).markup(" ");
  }

  void write_heading() {
    out_.markup("<h3>");
    write_badge(severity_name(finding_.severity), severity_sentence(finding_.severity));
    if (is_undecidable()) write_badge("undecidable", &HtmlWords::undecidable);
    if (finding_.certainty == Certainty::heuristic) write_badge("guess", &HtmlWords::heuristic);
    if (finding_.certainty == Certainty::judgement) write_badge("guess", &HtmlWords::judgement);
    write_localized(finding_.message);
    out_.markup("</h3>");
  }

  void write_localized(const LocalizedText& text) {
    out_.prose([&](std::string_view language) { return text.in(language); });
  }

  /// Rule, place and a link to the finding itself.
  void write_place() {
    out_.markup("<p class=\"meta\"><code>").data(finding_.rule).markup("</code>");
    if (!finding_.title.is_empty()) {
      out_.markup(" ");
      write_localized(finding_.title);
    }
    if (finding_.span.is_known()) {
      out_.markup(" <span class=\"place\">").data(relative_file_and_line(report_, finding_.span)).markup("</span>");
    }
    out_.markup(" <a class=\"anchor\"").attribute("href", "#" + anchor_of(finding_.fingerprint)).markup(">");
    out_.repeated("span", &HtmlWords::link_to_finding, "for-readers").markup("</a></p>");
  }

  void write_excerpt() {
    if (!finding_.span.is_known()) return;
    const SourceText& source = report_.files.file(finding_.span.file);
    const std::uint32_t number = source.position(finding_.span.begin).line;
    const std::string_view line = source.line(number);
    const std::size_t start = source.line_start(number);
    const std::size_t begin = code_point_start(line, std::min<std::size_t>(finding_.span.begin - start, line.size()));
    const std::size_t end = std::clamp<std::size_t>(finding_.span.end - start, begin, line.size());
    write_marked_line(number, line, begin, std::min(end, code_point_start(line, begin + bytes_marked)));
  }

  /// The bytes [begin, end) are marked; a long line is cut around them.
  void write_marked_line(std::uint32_t number, std::string_view line, std::size_t begin, std::size_t end) {
    const std::size_t first = code_point_start(line, begin - std::min(begin, bytes_before));
    const std::size_t last = code_point_start(line, std::min(line.size(), end + bytes_after));
    out_.markup("<pre><span class=\"number\">").text(std::to_string(number)).markup("</span><code>");
    out_.markup(first > 0 ? "…" : "");
    write_part("bdi", line.substr(first, begin - first));
    write_part("mark", line.substr(begin, end - begin));
    write_part("bdi", line.substr(end, last - end));
    out_.markup(last < line.size() ? "…" : "").markup("</code></pre>");
  }

  void write_part(std::string_view tag, std::string_view part) {
    if (part.ends_with('\r')) part.remove_suffix(1);
    if (part.empty()) return;
    if (tag == "bdi" && needs_no_isolation(part)) {
      out_.text(part);
      return;
    }
    out_.markup("<").markup(tag).markup(" dir=\"ltr\">").text(part).markup("</").markup(tag).markup(">");
  }

  void begin_entry(HtmlSentence label) { out_.repeated("dt", label).markup("<dd>"); }
  void end_entry() { out_.markup("</dd>"); }

  void write_text(HtmlSentence label, const LocalizedText& text) {
    if (text.in("en").empty() && text.in("de").empty()) return;
    begin_entry(label);
    write_localized(text);
    end_entry();
  }

  /// A sentence with one value in it.
  void write_filled(HtmlSentence sentence, const std::string& value) {
    out_.both([&](std::string_view language) {
      return fmt::format(fmt::runtime(html_words_in(language).*sentence), date_text(value, language));
    });
  }

  void write_responsible() {
    begin_entry(&HtmlWords::responsible);
    if (finding_.responsible.empty()) {
      out_.repeated("span", &HtmlWords::nobody);
    } else {
      out_.data(finding_.responsible);
    }
    if (!finding_.responsible_from.empty()) {
      out_.markup(" <span class=\"derived\">(").repeated("span", &HtmlWords::responsible_from);
      out_.markup(" ").data(finding_.responsible_from).markup(")</span>");
    }
    end_entry();
  }

  void write_waiver() {
    if (finding_.has_expired_waiver) out_.markup("<dd>").say(&HtmlWords::expired_waiver).markup("</dd>");
    const auto& baseline = report_.outcomes.baseline;
    if (finding_.standing == engine::Standing::known && baseline) {
      out_.markup("<dd class=\"remark\">");
      write_filled(&HtmlWords::known_reason, baseline->file);
      end_entry();
    }
    if (finding_.standing != engine::Standing::waived || finding_.waiver >= report_.outcomes.waivers.size()) return;
    const engine::Waiver& waiver = report_.outcomes.waivers[finding_.waiver];
    begin_entry(&HtmlWords::waiver_reason);
    out_.data(waiver.reason).markup(" (");
    write_filled(&HtmlWords::waiver_until, waiver.expires);
    if (!waiver.approver.empty()) write_filled_after_comma(&HtmlWords::approved_by, waiver.approver);
    if (!waiver.reference.empty()) write_filled_after_comma(&HtmlWords::waiver_reference, waiver.reference);
    out_.markup(")");
    end_entry();
  }

  void write_acceptance() {
    if (!finding_.acceptance) return;
    begin_entry(&HtmlWords::accepted);
    out_.both([&](std::string_view language) {
      const std::string text = acceptance_text(report_, finding_, language);
      return text.empty() ? std::string(html_words_in(language).will_be_mended) : text;
    });
    end_entry();
  }

  void write_filled_after_comma(HtmlSentence sentence, const std::string& value) {
    out_.markup(", ");
    write_filled(sentence, value);
  }

  /// Links to the findings that must be settled before this one can be decided.
  void write_causes() {
    std::size_t count = 0;
    for (const std::string& cause : finding_.caused_by) {
      const auto found = names_.by_fingerprint.find(cause);
      if (found == names_.by_fingerprint.end()) continue;
      if (count++ == 0) begin_entry(&HtmlWords::because_of);
      out_.markup(count > 1 ? ", <a" : "<a").attribute("href", "#" + anchor_of(cause)).markup(">");
      out_.markup("<code>")
          .data(found->second->rule)
          .markup("</code> ")
          .brief(found->second->subject.id)
          .markup("</a>");
    }
    if (count > 0) end_entry();
  }

  void write_details() {
    out_.markup("<details>").repeated("summary", &HtmlWords::evidence_and_basis).markup("<dl>");
    begin_entry(&HtmlWords::subject);
    // The entity is a word of the model, not of the language.
    out_.markup("<code>").data(finding_.subject.entity).markup("</code> ").data(finding_.subject.id);
    end_entry();
    write_evidence();
    write_further_places();
    write_basis();
    out_.markup("</dl></details>");
  }

  void write_evidence() {
    if (finding_.evidence.empty()) return;
    begin_entry(&HtmlWords::evidence);
    out_.markup("<ul>");
    const std::size_t shown = std::min(finding_.evidence.size(), evidence_shown);
    for (std::size_t index = 0; index < shown; ++index) write_value(finding_.evidence[index]);
    write_html_rest(out_, "li", finding_.evidence.size() - shown);
    out_.markup("</ul>");
    end_entry();
  }

  void write_value(const engine::Evidence& evidence) {
    out_.markup("<li><code>").data(evidence.path).markup("</code>");
    if (evidence.value) {
      out_.markup(": ").data(*evidence.value);
    } else {
      out_.markup(" ").repeated("span", &HtmlWords::is_absent);
    }
    const std::string place = relative_file_and_line(report_, evidence.span);
    if (!place.empty()) out_.markup(" <span class=\"place\">").data(place).markup("</span>");
    out_.markup("</li>");
  }

  void write_further_places() {
    const std::vector<Span> places = further_places(finding_);
    if (places.empty()) return;
    begin_entry(&HtmlWords::further_places);
    out_.markup("<ul>");
    const std::size_t shown = std::min(places.size(), places_shown);
    for (std::size_t index = 0; index < shown; ++index) {
      out_.markup("<li class=\"place\">").data(relative_file_and_line(report_, places[index])).markup("</li>");
    }
    write_html_rest(out_, "li", places.size() - shown);
    out_.markup("</ul>");
    end_entry();
  }

  void write_basis() {
    if (finding_.basis.empty()) return;
    begin_entry(&HtmlWords::basis);
    out_.both([&](std::string_view language) { return basis_line(finding_.basis, words_in(language)); });
    end_entry();
  }

  const HtmlPage& page_;
  const Report& report_;
  HtmlWriter& out_;
  const HtmlFindingNames& names_;
  const engine::Finding& finding_;
};

}  // namespace

void write_html_finding(const HtmlPage& page, const HtmlFindingNames& names, const engine::Finding& finding) {
  FindingWriter(page, names, finding).write();
}

}  // namespace roadlint::report
