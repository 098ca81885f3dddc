// The syntax tree: rules as written, nothing resolved. Every node knows its span. Expressions live in one arena per
// file and refer to each other by index, so the tree can be copied and kept without pointers.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace roadlint::dsl::ast {

/// Index into File::expressions.
using ExpressionId = std::int32_t;
inline constexpr ExpressionId no_expression = -1;

/// A word and where it stands.
struct Name {
  std::string text;
  Span span;
};

enum class ExpressionKind : std::uint8_t {
  name,           // text
  number,         // text as written
  percent,        // text
  money,          // text
  date,           // text
  duration,       // text
  text,           // text, escapes resolved
  boolean,        // text "true" or "false"
  list,           // operands
  field,          // operands[0] . text
  closure,        // operands[0] +
  reverse,        // operands[0] (a path entity.field) -> operands[1]
  call,           // text ( operands ), `distinct` for an aggregate
  negative,       // - operands[0]
  negation,       // not operands[0]
  conjunction,    // operands joined by and
  disjunction,    // operands joined by or
  arithmetic,     // operands[0] text operands[1], text one of + - * /
  comparison,     // operands[0] text operands[1], text one of = != < <= > >=
  membership,     // operands[0] in operands[1], `negated`
  presence,       // operands[0] is present, `negated` for absent
  matching,       // operands[0] matches text, `negated`
  difference,     // operands[0] except operands[1]
  intersection,   // operands[0] intersect operands[1]
  conditional,    // if operands[0] then operands[1] else operands[2]
  quantifier,     // text any|all|none|exactly|least|most, number, bindings[0], condition, operands[0] the body
  comprehension,  // operands[0] for bindings where condition
};

/// `variable in source`.
struct Binding {
  Name variable;
  ExpressionId source = no_expression;
};

struct Expression {
  ExpressionKind kind = ExpressionKind::name;
  Span span;
  std::string text;
  /// The part to underline for names, fields, operators and callees.
  Span text_span;
  std::vector<ExpressionId> operands;
  std::vector<Binding> bindings;
  ExpressionId condition = no_expression;
  std::int64_t number = 0;
  bool negated = false;
  bool distinct = false;
};

/// A piece of a message: literal text, or an embedded expression.
struct TextPart {
  std::string text;
  ExpressionId expression = no_expression;
};

/// `en "..."`.
struct LanguageText {
  Name language;
  std::vector<TextPart> parts;
  Span span;
};
using LanguageTexts = std::vector<LanguageText>;

/// `ZVEI "2.1.2"`.
struct Basis {
  Name source;
  std::string place;
};

enum class StatementKind : std::uint8_t {
  title,      // texts
  basis,      // bases
  severity,   // names[0]
  certainty,  // names[0]
  for_each,   // bindings
  where,      // expressions[0]
  let,        // names[0] = expressions[0]
  group,      // expressions are keys, names the lists
  require,    // expressions[0]
  subject,    // expressions
  at,         // expressions
  message,    // texts
  help,       // texts
};

/// The words with which a statement begins ("for", "group by").
[[nodiscard]] std::string_view statement_word(StatementKind kind);

struct Statement {
  StatementKind kind = StatementKind::title;
  Span span;
  std::vector<Name> names;
  std::vector<ExpressionId> expressions;
  std::vector<Binding> bindings;
  LanguageTexts texts;
  std::vector<Basis> bases;
};

struct FieldDeclaration;

/// `list -> milestone`, `money(EUR)?`, `{ value: quantity? }?`.
struct TypeExpression {
  Span span;
  Name name;  // empty for a record written in place
  Name argument;
  bool is_list = false;
  bool is_reference = false;
  bool is_optional = false;
  bool is_record = false;
  std::vector<FieldDeclaration> fields;
};

struct FieldDeclaration {
  Name name;
  TypeExpression type;
  bool is_responsible = false;
};

/// `reserved`, or with the words by which people know it: `reserved en "reserved" de "unter Vorbehalt"`.
struct EnumerationMember {
  Name name;
  LanguageTexts texts;
};

struct Enumeration {
  Name name;
  std::vector<EnumerationMember> members;
};

enum class TableKind : std::uint8_t { entity, record, policy };

/// `document.roadmap`.
struct Place {
  std::vector<Name> words;
  Span span;
};

struct Table {
  TableKind kind = TableKind::entity;
  Name name;
  std::vector<Place> places;
  std::vector<FieldDeclaration> fields;
  /// Some field could not be read: names of unknown fields are not reported.
  bool is_damaged = false;
};

struct Parameter {
  Name name;
  TypeExpression type;
  ExpressionId value = no_expression;
};

struct WordList {
  Name name;
  std::vector<Name> words;  // the texts, escapes resolved
  /// Files that hold more words; whoever reads files appends them to `words`.
  std::vector<Name> files;
};

struct Pattern {
  Name name;
  Name expression;
};

struct DefinitionParameter {
  Name name;
  /// `indicator`, `policy.required_topics`, or a value type.
  Name policy;  // the name behind `policy.`, else empty
  TypeExpression type;
};

struct Definition {
  Name name;
  std::vector<DefinitionParameter> parameters;
  ExpressionId body = no_expression;
};

struct Rule {
  Name id;
  std::vector<Statement> statements;
  /// Some statement could not be read.
  bool is_damaged = false;
  /// The words of the statements that could not be read: not reported as unknown.
  std::set<std::string, std::less<>> lost_words;
};

struct Family {
  Rule body;  // id is the family's name
  std::vector<Name> parameters;
};

/// One cell of a members table: an expression, or texts and bases (`WORD "text"`), or `severity WORD`, or
/// `certainty WORD`.
struct Cell {
  Span span;
  ExpressionId expression = no_expression;
  LanguageTexts texts;
  Name severity;
  Name certainty;
};

struct Member {
  Name id;
  std::vector<Cell> cells;
  Span span;
};

struct Members {
  Name family;
  std::vector<Member> rows;
};

enum class DocumentLineKind : std::uint8_t { title, paragraph, unread };

/// A line of `basis NAME { ... }`.
struct DocumentLine {
  DocumentLineKind kind = DocumentLineKind::title;
  Name paragraph;  // the text between the quotes
  LanguageTexts texts;
  Span span;
};

/// A document that rules come from.
struct Document {
  Name name;
  std::vector<DocumentLine> lines;
  /// Some line could not be read: paragraphs that rules name are not reported as unknown.
  bool is_damaged = false;
};

enum class UseKind : std::uint8_t { model, pack };

struct Use {
  UseKind kind = UseKind::model;
  Name file;  // the text between the quotes
};

/// One rule or model file.
struct File {
  FileId file = no_file;
  Name model;
  Name pack;
  std::vector<Name> languages;
  std::vector<Use> uses;
  std::vector<Enumeration> enumerations;
  std::vector<Table> tables;
  std::vector<Parameter> parameters;
  std::vector<WordList> word_lists;
  std::vector<Pattern> patterns;
  std::vector<Definition> definitions;
  std::vector<Rule> rules;
  std::vector<Family> families;
  std::vector<Members> members;
  std::vector<Document> documents;
  std::vector<Expression> expressions;
  /// The words of the items that could not be read: not reported as unknown.
  std::set<std::string, std::less<>> lost_words;
  /// A used file is missing: nothing is reported as unknown.
  bool lacks_used_file = false;
};

}  // namespace roadlint::dsl::ast
