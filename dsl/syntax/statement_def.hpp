// The grammar of statements, fields and table rows: definition. See statement.hpp.
#pragma once

#include "dsl/syntax/expression.hpp"
#include "dsl/syntax/statement.hpp"
#include "dsl/syntax/tokens.hpp"

namespace roadlint::dsl::syntax {

using ast::Statement;
using ast::StatementKind;

/// A named literal, so that a failed expectation can say what was expected.
#define ROADLINT_TOKEN(identifier, parser, description)                     \
  const x3::rule<struct identifier##_token_class> identifier = description; \
  const auto identifier##_def = parser;                                     \
  BOOST_SPIRIT_DEFINE(identifier)

ROADLINT_TOKEN(open_brace, x3::lit('{'), "`{`")
ROADLINT_TOKEN(close_brace, x3::lit('}'), "a closing `}`")
ROADLINT_TOKEN(close_round, x3::lit(')'), "a closing `)`")
ROADLINT_TOKEN(open_round, x3::lit('('), "`(`")
ROADLINT_TOKEN(close_square, x3::lit(']'), "a closing `]`")
ROADLINT_TOKEN(open_square, x3::lit('['), "`[`")
ROADLINT_TOKEN(equals, x3::lit('='), "`=`")
ROADLINT_TOKEN(colon, x3::lit(':'), "`:`")
ROADLINT_TOKEN(bar, x3::lit('|'), "`|`")
ROADLINT_TOKEN(dot, x3::lit('.'), "`.`")
ROADLINT_TOKEN(by_word, keyword("by"), "`by`")
ROADLINT_TOKEN(into_word, keyword("into"), "`into`")
ROADLINT_TOKEN(in_place_word, keyword("in"), "`in` and the place in the data")
ROADLINT_TOKEN(element_type, !keyword("list"), "a type that is no list")
#undef ROADLINT_TOKEN

const auto add_name = [](auto& c) { x3::_val(c).names.push_back(std::move(x3::_attr(c))); };
const auto take_name = [](auto& c) { x3::_val(c).name = std::move(x3::_attr(c)); };
const auto take = [](auto& c) { x3::_val(c) = std::move(x3::_attr(c)); };
const auto add_expression = [](auto& c) { x3::_val(c).expressions.push_back(x3::_attr(c)); };

// --- texts -------------------------------------------------------------------------------------------------------

/// A text in quotes with embedded expressions.
const x3::rule<struct message_text_class, ast::LanguageText> message_text = "a text in quotes";
const auto message_text_def =
    spanned[x3::lexeme[x3::lit('"') >> x3::raw[text_inside][([](auto& c) {
                         x3::_val(c).parts = parse_message(session_of(c), x3::_attr(c).begin(), x3::_attr(c).end());
                       })] > closing_quote]];

const x3::rule<struct language_text_class, ast::LanguageText> language_text = "a language and a text in quotes";
const auto language_text_def =
    spanned[name[([](auto& c) { x3::_val(c).language = std::move(x3::_attr(c)); })] >>
            message_text[([](auto& c) { x3::_val(c).parts = std::move(x3::_attr(c).parts); })]];

const x3::rule<struct texts_class, ast::LanguageTexts> texts = "a text such as `en \"...\"`";
const auto texts_def = +language_text[([](auto& c) { x3::_val(c).push_back(std::move(x3::_attr(c))); })];

const x3::rule<struct basis_class, ast::Basis> basis = "a basis such as `ZVEI \"2.1\"`";
const auto basis_def = any_word[([](auto& c) { x3::_val(c).source = std::move(x3::_attr(c)); })] >
                       quoted[([](auto& c) { x3::_val(c).place = x3::_attr(c).text; })];

// --- statements --------------------------------------------------------------------------------------------------

template <StatementKind kind>
auto starts(const char* word) {
  return keyword(word)[([](auto& c) { x3::_val(c).kind = kind; })];
}
const auto take_texts = [](auto& c) { x3::_val(c).texts = std::move(x3::_attr(c)); };
const auto expressions = expression[add_expression] % ',';

const auto statement_def =
    spanned[(starts<StatementKind::title>("title") > texts[take_texts]) |
            (starts<StatementKind::basis>("basis") >
             (basis[([](auto& c) { x3::_val(c).bases.push_back(std::move(x3::_attr(c))); })] % ',')) |
            (starts<StatementKind::severity>("severity") > any_word[add_name]) |
            (starts<StatementKind::certainty>("certainty") > any_word[add_name]) |
            (starts<StatementKind::for_each>("for") >
             (binding[([](auto& c) { x3::_val(c).bindings.push_back(std::move(x3::_attr(c))); })] % ',')) |
            (starts<StatementKind::where>("where") > expression[add_expression]) |
            (starts<StatementKind::let>("let") > name[add_name] > equals > expression[add_expression]) |
            (starts<StatementKind::group>("group") > by_word > expressions > into_word > (name[add_name] % ',')) |
            (starts<StatementKind::require>("require") > expression[add_expression]) |
            (starts<StatementKind::subject>("subject") > expressions) |
            (starts<StatementKind::at>("at") > expressions) |
            (starts<StatementKind::message>("message") > texts[take_texts]) |
            (starts<StatementKind::help>("help") > texts[take_texts])];

// --- models ------------------------------------------------------------------------------------------------------

const x3::rule<struct type_class, ast::TypeExpression> type = "a type";
const auto add_field = [](auto& c) { x3::_val(c).fields.push_back(std::move(x3::_attr(c))); };
const x3::rule<struct record_fields_class, std::vector<ast::FieldDeclaration>> record_fields = "fields";
const auto record_fields_def = open_brace >>
                               *((field[([](auto& c) { x3::_val(c).push_back(std::move(x3::_attr(c))); })]) >>
                                 -x3::lit(',')) > close_brace;
const x3::rule<struct currency_class, ast::Name> currency = "a currency such as `EUR`";
const auto currency_def = any_word[take];
const x3::rule<struct entity_name_class, ast::Name> entity_name = "the name of an entity";
const auto entity_name_def = name[take];
const auto type_def =
    spanned[-(keyword("list")[([](auto& c) { x3::_val(c).is_list = true; })] > element_type) >>
            ((x3::lit("->")[([](auto& c) { x3::_val(c).is_reference = true; })] > entity_name[take_name]) |
             nested[record_fields][([](auto& c) {
               x3::_val(c).is_record = true;
               x3::_val(c).fields = std::move(x3::_attr(c));
             })] |
             (name[take_name] >> -(x3::lit('(') > currency[([](auto& c) {
                                     x3::_val(c).argument = std::move(x3::_attr(c));
                                   })] > close_round))) >>
            -(x3::eps >> x3::lit('?')[([](auto& c) { x3::_val(c).is_optional = true; })])];

const auto field_def = any_word[take_name] >>
                       x3::lit(':') > type[([](auto& c) { x3::_val(c).type = std::move(x3::_attr(c)); })] >
                       -((keyword("responsible") >>
                          (!x3::lit(':')))[([](auto& c) { x3::_val(c).is_responsible = true; })]);

const x3::rule<struct place_class, ast::Place> place = "a place such as `roadmap.goals`";
const auto place_def =
    spanned[any_word[([](auto& c) { x3::_val(c).words.push_back(std::move(x3::_attr(c))); })] >
            +(dot > any_word[([](auto& c) { x3::_val(c).words.push_back(std::move(x3::_attr(c))); })])];
const auto table_head_def = name[take_name] > in_place_word >
                            (place[([](auto& c) { x3::_val(c).places.push_back(std::move(x3::_attr(c))); })] %
                             ',') > open_brace;
const auto record_head_def = name[take_name] > open_brace;
const auto policy_head_def = name[take_name] > open_brace;

const x3::rule<struct enumeration_member_class, ast::EnumerationMember> enumeration_member = "a word";
const auto enumeration_member_def =
    any_word[take_name] >> *language_text[([](auto& c) { x3::_val(c).texts.push_back(std::move(x3::_attr(c))); })];
const auto enumeration_def =
    name[take_name] > open_brace >
    (enumeration_member[([](auto& c) { x3::_val(c).members.push_back(std::move(x3::_attr(c))); })] % ',') >
    -x3::lit(',') > close_brace;

// --- packs -------------------------------------------------------------------------------------------------------

const auto take_type = [](auto& c) { x3::_val(c).type = std::move(x3::_attr(c)); };
const auto parameter_def = name[take_name] > colon > type[take_type] > equals >
                           expression[([](auto& c) { x3::_val(c).value = x3::_attr(c); })];
const auto word_list_def =
    name[take_name] >
    ((keyword("from") > (quoted[([](auto& c) { x3::_val(c).files.push_back(std::move(x3::_attr(c))); })] % ',')) |
     (equals > open_square > (quoted[([](auto& c) { x3::_val(c).words.push_back(std::move(x3::_attr(c))); })] % ',') >
      -x3::lit(',') > close_square));

/// A text in quotes in which only `\"` is an escape: regular expressions keep their backslashes.
const x3::rule<struct raw_quoted_class, ast::Name> raw_quoted = "a regular expression in quotes";
const auto raw_quoted_def = spanned[x3::lexeme[x3::lit('"') >> x3::raw[text_inside][([](auto& c) {
                                                 std::string& text = x3::_val(c).text;
                                                 for (char character : x3::_attr(c)) {
                                                   if (character == '"' && !text.empty()) text.pop_back();
                                                   text += character;
                                                 }
                                               })] > closing_quote]];
const auto pattern_def =
    name[take_name] > equals > raw_quoted[([](auto& c) { x3::_val(c).expression = std::move(x3::_attr(c)); })];

const x3::rule<struct definition_parameter_class, ast::DefinitionParameter> definition_parameter =
    "a parameter `name: type`";
const auto definition_parameter_def = name[take_name] > colon >
                                      ((keyword("policy") > dot >
                                        any_word[([](auto& c) { x3::_val(c).policy = std::move(x3::_attr(c)); })]) |
                                       type[take_type]);
const auto definition_def =
    name[take_name] > open_round >
    (definition_parameter[([](auto& c) { x3::_val(c).parameters.push_back(std::move(x3::_attr(c))); })] %
     ',') > close_round
    > equals > expression[([](auto& c) { x3::_val(c).body = x3::_attr(c); })];

const auto rule_head_def = rule_id[take] > open_brace;
const auto family_head_def = rule_id[([](auto& c) { x3::_val(c).body.id = std::move(x3::_attr(c)); })] > open_round >
                             (name[([](auto& c) { x3::_val(c).parameters.push_back(std::move(x3::_attr(c))); })] %
                              ',') > close_round
                             > open_brace;
const auto single_name_def = any_word[take];
const auto language_names_def = any_word[([](auto& c) { x3::_val(c).push_back(std::move(x3::_attr(c))); })] % ',';
const auto use_def = ((keyword("model")[([](auto& c) { x3::_val(c).kind = ast::UseKind::model; })]) |
                      (keyword("pack")[([](auto& c) { x3::_val(c).kind = ast::UseKind::pack; })])) >
                     quoted[([](auto& c) { x3::_val(c).file = std::move(x3::_attr(c)); })];

// --- members -----------------------------------------------------------------------------------------------------

/// A reserved word alone in a cell can only be the name of a field (`title`).
const x3::rule<struct reserved_field_class, ast::Name> reserved_field = "the name of a field";
const auto reserved_field_def = any_word[([](auto& c) {
                                  const std::string& word = x3::_attr(c).text;
                                  if (is_reserved_word(word) && word != "true" && word != "false") {
                                    x3::_val(c) = std::move(x3::_attr(c));
                                  } else {
                                    x3::_pass(c) = false;
                                  }
                                })] >>
                                &x3::lit('|');
const auto take_field = [](auto& c) {
  ast::Expression named;
  named.text = x3::_attr(c).text;
  named.span = x3::_attr(c).span;
  named.text_span = named.span;
  x3::_val(c).expression = session_of(c).add(std::move(named));
};

const x3::rule<struct cell_class, ast::Cell> cell = "a cell";
const auto cell_def =
    spanned[(keyword("severity") > any_word[([](auto& c) { x3::_val(c).severity = std::move(x3::_attr(c)); })]) |
            (keyword("certainty") > any_word[([](auto& c) { x3::_val(c).certainty = std::move(x3::_attr(c)); })]) |
            reserved_field[take_field] |
            (language_text[([](auto& c) { x3::_val(c).texts.push_back(std::move(x3::_attr(c))); })] >>
             *(-x3::lit(',') >>
               language_text[([](auto& c) { x3::_val(c).texts.push_back(std::move(x3::_attr(c))); })])) |
            expression[([](auto& c) { x3::_val(c).expression = x3::_attr(c); })]];
const auto member_row_def =
    spanned[x3::lit('|') > rule_id[([](auto& c) { x3::_val(c).id = std::move(x3::_attr(c)); })] >
            *(x3::lit('|') >> cell[([](auto& c) { x3::_val(c).cells.push_back(std::move(x3::_attr(c))); })]) > bar];

// --- documents -----------------------------------------------------------------------------------------------------

template <ast::DocumentLineKind kind>
auto starts_line(const char* word) {
  return keyword(word)[([](auto& c) { x3::_val(c).kind = kind; })];
}
/// The next line begins like a text in a language.
const x3::rule<struct document_texts_class, ast::LanguageTexts> document_texts = "a text such as `en \"...\"`";
const auto document_texts_def =
    +((!keyword("paragraph")) >> language_text[([](auto& c) { x3::_val(c).push_back(std::move(x3::_attr(c))); })]);
const auto document_head_def = any_word[take] > open_brace;
const auto document_line_def =
    spanned[(starts_line<ast::DocumentLineKind::title>("title") > document_texts[take_texts]) |
            (starts_line<ast::DocumentLineKind::paragraph>("paragraph") >
             quoted[([](auto& c) { x3::_val(c).paragraph = std::move(x3::_attr(c)); })] > document_texts[take_texts]) |
            starts_line<ast::DocumentLineKind::unread>("unread")];

BOOST_SPIRIT_DEFINE(message_text, language_text, texts, basis, statement, type, record_fields, currency, entity_name)
BOOST_SPIRIT_DEFINE(field, place, table_head, record_head, policy_head, enumeration_member, enumeration, parameter,
                    word_list, raw_quoted)
BOOST_SPIRIT_DEFINE(pattern, definition_parameter, definition, rule_head, family_head, single_name, language_names)
BOOST_SPIRIT_DEFINE(use, reserved_field, cell, member_row, document_texts, document_head, document_line)

}  // namespace roadlint::dsl::syntax
