// Emits the grammar of statements, and splits messages into text and embedded expressions.
#include "dsl/syntax/statement_def.hpp"

#include <algorithm>

namespace roadlint::dsl::syntax {
namespace {

/// The closing brace of an embedded expression that starts at `first`, or `last`.
Iterator closing_brace(Iterator first, Iterator last) {
  while (first != last && *first != '}') ++first;
  return first;
}

ast::ExpressionId parse_embedded(Session& session, Iterator first, Iterator last) {
  ast::ExpressionId id = ast::no_expression;
  Iterator at = first;
  const bool matched =
      x3::phrase_parse(at, last, x3::with<session_tag>(std::ref(session))[x3::eps > expression], skipper, id);
  if (!matched || at != last) {
    throw GrammarError{at, "this is no expression", "write `{name}` or `{name.field}`; a brace itself is `{{`"};
  }
  return id;
}

void add_text(std::vector<ast::TextPart>& parts, std::string_view raw) {
  if (raw.empty()) return;
  if (parts.empty() || parts.back().expression != ast::no_expression) parts.emplace_back();
  parts.back().text += unescaped(raw);
}

}  // namespace

std::vector<ast::TextPart> parse_message(Session& session, Iterator first, Iterator last) {
  std::vector<ast::TextPart> parts;
  parts.reserve(2 * static_cast<std::size_t>(std::count(first, last, '{')) + 1);
  Iterator start = first;
  while (first != last) {
    if (*first != '{' && *first != '}') {
      ++first;
      continue;
    }
    const bool is_doubled = first + 1 != last && first[0] == first[1];
    if (is_doubled) {
      add_text(parts, {start, static_cast<std::size_t>(first + 1 - start)});
      first += 2;
      start = first;
    } else if (*first == '{') {
      add_text(parts, {start, static_cast<std::size_t>(first - start)});
      const Iterator end = closing_brace(first + 1, last);
      if (end == last) throw GrammarError{first, "this `{` has no `}`", "a brace itself is written `{{`"};
      parts.push_back({"", parse_embedded(session, first + 1, end)});
      first = end + 1;
      start = first;
    } else {
      ++first;
    }
  }
  add_text(parts, {start, static_cast<std::size_t>(last - start)});
  return parts;
}

BOOST_SPIRIT_INSTANTIATE(statement_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(field_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(member_row_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(table_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(policy_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(record_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(enumeration_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(parameter_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(word_list_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(pattern_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(definition_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(rule_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(family_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(document_head_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(document_line_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(single_name_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(language_names_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(use_type, Iterator, context_type)

}  // namespace roadlint::dsl::syntax
