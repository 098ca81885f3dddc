// Words, texts and literals: the lexemes of the language.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "dsl/syntax/config.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl::syntax {

const auto word_char = x3::char_("a-zA-Z0-9_");

/// A keyword as a whole word.
inline auto keyword(const char* word) { return x3::lexeme[x3::lit(word) >> !word_char]; }

/// Any word, reserved or not: names of fields.
const x3::rule<struct any_word_class, ast::Name> any_word = "a name";
const auto any_word_def = spanned[x3::lexeme[x3::raw[x3::char_("a-zA-Z_") >> *word_char]][(
    [](auto& context) { x3::_val(context).text.assign(x3::_attr(context).begin(), x3::_attr(context).end()); })]];

/// A word that is not reserved.
const x3::rule<struct name_class, ast::Name> name = "a name";
const auto name_def = any_word[([](auto& context) {
  if (is_reserved_word(x3::_attr(context).text)) {
    x3::_pass(context) = false;
  } else {
    x3::_val(context) = std::move(x3::_attr(context));
  }
})];

/// `milestone-owner`.
const x3::rule<struct rule_id_class, ast::Name> rule_id = "a rule name";
const auto rule_id_def = spanned[x3::lexeme[x3::raw[x3::char_("a-zA-Z") >> *(x3::char_("a-zA-Z0-9_-"))]][(
    [](auto& context) { x3::_val(context).text.assign(x3::_attr(context).begin(), x3::_attr(context).end()); })]];

/// Resolves the escapes of a text; unknown ones stay as written.
inline std::string unescaped(std::string_view raw) {
  std::size_t at = std::min(raw.find('\\'), raw.size());
  std::string text(raw.substr(0, at));
  for (; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 == raw.size()) {
      text += raw[at];
      continue;
    }
    const char next = raw[++at];
    if (next == 'n') {
      text += '\n';
    } else if (next == 't') {
      text += '\t';
    } else if (next == '"' || next == '\\') {
      text += next;
    } else {
      text += '\\';
      text += next;
    }
  }
  return text;
}

/// A text between quotes on one line, escapes resolved.
const x3::rule<struct quoted_class, ast::Name> quoted = "a text in quotes";
/// The inside of a text: up to a quote without a backslash before it, or the end of the line.
struct text_inside_parser : x3::parser<text_inside_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
    const std::string_view rest(first, static_cast<std::size_t>(last - first));
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::string_view inside = line.substr(0, line.find('"'));
    if (inside.find('\\') == std::string_view::npos) {  // nearly always
      first += inside.size();
      return true;
    }
    while (first != last && *first != '"' && *first != '\n') {
      const bool is_escape = *first == '\\' && first + 1 != last && first[1] != '\n';
      first += is_escape ? 2 : 1;
    }
    return true;
  }
};
constexpr text_inside_parser text_inside{};
const x3::rule<struct closing_quote_class> closing_quote = "a closing `\"` on the same line";
const auto closing_quote_def = x3::lit('"');
const auto quoted_def = spanned[x3::lexeme[x3::lit('"') >> x3::raw[text_inside][([](auto& context) {
                                             const auto& range = x3::_attr(context);
                                             x3::_val(context).text = unescaped({range.begin(), range.size()});
                                           })] > closing_quote]];

BOOST_SPIRIT_DEFINE(any_word, name, rule_id, closing_quote, quoted)

}  // namespace roadlint::dsl::syntax
