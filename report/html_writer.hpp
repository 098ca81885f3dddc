// The pen of the HTML report: the one place where text of rules and data becomes safe, and where both languages are
// written side by side. What it writes is HTML and well-formed XML alike.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html_words.hpp"

namespace roadlint::report {

/// Appends text so that neither HTML nor XML sees anything but text in it, between tags and in quoted attributes.
/// Characters that XML does not have, bytes that are no UTF-8, and those that turn around the text behind them whatever
/// element they stand in (U+202E and its like) become U+FFFD.
void append_escaped(std::string& page, std::string_view text);

/// Whether a text is on one line and without letters that run from right to left, so that its surroundings are safe.
[[nodiscard]] bool needs_no_isolation(std::string_view text);

/// Gives the text for a language ("en", "de").
template <typename Function>
concept TextByLanguage = requires(const Function& text_in, std::string_view language) {
  { text_in(language) } -> std::convertible_to<std::string>;
};

class HtmlWriter {
 public:
  /// Id of its heading, and what that says.
  struct Section {
    std::string heading_id;
    HtmlSentence heading;
  };

  /// The language that is shown first comes first wherever both are written.
  explicit HtmlWriter(std::string_view first_language) : first_(first_language == "de" ? "de" : "en") {}

  [[nodiscard]] std::string_view first_language() const { return first_; }
  [[nodiscard]] std::string_view second_language() const { return first_ == "de" ? "en" : "de"; }
  [[nodiscard]] std::string take() { return std::move(page_); }

  /// Those that were begun, in order: for the links to them.
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  void add_section(Section section) { sections_.push_back(std::move(section)); }

  /// Tags, and nothing that comes from rules or data.
  HtmlWriter& markup(std::string_view trusted) {
    page_ += trusted;
    return *this;
  }
  /// Escaped text as it is.
  HtmlWriter& text(std::string_view text) {
    append_escaped(page_, text);
    return *this;
  }
  /// Escaped text of unknown direction, so that it does not turn its surroundings around; line breaks stay.
  HtmlWriter& data(std::string_view text);
  /// The same on one line and cut after a few hundred characters: for tables, which no single name may fill.
  HtmlWriter& brief(std::string_view text);
  /// ` name="value"`
  HtmlWriter& attribute(std::string_view name, std::string_view value) {
    return markup(" ").markup(name).markup("=\"").text(value).markup("\"");
  }
  HtmlWriter& attribute(std::string_view name, std::size_t value) { return attribute(name, std::to_string(value)); }
  /// A length in a picture, with one digit behind the point.
  HtmlWriter& attribute(std::string_view name, double value);

  /// The text in both languages, of which one is visible; once when both are the same.
  template <TextByLanguage Function>
  HtmlWriter& both(const Function& text_in) {
    return in_languages("bdi", text_in);
  }
  /// The same of prose: what stands between back-ticks is code.
  template <TextByLanguage Function>
  HtmlWriter& prose(const Function& text_in) {
    is_prose_ = true;
    both(text_in);
    is_prose_ = false;
    return *this;
  }
  /// The same inside of an SVG text.
  template <TextByLanguage Function>
  HtmlWriter& both_in_picture(const Function& text_in) {
    return in_languages("tspan", text_in);
  }
  /// ` data-en="..." data-de="..."`: for texts that cannot hold elements; the script puts in the visible one.
  template <TextByLanguage Function>
  HtmlWriter& both_as_attributes(const Function& text_in) {
    return attribute("data-en", text_in("en")).attribute("data-de", text_in("de"));
  }
  /// ` aria-label="..." data-label-en="..." data-label-de="..."`: what those hear who do not see the page.
  template <TextByLanguage Function>
  HtmlWriter& label(const Function& text_in) {
    attribute("aria-label", text_in(first_language()));
    return attribute("data-label-en", text_in("en")).attribute("data-label-de", text_in("de"));
  }
  /// ` title="..."` likewise: what a mouse shows that rests on an element.
  template <TextByLanguage Function>
  HtmlWriter& hint(const Function& text_in) {
    attribute("title", text_in(first_language()));
    return attribute("data-title-en", text_in("en")).attribute("data-title-de", text_in("de"));
  }
  /// `<title>` or `<desc>` of a picture or of a part of it, once for each language.
  template <TextByLanguage Function>
  HtmlWriter& described(std::string_view tag, const Function& text_in) {
    for (const std::string_view language : {first_language(), second_language()}) {
      markup("<").markup(tag).attribute("lang", language).markup(">").text(text_in(language));
      markup("</").markup(tag).markup(">");
    }
    return *this;
  }

  /// A sentence of the page.
  HtmlWriter& say(HtmlSentence sentence) {
    return both([&](std::string_view language) { return std::string(html_words_in(language).*sentence); });
  }
  /// `<dt data-w="help">Help</dt>`: a word that findings say again and again, in the first language; the script puts in
  /// the other one, which write_repeated_words says once.
  HtmlWriter& repeated(std::string_view tag, HtmlSentence sentence, std::string_view classes = {});
  HtmlWriter& write_repeated_words();
  /// A phrase with a number.
  HtmlWriter& say(HtmlPhrase phrase, std::size_t number) {
    return both([&](std::string_view language) { return counted(phrase, number, language); });
  }

 private:
  template <TextByLanguage Function>
  HtmlWriter& in_languages(std::string_view tag, const Function& text_in) {
    const std::string first = text_in(first_language());
    const std::string second = text_in(second_language());
    if (first == second) return element(tag, {}, first);
    return element(tag, first_language(), first).element(tag, second_language(), second);
  }
  HtmlWriter& element(std::string_view tag, std::string_view language, std::string_view text);

  void append_prose(std::string_view text);

  std::string_view first_;
  std::string page_;
  std::vector<Section> sections_;
  bool is_prose_ = false;
};

}  // namespace roadlint::report
