// The coverage of documents as text: see rule_listing.hpp.
#include "base/utf8.hpp"
#include "report/color.hpp"
#include "report/coverage.hpp"
#include "report/plain_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {

RulesByPlace rules_by_place(const std::vector<ListedRule>& rules) {
  RulesByPlace by_place;
  for (const ListedRule& rule : rules) {
    for (const Basis& basis : rule.basis) {
      std::vector<const ListedRule*>& at_place = by_place[{basis.document, basis.place}];
      if (at_place.empty() || at_place.back() != &rule) at_place.push_back(&rule);
    }
  }
  return by_place;
}

const std::vector<const ListedRule*>& rules_of(const RulesByPlace& rules, const ListedDocument& document,
                                               const ListedParagraph& paragraph) {
  static const std::vector<const ListedRule*> none;
  const auto found = rules.find({document.name, paragraph.place});
  return found == rules.end() ? none : found->second;
}

namespace {

/// "9 violated, 2 undecidable"; empty when nothing was checked.
std::string found_by(const ListedRule& rule, const Words& words) {
  if (rule.needs_earlier_version && !rule.account) return std::string(words.needs_earlier_version);
  if (!rule.account) return "";
  std::string text;
  const auto add = [&](std::size_t count, std::string_view word) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(word);
  };
  add(rule.account->violated, words.violated);
  add(rule.account->undecidable, words.undecidable);
  if (!text.empty()) return text;
  return std::string(rule.account->matched > 0 ? words.nothing_found : words.rule_without_records);
}

class CoverageWriter {
 public:
  CoverageWriter(const std::vector<ListedRule>& rules, const ReportOptions& options)
      : rules_(rules_by_place(rules)), options_(options), words_(words_in(options.language)) {}

  std::string write(const ListedDocument& document) {
    std::string title = document.name + ": " + one_line(document.title.in(options_.language));
    if (document.is_unread) title += " (" + std::string(words_.unread) + ")";
    std::string text = painted(title, Paint::bold, options_.color) + "\n\n";
    std::size_t width = 0;
    for (const ListedParagraph& paragraph : document.paragraphs) {
      width = std::max(width, utf8::display_width(one_line(paragraph.place)));
    }
    std::size_t covered = 0;
    for (const ListedParagraph& paragraph : document.paragraphs) {
      const auto& rules = rules_of(rules_, document, paragraph);
      if (!rules.empty()) ++covered;
      text += paragraph_text(paragraph, rules, width);
    }
    text += "\n" + words_.paragraphs.with(document.paragraphs.size(), words_.language) + ": " +
            words_.covered.with(covered, words_.language) + ", " +
            words_.without_rule.with(document.paragraphs.size() - covered, words_.language) + "\n";
    return text;
  }

 private:
  [[nodiscard]] std::string paragraph_text(const ListedParagraph& paragraph,
                                           const std::vector<const ListedRule*>& rules, std::size_t width) const {
    const std::string place = one_line(paragraph.place);
    std::string text = "  " + place + std::string(width - utf8::display_width(place) + 2, ' ') +
                       one_line(paragraph.title.in(options_.language)) + "\n";
    const std::string indentation(width + 6, ' ');
    if (rules.empty()) text += indentation + painted(words_.no_rule, Paint::warning, options_.color) + "\n";
    for (const ListedRule* rule : rules) {
      const std::string found = found_by(*rule, words_);
      text += indentation + rule->id + (found.empty() ? "" : ": " + found) + "\n";
    }
    return text;
  }

  RulesByPlace rules_;
  const ReportOptions& options_;
  const Words& words_;
};

}  // namespace

std::string draw_coverage(const std::vector<ListedRule>& rules, const std::vector<ListedDocument>& documents,
                          const ReportOptions& options) {
  CoverageWriter writer(rules, options);
  std::string text;
  for (const ListedDocument& document : documents) text += (text.empty() ? "" : "\n") + writer.write(document);
  return text;
}

}  // namespace roadlint::report
