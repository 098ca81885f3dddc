// See html_writer.hpp.
#include "report/html_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What stands for an ASCII character that cannot stand for itself; empty for all others.
std::string_view escape_of(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F ? replacement : std::string_view();
  }
}

/// Embeddings, overrides and isolates of direction. Browsers let them reach beyond the element that they stand in.
bool turns_text(char32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

/// Control characters above ASCII, the two code points that XML leaves out, and those that turn the text.
bool is_unprintable(char32_t code_point) {
  return (code_point >= 0x80 && code_point < 0xA0) || code_point == 0xFFFE || code_point == 0xFFFF ||
         turns_text(code_point);
}

/// Words that every finding says again, and the keys by which the script finds them.
constexpr std::array<std::pair<std::string_view, HtmlSentence>, 18> repeated_words = {{
    {"error", &HtmlWords::error},
    {"warning", &HtmlWords::warning},
    {"note", &HtmlWords::note},
    {"undecidable", &HtmlWords::undecidable},
    {"guess", &HtmlWords::heuristic},
    {"verdict", &HtmlWords::judgement},
    {"help", &HtmlWords::help},
    {"body", &HtmlWords::responsible},
    {"nobody", &HtmlWords::nobody},
    {"from", &HtmlWords::responsible_from},
    {"link", &HtmlWords::link_to_finding},
    {"details", &HtmlWords::evidence_and_basis},
    {"subject", &HtmlWords::subject},
    {"evidence", &HtmlWords::evidence},
    {"absent", &HtmlWords::is_absent},
    {"places", &HtmlWords::further_places},
    {"basis", &HtmlWords::basis},
    {"cause", &HtmlWords::because_of},
}};

/// Appends the code point at `offset` and moves past it.
void append_code_point(std::string& page, std::string_view text, std::size_t& offset) {
  const std::size_t start = offset;
  const char32_t code_point = utf8::next_code_point(text, offset);
  const bool is_replaced = code_point == 0xFFFD || is_unprintable(code_point);
  page += is_replaced ? replacement : text.substr(start, offset - start);
}

}  // namespace

void append_escaped(std::string& page, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char byte = text[offset];
    if (static_cast<unsigned char>(byte) >= 0x80U) {
      append_code_point(page, text, offset);
      continue;
    }
    const std::string_view escape = escape_of(byte);
    const bool is_line_break = byte == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
    if (escape.empty()) page += byte;
    if (!is_line_break) page += escape;
    ++offset;
  }
}

bool needs_no_isolation(std::string_view text) {
  // Letters that run from right to left begin at U+0590, whose first byte is this.
  constexpr unsigned char first_of_right_to_left = 0xD6;
  return std::ranges::all_of(text, [](char byte) {
    return static_cast<unsigned char>(byte) < first_of_right_to_left && byte != '\n' && byte != '\r';
  });
}

HtmlWriter& HtmlWriter::data(std::string_view text) {
  if (needs_no_isolation(text)) return this->text(text);
  return markup("<bdi>").text(text).markup("</bdi>");
}

HtmlWriter& HtmlWriter::brief(std::string_view text) {
  constexpr std::size_t columns = 200;
  return data(shortened(one_line(text), columns));
}

HtmlWriter& HtmlWriter::repeated(std::string_view tag, HtmlSentence sentence, std::string_view classes) {
  markup("<").markup(tag);
  if (!classes.empty()) attribute("class", classes);
  const auto* const found =
      std::ranges::find(repeated_words, sentence, &std::pair<std::string_view, HtmlSentence>::second);
  if (found == repeated_words.end()) {
    markup(">").say(sentence);
  } else {
    attribute("data-w", found->first).markup(">").text(html_words_in(first_).*sentence);
  }
  return markup("</").markup(tag).markup(">");
}

HtmlWriter& HtmlWriter::write_repeated_words() {
  markup("<div id=\"words\" hidden=\"hidden\">");
  for (const auto& [key, sentence] : repeated_words) {
    markup("<i").attribute("data-word", key);
    for (const std::string_view language : {first_language(), second_language()}) {
      attribute(language == "de" ? "data-in-de" : "data-in-en", html_words_in(language).*sentence);
    }
    markup("></i>");
  }
  return markup("</div>\n");
}

HtmlWriter& HtmlWriter::attribute(std::string_view name, double value) {
  return attribute(name, fmt::format("{:.1f}", value));
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view language, std::string_view text) {
  markup("<").markup(tag);
  // Sentences of the page run from left to right, whatever name they begin with.
  if (!language.empty()) {
    attribute("class", "l").attribute("lang", language);
  } else if (!needs_no_isolation(text)) {
    attribute("dir", "ltr");
  }
  markup(">");
  if (is_prose_) {
    append_prose(text);
  } else {
    append_escaped(page_, text);
  }
  return markup("</").markup(tag).markup(">");
}

void HtmlWriter::append_prose(std::string_view text) {
  while (true) {
    const std::size_t begin = text.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    append_escaped(page_, text.substr(0, begin));
    page_ += "<code>";
    append_escaped(page_, text.substr(begin + 1, end - begin - 1));
    page_ += "</code>";
    text.remove_prefix(end + 1);
  }
  append_escaped(page_, text);
}

}  // namespace roadlint::report
