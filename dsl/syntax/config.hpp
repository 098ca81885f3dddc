// The types that every grammar file must agree on: iterator, skipper, context. They are part of the link symbols.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "dsl/syntax/expected.hpp"
#include "dsl/syntax/session.hpp"

namespace roadlint::dsl::syntax {

namespace x3 = boost::spirit::x3;

/// White space and comments. Before every token there is mostly none: this must be seen at once.
struct skipper_type : x3::parser<skipper_type> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  static bool is_blank_or_comment(char character) {
    return character <= '#' && (character == ' ' || character == '#' || (character >= '\t' && character <= '\r'));
  }

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
    const Iterator start = first;
    while (first != last && is_blank_or_comment(*first)) {
      first = *first == '#' ? std::find(first, last, '\n') : first + 1;
    }
    return first != start;
  }
};
constexpr skipper_type skipper{};

using phrase_context = x3::phrase_parse_context<skipper_type>::type;
using context_type = x3::context<session_tag, std::reference_wrapper<Session>, phrase_context>;

template <typename Context>
Session& session_of(const Context& context) {
  return x3::get<session_tag>(context).get();
}

/// Gives the node that a rule makes its span, from its first to its last character. (`on_success` of X3 does not see
/// the node of a rule with semantic actions.)
template <typename Subject>
struct spanned_directive : x3::unary_parser<Subject, spanned_directive<Subject>> {
  using base_type = x3::unary_parser<Subject, spanned_directive<Subject>>;
  static bool const is_pass_through_unary = true;
  static bool const handles_container = Subject::handles_container;

  explicit spanned_directive(const Subject& inner) : base_type(inner) {}

  template <typename Context, typename Node, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, Node& node, Attribute& attribute) const {
    x3::skip_over(first, last, context);
    const Iterator start = first;
    if (!this->subject.parse(first, last, context, node, attribute)) return false;
    Iterator end = first;
    while (end != start && (end[-1] == ' ' || end[-1] == '\n' || end[-1] == '\r' || end[-1] == '\t')) --end;
    node.span = session_of(context).span(start, end);
    return true;
  }
};

struct spanned_generator {
  template <typename Subject>
  spanned_directive<typename x3::extension::as_parser<Subject>::value_type> operator[](const Subject& subject) const {
    return spanned_directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
constexpr spanned_generator spanned{};

/// Parses one level deeper and fails with a clear message when that is too deep: the stack is bounded.
template <typename Subject>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject>> {
  using base_type = x3::unary_parser<Subject, nested_directive<Subject>>;
  static bool const is_pass_through_unary = true;
  static bool const handles_container = Subject::handles_container;

  explicit nested_directive(const Subject& inner) : base_type(inner) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context,
             Attribute& attribute) const {
    Session& session = session_of(context);
    x3::skip_over(first, last, context);
    if (session.depth >= limits::rule_nesting) {
      throw GrammarError{first,
                         "expressions are nested deeper than " + std::to_string(limits::rule_nesting) + " levels",
                         "name a part with `let` or `define`"};
    }
    ++session.depth;
    const bool matched = this->subject.parse(first, last, context, rule_context, attribute);
    --session.depth;  // an exception ends the parse of the statement; the caller resets the depth
    return matched;
  }
};

struct nested_generator {
  template <typename Subject>
  nested_directive<typename x3::extension::as_parser<Subject>::value_type> operator[](const Subject& subject) const {
    return nested_directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
constexpr nested_generator nested{};

}  // namespace roadlint::dsl::syntax
