// The grammar of expressions, from loose to tight. Rules build nodes in the session's arena; an abandoned branch leaves
// a node that nothing refers to. `>` stands only behind a keyword or an operator, so every failed expectation is a
// mistake of the author.
#pragma once

#include "dsl/syntax/expression.hpp"
#include "dsl/syntax/tokens.hpp"

namespace roadlint::dsl::syntax {

using ast::Expression;
using ast::ExpressionId;
using ast::ExpressionKind;

// --- building nodes ----------------------------------------------------------------------------------------------

/// left OP right, with the span from left to right.
inline ExpressionId add_binary(Session& session, ExpressionKind kind, const std::string& text, ExpressionId left,
                               ExpressionId right) {
  Expression node;
  node.kind = kind;
  node.text = text;
  node.span = session.at(left).span.joined(session.at(right).span);
  node.text_span = Span(node.span.file, session.at(left).span.end, session.at(right).span.begin);
  node.operands = {left, right};
  return session.add(std::move(node));
}

/// Operands of `and` or `or`; mostly there is only one.
struct OperandRow {
  ExpressionId first = ast::no_expression;
  std::vector<ExpressionId> others;
};

/// Joins operands of `and` or `or` in one node, however many there are.
inline ExpressionId add_joined(Session& session, ExpressionKind kind, OperandRow row) {
  if (row.others.empty()) return row.first;
  std::vector<ExpressionId> operands = std::move(row.others);
  operands.insert(operands.begin(), row.first);
  Expression node;
  node.kind = kind;
  node.span = session.at(operands.front()).span.joined(session.at(operands.back()).span);
  node.text_span = node.span;
  node.operands = std::move(operands);
  return session.add(std::move(node));
}

/// A postfix such as `.field`: the operand's span up to the postfix.
inline ExpressionId add_postfix(Session& session, ExpressionKind kind, ExpressionId operand, const ast::Name& word) {
  Expression node;
  node.kind = kind;
  node.text = word.text;
  node.text_span = word.span;
  node.span = session.at(operand).span.joined(word.span);
  node.operands = {operand};
  return session.add(std::move(node));
}

/// Keeps a finished node and makes its id the value of the rule.
const auto keep_node = [](auto& context) {
  x3::_val(context) = session_of(context).add(std::move(x3::_attr(context)));
};
const auto pass_id = [](auto& context) { x3::_val(context) = x3::_attr(context); };

template <ExpressionKind kind>
void set_text(auto& context) {
  const auto& range = x3::_attr(context);
  x3::_val(context).kind = kind;
  x3::_val(context).text.assign(range.begin(), range.end());
}
const auto add_operand = [](auto& context) { x3::_val(context).operands.push_back(x3::_attr(context)); };
const auto add_binding = [](auto& context) { x3::_val(context).bindings.push_back(std::move(x3::_attr(context))); };
const auto set_condition = [](auto& context) { x3::_val(context).condition = x3::_attr(context); };
template <ExpressionKind kind>
const auto set_kind = [](auto& context) { x3::_val(context).kind = kind; };
/// What an author sees when something in an expression is missing.
const x3::rule<struct closing_parenthesis_class> closing_parenthesis = "a closing `)`";
const auto closing_parenthesis_def = x3::lit(')');
const x3::rule<struct closing_bracket_class> closing_bracket = "a closing `]`";
const auto closing_bracket_def = x3::lit(']');
const x3::rule<struct satisfies_class> satisfies = "`satisfies`";
const auto satisfies_def = keyword("satisfies");
const x3::rule<struct in_word_class> in_word = "`in`";
const auto in_word_def = keyword("in");
const x3::rule<struct then_class> then_word = "`then`";
const auto then_word_def = keyword("then");
const x3::rule<struct else_class> else_word = "`else`";
const auto else_word_def = keyword("else");

// --- literals ----------------------------------------------------------------------------------------------------

const auto digits = +x3::digit;
const auto numeral = digits >> -(x3::lit('.') >> digits);
const auto two_digits = x3::digit >> x3::digit;
const auto four_digits = two_digits >> two_digits;
const auto not_in_word = !word_char;
const auto date_text = four_digits >> x3::lit('-') >>
                       ((x3::char_('Q') >> x3::digit) | (two_digits >> -(x3::lit('-') >> two_digits))) >> not_in_word;
const auto blank = *x3::lit(' ');
const auto scale_word = x3::lit("thousand") | "million" | "billion" | "trillion";
const auto currency_code = x3::upper >> x3::upper >> x3::upper >> not_in_word;
const auto money_text = numeral >> blank >> -(scale_word >> +x3::lit(' ')) >> currency_code;
const auto duration_word = (x3::lit("month") | "year" | "day" | "week") >> -x3::lit('s') >> not_in_word;
const auto duration_text = digits >> blank >> duration_word;
const auto percent_text = numeral >> blank >> x3::lit('%');

const x3::rule<struct literal_class_, Expression> literal = "a literal";
const auto literal_def =
    spanned[x3::lexeme[x3::raw[date_text][([](auto& c) { set_text<ExpressionKind::date>(c); })] |
                       x3::raw[money_text][([](auto& c) { set_text<ExpressionKind::money>(c); })] |
                       x3::raw[duration_text][([](auto& c) { set_text<ExpressionKind::duration>(c); })] |
                       x3::raw[percent_text][([](auto& c) { set_text<ExpressionKind::percent>(c); })] |
                       x3::raw[numeral >> not_in_word][([](auto& c) { set_text<ExpressionKind::number>(c); })]] |
            x3::raw[keyword("true") | keyword("false")][([](auto& c) { set_text<ExpressionKind::boolean>(c); })] |
            quoted[([](auto& c) {
              x3::_val(c).kind = ExpressionKind::text;
              x3::_val(c).text = std::move(x3::_attr(c).text);
            })]];

// --- primaries ---------------------------------------------------------------------------------------------------

const x3::rule<struct comprehension_class, Expression> comprehension = "an expression";
/// `EXPR` or `EXPR for x in S, ... where P`; without `for` the node is marked by having no binding.
const auto comprehension_def =
    spanned[x3::eps[set_kind<ExpressionKind::comprehension>] >> expression[add_operand] >>
            -(keyword("for") > (binding[add_binding] % ',') > -(keyword("where") > expression[set_condition]))];

/// A comprehension node without bindings is just its expression.
inline ExpressionId simplified(Session& session, Expression&& node) {
  return node.bindings.empty() ? node.operands.front() : session.add(std::move(node));
}

const x3::rule<struct call_class, Expression> call = "a call";
const auto argument_of_call = [](auto& context) {
  const ExpressionId id = simplified(session_of(context), std::move(x3::_attr(context)));
  x3::_val(context).operands.push_back(id);
};
const auto callee = [](auto& context) {
  x3::_val(context).kind = ExpressionKind::call;
  x3::_val(context).text = std::move(x3::_attr(context).text);
  x3::_val(context).text_span = x3::_attr(context).span;
};
/// `entity(path)` is written in families.
const auto call_def = spanned[(name[callee] | ((&keyword("entity")) >> any_word[callee])) >> x3::lit('(') >>
                              -keyword("distinct")[([](auto& c) { x3::_val(c).distinct = true; })] >>
                              -((!x3::lit(')')) > (comprehension[argument_of_call] % ',')) > closing_parenthesis];

const x3::rule<struct list_class, Expression> list = "a list";
const auto list_def =
    spanned[x3::lit('[')[set_kind<ExpressionKind::list>] > -(expression[add_operand] % ',') > closing_bracket];

const x3::rule<struct word_class, Expression> word = "a name";
const auto word_of_name = [](auto& c) {
  x3::_val(c).kind = ExpressionKind::name;
  x3::_val(c).text = std::move(x3::_attr(c).text);
  x3::_val(c).text_span = x3::_attr(c).span;
};
/// A name, or the word `policy` before a table of policy data.
const auto word_def = spanned[name[word_of_name] | ((&keyword("policy")) >> any_word[word_of_name] >> &x3::lit('.'))];

const x3::rule<struct primary_class, ExpressionId> primary = "an expression";
/// A parser is tried only where one of its first characters stands: an attempt makes a node first.
template <std::size_t size>
auto at_one_of(const char (&characters)[size]) {
  return &x3::char_(characters);
}
/// A word directly or with blanks before `(`.
const auto at_call = &(x3::lexeme[+word_char] >> x3::lit('('));
const auto primary_def =
    (at_one_of("0-9\"tf") >> literal[keep_node]) |
    (x3::lit('(') > comprehension[([](auto& c) { x3::_val(c) = simplified(session_of(c), std::move(x3::_attr(c))); })] >
     closing_parenthesis) |
    (at_one_of("[") >> list[keep_node]) | (at_call >> call[keep_node]) | word[keep_node];

// --- operators ---------------------------------------------------------------------------------------------------

const auto operand_start = x3::char_("a-zA-Z0-9_(\"[");
/// `+` directly behind a name and not before an operand: transitive closure.
const x3::rule<struct closure_mark_class, ast::Name> closure_mark = "`+`";
const auto closure_mark_def =
    x3::no_skip[spanned[(x3::lit('+') >> (!operand_start))[([](auto& c) { x3::_val(c).text = "+"; })]]];

const x3::rule<struct dot_field_class, ast::Name> field_name = "the name of a field";
const auto field_name_def = any_word[([](auto& c) { x3::_val(c) = std::move(x3::_attr(c)); })];

const x3::rule<struct postfix_class, ExpressionId> postfix = "an expression";
const auto postfix_def = primary[pass_id] >>
                         *((x3::lit('.') > field_name[([](auto& c) {
                              x3::_val(c) =
                                  add_postfix(session_of(c), ExpressionKind::field, x3::_val(c), x3::_attr(c));
                            })]) |
                           closure_mark[([](auto& c) {
                             x3::_val(c) =
                                 add_postfix(session_of(c), ExpressionKind::closure, x3::_val(c), x3::_attr(c));
                           })]) >>
                         -(x3::lit("->") > nested[postfix][([](auto& c) {
                             x3::_val(c) =
                                 add_binary(session_of(c), ExpressionKind::reverse, "->", x3::_val(c), x3::_attr(c));
                           })]);

/// `->` is the arrow of reverse navigation, not a minus.
const auto no_arrow = x3::eps >> (!x3::lit("->"));

const x3::rule<struct negative_class, Expression> negative = "an expression";
const x3::rule<struct unary_class, ExpressionId> unary = "an expression";
const auto negative_def = spanned[x3::lit('-')[set_kind<ExpressionKind::negative>] > nested[unary][add_operand]];
const auto unary_def = (at_one_of("-") >> no_arrow >> negative[keep_node]) | postfix[pass_id];

/// Adds `left OP right` where the operator was remembered with the right side.
template <ExpressionKind kind>
auto combine(const char* text) {
  return [text](auto& c) { x3::_val(c) = add_binary(session_of(c), kind, text, x3::_val(c), x3::_attr(c)); };
}

const x3::rule<struct product_class, ExpressionId> product = "an expression";
const auto product_def = unary[pass_id] >> *((x3::lit('*') > unary[combine<ExpressionKind::arithmetic>("*")]) |
                                             (x3::lit('/') > unary[combine<ExpressionKind::arithmetic>("/")]));

const x3::rule<struct sum_class, ExpressionId> sum = "an expression";
const auto sum_def = product[pass_id] >>
                     *((x3::lit('+') > product[combine<ExpressionKind::arithmetic>("+")]) |
                       ((no_arrow >> x3::lit('-')) > product[combine<ExpressionKind::arithmetic>("-")]));

const x3::rule<struct operand_class, ExpressionId> operand = "an expression";
const auto operand_def = sum[pass_id] >>
                         *((keyword("except") > sum[combine<ExpressionKind::difference>("except")]) |
                           (keyword("intersect") > sum[combine<ExpressionKind::intersection>("intersect")]));

/// The same as an operand; the name is what an author reads behind `in`.
const auto source_def = operand[pass_id];

template <ExpressionKind kind, bool negated>
const auto combine_negatable = [](auto& c) {
  Session& session = session_of(c);
  const ExpressionId id = add_binary(session, kind, "", x3::_val(c), x3::_attr(c));
  session.tree->expressions[static_cast<std::size_t>(id)].negated = negated;
  x3::_val(c) = id;
};

const x3::rule<struct presence_class, ast::Name> presence_word = "`present` or `absent`";
const auto presence_word_def =
    spanned[x3::lexeme[x3::raw[(x3::lit("present") | "absent") >> not_in_word]]
                      [([](auto& c) { x3::_val(c).text.assign(x3::_attr(c).begin(), x3::_attr(c).end()); })]];

template <bool negated>
const auto combine_matching = [](auto& c) {
  Session& session = session_of(c);
  const ExpressionId id = add_postfix(session, ExpressionKind::matching, x3::_val(c), x3::_attr(c));
  session.tree->expressions[static_cast<std::size_t>(id)].negated = negated;
  x3::_val(c) = id;
};

const x3::rule<struct comparison_class, ExpressionId> comparison = "an expression";
const auto comparison_def =
    operand[pass_id] >>
    -((x3::lit("!=") > operand[combine<ExpressionKind::comparison>("!=")]) |
      (x3::lit("<=") > operand[combine<ExpressionKind::comparison>("<=")]) |
      (x3::lit(">=") > operand[combine<ExpressionKind::comparison>(">=")]) |
      (x3::lit('=') > operand[combine<ExpressionKind::comparison>("=")]) |
      (x3::lit('<') > operand[combine<ExpressionKind::comparison>("<")]) |
      (x3::lit('>') > operand[combine<ExpressionKind::comparison>(">")]) |
      (keyword("is") > presence_word[([](auto& c) {
         Session& session = session_of(c);
         const ExpressionId id = add_postfix(session, ExpressionKind::presence, x3::_val(c), x3::_attr(c));
         session.tree->expressions[static_cast<std::size_t>(id)].negated = x3::_attr(c).text == "absent";
         x3::_val(c) = id;
       })]) |
      (keyword("in") > operand[combine_negatable<ExpressionKind::membership, false>]) |
      (keyword("matches") > name[combine_matching<false>]) |
      ((keyword("not") >> keyword("in")) > operand[combine_negatable<ExpressionKind::membership, true>]) |
      ((keyword("not") >> keyword("matches")) > name[combine_matching<true>]));

const auto set_word = [](auto& c) {
  x3::_val(c).kind = ExpressionKind::quantifier;
  x3::_val(c).text.assign(x3::_attr(c).begin(), x3::_attr(c).end());
  x3::_val(c).text_span = session_of(c).span(x3::_attr(c).begin(), x3::_attr(c).end());
};
const auto binding_def = name[([](auto& c) { x3::_val(c).variable = std::move(x3::_attr(c)); })] > in_word >
                         source[([](auto& c) { x3::_val(c).source = x3::_attr(c); })];

const x3::rule<struct whole_number_class, std::int64_t> whole_number = "a whole number";
const auto whole_number_def = x3::int64[pass_id];
const x3::rule<struct least_class, std::string> least_or_most = "`least` or `most`";
const auto least_or_most_def =
    x3::lexeme[x3::raw[(x3::lit("least") | "most") >> not_in_word]]
              [([](auto& c) { x3::_val(c).assign(x3::_attr(c).begin(), x3::_attr(c).end()); })];

const x3::rule<struct quantifier_class, Expression> quantifier = "a quantifier";
const auto quantifier_def =
    spanned[(x3::lexeme[x3::raw[(x3::lit("any") | "all" | "none") >> not_in_word]][set_word] |
             (x3::lexeme[x3::raw[x3::lit("exactly") >> not_in_word]][set_word] >
              whole_number[([](auto& c) { x3::_val(c).number = x3::_attr(c); })]) |
             ((x3::lexeme[x3::raw[x3::lit("at") >> not_in_word]][set_word] > least_or_most[([](auto& c) {
                 x3::_val(c).text = x3::_attr(c);
               })]) > whole_number[([](auto& c) { x3::_val(c).number = x3::_attr(c); })])) > binding[add_binding] >
            -(keyword("where") > expression[set_condition]) > satisfies > expression[add_operand]];

const x3::rule<struct negation_class, Expression> negation = "an expression";
const x3::rule<struct truth_class, ExpressionId> truth = "an expression";
const auto negation_def = spanned[keyword("not")[set_kind<ExpressionKind::negation>] > nested[truth][add_operand]];
const auto truth_def =
    (at_one_of("n") >> negation[keep_node]) | (at_one_of("aen") >> quantifier[keep_node]) | comparison[pass_id];

const auto start_row = [](auto& c) { x3::_val(c).first = x3::_attr(c); };
const auto extend_row = [](auto& c) { x3::_val(c).others.push_back(x3::_attr(c)); };
const x3::rule<struct both_class, OperandRow> conjunction_row = "an expression";
const auto conjunction_row_def = truth[start_row] >> *(keyword("and") > truth[extend_row]);
const x3::rule<struct conjunction_class, ExpressionId> conjunction = "an expression";
const auto conjunction_def = conjunction_row[(
    [](auto& c) { x3::_val(c) = add_joined(session_of(c), ExpressionKind::conjunction, std::move(x3::_attr(c))); })];
const x3::rule<struct either_class, OperandRow> disjunction_row = "an expression";
const auto disjunction_row_def = conjunction[start_row] >> *(keyword("or") > conjunction[extend_row]);
const x3::rule<struct disjunction_class, ExpressionId> disjunction = "an expression";
const auto disjunction_def = disjunction_row[(
    [](auto& c) { x3::_val(c) = add_joined(session_of(c), ExpressionKind::disjunction, std::move(x3::_attr(c))); })];

const x3::rule<struct conditional_class, Expression> conditional = "an expression";
const auto conditional_def = spanned[keyword("if")[set_kind<ExpressionKind::conditional>] > expression[add_operand] >
                                     then_word > expression[add_operand] > else_word > expression[add_operand]];

const auto expression_def = nested[(at_one_of("i") >> conditional[keep_node]) | disjunction[pass_id]];

BOOST_SPIRIT_DEFINE(closing_parenthesis, closing_bracket, satisfies, in_word, then_word, else_word)
BOOST_SPIRIT_DEFINE(literal, comprehension, call, list, word, primary, closure_mark, field_name, postfix, negative)
BOOST_SPIRIT_DEFINE(unary, product, sum, operand, source, presence_word, comparison, binding, whole_number,
                    least_or_most)
BOOST_SPIRIT_DEFINE(quantifier, negation, truth, conjunction_row, conjunction, disjunction_row, disjunction)
BOOST_SPIRIT_DEFINE(conditional, expression)

}  // namespace roadlint::dsl::syntax
