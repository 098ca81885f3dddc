// What an author reads behind "expected": X3 knows names of rules and single signs; these give composite parsers the
// name of the part that comes first, so that no type name of the grammar is ever shown.
#pragma once

#include <boost/spirit/home/x3.hpp>

namespace boost::spirit::x3 {

template <typename Subject, typename Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const action<Subject, Action>& parser) const { return what(parser.subject); }
};

template <typename Left, typename Right>
struct get_info<list<Left, Right>> {
  using result_type = std::string;
  std::string operator()(const list<Left, Right>& parser) const { return what(parser.left); }
};

template <typename Left, typename Right>
struct get_info<sequence<Left, Right>> {
  using result_type = std::string;
  std::string operator()(const sequence<Left, Right>& parser) const { return what(parser.left); }
};

template <typename Left, typename Right>
struct get_info<alternative<Left, Right>> {
  using result_type = std::string;
  std::string operator()(const alternative<Left, Right>& parser) const {
    return what(parser.left) + " or " + what(parser.right);
  }
};

template <typename Subject>
struct get_info<plus<Subject>> {
  using result_type = std::string;
  std::string operator()(const plus<Subject>& parser) const { return what(parser.subject); }
};

template <typename Subject>
struct get_info<lexeme_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(const lexeme_directive<Subject>& parser) const { return what(parser.subject); }
};

}  // namespace boost::spirit::x3

namespace roadlint::dsl::syntax {
template <typename Subject>
struct nested_directive;
template <typename Subject>
struct spanned_directive;
}  // namespace roadlint::dsl::syntax

namespace boost::spirit::x3 {

template <typename Subject>
struct get_info<roadlint::dsl::syntax::nested_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(const roadlint::dsl::syntax::nested_directive<Subject>& parser) const {
    return what(parser.subject);
  }
};

template <typename Subject>
struct get_info<roadlint::dsl::syntax::spanned_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(const roadlint::dsl::syntax::spanned_directive<Subject>& parser) const {
    return what(parser.subject);
  }
};

}  // namespace boost::spirit::x3
